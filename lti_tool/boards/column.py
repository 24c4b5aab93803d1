"""A column of a board: title, prompt, the colour its notes start with; can be locked."""
import sqlalchemy as sa
from flask_babel import gettext as _
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ..access import Place
from ..activities import Activity
from ..db import Instant, Position, Wording, Words, between, db, now
from ..web import Refusal
from ..activities.act import Act, Undoable
from .phase import PROMPT_LIMIT, Phase, PhaseIsDeleted

TITLE_LIMIT, COLUMNS_AT_MOST = 120, 12
__all__ = ["BoardIsFrozen", "COLUMNS_AT_MOST", "Column", "ColumnIsGone", "ColumnIsLocked", "PROMPT_LIMIT", "TITLE_LIMIT", "TooManyColumns"]


class ColumnIsLocked(Refusal):
    """Only facilitators write and move in a locked column."""

    status = 409

    def words(self):
        return (_("The column is locked"), _("A facilitator has locked this column. What stands in it can still be read."),
                _("Choose another column. Your text is still here."))


class ColumnIsGone(Refusal):
    """The column was deleted while somebody wrote in it."""

    status = 409

    def words(self):
        return (_("The column has been deleted"), _("A facilitator deleted this column while you were writing."),
                _("Copy your text to another column. A facilitator can restore the deleted one."))


class BoardIsFrozen(Refusal):
    """Writing is paused for everybody but the facilitators."""

    status = 409

    def words(self):
        return (_("Writing is paused"), _("A facilitator has paused the writing for a moment. Everything can be read."),
                _("Send it again when the writing goes on. Your text is still here."))


class PhaseIsOver(Refusal):
    """The workshop has gone on to another phase while somebody wrote."""

    status = 409

    def words(self):
        return (_("The workshop has gone on"), _("Another phase is shown now, and this column is not part of it."),
                _("What stands there is kept. Copy your text if it belongs to what is asked now, or ask a facilitator to go back."))


class TooManyColumns(Refusal):
    status = 409

    def words(self):
        return (_("The board is full"), _("A board has at most %(number)s columns.", number=COLUMNS_AT_MOST),
                _("Delete a column, or make another board."))


class Column(Undoable, db.Model):
    __tablename__ = "column"
    id: Mapped[int] = mapped_column(primary_key=True)
    activity_id: Mapped[int] = mapped_column(sa.ForeignKey("activity.id", ondelete="CASCADE"), index=True)
    phase_id: Mapped[int] = mapped_column(sa.ForeignKey("phase.id", ondelete="CASCADE"), index=True)
    title: Mapped[Wording] = mapped_column(Words)
    prompt: Mapped[Wording] = mapped_column(Words)
    colour: Mapped[str] = mapped_column(default="sun")
    position: Mapped[str] = mapped_column(Position())
    locked: Mapped[bool] = mapped_column(default=False)
    per_group: Mapped[bool] = mapped_column(default=False, server_default=sa.false())  # every group gets one like it
    group_id: Mapped[int | None]  # whose part of the board it is; known to the rooms above
    version: Mapped[int] = mapped_column(default=1)
    made_at: Mapped[object] = mapped_column(Instant)
    deleted_at: Mapped[object | None] = mapped_column(Instant)
    activity: Mapped[Activity] = relationship(lazy="joined", innerjoin=True)
    phase: Mapped[Phase] = relationship(lazy="joined", innerjoin=True)
    __table_args__ = {"sqlite_autoincrement": True}

    @property
    def part(self) -> str:
        return f"column:{self.id}"

    def in_sight_of(self, viewpoint) -> bool:
        return self.activity.in_sight_of(viewpoint)

    @property
    def is_on_paper(self) -> bool:
        gives_way = self.per_group and self.activity.in_groups and self.group_id is None
        return not gives_way and self.activity.paper_phase_id in (None, self.phase_id)

    @property
    def at_work(self) -> Phase:
        """The phase whose tools are used on its notes: the one that is shown, when that works on this column; else its own."""
        shown = self.activity.shown_phase_id
        return db.session.get(Phase, shown) or self.phase if shown and self.is_on_paper else self.phase

    def must_take_notes(self, viewpoint) -> None:
        """Raises ActivityIsClosed, PhaseIsDeleted, PhaseIsOver, BoardIsFrozen, ColumnIsGone or ColumnIsLocked."""
        self.activity.must_take_contributions()
        if self.phase.deleted_at is not None:
            raise PhaseIsDeleted
        if not self.is_on_paper and not viewpoint.facilitates:
            raise PhaseIsOver
        if self.activity.frozen and not viewpoint.facilitates:
            raise BoardIsFrozen
        if self.deleted_at is not None:
            raise ColumnIsGone
        if self.locked and not viewpoint.facilitates:
            raise ColumnIsLocked

    def takes_notes_of(self, viewpoint) -> bool:
        try:
            self.must_take_notes(viewpoint)
        except Refusal:
            return False
        return True

    def describe(self, title: Wording, prompt: Wording, colour: str, per_group: bool, by: int) -> Act:
        before = self.fields(("title", "prompt", "colour", "per_group"))
        self.title, self.prompt, self.colour, self.per_group = title, prompt, colour, per_group
        return self.did("edited", by, before)

    def set_locked(self, locked: bool, by: int) -> Act:
        before = self.fields(("locked",))
        self.locked = locked
        return self.did("locked" if locked else "unlocked", by, before)

    def move_after(self, other: "Column | None", by: int) -> Act:
        before = self.fields(("position",))
        self.position = self.position_after(other)
        return self.did("moved", by, before)

    def position_after(self, other: "Column | None") -> str:
        """Behind `other`, or first. Deleted columns keep their places, for the day they are restored."""
        rest = sa.select(Column.position).where(Column.activity_id == self.activity_id, Column.id != self.id)
        later = rest.where(Column.position > other.position) if other else rest
        following = db.session.scalar(later.order_by(Column.position).limit(1))
        return between(other.position if other else None, following)

    def keep_apart(self) -> None:
        same = db.session.scalar(sa.select(Column).where(Column.activity_id == self.activity_id, Column.position == self.position,
                                                         Column.id != self.id).limit(1))
        if same is not None:
            self.position = self.position_after(same)

    def delete(self, by: int) -> Act:
        """With its notes, which come back with it."""
        self.deleted_at = now()
        return self.did("deleted", by, {})

    def restore(self, by: int) -> Act:
        """Raises PhaseIsDeleted and TooManyColumns."""
        if self.phase.deleted_at is not None:
            raise PhaseIsDeleted  # it comes back with its phase
        must_have_room(self.phase_id)
        self.deleted_at = None
        from .vote import fit_votes  # which stands on notes, as they do on columns
        fit_votes(self.at_work, column_id=self.id)
        return self.did("restored", by, {})


def must_have_room(phase_id: int) -> None:
    """Raises TooManyColumns."""
    standing = sa.select(sa.func.count()).where(Column.phase_id == phase_id, Column.deleted_at.is_(None), Column.group_id.is_(None))
    if db.session.scalar(standing) >= COLUMNS_AT_MOST:
        raise TooManyColumns


PLACE = sa.select(Activity.course_id, Activity.topic_id).join(Column).where(Column.id == sa.bindparam("number"))


def place_of_column(number: int) -> Place | None:
    row = db.session.execute(PLACE, {"number": number}).one_or_none()
    return Place(*row) if row else None
