"""Presenting one note, and asking everybody to come to a place. Shown in the bar of the board."""
from flask import Blueprint, render_template

from ..access import FACILITATE, find
from ..boards import Board, Column, Note, Phase
from ..boards.leading import lead
from ..db import db
from ..live import Viewpoint
from ..web import current_language
from .presenting import call_to, can_be_seen_by_all, present_note, presented_on

presenting = Blueprint("presenting", __name__)


@presenting.post("/notes/<int:note_id>/presented")
def present(note_id):
    note = find(Note, note_id, to=FACILITATE)
    return lead(note.activity_id, lambda board: present_note(board, note.top))


@presenting.post("/columns/<int:column_id>/call")
def call(column_id):
    column = find(Column, column_id, to=FACILITATE)
    return lead(column.activity_id, lambda board: call_to(board, column))


@presenting.post("/boards/<int:board_id>/presented")
def present_no_more(board_id):
    return lead(board_id, lambda board: present_note(board, None))


@presenting.post("/boards/<int:board_id>/call")
def call_no_more(board_id):
    return lead(board_id, lambda board: call_to(board, None))


def presented_bar(board: Board, phase: Phase, viewpoint: Viewpoint) -> str:
    known = presented_on(board)
    if known is None or not (known.note_id or known.column_id):
        return ""
    note, column = known.note_id and db.session.get(Note, known.note_id), known.column_id and db.session.get(Column, known.column_id)
    note = note.top if note and can_be_seen_by_all(board, note) else None
    column = column if column and column.deleted_at is None and column.is_on_paper else None
    return render_template("workshops/_presented.html", board=board, note=note, column=column, number=known.number, viewpoint=viewpoint,
                           reading=(current_language(), *board.course.languages))


def acts_with_note(number: int, note: Note | None, viewpoint: Viewpoint) -> str:
    """In a note's menu; on a board once for all notes."""
    return render_template("workshops/_note_acts.html", number=number, note=note) if note is None or viewpoint.facilitates else ""


def acts_with_column(column: Column, page: bool = False) -> str:
    return render_template("workshops/_column_acts.html", column=column, page=page)
