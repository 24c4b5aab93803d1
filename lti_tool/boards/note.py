"""A note: one card in a column. Everybody moves any; one changes one's own, facilitators all."""
import sqlalchemy as sa
from flask_babel import gettext as _
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ..access import Place
from ..activities import Activity
from ..activities.anonymity import HIDDEN_FROM_EVERYBODY
from ..activities.authorship import Authored
from ..db import Instant, Position, between, db, now
from ..moderation import Hideable, IsHidden
from ..web import Refusal
from ..activities.act import Act, Undoable
from .column import Column
from .stack import Stackable

NOTE_LIMIT = 1000


class NoteWasChanged(Refusal):
    """Somebody saved the note while it was being edited. Both texts are shown; the person decides."""

    status = 409
    template = "boards/_note_conflict.html"
    is_dialog = True

    def __init__(self, note, text):
        super().__init__()
        self.note, self.text = note, text

    def words(self):
        return (_("The note has been changed meanwhile"), _("Somebody saved a change of their own. Your text is safe."),
                _("Choose which one stays, or combine them."))

    def details(self):
        return {"note": self.note, "text": self.text}


class NoteIsDeleted(Refusal):
    status = 409

    def words(self):
        return (_("The note has been deleted"), _("It was deleted before your change arrived."),
                _("It can be restored from the board's list of deleted notes. Your text is still here."))


class NoteIsRemoved(Refusal):
    """Its text was removed for good: only the mark is left, and nothing is written into it."""

    status = 409

    def words(self):
        return (_("The text has been removed for good"), _("A facilitator removed the text of this note, for example because of client data in it."),
                _("Write a new note without that. Your text is still here."))


class NoteWasDeletedByAFacilitator(Refusal):
    status = 403

    def words(self):
        return (_("A facilitator deleted this note"), _("Only facilitators can restore what a facilitator has deleted."),
                _("If you think it should come back, ask a facilitator of the course."))


class Note(Authored, Hideable, Stackable, Undoable, db.Model):
    __tablename__ = "note"
    id: Mapped[int] = mapped_column(primary_key=True)
    activity_id: Mapped[int] = mapped_column(sa.ForeignKey("activity.id", ondelete="CASCADE"), index=True)
    column_id: Mapped[int] = mapped_column(sa.ForeignKey("column.id", ondelete="CASCADE"))
    text: Mapped[str]
    language: Mapped[str]
    colour: Mapped[str]
    position: Mapped[str] = mapped_column(Position())
    version: Mapped[int] = mapped_column(default=1)
    made_at: Mapped[object] = mapped_column(Instant)
    edited_at: Mapped[object | None] = mapped_column(Instant)
    deleted_at: Mapped[object | None] = mapped_column(Instant)
    deleted_by_facilitator: Mapped[bool] = mapped_column(default=False, server_default=sa.false())  # of somebody else's note
    removed_at: Mapped[object | None] = mapped_column(Instant)  # its text was removed for good; a mark stays
    kept_back: Mapped[bool] = mapped_column(default=False, server_default=sa.false())  # its author keeps it to themselves, also when the others' are shown
    origin_id: Mapped[int | None] = mapped_column(sa.ForeignKey("note.id", ondelete="SET NULL"), index=True)  # the note that was brought here as this one
    stack_id: Mapped[int | None] = mapped_column(sa.ForeignKey("note.id", ondelete="SET NULL"), index=True)  # the note on whose stack it lies
    column: Mapped[Column] = relationship(foreign_keys=[column_id])
    __table_args__ = (sa.Index(None, "column_id", "position"), {"sqlite_autoincrement": True})

    @property
    def part(self) -> str:
        return f"note:{self.id}"

    def in_sight_of(self, viewpoint) -> bool:
        """A deleted note stays in sight of who may restore it; a hidden one is in sight of its author only."""
        if not self.column.in_sight_of(viewpoint):
            return False
        if self.kept_back or self.column.phase.notes_are_hidden:
            return self.is_by(viewpoint)
        return self.is_on_board or viewpoint.facilitates or self.is_by(viewpoint)

    @property
    def is_on_board(self) -> bool:
        return self.deleted_at is None and not self.is_hidden and self.column.deleted_at is None

    def must_be_changeable(self, viewpoint) -> None:
        """Raises NoteIsDeleted, IsHidden, ActivityIsClosed or ColumnIsLocked."""
        if self.deleted_at is not None:
            raise NoteIsDeleted
        if self.is_hidden:
            raise IsHidden
        self.column.must_take_notes(viewpoint)

    def must_be_restorable(self, viewpoint) -> None:
        """What a facilitator deleted, facilitators restore. Raises NoteWasDeletedByAFacilitator."""
        if self.deleted_by_facilitator and not viewpoint.facilitates:
            raise NoteWasDeletedByAFacilitator

    def must_have_text(self) -> None:
        if self.removed_at is not None:
            raise NoteIsRemoved

    def edit(self, text: str, colour: str, language: str, version: int, by: int) -> Act:
        """Raises NoteWasChanged when somebody has edited the note since that `version` (moving it is no reason), and NoteIsRemoved."""
        self.must_have_text()
        if text != self.text and self.was_edited_since(version):
            raise NoteWasChanged(self, text)
        before = self.fields(("text", "colour", "language"))
        self.text, self.colour, self.language, self.edited_at = text, colour, language, self.moment()
        return self.did("edited", by, before)

    def move(self, column: Column, after: "Note | None", by: int) -> Act:
        """To `column`, behind `after` (and its stack), or first. Out of the stack it lies on, with those that lie on it."""
        before = self.fields(("column_id", "position", "stack_id"))
        self.leave_stack()
        self.stand_in(column.id, after.last_of_stack if after else None)
        self.carry()
        return self.did("moved", by, before)

    def stand_in(self, column_id: int, after: "Note | None") -> None:
        self.position = position_in(column_id, after, leaving_out=self.id)
        self.column_id = column_id

    def keep_apart(self) -> None:
        same = db.session.scalar(sa.select(Note).where(Note.column_id == self.column_id, Note.position == self.position, Note.id != self.id).limit(1))
        if same is not None:
            self.position = position_in(self.column_id, same, leaving_out=self.id)

    def keep_back(self, kept: bool) -> None:
        """By its author, for themselves. It leaves a stack: others' notes do not lie on it, nor it on theirs."""
        if kept:
            self.hand_over()
            self.leave_stack()
        self.kept_back = kept

    def delete(self, by: int, as_facilitator: bool = False) -> Act:
        """`as_facilitator`: somebody else's, which then only facilitators restore."""
        self.hand_over()
        self.deleted_at, self.deleted_by_facilitator = self.moment(), as_facilitator
        return self.did("deleted", by, {})

    def restore(self, by: int) -> Act:
        self.deleted_at, self.deleted_by_facilitator = None, False
        self.rejoin_stack()
        from .vote import fit_votes  # which stands on notes
        fit_votes(self.column.at_work, note_id=self.id)
        return self.did("restored", by, {})


    def hide(self) -> str:
        """Its stack goes on without it."""
        self.hand_over()
        return super().hide()

    def show_again(self, was: str) -> None:
        super().show_again(was)
        if self.deleted_at is None:
            self.rejoin_stack()
            from .vote import fit_votes  # which stands on notes
            fit_votes(self.column.at_work, note_id=self.id)


