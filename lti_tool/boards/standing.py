"""What stands on a board for somebody who looks: notes and stacks in their columns, totals that are shown, and how many are hidden."""
from collections import defaultdict

import sqlalchemy as sa

from ..db import db
from .board import Board
from .note import Note, is_shared, stands
from .vote import totals


class Standing:
    """Read with two questions at most, however many notes there are. The columns are of one board."""

    def __init__(self, columns, viewpoint):
        self.notes, self.stacks, self.hidden = defaultdict(list), defaultdict(list), {}  # by column, by top note, by column
        numbers = [column.id for column in columns]
        concealed = {column.id for column in columns if column.phase.notes_are_hidden}
        for column in concealed:
            self.hidden[column] = 0
        query = sa.select(Note).where(Note.column_id.in_(numbers), stands()).order_by(Note.position, Note.id)
        for note in db.session.scalars(query):
            if note.kept_back:
                if note.is_by(viewpoint):
                    self.notes[note.column_id].append(note)
            elif note.column_id in concealed:
                self.hidden[note.column_id] += 1
                if note.is_by(viewpoint):
                    self.notes[note.column_id].append(note)  # also out of a stack: the others in it are hidden
            elif note.stack_id:
                self.stacks[note.stack_id].append(note)
            else:
                self.notes[note.column_id].append(note)
        shown = any(column.at_work.votes_shown for column in columns)
        self.totals = totals(columns[0].activity_id) if shown else {}

    def sort_by_votes(self) -> None:
        """Most votes first; the same number as they stand."""
        for notes in self.notes.values():
            notes.sort(key=lambda note: -self.totals.get(note.id, 0))

    @property
    def context(self) -> dict:
        """For the templates of notes and columns."""
        return {"notes": self.notes, "stacks": self.stacks, "totals": self.totals, "hidden": self.hidden}


# Built once: it runs with every change of a note.
IN_STACKS = (sa.select(Note).where(Note.activity_id == sa.bindparam("board"), Note.stack_id.is_not(None), is_shared())
             .order_by(Note.position, Note.id))


def stacks_and_totals(board: Board) -> tuple[dict[int, list[Note]], dict[int, int]]:
    """(top note -> the notes on it, top note -> votes) of a whole board."""
    stacks = defaultdict(list)
    for note in db.session.scalars(IN_STACKS, {"board": board.id}):
        stacks[note.stack_id].append(note)
    return stacks, totals(board.id) if any(phase.votes_shown for phase in board.phases) else {}


def count_notes(column_id: int) -> int:
    """Also those in stacks, and those that are hidden."""
    return db.session.scalar(sa.select(sa.func.count()).where(Note.column_id == column_id, is_shared()))
