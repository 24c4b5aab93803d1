"""Taking a board along: choosing what, and the files."""
from flask import Blueprint, render_template, request
from flask_babel import gettext as _

from ..access import FACILITATE, find, here
from ..web import Unsuitable, saved_as
from .board import Board
from .exports import MAKERS, Chosen, export_of
from .exports.words import facts, file_name
from .parts import board_context

exports = Blueprint("exports", __name__)


@exports.get("/boards/<int:board_id>/export")
def choose(board_id):
    board = find(Board, board_id, to=FACILITATE)
    export = export_of(board)
    return render_template("boards/export_choices.html", export=export, facts=facts(export)[3:], viewpoint=here().own, **board_context(board))


@exports.get("/boards/<int:board_id>/export.<any(html, docx, csv, xlsx, json, zip):ending>")
def download(board_id, ending):
    board = find(Board, board_id, to=FACILITATE)
    export = export_of(board, chosen())
    make, kind = MAKERS[ending]
    return saved_as(file_name(export, ending), make(export), kind)


def chosen() -> Chosen:
    """What the form says; everything for whoever opens the address without it."""
    if "chosen" not in request.args:
        return Chosen()
    columns = request.args.getlist("column", type=int)
    if not columns and "columns" in request.args:
        raise Unsuitable("column", _("Choose at least one column."))
    return Chosen(frozenset(columns) if columns else None, "comments" in request.args, "votes" in request.args)
