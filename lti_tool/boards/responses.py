"""What people have answered to the notes of a board: how many comments and reactions each has, and which are one's own."""
from collections import defaultdict
from functools import cached_property

import sqlalchemy as sa

from ..activities.anonymity import HIDDEN_FROM_EVERYBODY
from ..db import db
from .column import Column
from .comment import Comment
from .note import Note
from .reaction import REACTIONS, Reaction, marks_of

COMMENTS = "comment"

# Built once: it runs with every change of a note.
COUNTS = sa.union_all(
    sa.select(Comment.note_id, sa.literal(COMMENTS), sa.func.count()).where(Comment.activity_id == sa.bindparam("board"), Comment.deleted_at.is_(None), Comment.hidden_at.is_(None))
    .group_by(Comment.note_id),
    sa.select(Reaction.note_id, Reaction.kind, sa.func.count()).join(Note).where(Note.activity_id == sa.bindparam("board")).group_by(Reaction.note_id, Reaction.kind))


class Responses:
    """Of one board, for a batch of parts: it asks the database once, or not at all when the `counts` are known."""

    def __init__(self, board_id: int, counts=None):
        self.board_id = board_id
        if counts is not None:
            self._counts = counts

    @cached_property
    def _counts(self) -> list[tuple[int, str, int]]:
        """[(note, kind of reaction or "comment", how many), ...]"""
        return [tuple(row) for row in db.session.execute(COUNTS, {"board": self.board_id})]

    @cached_property
    def comments(self) -> dict[int, int]:
        """note -> how many comments stand under it."""
        return {note: count for note, kind, count in self._counts if kind == COMMENTS}

    @cached_property
    def reactions(self) -> dict[int, list[tuple[str, int]]]:
        """note -> [(kind, how many), ...] in the order in which they are shown."""
        by_note = defaultdict(list)
        for note, kind, count in self._counts:
            if kind in REACTIONS:
                by_note[note].append((kind, count))
        return {note: sorted(counts, key=lambda pair: REACTIONS.index(pair[0])) for note, counts in by_note.items()}


def comments_of(note: Note) -> list[Comment]:
    """Those that stand under the note, in the order in which they were written."""
    return list(db.session.scalars(sa.select(Comment).filter_by(note_id=note.id, deleted_at=None, hidden_at=None).order_by(Comment.id)))


def own_reactions(board_id: int, person: int) -> list[str]:
    """["7:thanks", ...] which the person has given on the board."""
    rows = db.session.execute(sa.select(Reaction.note_id, Note.anonymity, Reaction.kind, Reaction.reactor).join(Note).where(Note.activity_id == board_id))
    return own_among(rows, person)


def own_among(rows, person: int) -> list[str]:
    """Of rows (note, its level, kind, mark): those that the person gave, as "7:thanks"."""
    marks = {}
    own = []
    for note, level, kind, mark in rows:
        if note not in marks:
            marks[note] = marks_of(note, level == HIDDEN_FROM_EVERYBODY, person)
        if mark in marks[note]:
            own.append(f"{note}:{kind}")
    return own


def deleted_comments(board_id: int, viewpoint) -> list[Comment]:
    """Of notes that still stand: for facilitators all, for others those that they deleted of their own."""
    query = (sa.select(Comment).join(Comment.note).join(Note.column).options(sa.orm.contains_eager(Comment.note).contains_eager(Note.column))
             .where(Comment.activity_id == board_id, Comment.deleted_at.is_not(None), Note.deleted_at.is_(None), Column.deleted_at.is_(None))
             .order_by(Comment.deleted_at.desc(), Comment.id.desc()))
    comments = [comment for comment in db.session.scalars(query) if comment.in_sight_of(viewpoint)]
    return comments if viewpoint.facilitates else [comment for comment in comments if comment.is_by(viewpoint) and not comment.deleted_by_facilitator]
