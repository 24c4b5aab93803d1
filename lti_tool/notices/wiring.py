"""Registers what this room gives to the others."""
from ..jobs import register_job
from .feedback import Feedback, forget_old_feedback
from .letter import LETTER, send_feedback
from .routes import notices

__all__ = ["Feedback", "register_notices"]


def register_notices(app) -> None:
    register_job(app, LETTER, send_feedback)
    app.extensions["chores"].append(forget_old_feedback)
    app.extensions["dictionary_templates"].append("parts/_foot.html")
    app.register_blueprint(notices)
