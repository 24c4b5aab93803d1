"""What facilitators did about what people wrote: who, when, on what and why; never what stood there.

The same rows tell authors what was done about theirs, and are what is undone. Undoing is a new entry.
"""
import sqlalchemy as sa
from flask_babel import gettext as _
from sqlalchemy.orm import Mapped, mapped_column

from ..access import Place
from ..activities import Activity
from ..db import Instant, db, now

PUBLISHED, RETURNED, WAITS, HIDDEN, SHOWN, DISMISSED, REOPENED, REDACTED, REMOVED, STOPPED, ENDED = (
    "published", "returned", "waits", "hidden", "shown", "dismissed", "reopened", "redacted", "removed", "stopped", "ended")
TOLD = (HIDDEN, RETURNED, REDACTED, REMOVED)  # to the author
UNDOABLE = (PUBLISHED, RETURNED, HIDDEN, SHOWN, DISMISSED, STOPPED, ENDED)


class LogEntry(db.Model):
    __tablename__ = "moderation_log"
    id: Mapped[int] = mapped_column(primary_key=True)
    activity_id: Mapped[int] = mapped_column(sa.ForeignKey("activity.id", ondelete="CASCADE"), index=True)
    thing: Mapped[str] = mapped_column(index=True)  # "note:7"
    verb: Mapped[str]
    reason: Mapped[str] = mapped_column(default="")  # of the list
    words: Mapped[str] = mapped_column(default="")  # of the facilitator's own, for the author
    was: Mapped[str] = mapped_column(default="")  # the state which the thing had
    stop_id: Mapped[int | None]  # of a stop that was made or ended
    by_id: Mapped[int | None] = mapped_column(sa.ForeignKey("person.id", ondelete="SET NULL"), index=True)
    at: Mapped[object] = mapped_column(Instant)
    __table_args__ = {"sqlite_autoincrement": True}

    @property
    def part(self) -> str:
        return f"moderation:{self.id}"

    def in_sight_of(self, viewpoint) -> bool:
        return viewpoint.facilitates

    @property
    def is_last(self) -> bool:
        """Nothing has been done about the same thing since: only then it is undone."""
        return db.session.scalar(sa.select(sa.func.max(LogEntry.id)).where(LogEntry.thing == self.thing)) == self.id


def verb_words(verb: str) -> str:
    return {PUBLISHED: _("Published"), RETURNED: _("Sent back to its author"), WAITS: _("Waits again"), HIDDEN: _("Hidden"), SHOWN: _("Shown again"),
            DISMISSED: _("Reports closed, left as it is"), REOPENED: _("Reports opened again"), REDACTED: _("A part taken out"), REMOVED: _("Removed for good"),
            STOPPED: _("Its author stopped from writing"), ENDED: _("Its author may write again")}[verb]


def record(thing, verb: str, by: int, **more) -> LogEntry:
    entry = LogEntry(activity_id=thing.activity_id, thing=thing.part, verb=verb, by_id=by, at=now(), **more)
    db.session.add(entry)
    db.session.flush()
    return entry


def last_about(part: str, *verbs: str) -> LogEntry | None:
    return db.session.scalar(sa.select(LogEntry).where(LogEntry.thing == part, LogEntry.verb.in_(verbs)).order_by(LogEntry.id.desc()).limit(1))


def log_of(course_id: int, at_most: int, before: int | None = None) -> list[tuple[LogEntry, Activity]]:
    """The newest first."""
    query = sa.select(LogEntry, Activity).join(Activity, Activity.id == LogEntry.activity_id).where(Activity.course_id == course_id).order_by(LogEntry.id.desc()).limit(at_most)
    return [tuple(row) for row in db.session.execute(query.where(LogEntry.id < before) if before else query)]


def newest_of(parts) -> dict[str, int]:
    """thing -> its last entry: what is undone."""
    rows = db.session.execute(sa.select(LogEntry.thing, sa.func.max(LogEntry.id)).where(LogEntry.thing.in_(parts)).group_by(LogEntry.thing))
    return {thing: number for thing, number in rows}


def place_of_entry(number: int) -> Place | None:
    row = db.session.execute(sa.select(Activity.course_id, Activity.topic_id).join(LogEntry, LogEntry.activity_id == Activity.id).where(LogEntry.id == number)).one_or_none()
    return Place(*row) if row else None
