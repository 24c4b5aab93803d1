"""Who has taken part, by what was chosen. Found by looking at what people have done, so that what was done before it was switched on counts too.

Where names are hidden, or votes count, the moment of counting would tell who wrote or voted. There all are counted together in the night.
Once counted it stays: the platform was told, and people may delete what they wrote.
"""
from datetime import timedelta

import sqlalchemy as sa

from ..activities import Activity
from ..db import db, now, transaction
from ..jobs import later
from ..live import announce, lock_topic
from ..people import PARTICIPANT, Membership
from ..people.membership import membership_of
from .grading import Grading, grading_of
from .score import Score, reached

JOB = "participation"
NIGHT = 1  # hours UTC: three or four in the morning in Finland
DONE = (1, 1)  # of a possible one: the platform scales it to the points of its column


def took_part(activity: Activity, person_id: int | None) -> None:
    """Somebody did something that may count. Call it in their transaction, after the act, under the topic's lock. Writes."""
    grading = grading_of(activity) if person_id is not None else None
    if grading is None:
        return
    if grading.gives_away(activity):
        later(JOB, f"activity:{activity.id}", at=coming_night())
    elif count(activity, grading, person_id):
        announce(activity.topic_id, f"participation:{activity.id}", to=f"person:{person_id}")


def chosen_anew(activity: Activity, grading: Grading) -> None:
    """A facilitator has switched it on, or chosen other rules."""
    if grading.gives_away(activity):
        later(JOB, f"activity:{activity.id}", at=coming_night())
    else:
        count(activity, grading)


def coming_night():
    at = now()
    night = at.replace(hour=NIGHT, minute=0, second=0, microsecond=0)
    return night if night > at else night + timedelta(days=1)


def count(activity: Activity, grading: Grading, person_id: int | None = None) -> list[int]:
    """Whoever is done now and was not before: their numbers. Facilitators are not counted."""
    done = who_is_done(activity, grading, person_id)
    if not done:
        return []
    known = set(db.session.scalars(sa.select(Score.person_id).where(Score.activity_id == activity.id, *([] if person_id is None else [Score.person_id == person_id]))))
    new = sorted(done - known)
    if new:
        taking_part = participants_among(activity.course_id, person_id)
        new = [person for person in new if person in taking_part]
    for person in new:
        reached(activity, person, *DONE)
    return new


def who_is_done(activity: Activity, grading: Grading, person_id: int | None = None) -> set[int]:
    found = [rule.people(activity, person_id) for rule in grading.asks(activity)]
    if not found:
        return set()
    return set.intersection(*found) if grading.every else set.union(*found)


def participants_among(course_id: int, person_id: int | None) -> set[int]:
    if person_id is not None:
        members = [membership_of(course_id, person_id)]
    else:
        members = db.session.scalars(sa.select(Membership).filter_by(course_id=course_id))
    return {member.person_id for member in members if member is not None and member.role == PARTICIPANT}


def count_as_job(about: str) -> None:
    with transaction():
        activity = db.session.get(Activity, int(about.removeprefix("activity:")))
        if activity is None:
            return
        lock_topic(activity.topic_id)
        if grading := grading_of(activity):
            count(activity, grading)
