"""One answer out of several. It brings the share of the points that its author gave it: all, a part, or nothing."""
from dataclasses import dataclass

from flask_babel import gettext as _

from ..web import Unsuitable
from .option import WHOLE, Choice
from .question import Marked


@dataclass(frozen=True)
class SingleChoice(Choice):
    """Several answers may be right: any of them is enough."""

    kind = "single_choice"

    def mark(self, answer) -> Marked:
        option = self.option(answer)
        return Marked(option.share / WHOLE, ((option.id, option.right),)) if option else Marked(0)

    def answer_from(self, form) -> str:
        chosen = form.get(self.name, "")
        if not chosen:
            raise Unsuitable(self.name, _("Choose one of the answers."))
        if chosen not in self.worded:
            raise Unsuitable(self.name, _("Choose one of the answers of the list."))
        return chosen

    def read_answer(self, kept) -> str | None:
        return kept if isinstance(kept, str) and kept in self.worded else None

    def right_answer(self) -> str:
        return next(option.id for option in self.parts if option.right)
