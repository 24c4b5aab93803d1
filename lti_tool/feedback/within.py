"""Forms that are asked inside an activity, and nowhere else: who goes through it answers there. Kinds of activities above register that it is so with theirs."""
from collections.abc import Callable
from typing import NamedTuple

from flask import current_app
from flask_babel import gettext as _

from ..web import Refusal


class Within(NamedTuple):
    asked_at: Callable[[object], str]  # (form): the address where it is answered
    written_at: Callable[[object], str]  # (form): where its questions are written


class AskedElsewhere(Refusal):
    status = 409

    def words(self):
        return (_("This feedback is asked inside an activity"), _("Whoever goes through the activity answers it there. Your answers were not taken."),
                _("Open the activity and answer there."))


def register_within(app, kind: str, within: Within) -> None:
    app.extensions["feedback_within"][kind] = within


def within_of(form) -> Within | None:
    """Where such a form is at home; none for a form that all members of the course answer."""
    return form.activity and current_app.extensions["feedback_within"].get(form.activity.kind)
