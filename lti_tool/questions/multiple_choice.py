"""As many answers as are right.

Each right one that was chosen brings its share of the points (with three right ones a third), each wrong one that was chosen takes away its share (with two wrong
ones a half); never less than nothing. So whoever chooses everything gets nothing. Without `partial` only what is all right counts.
"""
from dataclasses import dataclass, replace

from flask_babel import gettext as _

from ..web import Unsuitable
from .option import WHOLE, Choice, Option
from .question import Marked


@dataclass(frozen=True)
class MultipleChoice(Choice):
    partial: bool = True
    kind = "multiple_choice"
    more_structure = ("partial",)

    @property
    def right_ones(self) -> set[str]:
        return {option.id for option in self.parts if option.right}

    def mark(self, answer) -> Marked:
        chosen, right = set(answer or ()) & set(self.worded), self.right_ones
        wrong = set(self.worded) - right
        fraction = len(chosen & right) / len(right) - (len(chosen & wrong) / len(wrong) if wrong else 0) if right else 0
        whole = chosen == right
        return Marked(float(whole) if whole or not self.partial else max(0.0, fraction), tuple((option.id, option.right) for option in self.parts if option.id in chosen))

    def draft_from(self, form):
        return form.getlist(self.name)

    def answer_from(self, form) -> list[str]:
        chosen = set(form.getlist(self.name))
        if not chosen:
            raise Unsuitable(self.name, _("Choose at least one of the answers."))
        if not chosen <= set(self.worded):
            raise Unsuitable(self.name, _("Choose one of the answers of the list."))
        return [number for number in self.worded if number in chosen]

    def read_answer(self, kept) -> list[str] | None:
        if not isinstance(kept, list):
            return None
        return [number for number in self.worded if number in kept] or None

    def right_answer(self) -> list[str]:
        return [option.id for option in self.parts if option.right]

    def structure(self) -> dict:
        return {**super().structure(), "partial": self.partial}

    @classmethod
    def read_structure(cls, place) -> dict:
        return {**(read := super().read_structure(place)), **({"partial": place.part("partial").flag(True), "parts": all_or_nothing(read["parts"])} if read else {})}

    @classmethod
    def structure_from(cls, taken) -> dict:
        read = super().structure_from(taken)
        return {**read, "parts": all_or_nothing(read["parts"]), "partial": taken.form.get("partial") == "yes"}


def all_or_nothing(options) -> tuple[Option, ...]:
    """Here an answer is right or wrong."""
    return tuple(replace(option, share=WHOLE if option.share > 0 else 0) for option in options)
