"""A course that the platform copied: from which one, and what of it comes along. Never names, other people's notes, comments or votes."""
import sqlalchemy as sa
from flask import current_app

from ..db import db, now
from ..people import Course, CourseContext
from ..people.course import WORDS_AT_MOST
from .activity import CLOSED, DRAFT, OPEN, Activity, activities_of
from .carried_link import copy_of, opened_in_source, settle
from .kinds import all_kinds, kind_of
from .link_token import LinkToken, hand_on
from .placement import ACTIVITY, ARCHIVE, Placement, is_readable_in

STRUCTURE, SEEDS, NOTHING = "structure", "seeds", "nothing"
CHOICES = (STRUCTURE, SEEDS, ARCHIVE, NOTHING)


def remember_origin(course: Course, issuer: str, client_id: str, deployment_id: str, history) -> None:
    """`history`: the contexts from which the platform copied it, the nearest first. The first that has something here is taken, once. Writes."""
    if not history or course.origin_id or course.origin_choice:
        return
    known = {context: number for context, number in db.session.execute(
        sa.select(CourseContext.context_id, CourseContext.course_id)
        .where(CourseContext.issuer == issuer, CourseContext.client_id == client_id, CourseContext.deployment_id == deployment_id,
               CourseContext.context_id.in_(history), CourseContext.course_id != course.id,
               sa.exists().where(Activity.course_id == CourseContext.course_id, Activity.deleted_at.is_(None))))}
    course.origin_id = next((known[context] for context in history if context in known), None)


def carries_its_token(course: Course) -> bool:
    """Whether a link of this course carries a token that was given out in the one it was copied from."""
    there = sa.or_(
        sa.exists().where(LinkToken.course_id == course.origin_id, LinkToken.token == Placement.link_token, LinkToken.activity_id.is_not(None)),
        Placement.link_token.in_(tokens_placed_in(course.origin_id)))
    return db.session.scalar(sa.select(sa.exists().where(Placement.course_id == course.id, there)))


def tokens_placed_in(course_id: int):
    """Of links that open an activity there. Only tokens that were once given out by us: anybody can write one into a link of their own."""
    other = sa.orm.aliased(Placement)
    return sa.select(other.link_token).where(other.course_id == course_id, other.opens == ACTIVITY, other.link_token.in_(sa.select(LinkToken.token)))


def copies_here(course: Course) -> dict[int, Activity]:
    """Activity of the source -> its copy in this course, deleted ones too: they can be restored."""
    there = sa.select(Activity.id).where(Activity.course_id == course.origin_id).correlate(None)
    copies = db.session.scalars(sa.select(Activity).where(Activity.course_id == course.id, Activity.origin_id.in_(there)).order_by(Activity.position, Activity.id))
    found = {}
    for copy in copies:
        found.setdefault(copy.origin_id, copy)
    return found


def not_here_yet(course: Course) -> list[Activity]:
    copied = copies_here(course)
    return [activity for activity in activities_of(course.origin_id) if activity.id not in copied]


def seeds_there(course: Course, person_id: int) -> int:
    """How many notes that this person wrote in the source, with their name, could come along."""
    copied = copies_here(course)
    return sum(kind_of(activity.kind).sow(activity, copied.get(activity.id), person_id, only_count=True) for activity in activities_of(course.origin_id))


def choose(course: Course, choice: str, person_id: int) -> None:
    """What comes along; links follow. Chosen again it brings only what is not here yet. Writes."""
    source = db.session.get(Course, course.origin_id)
    if choice in (STRUCTURE, SEEDS):
        bring_over(course, source, person_id if choice == SEEDS else None)
    course.origin_choice, course.origin_chosen_at = choice, now()
    db.session.flush()
    let_links_follow(course)


def bring_over(course: Course, source: Course, sower: int | None) -> None:
    """Each activity as a draft, in the same order; the course's own templates and its settings; with the notes of `sower`, if one is given."""
    if not activities_of(course.id):
        course.languages = list(source.languages)
    course.guarded_words = list(dict.fromkeys([*course.guarded_words, *source.guarded_words]))[:WORDS_AT_MOST]
    for activity in not_here_yet(course):
        kind_of(activity.kind).copy(activity, activity.title, course).origin_id = activity.id
    db.session.flush()
    copies = copies_here(course)
    if sower:
        for activity in activities_of(source.id):
            kind_of(activity.kind).sow(activity, copies[activity.id], sower)
    for kind in all_kinds():
        kind.copy_starts(source, course)
    hand_on(source.id, course.id, {number: copy.id for number, copy in copies.items()})
    for bring in current_app.extensions["course_copied"]:
        bring(source, course, copies)


def let_links_follow(course: Course) -> None:
    """Those that no facilitator has placed by hand open what was chosen."""
    waiting = sa.select(Placement).where(Placement.course_id == course.id, sa.or_(Placement.opens.is_(None), Placement.opens == ARCHIVE))
    for placement in db.session.scalars(waiting.order_by(Placement.id)).all():
        placement.open_nothing()
        opened, is_told_apart = opened_in_source(placement, placement.origin_id)
        settle(placement, copy_of(course.id, opened), is_told_apart)
        db.session.flush()


def to_be_opened(course: Course) -> list[Activity]:
    """Drafts that came along of what was open or closed in the source; what was a draft or archived there waits."""
    used = sa.select(Activity.id).where(Activity.course_id == course.origin_id, Activity.state.in_((OPEN, CLOSED))).correlate(None)
    return list(db.session.scalars(
        sa.select(Activity).where(Activity.course_id == course.id, Activity.state == DRAFT, Activity.deleted_at.is_(None), Activity.origin_id.in_(used))
        .order_by(Activity.position, Activity.id)))


def readable_here(course: Course) -> list[Activity]:
    """Of the source, where it is kept to be read."""
    return [activity for activity in activities_of(course.origin_id) if is_readable_in(course, activity)] if course.origin_choice == ARCHIVE and course.origin_id else []
