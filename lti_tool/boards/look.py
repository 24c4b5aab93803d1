"""A facilitator asks for the name behind one note whose author is hidden from peers. Each look is a row that the author can read."""
import sqlalchemy as sa
from flask import Blueprint, abort, render_template
from sqlalchemy.orm import Mapped, mapped_column

from ..access import FACILITATE, find, here
from ..activities.anonymity import HIDDEN_FROM_PEERS
from ..db import Instant, db, now
from ..people.membership import name_in_course
from ..web import answered_in_page
from .board import Board
from .dialogs import dialog
from .note import Note
from .parts import board_context

looks = Blueprint("looks", __name__)


class Look(db.Model):
    __tablename__ = "look"
    id: Mapped[int] = mapped_column(primary_key=True)
    activity_id: Mapped[int] = mapped_column(sa.ForeignKey("activity.id", ondelete="CASCADE"), index=True)
    thing: Mapped[str] = mapped_column(index=True)  # "note:7"
    author_id: Mapped[int] = mapped_column(sa.ForeignKey("person.id", ondelete="CASCADE"), index=True)
    facilitator_id: Mapped[int | None] = mapped_column(sa.ForeignKey("person.id", ondelete="SET NULL"), index=True)
    at: Mapped[object] = mapped_column(Instant)
    __table_args__ = {"sqlite_autoincrement": True}


def looks_at(thing: str) -> list[Look]:
    return list(db.session.scalars(sa.select(Look).filter_by(thing=thing).order_by(Look.id)))


def note_with_hidden_author(note_id: int) -> Note:
    """404 for every other level: where no name may be asked for, there is no such question."""
    note = find(Note, note_id, to=FACILITATE)
    if note.anonymity != HIDDEN_FROM_PEERS or note.author_id is None:
        abort(404)
    return note


@looks.get("/notes/<int:note_id>/look")
def ask(note_id):
    note = note_with_hidden_author(note_id)
    board = db.session.get(Board, note.activity_id)
    return dialog("boards/_look.html", back=board, note=note, name=None, **board_context(board))


@looks.post("/notes/<int:note_id>/look")
def look(note_id):
    note = note_with_hidden_author(note_id)
    board, viewer = db.session.get(Board, note.activity_id), here()
    db.session.add(Look(activity_id=board.id, thing=note.part, author_id=note.author_id, facilitator_id=viewer.person, at=now()))
    name = name_in_course(board.course_id, note.author_id)
    if answered_in_page():
        return render_template("boards/_look_part.html", name=name)
    return dialog("boards/_look.html", back=board, note=note, name=name, **board_context(board))
