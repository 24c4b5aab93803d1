"""A practice task: tried at work, told about here. Facilitators read what is told, and may check it."""
from flask import request
from flask_babel import gettext as _

from ...web import take_language, take_text, thing_number
from ..work import FACILITATORS
from .step_kind import StepKind

REPORT_LIMIT = 5000


class Practice(StepKind):
    name = "practice"
    icon = "tried"

    def word(self):
        return _("Practice task")

    def hint(self):
        return _("Something to try at work and to tell about. Facilitators read what people tell.")

    def for_learner(self, step, work, reading):
        return {"limit": REPORT_LIMIT}

    def do(self, step, work):
        text = take_text("text", REPORT_LIMIT, required=True)
        if text != work.text:
            work.checked_at = None  # what was checked was another text
        work.write(text, take_language(), FACILITATORS, request.form.get("version", 0, thing_number))
        return False
