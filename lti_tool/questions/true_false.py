"""A statement that is true or false."""
from dataclasses import dataclass

from flask_babel import gettext as _

from ..web import Unsuitable
from .place import must_have_only
from .question import FALSE, TRUE, Marked, Question

VALUES = {TRUE: True, FALSE: False}


@dataclass(frozen=True)
class TrueFalse(Question):
    """Its two answers are said by the tool, in each language; authors write the feedback."""

    is_true: bool = True
    kind = "true_false"
    fixed = (TRUE, FALSE)
    parts_at_least = 0

    def mark(self, answer) -> Marked:
        if not isinstance(answer, bool):
            return Marked(0)
        right = answer == self.is_true
        return Marked(float(right), ((TRUE if answer else FALSE, right),))

    def draft_from(self, form):
        return VALUES.get(form.get(self.name))

    def answer_from(self, form) -> bool:
        if form.get(self.name) not in VALUES:
            raise Unsuitable(self.name, _("Choose whether it is true or false."))
        return VALUES[form[self.name]]

    def read_answer(self, kept) -> bool | None:
        return kept if isinstance(kept, bool) else None

    def right_answer(self) -> bool:
        return self.is_true

    def structure(self) -> dict:
        return {"is_true": self.is_true}

    @classmethod
    def read_structure(cls, place) -> dict:
        return {"is_true": place.part("is_true").needed_flag()} if must_have_only(place, "is_true") else {}

    @classmethod
    def structure_from(cls, taken) -> dict:
        return {"is_true": taken.form.get("is_true") != "no"}
