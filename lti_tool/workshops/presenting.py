"""What facilitators put before everybody: one note, or a place to come to. An offer: nobody's page is moved, and nobody is led back unasked."""
import sqlalchemy as sa
from flask_babel import gettext as _
from sqlalchemy.orm import Mapped, mapped_column

from ..boards import Board, Column, Note
from ..db import db
from ..web import Refusal


class Presented(db.Model):
    __tablename__ = "presented"
    board_id: Mapped[int] = mapped_column(sa.ForeignKey("board.id", ondelete="CASCADE"), primary_key=True, autoincrement=False)
    note_id: Mapped[int | None] = mapped_column(sa.ForeignKey("note.id", ondelete="SET NULL"), index=True)
    column_id: Mapped[int | None] = mapped_column(sa.ForeignKey("column.id", ondelete="SET NULL"), index=True)  # where everybody is asked to come
    number: Mapped[int] = mapped_column(default=0, server_default="0")  # grows with each call, so that the same place can be called again


class CannotBePresented(Refusal):
    status = 409

    def words(self):
        return (_("It cannot be shown to everybody now"), _("It has been deleted, is hidden, or belongs to another phase."), _("Show the notes or its phase first, then present it."))


def presented_on(board: Board) -> Presented | None:
    return db.session.get(Presented, board.id)


def present_note(board: Board, note: Note | None) -> None:
    """Instead of what was presented before; None: nothing more. Raises CannotBePresented."""
    if note is not None and not can_be_seen_by_all(board, note):
        raise CannotBePresented
    row(board).note_id = note and note.id


def call_to(board: Board, column: Column | None) -> None:
    """Asks everybody to come to that column; None: no longer. Raises CannotBePresented."""
    if column is not None and (column.activity_id != board.id or column.deleted_at is not None or not column.is_on_paper):
        raise CannotBePresented
    called = row(board)
    called.column_id = column and column.id
    called.number += 1


def can_be_seen_by_all(board: Board, note: Note) -> bool:
    return note.activity_id == board.id and note.is_on_board and note.column.is_on_paper and not note.column.phase.notes_are_hidden


def row(board: Board) -> Presented:
    known = presented_on(board)
    if known is None:
        known = Presented(board_id=board.id, number=0)
        db.session.add(known)
    return known


def forget_presented(board: Board) -> None:
    """Another phase is shown: what was before everybody has been dealt with."""
    if (known := presented_on(board)) is not None:
        known.note_id = known.column_id = None
