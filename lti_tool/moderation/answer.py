"""What an author says to what was done about theirs. It names nobody: whoever may see the thing as its author wrote it."""
import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ..activities import Activity
from ..db import Instant, db
from .log import LogEntry

ANSWER_LIMIT = 1000


class AuthorAnswer(db.Model):
    __tablename__ = "moderation_answer"
    id: Mapped[int] = mapped_column(primary_key=True)
    entry_id: Mapped[int] = mapped_column(sa.ForeignKey("moderation_log.id", ondelete="CASCADE"), index=True)
    text: Mapped[str]
    at: Mapped[object] = mapped_column(Instant)  # the day, where no author is kept
    seen_at: Mapped[object | None] = mapped_column(Instant)  # a facilitator has taken it from the queue
    entry: Mapped[LogEntry] = relationship(lazy="joined", innerjoin=True)
    __table_args__ = {"sqlite_autoincrement": True}


def add_answer(entry: LogEntry, thing, text: str) -> AuthorAnswer:
    answer = AuthorAnswer(entry_id=entry.id, entry=entry, text=text, at=thing.moment())
    db.session.add(answer)
    db.session.flush()
    return answer


def answers_to(entries) -> dict[int, list[AuthorAnswer]]:
    """entry -> its answers in their order, with one question."""
    found = {entry.id: [] for entry in entries}
    for answer in db.session.scalars(sa.select(AuthorAnswer).where(AuthorAnswer.entry_id.in_(found)).order_by(AuthorAnswer.id)) if found else ():
        found[answer.entry_id].append(answer)
    return found


def unseen_answers(course_id: int) -> list[AuthorAnswer]:
    return list(db.session.scalars(sa.select(AuthorAnswer).join(LogEntry, LogEntry.id == AuthorAnswer.entry_id).join(Activity, Activity.id == LogEntry.activity_id)
                                   .where(Activity.course_id == course_id, Activity.deleted_at.is_(None), AuthorAnswer.seen_at.is_(None)).order_by(AuthorAnswer.id)))


def answers_seen(part: str, at) -> None:
    """Whatever is done about the thing is done knowing what its author has said."""
    for answer in db.session.scalars(sa.select(AuthorAnswer).join(LogEntry, LogEntry.id == AuthorAnswer.entry_id)
                                     .where(LogEntry.thing == part, AuthorAnswer.seen_at.is_(None))).all():
        answer.seen_at = at
