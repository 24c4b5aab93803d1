"""What workshops hold about a person: their marks, and the groups they are in."""
import sqlalchemy as sa
from flask_babel import gettext as _

from ..activities import Activity
from ..boards import Phase
from ..db import db
from ..people import Held, register_held
from ..web import current_language
from .group import GroupPlace, WorkGroup
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


def boards_in(course_id):
    return sa.select(Activity.id).where(Activity.course_id == course_id)


def show_places(person_id):
    rows = db.session.execute(sa.select(Activity, WorkGroup).join(WorkGroup, WorkGroup.board_id == Activity.id).join(GroupPlace, GroupPlace.group_id == WorkGroup.id)
                              .where(GroupPlace.person_id == person_id).order_by(WorkGroup.id)).all()
    return [{_("Board"): str(activity.title.best(current_language())), _("Group"): group.title} for activity, group in rows]


def erase_places(person_id, leave_texts):
    db.session.execute(sa.delete(GroupPlace).where(GroupPlace.person_id == person_id))


def anonymise_places(course_id):
    db.session.execute(sa.delete(GroupPlace).where(GroupPlace.board_id.in_(boards_in(course_id))).execution_options(synchronize_session=False))


def show_note_taking(person_id):
    rows = db.session.execute(sa.select(Activity, WorkGroup).join(WorkGroup, WorkGroup.board_id == Activity.id).where(WorkGroup.note_taker_id == person_id).order_by(WorkGroup.id)).all()
    return [{_("Board"): str(activity.title.best(current_language())), _("Group"): group.title} for activity, group in rows]


def erase_note_taking(person_id, leave_texts):
    db.session.execute(sa.update(WorkGroup).where(WorkGroup.note_taker_id == person_id).values(note_taker_id=None))


def anonymise_note_taking(course_id):
    db.session.execute(sa.update(WorkGroup).where(WorkGroup.board_id.in_(boards_in(course_id))).values(note_taker_id=None).execution_options(synchronize_session=False))


def register_holdings(app) -> None:
    register_held(app, Held("mark", lambda: _("Your marks in workshops"), lambda: _("So that facilitators see who is ready, done, or has a question."),
                            lambda: _("Until you take them back, or the workshop is gone."), show_marks, erase_marks, anonymise_marks))
    register_held(app, Held("group_place", lambda: _("Groups you are in"), lambda: _("So that people who work together find each other."),
                            lambda: _("Until the groups are taken apart, or the workshop is gone."), show_places, erase_places, anonymise_places))
    register_held(app, Held("work_group", lambda: _("Groups you take notes for"), lambda: _("So that the group knows who takes its notes."),
                            lambda: _("Until the groups are taken apart, or the workshop is gone."), show_note_taking, erase_note_taking, anonymise_note_taking))
