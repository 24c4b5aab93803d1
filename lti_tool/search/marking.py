"""What was looked for is marked in what was found; of a long text the part around it is shown."""
from collections.abc import Iterator

from markupsafe import Markup, escape

from .words import composed, places

AROUND = 240  # characters


def found_in(text: str, words: list[str]) -> Iterator[tuple[int, int]]:
    """Where words stand that begin like one of these."""
    beginnings = tuple(words)
    return ((place.start, place.end) for place in places(text) if place.word.startswith(beginnings))


def marked(text: str, words: list[str]) -> Markup:
    text = composed(text)
    parts, done = [], 0
    for start, end in found_in(text, words):
        parts += [escape(text[done:start]), Markup("<mark>"), escape(text[start:end]), Markup("</mark>")]
        done = end
    return Markup("").join([*parts, escape(text[done:])])


def excerpt(text: str, words: list[str]) -> Markup:
    """Around the first word that was looked for, from one word to another."""
    text = " ".join(composed(text).split())
    first, last = next(found_in(text, words), (0, 0))
    start = text.rfind(" ", 0, max(0, first - AROUND // 3)) + 1 if first > AROUND // 3 else 0
    end = len(text)
    if end - start > AROUND:
        end = max(text.rfind(" ", start, start + AROUND), last)
        if not start < end <= start + 2 * AROUND:  # a word without an end
            end = start + AROUND
    return Markup("… " if start else "") + marked(text[start:end], words) + (" …" if end < len(text) else "")
