"""What waits for facilitators, and what authors are told."""
from datetime import timedelta
from typing import NamedTuple

import sqlalchemy as sa

from ..activities import Activity
from ..db import db, now
from .answer import AuthorAnswer, unseen_answers
from .log import HIDDEN, RETURNED, TOLD, LogEntry
from .moderated import all_moderated, things_of
from .report import Report, reported_in

TOLD_FOR = timedelta(days=30)  # of what is over
LOOKED_THROUGH = 400  # of the newest, for what is one's own


class Case(NamedTuple):
    """One thing that waits for a facilitator, and why."""

    thing: object
    waits: bool
    reports: list[Report]
    answers: list[AuthorAnswer]

    @property
    def kind(self) -> str:
        return self.thing.part.partition(":")[0]


class Told(NamedTuple):
    """What was done about something of whoever reads."""

    entry: LogEntry
    thing: object
    activity: Activity

    @property
    def is_open(self) -> bool:
        """The thing is still as the act left it."""
        return self.entry.verb == HIDDEN and self.thing.is_hidden or self.entry.verb == RETURNED and self.thing.state == "draft" or now() - self.entry.at < TOLD_FOR


def queue_of(course_id: int) -> list[Case]:
    """What waits to be let stand first, then what was reported, then what authors answered: each thing once."""
    waiting = [thing for moderated in all_moderated().values() if moderated.approval for thing in moderated.approval.waiting(course_id)]
    reported, answered = reported_in(course_id), {}
    for answer in unseen_answers(course_id):
        answered.setdefault(answer.entry.thing, []).append(answer)
    found = {thing.part: thing for thing in waiting}
    found |= things_of({*reported, *answered} - set(found))
    numbers = {thing.part for thing in waiting}
    return [Case(thing, part in numbers, reported.get(part, []), answered.get(part, [])) for part, thing in found.items()]


def waiting_count(course_id: int) -> int:
    """How many things the queue shows."""
    waiting = {thing.part for moderated in all_moderated().values() if moderated.approval for thing in moderated.approval.waiting(course_id)}
    in_course = sa.and_(Activity.course_id == course_id, Activity.deleted_at.is_(None))
    reported = sa.select(Report.thing).join(Activity, Activity.id == Report.activity_id).where(in_course, Report.closed_at.is_(None))
    answered = (sa.select(LogEntry.thing).join(AuthorAnswer, AuthorAnswer.entry_id == LogEntry.id).join(Activity, Activity.id == LogEntry.activity_id)
                .where(in_course, AuthorAnswer.seen_at.is_(None)))
    return len(waiting | set(things_of(db.session.scalars(sa.union(reported, answered)))))


def told_about(part: str) -> list[LogEntry]:
    """What its author is told, the newest first."""
    return list(db.session.scalars(sa.select(LogEntry).where(LogEntry.thing == part, LogEntry.verb.in_(TOLD)).order_by(LogEntry.id.desc())))


def told_to(course_id: int, viewpoint) -> list[Told]:
    """About what the reader wrote in the course, the newest first; each thing once."""
    rows = db.session.execute(sa.select(LogEntry, Activity).join(Activity, Activity.id == LogEntry.activity_id)
                              .where(Activity.course_id == course_id, LogEntry.verb.in_(TOLD)).order_by(LogEntry.id.desc()).limit(LOOKED_THROUGH)).all()
    things, told, seen = things_of({entry.thing for entry, _activity in rows}), [], set()
    for entry, activity in rows:
        if entry.thing not in seen:
            seen.add(entry.thing)
            thing = things.get(entry.thing)
            if thing is not None and thing.is_by(viewpoint):
                told.append(Told(entry, thing, activity))
    return told
