"""A question of a feedback form: a scale from 1 to 5, or an open one. The first and the last are the same on every form, so that forms can be compared."""
from typing import NamedTuple

from flask_babel import gettext as _

from ..db import Said, Wording
from ..web import Unsuitable, current_language

RATING, OPEN = KINDS = ("rating", "open")
SCALE = (5, 4, 3, 2, 1)  # 5 is excellent
OWN_AT_MOST, WORDS_LIMIT, TEXT_LIMIT = 10, 300, 2000
USEFUL, CHANGE = "useful", "change"


class Question(NamedTuple):
    """`key` says which one it is on its form; an own one has `words`, the fixed ones say theirs in every language of the tool."""

    key: str
    kind: str
    words: Wording = Wording()

    @property
    def is_required(self) -> bool:
        """Only the first: it counts how many have answered."""
        return self.key == USEFUL

    @property
    def is_rating(self) -> bool:
        return self.kind == RATING

    def said(self, *reading: str) -> Said:
        if self.key in (USEFUL, CHANGE):
            return Said({USEFUL: _("How useful was this?"), CHANGE: _("What would you change?")}[self.key], current_language())
        return self.words.best(*reading)


def fixed_first() -> Question:
    return Question(USEFUL, RATING)


def fixed_last() -> Question:
    return Question(CHANGE, OPEN)


def scale_words() -> dict[int, str]:
    """The same for every question, so that nobody has to learn a scale twice."""
    return {5: _("Excellent"), 4: _("Good"), 3: _("All right"), 2: _("Could be better"), 1: _("Not good")}


def kept(own) -> list[dict]:
    """Own questions [(kind, Wording), ...] as a form keeps them, in their order. Raises Unsuitable."""
    if len(own) > OWN_AT_MOST:
        raise Unsuitable("question", _("A form has at most %(number)s questions of its own.", number=OWN_AT_MOST))
    if any(kind not in KINDS for kind, _words in own):
        raise Unsuitable("kind", _("There is no such kind of question."))
    return [{"kind": kind, "words": dict(words)} for kind, words in own]


def read(kept_questions: list[dict]) -> list[Question]:
    """Their keys are their places: questions change only while nobody has answered any."""
    return [Question(f"own{place}", one["kind"], Wording(one["words"])) for place, one in enumerate(kept_questions, 1)]


def all_questions(kept_questions: list[dict]) -> list[Question]:
    """As they are asked: the fixed ones first and last."""
    return [fixed_first(), *read(kept_questions), fixed_last()]
