"""When a course's roster is read from its platform: when a facilitator launches, every day while the course is visited, and when somebody asks for it."""
from contextlib import suppress
from datetime import timedelta

import sqlalchemy as sa
from flask_babel import gettext as _

from ..db import db, now, transaction
from ..jobs import JobFailed, later
from ..people import FACILITATOR, CourseContext, Membership, came_back, take_roster
from ..web import Refusal
from .access_token import TokenSource
from .claims import LaunchMessage
from .names_and_roles import SECONDS, RosterSource, read_members
from .platform import Platform, find_platform
from .service_problem import PlatformIsSwitchedOff, ServiceProblem
from .turns import LISTING, TooManyAtOnce, turn

JOB = "roster"
EVERY = timedelta(hours=24)
AT_MOST_EVERY = timedelta(seconds=30)  # when somebody asks for it
AFTER_A_PROBLEM = timedelta(minutes=5)  # a facilitator's launch lets it be tried again: somebody may have mended it
VISITED = timedelta(days=30)  # a course that nobody visits is not read every day
PATIENCE = 15  # seconds that somebody waits for the lists (and for the page that has been begun)
NO_CONTEXT = "link:"  # see people.Arrival


def note_roster(message: LaunchMessage, membership: Membership) -> None:
    """Takes over where this launch says the list is, and plans a reading when it is time for one. Writes."""
    arrival = message.arrival
    context = db.session.scalar(sa.select(CourseContext).filter_by(
        issuer=arrival.issuer, client_id=arrival.client_id, deployment_id=arrival.deployment_id, context_id=arrival.context_id))
    if message.roster_url != context.roster_url and (message.roster_url or not message.deep_linking):
        context.roster_url, context.roster_problem, context.roster_tried_at = message.roster_url, "", None
    if message.resource_link and message.resource_link != context.roster_link and (arrival.name or not context.roster_link):
        context.roster_link = message.resource_link  # rather one through which names are sent
    came_back(membership)
    if membership.role == FACILITATOR and is_due(context):
        plan(context)


def is_due(context: CourseContext) -> bool:
    if not context.roster_url:
        return False
    tried = context.roster_tried_at
    return tried is None or now() - tried > (AFTER_A_PROBLEM if context.roster_problem else EVERY)


def plan(context: CourseContext) -> None:
    later(JOB, f"context:{context.id}")


def plan_daily_readings() -> None:
    """Of the courses that somebody has visited lately. Writes."""
    visited = sa.exists().where(Membership.course_id == CourseContext.course_id, Membership.seen_at > now() - VISITED)
    long_ago = sa.or_(CourseContext.roster_tried_at.is_(None), CourseContext.roster_tried_at <= now() - EVERY)
    for context in db.session.scalars(sa.select(CourseContext).where(
            CourseContext.roster_url.is_not(None), long_ago, visited).order_by(CourseContext.id)):
        plan(context)


def read_as_job(about: str) -> None:
    """A problem that may pass by itself is tried again (JobFailed); any other waits for somebody to mend it."""
    try:
        read_roster(int(about.removeprefix("context:")))
    except ServiceProblem as problem:
        if problem.may_pass:
            raise JobFailed(str(problem)) from problem


def read_roster(context_id: int, seconds: float = SECONDS) -> None:
    """Reads the list and takes it over as a whole, or leaves the former one and notes why. Opens its own transactions. Raises a ServiceProblem."""
    try:
        with transaction():
            source = begin_reading(context_id)
        members = read_members(source, seconds) if source else None
    except ServiceProblem as problem:
        with transaction():
            if context := locked(context_id):
                context.roster_tried_at, context.roster_problem = now(), type(problem).__name__
        raise
    if members is not None:
        with transaction():
            if (context := locked(context_id)) and context.roster_url:  # the names may have been taken out of the course meanwhile
                at = now()
                take_roster(context, members, at)
                context.roster_at, context.roster_problem = at, ""


def begin_reading(context_id: int) -> RosterSource | None:
    """Notes that it is asked for; None: there is nothing to ask for any more. Raises PlatformIsSwitchedOff."""
    context = locked(context_id)
    if context is None or not context.roster_url:
        return None
    platform = find_platform(context.issuer, context.client_id)
    if platform is None or not platform.enabled or platform.is_pending:
        raise PlatformIsSwitchedOff("the platform was disabled or removed")
    context.roster_tried_at = now()
    return source_of(context, platform)


def source_of(context: CourseContext, platform: Platform) -> RosterSource:
    return RosterSource(TokenSource.of(platform), context.roster_url, context.roster_link,
                        None if context.context_id.startswith(NO_CONTEXT) else context.context_id)


def locked(context_id: int) -> CourseContext | None:
    """Two readings of one list must not be taken over at once."""
    return db.session.get(CourseContext, context_id, with_for_update=True, populate_existing=True)


def read_now(contexts: list[int]) -> bool:
    """Somebody waits for these lists. False: so many wait already that it is left to be done in a moment, or they would keep everybody from the pages."""
    try:
        with turn(LISTING):
            for number in contexts:
                with suppress(ServiceProblem):  # it is noted, and the page says it
                    read_roster(number, PATIENCE / len(contexts))
    except TooManyAtOnce:
        with transaction():
            for number in contexts:
                later(JOB, f"context:{number}")
        return False
    return True


class RosterWasJustRead(Refusal):
    """Somebody wants the list read anew sooner than half a minute after the last time."""

    status = 429

    def words(self):
        return (_("The list was read a moment ago"), _("The learning platform is asked for it at most every half a minute."), _("Go back, wait a moment and try again."))


def ask_for_roster(course_id: int) -> list[int]:
    """The numbers of the contexts whose lists are to be read now. Raises RosterWasJustRead. Writes; the course must be locked."""
    contexts = list(db.session.scalars(sa.select(CourseContext).where(CourseContext.course_id == course_id, CourseContext.roster_url.is_not(None))
                                       .order_by(CourseContext.id)))
    at = now()
    if any(context.roster_tried_at and at - context.roster_tried_at < AT_MOST_EVERY for context in contexts):
        raise RosterWasJustRead
    for context in contexts:
        context.roster_tried_at = at
    return [context.id for context in contexts]
