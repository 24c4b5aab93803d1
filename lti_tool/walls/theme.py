"""A theme of a wall: what posts are about. The interface calls it a topic; in the code `Topic` is what `live` has."""
from sqlalchemy.orm import Mapped, mapped_column

from ..db import Wording, Words, db
from .arranged import OnWall

TITLE_LIMIT = 60  # it stands on a small label


class Theme(OnWall, db.Model):
    """Deleted, it stands on no post; restored, on all that had it."""

    __tablename__ = "theme"
    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[Wording] = mapped_column(Words)
    colour: Mapped[str]  # its icon goes with the colour, as on notes
    __table_args__ = {"sqlite_autoincrement": True}
