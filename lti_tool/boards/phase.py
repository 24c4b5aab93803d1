"""A phase of a board: what people are asked to do now. Columns belong to a phase."""
import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from ..db import Position, Wording, Words, db

PROMPT_LIMIT = 2000


class Phase(db.Model):
    __tablename__ = "phase"
    id: Mapped[int] = mapped_column(primary_key=True)
    board_id: Mapped[int] = mapped_column(sa.ForeignKey("board.id", ondelete="CASCADE"), index=True)
    title: Mapped[Wording] = mapped_column(Words)
    prompt: Mapped[Wording] = mapped_column(Words)
    position: Mapped[str] = mapped_column(Position())
    __table_args__ = {"sqlite_autoincrement": True}
