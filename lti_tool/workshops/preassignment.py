"""The pre-assignment of a workshop: who is done with it by their own word, who is reminded, and when its answers are shared."""
from typing import NamedTuple

import sqlalchemy as sa
from flask_babel import force_locale
from flask_babel import gettext as _

from ..activities import OPEN, Activity
from ..boards import Board, Phase
from ..db import db
from ..people.everybody import LEFT, Somebody, everybody_of
from ..people.membership import PARTICIPANT
from .mark import DONE, Mark, who_marked

PREASSIGNMENT = "preassignment"


class DoneList(NamedTuple):
    """By name, as facilitators see it. Nothing in it comes from what anybody wrote."""

    done: list[Somebody]
    not_done: list[Somebody]
    never_here: list[Somebody]  # the platform lists them in the course; they have not opened the tool


def preassignment_of(board: Board) -> Phase | None:
    return next((phase for phase in board.phases if phase.kind == PREASSIGNMENT), None)


def done_list(board: Board, phase: Phase) -> DoneList:
    done = who_marked(phase.id, DONE)
    people = [somebody for somebody in everybody_of(board.course_id) if somebody.role == PARTICIPANT and somebody.state != LEFT]
    return DoneList([one for one in people if one.membership and one.membership.person_id in done],
                    [one for one in people if one.membership and one.membership.person_id not in done], [one for one in people if not one.membership])


def reminders(board: Board) -> list[tuple[str, str]]:
    """(language, a text to be sent to those who are not done) in each language of the course."""
    texts = []
    for language in board.course.languages:
        with force_locale(language):
            texts.append((language, _("Hello! The pre-assignment of the workshop “%(title)s” is open. It takes a few minutes: open the workshop in the course “%(course)s”, write your "
                                      "thoughts, and press “My pre-assignment is done”. Only you see them until the workshop starts, and you choose which ones you share.",
                                      title=board.title.best(language).text, course=board.course.title)))
    return texts


# Built once: it runs with every page of the home.
WAITING = (sa.select(Board).join(Phase, Phase.id == Board.shown_phase_id)
           .where(Activity.course_id == sa.bindparam("course"), Activity.state == OPEN, Activity.deleted_at.is_(None), Phase.kind == PREASSIGNMENT,
                  ~sa.exists().where(Mark.phase_id == Phase.id, Mark.person_id == sa.bindparam("person"), Mark.kind == DONE))
           .order_by(Activity.position, Activity.id))


def waiting_for(course_id: int, person_id: int) -> list[Board]:
    """The workshops whose pre-assignment is open, and which the person has not done."""
    return list(db.session.scalars(WAITING, {"course": course_id, "person": person_id}))
