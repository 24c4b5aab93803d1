"""The board as a page, its columns anew, its deleted things, and adding columns to it."""
from flask import Blueprint, g, render_template, request, url_for

from ..access import FACILITATE, SEE, find, here
from ..db import db, now
from ..live import announce, answer_parts, head_of, operation_done, remember_operation
from ..web import answered_in_page, leads_to, take_wording, thing_number
from .act import Act
from .board import Board
from .column import PROMPT_LIMIT, TITLE_LIMIT
from .dialogs import colour_taken, dialog
from .note import COLOURS
from .parts import board_context, default_colour_names
from .reading import deleted_notes, own_notes
from .standing import Standing
from .vote import own_votes

boards = Blueprint("boards", __name__)


def columns_context(board: Board) -> dict:
    viewer = here()
    columns, context = board.columns(), board_context(board)
    standing = Standing(columns, viewer.own)
    by_votes = request.args.get("sort") == "votes" and context["phase"].votes_shown
    if by_votes:
        standing.sort_by_votes()
    return dict(columns=columns, mine=own_notes(board.id, viewer.own), my_votes=own_votes(context["phase"], viewer.person), by_votes=by_votes,
                viewpoint=viewer.own, note_language=g.person.note_language, page=True, **standing.context, **context)


@boards.get("/boards/<int:board_id>")
def show(board_id):
    board = find(Board, board_id, to=SEE)
    seq = head_of(board.topic_id)  # first: what follows may be newer than this number, never older
    return render_template("boards/show.html", seq=seq, act=offered_act(), welcomed=g.membership.welcomed_at, **columns_context(board))


def offered_act() -> Act | None:
    """The act that was just done with a plain form: the page offers to undo it."""
    number = request.args.get("act", type=thing_number)
    act = db.session.get(Act, number) if number else None
    return act if act and act.is_by(here().own) and act.can_be_offered else None


@boards.get("/boards/<int:board_id>/parts")
def parts(board_id):
    board = find(Board, board_id, to=SEE)
    seq = head_of(board.topic_id)
    context = columns_context(board)
    return render_template("boards/_anew.html", **context), {
        "Live-Seq": str(seq), "X-Mine": " ".join(map(str, context["mine"])), "X-Votes": " ".join(map(str, context["my_votes"])), "X-Role": here().role}


@boards.get("/boards/<int:board_id>/columns")
def new_column(board_id):
    board = find(Board, board_id, to=FACILITATE)
    return dialog("boards/_column_form.html", back=board, column=None, **board_context(board))


@boards.post("/boards/<int:board_id>/columns")
def add_column(board_id):
    board = find(Board, board_id, to=FACILITATE)
    if not (part := operation_done(board.topic_id)):
        languages = board.course.languages
        column = board.add_column(take_wording("title", TITLE_LIMIT, languages, required=True, one_line=True),
                                  take_wording("prompt", PROMPT_LIMIT, languages), colour_taken(), by=here().person)
        part = column.part
        remember_operation(board.topic_id, part)
        announce(board.topic_id, part)
    if not answered_in_page():
        return leads_to(url_for("boards.show", board_id=board.id))
    return answer_parts(here(), part)


@boards.get("/boards/<int:board_id>/settings")
def settings(board_id):
    board = find(Board, board_id, to=FACILITATE)
    return dialog("boards/_board_form.html", back=board, defaults=default_colour_names(), **board_context(board))


@boards.post("/boards/<int:board_id>/settings")
def change_settings(board_id):
    board = find(Board, board_id, to=FACILITATE)
    languages = board.course.languages
    board.title = take_wording("title", TITLE_LIMIT, languages, board.title, required=True, one_line=True)
    board.colour_names = {colour: dict(take_wording(f"colour-{colour}", 40, languages, board.colour_names.get(colour), one_line=True)) for colour in COLOURS}
    board.set_prompt(take_wording("prompt", PROMPT_LIMIT, languages, board.phase.prompt))
    return leads_to(url_for("boards.show", board_id=board.id))


@boards.get("/boards/<int:board_id>/deleted")
def deleted(board_id):
    board = find(Board, board_id, to=SEE)
    viewer = here()
    facilitates = viewer.own.facilitates
    return render_template("boards/deleted.html", notes=deleted_notes(board.id, viewer.own), at=now(),
                           columns=board.columns(deleted=True) if facilitates else [], viewpoint=viewer.own, **board_context(board))
