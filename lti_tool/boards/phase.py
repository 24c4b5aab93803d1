"""A phase of a board: what people are asked to do now, and with what. Columns belong to a phase."""
from datetime import date

import sqlalchemy as sa
from flask_babel import gettext as _
from sqlalchemy.orm import Mapped, mapped_column

from ..db import Instant, Position, Wording, Words, db, now
from ..web import Refusal
from ..web.days import today_here

PROMPT_LIMIT, SCRIPT_LIMIT, MINUTES_AT_MOST, VOTES_AT_MOST, END_LIMIT = 2000, 4000, 600, 20, 60
PHASES_AT_MOST, DAYS_BEFORE_AT_MOST = 20, 60
FREE, CHECKIN = "free", "checkin"
# What is done in it. A kind chooses words, an icon and what is offered; rules hang on the settings, not on the kind.
KINDS = (CHECKIN, "preassignment", "introduction", "discussion", "joint", "voting", "summary", "feedback", FREE)


class NotesAreHidden(Refusal):
    """Nothing is done with notes that people do not see yet."""

    status = 409

    def words(self):
        return (_("The notes are hidden"), _("Everybody sees only their own notes for now."), _("Try again when a facilitator has shown the notes."))


class PhaseIsGone(Refusal):
    """It was deleted, or is of another board."""

    status = 409

    def words(self):
        return (_("There is no such phase"), _("It has been deleted, or belongs to another workshop."), _("Load the page again to see the phases as they are now."))


class PhaseIsDeleted(Refusal):
    """It was deleted while somebody wrote in it."""

    status = 409

    def words(self):
        return (_("The phase has been deleted"), _("A facilitator deleted this phase while you were writing. What stands in it comes back if they restore it."),
                _("Your text is still here. Copy it to another phase if it belongs there."))


class Phase(db.Model):
    __tablename__ = "phase"
    id: Mapped[int] = mapped_column(primary_key=True)
    board_id: Mapped[int] = mapped_column(sa.ForeignKey("board.id", ondelete="CASCADE"), index=True)
    title: Mapped[Wording] = mapped_column(Words)
    prompt: Mapped[Wording] = mapped_column(Words)
    kind: Mapped[str] = mapped_column(default=FREE, server_default=FREE)
    script: Mapped[Wording] = mapped_column(Words, default=Wording, server_default="{}")  # for facilitators only
    minutes: Mapped[int | None]  # planned
    days_before: Mapped[int | None]  # how many days before the workshop it opens: of a pre-assignment
    # The days for which it is meant, when it is not worked on live. A notice, never a wall.
    opens_on: Mapped[date | None]
    closes_on: Mapped[date | None]
    questions: Mapped[list] = mapped_column(sa.JSON, default=list, server_default="[]")  # of its feedback: {"kind": "rating" | "open", "text": {language: words}}
    has_materials: Mapped[bool] = mapped_column(default=False, server_default=sa.false())  # so that nobody asks for them where there are none
    # A check-in may be answered with a number from 1 to 5. Kept when it is asked in words again, as the answers are.
    scale: Mapped[bool] = mapped_column(default=False, server_default=sa.false())
    scale_low: Mapped[Wording] = mapped_column(Words, default=Wording, server_default="{}")  # what 1 means
    scale_high: Mapped[Wording] = mapped_column(Words, default=Wording, server_default="{}")  # what 5 means
    # The earlier phase of the board whose columns are worked on here, instead of its own. No foreign key: SQLite would have to copy the table, and
    # a number of a phase that is gone means the same as none.
    shows_id: Mapped[int | None]
    # What people can do in this phase besides writing
    comments: Mapped[bool] = mapped_column(default=True, server_default=sa.true())
    reactions: Mapped[bool] = mapped_column(default=True, server_default=sa.true())
    votes_each: Mapped[int] = mapped_column(default=0, server_default="0")  # 0: there is no voting
    voting_open: Mapped[bool] = mapped_column(default=False, server_default=sa.false())
    votes_shown: Mapped[bool] = mapped_column(default=False, server_default=sa.false())  # nobody sees totals before
    hides_notes: Mapped[bool] = mapped_column(default=False, server_default=sa.false())  # everybody sees only their own, until they are revealed
    reveals_at: Mapped[object | None] = mapped_column(Instant)  # by itself, if a facilitator has set a time
    position: Mapped[str] = mapped_column(Position())
    deleted_at: Mapped[object | None] = mapped_column(Instant)
    __table_args__ = {"sqlite_autoincrement": True}

    def in_sight_of(self, viewpoint) -> bool:
        """Itself, with its script: who takes part sees what the board shows of it."""
        return viewpoint.facilitates

    @property
    def asks_a_number(self) -> bool:
        return self.scale and self.kind == CHECKIN

    @property
    def paper_id(self) -> int:
        """The phase whose columns are on the paper in this one."""
        return self.shows_id or self.id

    @property
    def notes_are_hidden(self) -> bool:
        return self.hides_notes and (self.reveals_at is None or now() < self.reveals_at)

    def must_show_notes(self) -> None:
        """Raises NotesAreHidden."""
        if self.notes_are_hidden:
            raise NotesAreHidden

    def hide_notes(self, until=None) -> None:
        """Until a facilitator shows them, or by themselves at that moment."""
        self.hides_notes, self.reveals_at = True, until

    def show_notes(self) -> None:
        self.hides_notes, self.reveals_at = False, None

    def open_voting(self, votes_each: int) -> None:
        """Votes given earlier stay. Totals are hidden again, so that they lead nobody."""
        self.votes_each, self.voting_open, self.votes_shown = votes_each, True, False

    @property
    def is_early(self) -> bool:
        """Its days have not come yet."""
        return self.opens_on is not None and today_here() < self.opens_on

    @property
    def is_late(self) -> bool:
        """Its days are over. Whoever writes now still writes."""
        return self.closes_on is not None and today_here() > self.closes_on
