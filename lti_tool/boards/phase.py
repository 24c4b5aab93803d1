"""A phase of a board: what people are asked to do now. Columns belong to a phase."""
import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from ..db import Instant, Position, Wording, Words, db, now

PROMPT_LIMIT = 2000


class Phase(db.Model):
    __tablename__ = "phase"
    id: Mapped[int] = mapped_column(primary_key=True)
    board_id: Mapped[int] = mapped_column(sa.ForeignKey("board.id", ondelete="CASCADE"), index=True)
    title: Mapped[Wording] = mapped_column(Words)
    prompt: Mapped[Wording] = mapped_column(Words)
    # What people can do in this phase besides writing
    comments: Mapped[bool] = mapped_column(default=True, server_default=sa.true())
    reactions: Mapped[bool] = mapped_column(default=True, server_default=sa.true())
    votes_each: Mapped[int] = mapped_column(default=0, server_default="0")  # 0: there is no voting
    voting_open: Mapped[bool] = mapped_column(default=False, server_default=sa.false())
    votes_shown: Mapped[bool] = mapped_column(default=False, server_default=sa.false())  # nobody sees totals before
    hides_notes: Mapped[bool] = mapped_column(default=False, server_default=sa.false())  # everybody sees only their own, until they are revealed
    reveals_at: Mapped[object | None] = mapped_column(Instant)  # by itself, if a facilitator has set a time
    position: Mapped[str] = mapped_column(Position())
    __table_args__ = {"sqlite_autoincrement": True}

    @property
    def notes_are_hidden(self) -> bool:
        return self.hides_notes and (self.reveals_at is None or now() < self.reveals_at)
