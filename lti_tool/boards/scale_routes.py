"""Each gives their number in a check-in; all see how many chose each."""
from flask import Blueprint, render_template, request, url_for

from ..access import SEE, find, here
from ..db import db
from ..live import Viewpoint, announce, answer_parts, operation_done, part_renderer, remember_operation
from ..web import answered_in_page, current_language, leads_to, thing_number
from .board import Board
from .phase import Phase
from .scale import Distribution, answer_scale, distributions, ends, own_answer, who_answered

scales = Blueprint("scales", __name__)


@scales.post("/boards/<int:board_id>/scale")
def answer(board_id):
    """`phase` is the one that was seen, `value` a number from 1 to 5; an empty one takes the answer back."""
    board, viewer = find(Board, board_id, to=SEE), here()
    own, result = f"scale:{board.id}", f"scale-result:{board.id}"
    if not operation_done(board.topic_id):
        answer_scale(board, request.form.get("phase", type=thing_number), viewer.person, request.form.get("value"))
        remember_operation(board.topic_id, own)
        announce(board.topic_id, own, to=f"person:{viewer.person}")
        announce(board.topic_id, result)
    if not answered_in_page():
        return leads_to(url_for("boards.show", board_id=board.id, _anchor="scale"))
    return answer_parts(viewer, own, result)


def shown_distribution(board: Board, phase: Phase, viewpoint: Viewpoint) -> Distribution:
    """While the phase hides its notes, participants see only how many have answered."""
    told = distributions([phase.id])[phase.id]
    return told._replace(counts=None) if board.paper(phase).notes_are_hidden and not viewpoint.facilitates else told


def render_scale(number: int, viewpoint: Viewpoint) -> str:
    return render_on_board("boards/_scale_part.html", number, viewpoint)


def render_scale_result(number: int, viewpoint: Viewpoint) -> str:
    return render_on_board("boards/_scale_result_part.html", number, viewpoint)


def render_on_board(template: str, number: int, viewpoint: Viewpoint) -> str:
    board = db.session.get(Board, number)
    if board is None or not board.in_sight_of(viewpoint):
        return ""
    return render_template(template, board=board, phase=board.phase, viewpoint=viewpoint, reading=(current_language(), *board.course.languages))


def tell_of_the_question(board: Board) -> None:
    """Another phase is shown, or the question has changed: everybody's buttons are as in a new phase, and those who have answered see their answer."""
    announce(board.topic_id, f"scale:{board.id}")
    if board.phase.asks_a_number and (people := who_answered(board.phase.id)):
        announce(board.topic_id, f"scale:{board.id}", to=" ".join(f"person:{person}" for person in people))


def register_scales(app) -> None:
    app.jinja_env.globals.update(own_scale_answer=own_answer, shown_distribution=shown_distribution, scale_ends=ends)
    part_renderer(app, "scale", render_scale)
    part_renderer(app, "scale-result", render_scale_result)
    app.extensions["another_phase"].append(tell_of_the_question)
    app.register_blueprint(scales)