def stands():
    """Of a note, in a query: that it is neither deleted nor hidden by facilitators."""
    return sa.and_(Note.deleted_at.is_(None), Note.hidden_at.is_(None))


def is_shared():
    """Of a note, in a query: that it stands on the board for others too."""
    return sa.and_(stands(), Note.kept_back.is_(False))


def add_note(column: Column, text: str, colour: str, language: str, by: int) -> Note:
    """At the end of its column, with the board's level of anonymity."""
    board = column.activity
    note = Note(activity_id=column.activity_id, column_id=column.id, text=text, colour=colour, language=language,
                position=between(last_in(column.id), None), made_at=now())
    db.session.add(note)
    if board.anonymity == HIDDEN_FROM_EVERYBODY:
        db.session.flush()  # its mark is made of its number
    note.sign(board.anonymity, by, board.course_id)
    db.session.flush()
    note.did("added", by, {})
    return note


LAST = sa.select(sa.func.max(Note.position)).where(Note.column_id == sa.bindparam("column"))


def last_in(column_id: int) -> str | None:
    """The last position of the column; deleted notes keep theirs, for the day they are restored."""
    return db.session.scalar(LAST, {"column": column_id})


def position_in(column_id: int, after: Note | None, leaving_out: int) -> str:
    rest = sa.select(Note.position).where(Note.column_id == column_id, Note.id != leaving_out).order_by(Note.position).limit(1)
    following = db.session.scalar(rest.where(Note.position > after.position) if after else rest)
    return between(after.position if after else None, following)


def parts_of_notes_by(person_id: int) -> list[str]:
    return [f"note:{number}" for number in db.session.scalars(sa.select(Note.id).where(Note.author_id == person_id))]


PLACE = sa.select(Activity.course_id, Activity.topic_id).join(Note).where(Note.id == sa.bindparam("number"))


def place_of_note(number: int) -> Place | None:
    row = db.session.execute(PLACE, {"number": number}).one_or_none()
    return Place(*row) if row else None
