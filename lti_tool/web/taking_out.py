"""Takes words out of a text for good: a mark stands in their place, so that readers see that something stood there."""
import re

from flask_babel import force_locale
from flask_babel import gettext as _

from .rich_text import Block, RichText, Run


def mark_in(language: str) -> str:
    """In the language of the text in which it stands, as screen readers read it there."""
    with force_locale(language):
        return _("[removed by facilitators]")


def places_of(words: str, text: str, longer: bool = False) -> list[tuple[int, int]]:
    """Where these words stand, however they are spaced; `longer`: also with an ending, in any case of letters, and else inside of words."""
    said = r"\s+".join(map(re.escape, words.split()))
    if not said:
        return []
    if not longer:
        return [found.span() for found in re.finditer(rf"(?<!\w){said}(?!\w)", text)]
    whole = [found.span() for found in re.finditer(rf"(?<!\w){said}\w*", text, re.IGNORECASE)]
    return whole or [found.span() for found in re.finditer(said, text, re.IGNORECASE)]


def without(text: str, words: str, instead: str) -> str:
    for start, end in reversed(places_of(words, text, longer=True)):
        text = text[:start] + instead + text[end:]
    return text


def rich_without(rich: RichText, words: str, instead: str) -> RichText:
    """Links that hold the words lead nowhere any more."""
    def cleared(block: Block) -> Block:
        runs = tuple(run._replace(href="") if run.href and places_of(words, run.href, longer=True) else run for run in block.runs)
        for start, end in reversed(places_of(words, "".join(run.text for run in runs), longer=True)):
            runs = tuple(replaced(runs, start, end, instead))
        return block._replace(runs=runs)
    return rich.changed(cleared)


def replaced(runs, start: int, end: int, instead: str):
    place = 0
    for run in runs:
        begins, place = place, place + len(run.text)
        if place <= start or begins >= end:
            yield run
            continue
        if begins <= start:
            yield from (run._replace(text=run.text[:start - begins]),) if begins < start else ()
            yield Run(instead)
        if place > end:
            yield run._replace(text=run.text[end - begins:])
