"""How platforms are doing, in numbers: when somebody last came, how many were let in and how many refused, how many courses and people there are."""
from datetime import timedelta
from typing import NamedTuple

import sqlalchemy as sa

from ..db import db, now
from ..lti.platform import Platform
from ..lti.record import LAUNCHED, LaunchRecord
from ..people import CourseContext, Membership

RECENT = timedelta(days=7)


class Standing(NamedTuple):
    last_launch: object | None = None  # an instant
    courses: int = 0
    people: int = 0


class Recent(NamedTuple):
    """The last seven days of one platform."""

    let_in: int
    refused: int
    unverified: int  # of those refused: without the platform's signature, so that anybody could have sent them
    last_launch: object | None
    refused_since: LaunchRecord | None  # the latest refusal, when it came after the last launch


def records_of(platform: Platform) -> sa.Select:
    """Only of this issuer and this client ID: others may share the issuer."""
    return sa.select(LaunchRecord).filter_by(issuer=platform.issuer, client_id=platform.client_id)


def standings(platforms: list[Platform]) -> dict[int, Standing]:
    """platform -> how it stands; asked once for all of them."""
    numbers = [platform.id for platform in platforms]
    last = (sa.select(LaunchRecord.at).where(LaunchRecord.issuer == Platform.issuer, LaunchRecord.client_id == Platform.client_id, LaunchRecord.outcome == LAUNCHED)
            .order_by(LaunchRecord.id.desc()).limit(1).correlate(Platform).scalar_subquery())
    its_own = sa.and_(CourseContext.issuer == Platform.issuer, CourseContext.client_id == Platform.client_id)
    counted = (sa.select(Platform.id, last, sa.func.count(CourseContext.course_id.distinct()), sa.func.count(Membership.person_id.distinct()))
               .outerjoin(CourseContext, its_own).outerjoin(Membership, Membership.course_id == CourseContext.course_id)
               .where(Platform.id.in_(numbers)).group_by(Platform.id))
    return {number: Standing(at, courses, people) for number, at, courses, people in db.session.execute(counted)}


def recent(platform: Platform) -> Recent:
    """Asks three times, however much has happened."""
    since = now() - RECENT
    counts = [(outcome == LAUNCHED, verified, number) for outcome, verified, number in db.session.execute(
        records_of(platform).with_only_columns(LaunchRecord.outcome, LaunchRecord.is_verified, sa.func.count()).where(LaunchRecord.at >= since)
        .group_by(LaunchRecord.outcome, LaunchRecord.is_verified))]
    launched = db.session.scalar(records_of(platform).where(LaunchRecord.outcome == LAUNCHED).order_by(LaunchRecord.id.desc()).limit(1))
    refused = db.session.scalar(records_of(platform).where(LaunchRecord.outcome != LAUNCHED, LaunchRecord.at >= since).order_by(LaunchRecord.id.desc()).limit(1))
    return Recent(let_in=sum(number for good, _verified, number in counts if good), refused=sum(number for good, _verified, number in counts if not good),
                  unverified=sum(number for good, verified, number in counts if not good and not verified), last_launch=launched and launched.at,
                  refused_since=refused if refused and (launched is None or refused.id > launched.id) else None)
