"""Registers what this room gives to the others."""
from ..jobs import register_job
from .letter import send_warning
from .routes import retention, warned_end_of
from .warning import LETTER, end_courses, ends_after, warn_of_ends


def register_retention(app) -> None:
    register_job(app, LETTER, send_warning)
    app.extensions["chores"] += [warn_of_ends, end_courses]
    app.jinja_env.globals.update(warned_end_of=warned_end_of, ends_after=ends_after)
    app.register_blueprint(retention)
