"""The list of who is done with the pre-assignment; the task on everybody's home; the words on the board."""
from flask import Blueprint, abort, render_template

from ..access import FACILITATE, find, here
from ..boards import Board, Phase
from ..live import Viewpoint
from ..web import current_language
from .preassignment import PREASSIGNMENT, done_list, preassignment_of, reminders, waiting_for

preassignments = Blueprint("preassignments", __name__)


@preassignments.get("/boards/<int:board_id>/preassignment")
def show(board_id):
    board = find(Board, board_id, to=FACILITATE)
    phase = preassignment_of(board)
    if phase is None:
        abort(404)
    return render_template("workshops/preassignment.html", board=board, course=board.course, viewpoint=here().own, phase=phase, people=done_list(board, phase),
                           reminders=reminders(board), reading=(current_language(), *board.course.languages))


def in_the_bar(board: Board, phase: Phase, viewpoint: Viewpoint) -> str:
    return render_template("workshops/_preassignment_bar.html", board=board, viewpoint=viewpoint) if phase.kind == PREASSIGNMENT else ""


def tasks_at_home(course, membership, viewpoint: Viewpoint) -> str:
    waiting = [] if viewpoint.facilitates else waiting_for(course.id, membership.person_id)
    return render_template("workshops/_tasks.html", waiting=waiting, reading=(current_language(), *course.languages)) if waiting else ""
