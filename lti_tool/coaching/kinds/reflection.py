"""A reflection: what one thinks, written for oneself; facilitators or a wall get it only when its author says so."""
from flask import request
from flask_babel import gettext as _

from ...web import Unsuitable, take_language, take_text, thing_number
from ..work import FACILITATORS, MYSELF
from .step_kind import StepKind

REFLECTION_LIMIT = 5000


class Reflection(StepKind):
    name = "reflection"
    icon = "star"

    def word(self):
        return _("Reflection")

    def hint(self):
        return _("A question to think about in writing. The answer is one's own, unless its author shares it.")

    def for_learner(self, step, work, reading):
        return {"limit": REFLECTION_LIMIT}

    def do(self, step, work):
        text = take_text("text", REFLECTION_LIMIT)
        shared = request.form.get("shared", MYSELF)
        if shared not in (MYSELF, FACILITATORS):
            raise Unsuitable("shared", _("Choose one of what is offered."))
        work.write(text, take_language(), shared, request.form.get("version", 0, thing_number))
        return True
