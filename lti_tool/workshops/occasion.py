"""When a workshop is held, where people meet, what it is for, and which place it has in a series. One row for a board, which needs none of it."""
import sqlalchemy as sa
from flask_babel import gettext as _
from sqlalchemy.orm import Mapped, contains_eager, mapped_column, relationship

from ..activities import DRAFT
from ..boards import Board
from ..db import Instant, Position, Wording, Words, between, db, now
from ..web import Refusal
from .series import Series

LINK_LIMIT, WORKSHOPS_AT_MOST = 2000, 30


class SeriesIsFull(Refusal):
    status = 409

    def words(self):
        return (_("The series is full"), _("A series has at most %(number)s workshops.", number=WORKSHOPS_AT_MOST), _("Take one out of it, or make another series."))


class IsInAnotherSeries(Refusal):
    status = 409

    def words(self):
        return (_("It is in another series"), _("A workshop belongs to one series at most, and this one has a place in another already."),
                _("Take it out of that series first, or choose another workshop."))


class IsNotInTheSeries(Refusal):
    """Somebody has taken the workshop out meanwhile, or its board was deleted."""

    status = 409

    def words(self):
        return (_("It is no longer in the series"), _("Somebody has taken the workshop out of the series, or deleted it."),
                _("Load the page again to see the series as it is now."))


class Occasion(db.Model):
    __tablename__ = "occasion"
    board_id: Mapped[int] = mapped_column(sa.ForeignKey("board.id", ondelete="CASCADE"), primary_key=True)
    series_id: Mapped[int | None] = mapped_column(sa.ForeignKey("series.id", ondelete="SET NULL"), index=True)
    position: Mapped[str | None] = mapped_column(Position())  # in the series
    goal: Mapped[Wording] = mapped_column(Words, default=Wording)
    starts_at: Mapped[object | None] = mapped_column(Instant)
    ends_at: Mapped[object | None] = mapped_column(Instant)
    meeting_link: Mapped[str] = mapped_column(sa.String(LINK_LIMIT), default="")
    languages: Mapped[list] = mapped_column(sa.JSON, default=list)  # that are spoken
    told_early: Mapped[bool] = mapped_column(default=False)  # participants see title and time while the board is a draft
    sequence: Mapped[int] = mapped_column(default=0)  # how often it has changed: calendars take the latest
    changed_at: Mapped[object] = mapped_column(Instant)
    board: Mapped[Board] = relationship()

    def in_sight_of(self, viewpoint) -> bool:
        """That it is held at all; its board may still be out of sight."""
        return self.board.deleted_at is None and (viewpoint.facilitates or self.board.state != DRAFT or self.told_early)

    @property
    def is_over(self) -> bool:
        return self.ends_at is not None and self.ends_at <= now()

    @property
    def is_going_on(self) -> bool:
        return self.starts_at is not None and self.starts_at <= now() < self.ends_at

    def describe(self, goal: Wording, starts_at, ends_at, meeting_link: str, languages: list[str], told_early: bool) -> None:
        self.goal, self.starts_at, self.ends_at, self.meeting_link, self.languages, self.told_early = goal, starts_at, ends_at, meeting_link, languages, told_early
        self.sequence, self.changed_at = (self.sequence or 0) + 1, now()
        self.board.announce(f"bar:{self.board_id}")
        if self.series_id:
            db.session.get(Series, self.series_id).changed()
        else:
            self.board.announce_at_home()

    def move_after(self, other: "Occasion | None") -> None:
        """Puts it behind `other` in its series, or first."""
        rest = sa.select(sa.func.min(Occasion.position)).where(Occasion.series_id == self.series_id, Occasion.board_id != self.board_id)
        following = db.session.scalar(rest.where(Occasion.position > other.position) if other else rest)
        self.position = between(other.position if other else None, following)

    def leave_series(self) -> None:
        """What is known of its time stays."""
        self.series_id = self.position = None


def occasion_of(board_id: int) -> Occasion | None:
    return db.session.get(Occasion, board_id)


def make_occasion(board: Board) -> Occasion:
    """The board's, made if there is none yet."""
    occasion = occasion_of(board.id)
    if occasion is None:
        occasion = Occasion(board_id=board.id, board=board, goal=Wording(), meeting_link="", languages=[], told_early=False, sequence=0, changed_at=now())
        db.session.add(occasion)
        db.session.flush()
    return occasion


def occasions_in(*series_ids: int) -> list[Occasion]:
    """Those whose boards stand, in the order of each series, with their boards."""
    return list(db.session.scalars(
        sa.select(Occasion).join(Occasion.board).options(contains_eager(Occasion.board)).where(Occasion.series_id.in_(series_ids), Board.deleted_at.is_(None))
        .order_by(Occasion.series_id, Occasion.position, Occasion.board_id)))


def add_to_series(series: Series, board: Board) -> Occasion:
    """At its end. Once more changes nothing. Raises SeriesIsFull and IsInAnotherSeries."""
    occasion = make_occasion(board)
    if occasion.series_id == series.id:
        return occasion
    other = occasion.series_id and db.session.get(Series, occasion.series_id)
    if other and other.deleted_at is None:
        raise IsInAnotherSeries
    if len(occasions_in(series.id)) >= WORKSHOPS_AT_MOST:
        raise SeriesIsFull
    last = db.session.scalar(sa.select(sa.func.max(Occasion.position)).where(Occasion.series_id == series.id))
    occasion.series_id, occasion.position = series.id, between(last, None)
    db.session.flush()
    return occasion


def place_in(series: Series, board_id: int | None) -> Occasion:
    """The place of that board in the series. Raises IsNotInTheSeries."""
    occasion = next((occasion for occasion in occasions_in(series.id) if occasion.board_id == board_id), None)
    if occasion is None:
        raise IsNotInTheSeries
    return occasion
