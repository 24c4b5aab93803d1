"""What was looked for is marked in what was found; of a long text the part around it is shown."""
from markupsafe import Markup, escape

from .words import composed, places

AROUND = 240  # characters


def found_in(text: str, words: list[str]) -> list[tuple[int, int]]:
    """Where words stand that begin like one of these."""
    return [(place.start, place.end) for place in places(text) if place.word.startswith(tuple(words))]


def marked(text: str, words: list[str]) -> Markup:
    text = composed(text)
    return with_marks(text, found_in(text, words))


def with_marks(text: str, found) -> Markup:
    parts, done = [], 0
    for start, end in found:
        parts += [escape(text[done:start]), Markup("<mark>"), escape(text[start:end]), Markup("</mark>")]
        done = end
    return Markup("").join([*parts, escape(text[done:])])


def excerpt(text: str, words: list[str]) -> Markup:
    """Around the first word that was looked for, from one word to another."""
    text = " ".join(composed(text).split())
    found = found_in(text, words)
    start = max(0, found[0][0] - AROUND // 3) if found else 0
    if start:
        start = text.rfind(" ", 0, start) + 1
    end = len(text)
    if end - start > AROUND:
        end = max(text.rfind(" ", start, start + AROUND), found[0][1] if found else 0)
        end = min(end if end > start else start + AROUND, start + 2 * AROUND)
    part = with_marks(text[start:end], [(first - start, last - start) for first, last in found if first >= start and last <= end])
    return Markup("… " if start else "") + part + (" …" if end < len(text) else "")
