"""What all questions have in common: an id, points, words in each language, and parts (answers to choose from, pairs, accepted numbers) with ids that stay."""
import hashlib
import re
import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar, NamedTuple

from flask_babel import gettext as _
from flask_babel import ngettext

from ..db import Said
from .words import TITLE_LIMIT, Fault, Words, lengths, too_long

PARTS_AT_MOST, POINTS_AT_MOST = 20, 20
LETTERS = "abcdefghijkmnpqrstuvwxyz23456789"
OTHERWISE, TRUE, FALSE = FIXED = ("otherwise", "true", "false")  # parts that are there of themselves: they have feedback only
ID = re.compile(r"(?!(?:otherwise|true|false|format|fault|label|href)\Z)[a-z0-9]{4,16}")  # the last are what fields of forms are called besides


def new_id() -> str:
    """Drawn by lot and never counted: what was answered to a part that is gone must not become an answer to another."""
    return "".join(secrets.choice(LETTERS) for _place in range(8))


@dataclass(frozen=True)
class Part:
    id: str


class Marked(NamedTuple):
    """What came of an answer. `parts` are those whose feedback is told, each with whether it was right; their words are looked up when it is shown."""

    fraction: float  # of the points: 0 to 1
    parts: tuple[tuple[str, bool], ...] = ()

    @property
    def right(self) -> bool:
        return self.fraction >= 1

    @property
    def partly(self) -> bool:
        return 0 < self.fraction < 1


@dataclass(frozen=True)
class Question:
    """`title` is what authors call it; those who answer never see it."""

    kind: ClassVar[str]
    fixed: ClassVar[tuple[str, ...]] = ()
    parts_at_least: ClassVar[int] = 2
    id: str
    words: Mapping[str, Words] = field(default_factory=dict)
    title: str = ""
    points: int = 1
    parts: tuple[Any, ...] = ()

    # Words

    @property
    def worded(self) -> tuple[str, ...]:
        """The parts whose text an author writes."""
        return tuple(part.id for part in self.parts)

    def in_language(self, language: str) -> Words:
        return self.words.get(language, Words())

    def is_complete_in(self, language: str) -> bool:
        words = self.in_language(language)
        return bool(words.text) and all(words.part(number).text for number in self.needed_in(language))

    def needed_in(self, language: str) -> tuple[str, ...]:
        """The parts without whose text nobody could answer in that language."""
        return self.worded

    @property
    def languages(self) -> tuple[str, ...]:
        """Those in which it can be asked."""
        return tuple(language for language in self.words if self.is_complete_in(language))

    def missing(self, languages: Iterable[str]) -> list[str]:
        """The course's languages in which it cannot be asked yet."""
        return [language for language in languages if not self.is_complete_in(language)]

    def shown_in(self, *reading: str) -> str:
        """The first of these in which it is whole, else any: nobody reads half a question in one language and half in another."""
        whole = self.languages
        return next((language for language in reading if language in whole), (*whole, *self.words, *reading, "")[0])

    def said(self, what: str, *reading: str) -> Said:
        """`what` is "text" or "feedback" of the question, both HTML."""
        language = self.shown_in(*reading)
        return Said(getattr(self.in_language(language), what), language, language != reading[0])

    def said_of(self, number: str, what: str, *reading: str) -> Said:
        """The same of a part, as plain text."""
        language = self.shown_in(*reading)
        return Said(getattr(self.in_language(language).part(number), what), language, language != reading[0])

    # What is checked

    def faults(self, language: str) -> list[Fault]:
        """What is to be mended before it is kept. Words that are missing in one language are no fault as long as it is whole in another."""
        found = self.word_faults(language)
        if len(self.title) > TITLE_LIMIT:
            found.append(Fault("title", too_long(self.title, TITLE_LIMIT)))
        if not 1 <= self.points <= POINTS_AT_MOST:
            found.append(Fault("points", _("Give a whole number of points from 1 to %(most)s.", most=POINTS_AT_MOST)))
        if len(self.parts) < self.parts_at_least:
            return [*found, Fault("parts", ngettext("At least %(num)s answer is needed.", "At least %(num)s answers are needed.", self.parts_at_least))]
        if len(self.worded) > PARTS_AT_MOST:
            found.append(Fault("parts", ngettext("There can be at most %(num)s answer.", "There can be at most %(num)s answers.", PARTS_AT_MOST)))
        return found + self.structure_faults()

    def word_faults(self, language: str) -> list[Fault]:
        words = self.in_language(language)
        found = [Fault(name, too_long(text, limit)) for name, text, limit in lengths(words, (*self.worded, *self.fixed)) if len(text) > limit]
        if not any(other != language for other in self.languages):
            if not words.text:
                found.append(Fault("text", _("Write what is asked.")))
            found += [Fault(f"text-{number}", _("There is no text yet.")) for number in self.needed_in(language) if not words.part(number).text]
        return found

    def structure_faults(self) -> list[Fault]:
        return []

    # What each kind does

    def structure(self) -> dict:
        """As JSON; `read_structure` of the kind reads it."""
        raise NotImplementedError

    def mark(self, answer) -> Marked:
        """`answer` is as `answer_from` gives it. Parts that are gone since count as not answered."""
        raise NotImplementedError

    def answer_from(self, form):
        """The answer that comes with a form, as JSON knows it. Raises Unsuitable."""
        raise NotImplementedError

    def draft_from(self, form):
        """What stands in the form just now, finished or not: for showing it again."""
        return form.get(self.name)

    def read_answer(self, kept):
        """An answer that was kept as JSON, or None if it is none to this question."""
        raise NotImplementedError

    def right_answer(self):
        return None

    @property
    def name(self) -> str:
        """Of its field in forms."""
        return f"question-{self.id}"

    def shuffled(self, numbers: Iterable[str], seed: str) -> list[str]:
        """In an order that is the same each time for the same seed (the caller's: one for each person and attempt), and that a new part does not mix up."""
        return sorted(numbers, key=lambda number: hashlib.sha256(f"{seed}\0{self.id}\0{number}".encode()).digest())
