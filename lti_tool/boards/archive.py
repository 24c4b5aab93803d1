"""A board of the course from which another was copied, as that course's members read it: texts, and nobody's name, region, time or file."""
from collections import defaultdict
from typing import NamedTuple

import sqlalchemy as sa
from flask import render_template
from markupsafe import Markup

from ..db import db
from ..files import things_with_files
from ..web import current_language
from .board import Board
from .column import Column
from .comment import Comment
from .note import Note, is_shared
from .phase import Phase
from .vote import totals


class ReadColumn(NamedTuple):
    column: Column
    notes: list[Note]  # those that lie on no other
    hidden: int  # that have not been shown
    count: int  # with those in stacks


class ReadPhase(NamedTuple):
    phase: Phase
    columns: list[ReadColumn]


def archive(board: Board, until) -> Markup:
    """What was on the board at that moment and still is. Its authors are not even read."""
    phases, notes = board.phases, notes_until(board, until)
    hiding = {phase.id for phase in phases if phase.notes_are_hidden}
    stacks, comments = defaultdict(list), comments_until(board, until)
    shown = {note.id for note in notes}
    columns = []
    for column in board.columns():
        here = [note for note in notes if note.column_id == column.id]
        tops = []
        for note in here if column.phase_id not in hiding else ():
            (stacks[note.stack_id] if note.stack_id in shown else tops).append(note)
        columns.append(ReadColumn(column, tops, 0 if tops else len(here), len(here) if tops else 0))
    return Markup(render_template(
        "boards/_archive.html", phases=[ReadPhase(phase, [c for c in columns if c.column.phase_id == phase.id]) for phase in phases],
        stacks=stacks, comments=comments, with_files=things_with_files(board.id), totals=totals(board.id) if any(phase.votes_shown for phase in phases) else {},
        reading=(current_language(), *board.course.languages)))


def notes_until(board: Board, until) -> list[Note]:
    """In their order. Of those without an author only the day is known: those of that day are read too."""
    return list(db.session.scalars(
        sa.select(Note).where(Note.activity_id == board.id, is_shared(), Note.made_at <= until).order_by(Note.position, Note.id)))


def comments_until(board: Board, until) -> dict[int, list[Comment]]:
    """note -> what was said about it."""
    said = defaultdict(list)
    standing = sa.select(Comment).options(sa.orm.lazyload(Comment.note)).where(
        Comment.activity_id == board.id, Comment.deleted_at.is_(None), Comment.hidden_at.is_(None), Comment.made_at <= until)
    for comment in db.session.scalars(standing.order_by(Comment.id)):
        said[comment.note_id].append(comment)
    return said
