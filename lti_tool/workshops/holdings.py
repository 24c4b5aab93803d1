"""What workshops hold about a person: their marks."""
import sqlalchemy as sa
from flask_babel import gettext as _

from ..activities import Activity
from ..boards import Phase
from ..db import db
from ..people import Held, register_held
from ..web import current_language
from .mark import Mark


def mark_words(kind: str) -> str:
    return {"ready": _("Ready"), "hand": _("Hand up"), "done": _("Pre-assignment done")}[kind]


def show_marks(person_id):
    rows = db.session.execute(sa.select(Activity, Mark).join(Phase, Phase.board_id == Activity.id).join(Mark, Mark.phase_id == Phase.id)
                              .where(Mark.person_id == person_id).order_by(Mark.phase_id, Mark.kind)).all()
    return [{_("Board"): str(activity.title.best(current_language())), _("What"): mark_words(mark.kind), _("When"): mark.at} for activity, mark in rows]


def erase_marks(person_id, leave_texts):
    db.session.execute(sa.delete(Mark).where(Mark.person_id == person_id))


def anonymise_marks(course_id):
    phases = sa.select(Phase.id).join(Activity, Activity.id == Phase.board_id).where(Activity.course_id == course_id)
    db.session.execute(sa.delete(Mark).where(Mark.phase_id.in_(phases)).execution_options(synchronize_session=False))


def register_holdings(app) -> None:
    register_held(app, Held("mark", lambda: _("Your marks in workshops"), lambda: _("So that facilitators see who is ready, done, or has a question."),
                            lambda: _("Until you take them back, or the workshop is gone."), show_marks, erase_marks, anonymise_marks))
