"""What is known of a course's connection: its latest report, its platform and contexts as they are stored."""
from dataclasses import dataclass

import sqlalchemy as sa

from ...db import db
from ...people import Course, CourseContext, Membership
from ..platform import Platform, find_platform
from ..report import LaunchReport, report_of
from .line import Change
from .moodle import is_moodle


@dataclass(frozen=True)
class Connection:
    course: Course
    membership: Membership  # of whoever asks
    report: LaunchReport | None
    platform: Platform | None
    contexts: list[CourseContext]  # through which this person's platforms reach the course

    @property
    def facts(self) -> dict | None:
        return self.report.facts if self.report else None

    @property
    def context(self) -> CourseContext | None:
        """Of the platform that the report is about."""
        return next((context for context in reversed(self.contexts) if self.platform and context.client_id == self.platform.client_id), None)

    @property
    def product(self) -> str:
        """Family and version, as the platform says itself."""
        if self.report and self.facts["product"]:
            family = "Moodle" if is_moodle(self.facts["product"]) else self.facts["product"]
            return " ".join(filter(None, (family, self.facts["version"])))
        return self.platform.product if self.platform else ""

    @property
    def is_moodle(self) -> bool:
        return is_moodle(self.product)

    def change(self, in_moodle: Change, elsewhere: str) -> Change:
        """What to change, in the words of the platform where they are known."""
        return in_moodle if self.is_moodle else Change(elsewhere)


def connection_of(course: Course, membership: Membership) -> Connection:
    report = report_of(membership)
    contexts = list(db.session.scalars(sa.select(CourseContext).filter_by(course_id=course.id, issuer=membership.person.issuer).order_by(CourseContext.id)))
    platform = db.session.get(Platform, report.platform_id) if report else None
    if platform is None and contexts:
        platform = find_platform(contexts[-1].issuer, contexts[-1].client_id)
    return Connection(course, membership, report, platform, contexts)
