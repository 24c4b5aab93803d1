"""A link that nobody has placed yet is placed by what it carries, as far as that is no question for a facilitator (docs/decisions/006).

Whoever edits links can write anything into them: they open activities of their own course, and of the course from which it was copied only what
a facilitator has decided. Whether something exists elsewhere is asked in the same way whatever the answer is.
"""
import sqlalchemy as sa

from ..db import db
from .activity import Activity, activity_in
from .link_token import opened_by
from .placement import ACTIVITY, ARCHIVE, Placement


def follow(placement: Placement, opens_home: bool, number: int | None, token: str | None) -> None:
    """`number` is that of an activity, in whichever course. Writes. What is placed already stays as it is."""
    if placement.opens is not None:
        placement.link_token = placement.link_token or token
        return
    placement.link_token = token or placement.link_token
    if opens_home:
        placement.open_home()
        return
    own, is_told_apart = activity_in(placement.course_id, number), False
    if own is None and placement.course.origin_id:
        placement.origin_id, is_told_apart = opened_in_source(placement, number)
    activity = own or copy_of(placement.course_id, placement.origin_id) or activity_in(placement.course_id, opened_by(placement.course_id, token))
    settle(placement, activity, is_told_apart)


def settle(placement: Placement, activity: Activity | None, is_told_apart: bool) -> None:
    """`is_told_apart`: it is known which of several links with its token it is, so that nobody needs to be asked."""
    if activity is None:
        if placement.origin_id and placement.course.origin_choice == ARCHIVE:
            placement.open_archive(placement.origin_id)
    elif is_told_apart or twin_of(placement, activity.id) is None:
        placement.open_activity(activity)


def opened_in_source(placement: Placement, number: int | None) -> tuple[int | None, bool]:
    """(the activity which this link opened in the course from which its own was copied, whether its title told it from others with its token)."""
    source, token = placement.course.origin_id, placement.link_token
    there = db.session.execute(
        sa.select(Placement.title, Placement.activity_id).where(Placement.course_id == source, Placement.link_token == token, Placement.opens == ACTIVITY)
        .order_by(Placement.id)).all() if token else []
    namesake = next((activity_id for title, activity_id in there if title == placement.title), None)
    if namesake and len(there) > 1:
        return namesake, True
    given, written = opened_by(source, token), activity_in(source, number)
    placed = next((activity_id for _title, activity_id in there if activity_id), None)
    return namesake or placed or given or (written.id if written else None), False


def copy_of(course_id: int, origin_id: int | None) -> Activity | None:
    """The copy in the course; also a deleted one. Of several the first."""
    return origin_id and db.session.scalar(
        sa.select(Activity).where(Activity.course_id == course_id, Activity.origin_id == origin_id).order_by(Activity.id).limit(1))


def twin_of(placement: Placement, activity_id: int | None = None) -> Placement | None:
    """The first other link of the course with the same token that opens an activity (that one, if it is given): this one is a duplicate of it."""
    if placement.link_token is None:
        return None
    twins = (sa.select(Placement).join(Activity, Activity.id == Placement.activity_id)
             .where(Placement.course_id == placement.course_id, Placement.link_token == placement.link_token, Placement.opens == ACTIVITY,
                    Placement.id != placement.id, Activity.deleted_at.is_(None)).order_by(Placement.id).limit(1))
    return db.session.scalar(twins.where(Activity.id == activity_id) if activity_id else twins)


def named_alike(placement: Placement) -> Activity | None:
    """The copy of what a link with this title opened in the course from which this one was copied: offered first where nothing else is known."""
    if not placement.course.origin_id or not placement.title:
        return None
    there = (sa.select(Placement.activity_id).where(Placement.course_id == placement.course.origin_id, Placement.title == placement.title, Placement.opens == ACTIVITY))
    return db.session.scalar(
        sa.select(Activity).where(Activity.course_id == placement.course_id, Activity.deleted_at.is_(None), Activity.origin_id.in_(there)).order_by(Activity.id).limit(1))
