"""Ready, done, hand up: each sets their own marks; facilitators see how many are ready and whose hand is up."""
from flask import Blueprint, render_template, request, url_for

from ..access import FACILITATE, SEE, find, here
from ..boards import Board, Phase
from ..db import db
from ..live import Viewpoint, announce, answer_parts, operation_done, remember_operation
from ..people.names import NamesOneByOne
from ..web import answered_in_page, leads_to, thing_number
from .mark import READY, how_many, lower_hand, marks_offered, own_marks, raised_hands, set_mark, who_marked

marks = Blueprint("marks", __name__)


@marks.post("/boards/<int:board_id>/marks")
def mark(board_id):
    """`phase` is the one that was seen, `kind` ready, hand or done, `on` yes or no."""
    board, viewer = find(Board, board_id, to=SEE), here()
    return answered_with_marks(board, lambda: set_mark(board, request.form.get("phase", type=thing_number), viewer.person, request.form.get("kind", ""),
                                                       request.form.get("on") == "yes"), of=viewer.person)


@marks.post("/boards/<int:board_id>/hands")
def lower(board_id):
    """`person` was helped."""
    board = find(Board, board_id, to=FACILITATE)
    person = request.form.get("of", type=thing_number)
    return answered_with_marks(board, lambda: lower_hand(board.phase.id, person), of=person)


def answered_with_marks(board: Board, act, of: int | None):
    part = f"marks:{board.id}"
    if not operation_done(board.topic_id):
        act()
        remember_operation(board.topic_id, part)
        announce(board.topic_id, part, to=f"facilitators person:{of}" if of else "facilitators")
    if not answered_in_page():
        return leads_to(url_for("boards.show", board_id=board.id))
    return answer_parts(here(), part)


def marks_context(board: Board, phase: Phase, viewpoint: Viewpoint) -> dict:
    facilitates = viewpoint.facilitates
    return dict(board=board, phase=phase, viewpoint=viewpoint, offered=marks_offered(phase), marked=set() if facilitates else own_marks(phase.id, viewpoint.person),
                ready=how_many(phase.id, marks_offered(phase)[0]) if facilitates else 0, hands=raised_hands(phase.id) if facilitates else [],
                names=NamesOneByOne(board.course_id))


def marks_of_the_page(board: Board, phase: Phase, viewpoint: Viewpoint, page: bool = True) -> str:
    """For the board's page. Nothing on a board without phases."""
    if board.shown_phase_id is None:
        return ""
    return render_template("workshops/_marks.html", page=page, **marks_context(board, phase, viewpoint))


def render_marks(number: int, viewpoint: Viewpoint) -> str:
    board = db.session.get(Board, number)
    if board is None or board.shown_phase_id is None or not board.in_sight_of(viewpoint):
        return ""
    return render_template("workshops/_marks_part.html", **marks_context(board, board.phase, viewpoint))


def marks_of_another_phase(board: Board) -> None:
    """Called when another phase is shown: everybody's buttons are as in a new phase, and those who marked it earlier see theirs."""
    announce(board.topic_id, f"marks:{board.id}")
    if people := who_marked(board.shown_phase_id):
        announce(board.topic_id, f"marks:{board.id}", to=" ".join(f"person:{person}" for person in sorted(people)))


__all__ = ["READY", "marks", "marks_of_another_phase", "marks_of_the_page", "render_marks"]
