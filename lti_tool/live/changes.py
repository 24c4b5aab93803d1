"""The change log: which part of a topic changed and who may notice, never its content."""
import sqlalchemy as sa
from flask import current_app, g
from sqlalchemy.orm import Mapped, mapped_column

from ..db import after_commit, db

KEPT = 2000  # changes kept for each topic; a page that is further behind loads anew
SWEEP_EVERY = 100


class Topic(db.Model):
    """What a page can listen to: an activity, or a course's home. `seq` is the number of its last change."""

    __tablename__ = "topic"
    id: Mapped[int] = mapped_column(primary_key=True)
    seq: Mapped[int] = mapped_column(sa.BigInteger, default=0)
    __table_args__ = {"sqlite_autoincrement": True}


class Change(db.Model):
    __tablename__ = "change"
    topic_id: Mapped[int] = mapped_column(sa.ForeignKey("topic.id", ondelete="CASCADE"), primary_key=True)
    seq: Mapped[int] = mapped_column(sa.BigInteger, primary_key=True, autoincrement=False)
    part: Mapped[str]  # "note:7"
    audience: Mapped[str]  # words: "everyone", "facilitators person:7"


# Built once: putting a statement together takes as long as running it, and these run with every change.
HEAD = sa.select(Topic.seq).where(Topic.id == sa.bindparam("topic"))
NEXT = (sa.update(Topic.__table__).where(Topic.id == sa.bindparam("topic")).values(seq=Topic.seq + sa.bindparam("more")).returning(Topic.seq))
ADD = sa.insert(Change.__table__)
SINCE = (sa.select(Change.seq, Change.part, Change.audience)
         .where(Change.topic_id == sa.bindparam("topic"), Change.seq > sa.bindparam("since"), Change.seq <= sa.bindparam("head")).order_by(Change.seq))


def lock_topic(topic_id: int) -> None:
    """Waits for its turn at the topic. What is read after this stays true until the commit. On SQLite every writer waits already."""
    if db.engine.dialect.name != "sqlite":
        db.session.execute(HEAD.with_for_update(), {"topic": topic_id})


def announce(topic_id: int, *parts: str, to: str = "everyone") -> None:
    """Notes that these parts changed. Numbers are taken under the topic's lock, so their order is the order of commits."""
    if not parts:
        return
    db.session.flush()
    seq = db.session.execute(NEXT, {"topic": topic_id, "more": len(parts)}).scalar_one()
    g.setdefault("heads", {})[topic_id] = seq
    first = seq - len(parts) + 1
    db.session.execute(ADD, [dict(topic_id=topic_id, seq=first + i, part=part, audience=to) for i, part in enumerate(parts)])
    if seq % SWEEP_EVERY < len(parts):
        db.session.execute(sa.delete(Change).where(Change.topic_id == topic_id, Change.seq <= seq - KEPT)
                           .execution_options(synchronize_session=False))
    notifier = current_app.extensions["notifier"]
    after_commit(lambda: notifier.publish(topic_id))


def forget_changes(topic_ids) -> None:
    """All that the log says of these topics: an audience may name persons. A page that is behind loads anew."""
    db.session.execute(sa.delete(Change).where(Change.topic_id.in_(topic_ids)).execution_options(synchronize_session=False))


def head_of(topic_id: int) -> int:
    """The number of the topic's last change. Read it before what it describes: that may then be newer, never older."""
    return db.session.scalar(HEAD, {"topic": topic_id}) or 0


def changes_since(topic_id: int, since: int) -> tuple[int, int, list[tuple[int, str, str]]]:
    """(head, oldest number there is after `since`, [(seq, part, audience), ...] after `since`)."""
    head = head_of(topic_id)
    if since >= head:
        return head, head, []
    rows = db.session.execute(SINCE, {"topic": topic_id, "since": since, "head": head}).all()
    # The log has no gaps: what is missing before the first row has been swept away, be it a moment ago.
    return head, rows[0].seq if rows else head + 1, [tuple(row) for row in rows]
