"""A phase of a workshop whose kind is "feedback": the board leads to its form, and facilitators make one where there is none yet."""
from flask import Blueprint, render_template, url_for

from ..access import FACILITATE, find
from ..activities import Activity
from ..boards import Board, Phase
from ..db import Wording, db
from ..feedback import FeedbackForm, form_of_phase, make_form
from ..feedback.question import OWN_AT_MOST
from ..live import announce
from ..web import leads_to

feedback_phase = Blueprint("feedback_phase", __name__)
KIND = "feedback"


def bar(board: Board, phase: Phase, viewpoint, **_given) -> str:
    """In the bar of a board: one click to the form. Rendered for many at once, so it says nothing of whoever looks."""
    if phase.kind != KIND:
        return ""
    form = form_of_phase(board.id, phase.id)
    if form is not None and not form.in_sight_of(viewpoint):
        form = None
    return render_template("workshops/_feedback_bar.html", board=board, form=form, viewpoint=viewpoint)


@feedback_phase.post("/boards/<int:board_id>/feedback")
def ask(board_id):
    """To the form of the phase that is shown; the first who asks makes it. Two at once are one after the other: the board's topic is locked."""
    board = find(Board, board_id, to=FACILITATE)
    phase = board.phase
    form = form_of_phase(board.id, phase.id) or make_form(board.course, board.title, own_questions(phase), activity_id=board.id, phase_id=phase.id)
    return leads_to(url_for("feedback.show", form_id=form.id))


def own_questions(phase: Phase) -> list[tuple[str, Wording]]:
    """Those which the design brought along, as many as a form has room for."""
    return [(question["kind"], Wording(question["text"])) for question in phase.questions[:OWN_AT_MOST]]


def tell_board(form: FeedbackForm) -> None:
    """There is a form now, it opened, or it closed: the bars of open pages show it. Nothing is told of answers."""
    activity = form.activity_id and db.session.get(Activity, form.activity_id)
    if activity and activity.kind == "board":
        announce(activity.topic_id, f"bar:{activity.id}")
