"""Makes a board of what a file says. Its notes belong to nobody here: whoever is named in the file is not believed."""
from datetime import timezone

import sqlalchemy as sa

from ...activities.anonymity import NAMED, REGION_ONLY
from ...db import db, in_a_row, now, today
from ...people import region_numbers
from ...search import write_anew
from ..board import Board, lay_out
from ..note import Note
from .board_file import BoardFile, FiledNote


def take_board(course, file: BoardFile) -> Board:
    """A draft, with the file's notes. Each keeps its level; its region too, if the course has one of that name."""
    board = lay_out(course, file.title, file.layout)
    columns = columns_in_order(board)
    regions = region_numbers(course.id)
    rows = [row_of(note, board.id, columns[note.column], regions) for note in file.notes]
    for column in columns:
        standing = [row for row in rows if row["column_id"] == column]
        for row, position in zip(standing, in_a_row(len(standing))):
            row["position"] = position
    tops = [index for index, note in enumerate(file.notes) if note.stack is None]
    numbers = dict(zip((file.notes[index].number for index in tops), insert([rows[index] for index in tops])))
    insert([{**row, "stack_id": numbers[note.stack]} for note, row in zip(file.notes, rows) if note.stack is not None])
    return board


def columns_in_order(board: Board) -> list[int]:
    """As the file has them: phase by phase."""
    columns = board.columns()
    return [column.id for phase in board.phases for column in columns if column.phase_id == phase.id]


def row_of(note: FiledNote, board_id: int, column_id: int, regions: dict) -> dict:
    made_at = moment_of(note)
    return dict(activity_id=board_id, column_id=column_id, text=note.text, language=note.language, colour=note.colour, version=1, imported=True,
                author_id=None, anonymity=note.anonymity, region_id=regions.get(note.region) if note.anonymity == REGION_ONLY else None,
                made_at=made_at, edited_at=made_at if note.edited else None, removed_at=made_at if note.removed else None, deleted_by_facilitator=False)


def moment_of(note: FiledNote):
    """Only where names are shown is the time finer than the day."""
    if note.anonymity == NAMED:
        return note.made_at or now()
    return (note.made_at or today()).astimezone(timezone.utc).replace(hour=0, minute=0, second=0, microsecond=0)


def insert(rows) -> list[int]:
    if not rows:
        return []
    numbers = list(db.session.scalars(sa.insert(Note).returning(Note.id, sort_by_parameter_order=True), rows))
    write_anew("note", numbers)
    return numbers
