"""What facilitators do with a column, and telling that somebody writes in it."""
from flask import Blueprint, request, url_for
from flask_babel import gettext as _

from ..access import CONTRIBUTE, FACILITATE, find, here
from ..activities.colours import colour_taken
from ..activities.activity import OPEN
from ..db import db
from ..live import operation_done, tell
from ..web import Unsuitable, leads_to, reads, take_wording, thing_number
from .board import Board
from .column import PROMPT_LIMIT, TITLE_LIMIT, Column, ColumnIsGone
from .dialogs import dialog, do_once, done, done_already, per_group_taken
from .parts import board_context

columns = Blueprint("columns", __name__)


def act_on(column_id: int, act):
    """Finds the column, does the act once, and answers. Raises ColumnIsGone when it was deleted meanwhile."""
    def act_on_standing(column, _viewer):
        if column.deleted_at is not None:
            raise ColumnIsGone
        return act(column)
    return do_once(find(Column, column_id, to=FACILITATE), act_on_standing)


def from_phase(column_id: int, answer):
    """Whoever prepares a phase goes back to its form; others get `answer`."""
    if request.form.get("then") != "phase":
        return answer
    return leads_to(url_for("phases.edit", phase_id=db.session.get(Column, column_id).phase_id, _anchor="columns"))


@columns.get("/columns/<int:column_id>")
def edit(column_id):
    column = find(Column, column_id, to=FACILITATE)
    board = db.session.get(Board, column.activity_id)
    return dialog("boards/_column_form.html", back=board, column=column, back_to_phase=request.args.get("then") == "phase", **board_context(board))


@columns.post("/columns/<int:column_id>")
def change(column_id):
    def describe(column):
        languages = column.activity.course.languages
        return column.describe(take_wording("title", TITLE_LIMIT, languages, column.title, required=True, one_line=True),
                               take_wording("prompt", PROMPT_LIMIT, languages, column.prompt), colour_taken(), per_group_taken(column.per_group), here().person)
    return from_phase(column_id, act_on(column_id, describe))


@columns.get("/columns/<int:column_id>/position")
def choose_position(column_id):
    column = find(Column, column_id, to=FACILITATE)
    board = db.session.get(Board, column.activity_id)
    return dialog("boards/_column_move.html", back=board, column=column, others=[c for c in board.columns_on_paper() if c is not column],
                  **board_context(board))


@columns.post("/columns/<int:column_id>/position")
def move(column_id):
    def move_after(column):
        after = request.form.get("after", type=thing_number)
        other = db.session.get(Column, after) if after else None
        if after and (other is None or other.activity_id != column.activity_id or other is column):
            raise Unsuitable("after", _("That place is not on this board."))
        return column.move_after(other, here().person)
    return act_on(column_id, move_after)


@columns.post("/columns/<int:column_id>/lock")
def lock(column_id):
    return act_on(column_id, lambda column: column.set_locked(request.form.get("locked") == "yes", here().person))


@columns.post("/columns/<int:column_id>/writing")
@reads
def somebody_writes(column_id):
    """Tells the others, without a name and without keeping anything. On a draft nobody needs to know."""
    column = find(Column, column_id, to=CONTRIBUTE)
    viewer = here()
    if column.activity.state == OPEN and column.takes_notes_of(viewer.own):
        tell(viewer.topic, "writing", column.id, besides=viewer.person)
    return "", 204


@columns.post("/columns/<int:column_id>/deletion")
def delete(column_id):
    return from_phase(column_id, act_on(column_id, lambda column: column.delete(here().person)))


@columns.post("/columns/<int:column_id>/restoration")
def restore(column_id):
    column = find(Column, column_id, to=FACILITATE)
    if not operation_done(here().topic) and column.deleted_at is not None:
        return done(column, column.restore(here().person))
    return done_already(column.part, column.activity_id)
