"""The words of a question in one language, how long they may be, and what is wrong with them."""
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from flask_babel import gettext as _
from flask_babel import ngettext

from ..web.rich_text import read_html
from ..web.rich_text_plain import as_plain

TITLE_LIMIT, TEXT_LIMIT, PART_LIMIT, FEEDBACK_LIMIT = 120, 2000, 500, 1000  # characters, without their markup


class Fault(NamedTuple):
    """What an author has to mend, and in which field of the form."""

    field: str
    sentence: str


@dataclass(frozen=True)
class PartWords:
    text: str = ""
    feedback: str = ""

    def __bool__(self):
        return bool(self.text or self.feedback)


@dataclass(frozen=True)
class Words:
    """What a question says in one language. `text` (what is asked) and `feedback` (told after every answer) are HTML as web/rich_text.py writes it."""

    text: str = ""
    feedback: str = ""
    parts: Mapping[str, PartWords] = field(default_factory=dict)

    def part(self, number: str) -> PartWords:
        return self.parts.get(number, PartWords())

    def __bool__(self):
        return bool(self.text or self.feedback or any(self.parts.values()))


def lengths(words: Words, numbers):
    """(field, text as it is counted, limit) of everything that is written."""
    yield "text", read_html(words.text).text, TEXT_LIMIT
    yield "feedback", read_html(words.feedback).text, FEEDBACK_LIMIT
    for number in numbers:
        yield f"text-{number}", words.part(number).text, PART_LIMIT
        yield f"feedback-{number}", words.part(number).feedback, FEEDBACK_LIMIT


def too_long(text: str, limit: int) -> str:
    return ngettext("The text is %(num)s character too long (at most %(limit)s).", "The text is %(num)s characters too long (at most %(limit)s).",
                    len(text) - limit, limit=limit)


def same_words(found: Iterable[tuple[str, str]]) -> list[Fault]:
    """Of (part, its text): two that read alike cannot be told apart by those who answer."""
    seen, faults = set(), []
    for number, text in found:
        plain = " ".join(text.split()).casefold()
        if plain and plain in seen:
            faults.append(Fault(f"text-{number}", _("Another answer says the same.")))
        seen.add(plain)
    return faults


def as_lines(html: str) -> str:
    """For a plain field."""
    return as_plain(read_html(html))


def letters_in(html: str) -> int:
    return len(read_html(html).text)
