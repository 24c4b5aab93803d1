"""What can be found: for each thing (a note, a post in one language, a step of an edition, a title) its words and where it belongs. Who sees it is asked of the thing itself.

Nobody's name or number is kept here: who wrote a thing is asked of the thing, too.
"""
import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from ..db import Instant, db


def number_of(table: str):
    """Of the thing, where it is of that table. With it its entry goes, however it goes."""
    return mapped_column(sa.ForeignKey(f"{table}.id", ondelete="CASCADE"), index=True)


class Entry(db.Model):
    """A kind of thing has its number in a column of its own; `activity_id` is the board or wall itself, or the one on which the thing stands."""

    __tablename__ = "search_entry"
    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    course_id: Mapped[int] = mapped_column(sa.ForeignKey("course.id", ondelete="CASCADE"))
    activity_id: Mapped[int | None] = number_of("activity")
    note_id: Mapped[int | None] = number_of("note")
    theme_id: Mapped[int | None] = number_of("theme")
    post_text_id: Mapped[int | None] = number_of("post_text")
    post_comment_id: Mapped[int | None] = number_of("post_comment")
    series_id: Mapped[int | None] = number_of("series")
    summary_text_id: Mapped[int | None] = number_of("summary_text")
    edition_id: Mapped[int | None] = number_of("edition")
    step_id: Mapped[int | None]  # which step of the edition; it may stand there when it is on no writing table any more
    language: Mapped[str]  # empty: in several
    at: Mapped[object] = mapped_column(Instant)  # what is newer is shown first
    words: Mapped[str]  # as words.py makes them
    __table_args__ = (sa.Index(None, "course_id", "kind", "at"), {"sqlite_autoincrement": True})
