"""A module's part on open pages: that it has changed is offered, so that nothing moves under a reader."""
from flask import render_template
from flask_babel import ngettext

from ..db import Wording, db
from ..files import attachments_of
from ..live import Viewpoint, part_renderer
from .kinds.self_assessment import scale_said
from .kinds.step_kind import best_html, page_html
from .module import Module
from .question_read import question_to_read
from .table import render_table


def render_news(number: int, viewpoint: Viewpoint) -> str:
    module = db.session.get(Module, number)
    return render_template("coaching/_news_part.html", module=module) if module is not None and module.in_sight_of(viewpoint) else ""


MINUTES_ARE_SAID_UP_TO = 90


def minute_words(number: int) -> str:
    """Long ones in hours: a module says how much of a day it takes."""
    if number > MINUTES_ARE_SAID_UP_TO:
        return ngettext("about %(num)s hour", "about %(num)s hours", round(number / 60))
    return ngettext("about %(num)s minute", "about %(num)s minutes", number)


def seed_of(work, progress) -> str:
    """In which order answers stand: the same for a person until they answer again."""
    return f"{progress.learner.id if progress else 0}-{work.tries if work else 0}"


def files_of(step) -> list:
    part = f"step:{step.id}"
    return attachments_of([part])[part]


def register_parts(app) -> None:
    app.jinja_env.filters["wording"] = Wording
    app.jinja_env.globals.update(about_minutes=minute_words, best_html=best_html, page_html=page_html, files_of_step=files_of, seed_of=seed_of, own_scale=scale_said, question_to_read=question_to_read)
    part_renderer(app, "module-news", render_news)
    part_renderer(app, "table", render_table)
