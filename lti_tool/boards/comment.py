"""A comment on a note. Its author changes it, facilitators all; it is signed with its board's level of anonymity, as notes are."""
import sqlalchemy as sa
from flask_babel import gettext as _
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ..access import Place
from ..activities import Activity
from ..activities.authorship import Authored
from ..activities.remark import CommentIsDeleted, CommentWasDeletedByAFacilitator, Remark
from ..db import Instant, db, now
from ..moderation import Hideable, IsHidden
from ..web import Refusal
from .note import Note

COMMENT_LIMIT = 2000


class CommentsAreOff(Refusal):
    """In this phase nothing is commented."""

    status = 409

    def words(self):
        return (_("Notes are not commented now"), _("A facilitator has turned comments off for now. Those that are there can still be read."),
                _("Copy your text if you want to keep it, or write it as a note."))


class Comment(Authored, Hideable, Remark, db.Model):
    __tablename__ = "comment"
    conflict_template = "boards/_comment_conflict.html"
    id: Mapped[int] = mapped_column(primary_key=True)
    activity_id: Mapped[int] = mapped_column(sa.ForeignKey("activity.id", ondelete="CASCADE"))
    note_id: Mapped[int] = mapped_column(sa.ForeignKey("note.id", ondelete="CASCADE"), index=True)
    text: Mapped[str]
    language: Mapped[str]
    version: Mapped[int] = mapped_column(default=1)
    made_at: Mapped[object] = mapped_column(Instant)
    edited_at: Mapped[object | None] = mapped_column(Instant)
    deleted_at: Mapped[object | None] = mapped_column(Instant)
    deleted_by_facilitator: Mapped[bool] = mapped_column(default=False, server_default=sa.false())  # of somebody else's comment
    removed_at: Mapped[object | None] = mapped_column(Instant)  # its text was removed for good; a mark stays
    note: Mapped[Note] = relationship(lazy="joined", innerjoin=True)
    __table_args__ = (sa.Index(None, "activity_id", "note_id", "deleted_at"), {"sqlite_autoincrement": True})  # counted for whole boards

    @property
    def part(self) -> str:
        return f"comment:{self.id}"

    @property
    def parts(self) -> tuple[str, ...]:
        return self.part, self.note.part  # the note shows how many there are

    def in_sight_of(self, viewpoint) -> bool:
        """Where its note is; a deleted one for who may restore it."""
        return self.note.in_sight_of(viewpoint) and (self.deleted_at is None and not self.is_hidden or viewpoint.facilitates or self.is_by(viewpoint))

    @property
    def stands(self) -> bool:
        return self.deleted_at is None and not self.is_hidden and self.note.is_on_board

    def must_be_changeable(self, viewpoint) -> None:
        """Raises CommentIsDeleted, IsHidden, and what the note raises."""
        if self.deleted_at is not None:
            raise CommentIsDeleted
        if self.is_hidden:
            raise IsHidden
        self.note.must_be_changeable(viewpoint)
        self.note.column.phase.must_show_notes()

    def must_be_restorable(self, viewpoint) -> None:
        """What a facilitator deleted, facilitators restore. Raises CommentWasDeletedByAFacilitator, and what the note raises."""
        self.note.must_be_changeable(viewpoint)
        self.note.column.phase.must_show_notes()
        if self.deleted_by_facilitator and not viewpoint.facilitates:
            raise CommentWasDeletedByAFacilitator


def must_take_comments(note: Note, viewpoint) -> None:
    """Raises CommentsAreOff, NotesAreHidden, and what the note raises when it is deleted, locked or closed."""
    note.must_be_changeable(viewpoint)
    note.column.phase.must_show_notes()
    if not note.column.at_work.comments:
        raise CommentsAreOff


def add_comment(note: Note, text: str, language: str, by: int) -> Comment:
    """With the board's level of anonymity."""
    board = note.column.activity
    comment = Comment(activity_id=note.activity_id, note_id=note.id, note=note, text=text, language=language, made_at=now())
    db.session.add(comment)
    db.session.flush()
    comment.sign(board.anonymity, by, board.course_id)
    comment.did("added", by, {})
    return comment


def place_of_comment(number: int) -> Place | None:
    row = db.session.execute(sa.select(Activity.course_id, Activity.topic_id).join(Comment).where(Comment.id == number)).one_or_none()
    return Place(*row) if row else None
