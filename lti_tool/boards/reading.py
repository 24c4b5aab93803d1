"""Reads a board for showing: few queries, however many notes there are."""
from collections import defaultdict

import sqlalchemy as sa
from sqlalchemy.orm import contains_eager

from ..access.secret import holds_mark
from ..db import db, now
from ..files import attachments_of
from .board import Board
from .column import Column
from .note import Note, is_shared
from .phase import Phase


def notes_of_columns(column_ids) -> dict[int, list[Note]]:
    """All notes that stand on the board, by column, in their order, also those in stacks and those that are hidden: for counting and exports."""
    by_column = defaultdict(list)
    notes = db.session.scalars(sa.select(Note).where(Note.column_id.in_(column_ids), is_shared()).order_by(Note.position, Note.id))
    for note in notes:
        by_column[note.column_id].append(note)
    return by_column


def files_of(notes: dict[int, list[Note]]) -> dict:
    """note's part -> its pictures and files, for all these notes at once."""
    return attachments_of([note.part for column in notes.values() for note in column])


def own_notes(board_id: int, viewpoint) -> list[int]:
    """Those which the person wrote, and those without an author that this browser's secret signed."""
    nameless = sa.and_(Note.author_id.is_(None), Note.secret_mark.is_not(None))
    rows = db.session.execute(sa.select(Note.id, Note.secret_mark).where(Note.activity_id == board_id, sa.or_(Note.author_id == viewpoint.person, nameless)))
    return [number for number, mark in rows if mark is None or holds_mark(mark, f"note:{number}", viewpoint.person)]


def deleted_notes(board_id: int, viewpoint) -> list[Note]:
    """The deleted notes of columns that still stand: for facilitators all, for others those that they deleted of their own."""
    query = (sa.select(Note).join(Note.column).options(contains_eager(Note.column))
             .where(Note.activity_id == board_id, Note.deleted_at.is_not(None), Column.deleted_at.is_(None)).order_by(Note.deleted_at.desc()))
    notes = [note for note in db.session.scalars(query) if note.in_sight_of(viewpoint)]
    return notes if viewpoint.facilitates else [note for note in notes if note.is_by(viewpoint) and not note.deleted_by_facilitator]


def counts(board_ids, since, person_id: int) -> dict[int, tuple[int, int]]:
    """board -> (notes, those of other people since that instant), of what stands on the board."""
    by_others = Note.author_id.is_distinct_from(person_id)
    new = sa.func.sum(sa.case((sa.and_(Note.made_at > since, by_others), 1), else_=0)) if since else sa.literal(0)
    rows = db.session.execute(
        sa.select(Note.activity_id, sa.func.count(), new).join(Column, Column.id == Note.column_id)
        .where(Note.activity_id.in_(board_ids), is_shared(), Column.deleted_at.is_(None)).group_by(Note.activity_id))
    return {board: (count, new or 0) for board, count, new in rows}


def concealed_columns():
    """Of a note: that it is in a phase in which notes are hidden."""
    hiding = sa.select(Phase.id).where(Phase.hides_notes, sa.or_(Phase.reveals_at.is_(None), Phase.reveals_at > now()))
    return Note.column_id.in_(sa.select(Column.id).where(Column.phase_id.in_(hiding)))


def workshops(board_ids) -> set[int]:
    """Those which the interface calls workshops: made as one, or with a second phase."""
    phases = sa.select(Phase.board_id).where(Phase.board_id.in_(board_ids), Phase.deleted_at.is_(None)).group_by(Phase.board_id).having(sa.func.count() > 1)
    return set(db.session.scalars(sa.select(Board.id).where(Board.id.in_(board_ids), Board.made_as_workshop | Board.id.in_(phases))))


def pictures(board_ids, columns_shown=4, notes_shown=3) -> dict[int, list[list[str]]]:
    """board -> for its first columns the colours of their first notes: a small drawing of it."""
    columns = db.session.execute(sa.select(Column.id, Column.activity_id).where(Column.activity_id.in_(board_ids), Column.deleted_at.is_(None))
                                 .order_by(Column.position, Column.id)).all()
    colour = sa.case((concealed_columns(), "stone"), else_=Note.colour).label("colour")  # a colour would tell of a hidden note
    place = sa.func.row_number().over(partition_by=Note.column_id, order_by=(Note.position, Note.id)).label("place")
    first = sa.select(Note.column_id, colour, place).where(Note.activity_id.in_(board_ids), is_shared()).subquery()
    colours = defaultdict(list)
    for column, colour in db.session.execute(sa.select(first.c.column_id, first.c.colour).where(first.c.place <= notes_shown)
                                             .order_by(first.c.column_id, first.c.place)):
        colours[column].append(colour)
    drawn = defaultdict(list)
    for column, board in columns:
        if len(drawn[board]) < columns_shown:
            drawn[board].append(colours[column])
    return drawn
