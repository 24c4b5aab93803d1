"""What one link of the platform (a resource link) opens: the course's home, one activity, or what it opened in the course this one was copied from."""
import sqlalchemy as sa
from flask import url_for
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ..access import Place
from ..db import db
from ..people import Course
from .activity import DRAFT, Activity
from .kinds import kind_of
from .link_token import is_given

HOME, ACTIVITY, ARCHIVE = "home", "activity", "archive"


class Placement(db.Model):
    __tablename__ = "placement"
    id: Mapped[int] = mapped_column(primary_key=True)
    course_id: Mapped[int] = mapped_column(sa.ForeignKey("course.id", ondelete="CASCADE"))
    resource_link: Mapped[str]  # the platform's id of the link; with #token for what was chosen later under the same id
    title: Mapped[str] = mapped_column(default="")  # as the platform says it
    opens: Mapped[str | None]  # home | activity | archive (its origin, only to be read) | None: not placed yet
    activity_id: Mapped[int | None] = mapped_column(sa.ForeignKey("activity.id", ondelete="SET NULL"), index=True)
    link_token: Mapped[str | None] = mapped_column(sa.String(64), index=True)  # of the link itself: its copies carry the same
    origin_id: Mapped[int | None] = mapped_column(sa.ForeignKey("activity.id", ondelete="SET NULL"), index=True)  # what it opened where it was copied from
    course: Mapped[Course] = relationship()
    activity: Mapped[Activity | None] = relationship(foreign_keys=activity_id)
    origin: Mapped[Activity | None] = relationship(foreign_keys=origin_id)
    __table_args__ = (sa.UniqueConstraint("course_id", "resource_link"), {"sqlite_autoincrement": True})

    def in_sight_of(self, viewpoint) -> bool:
        return True

    def is_ready_for(self, facilitates: bool) -> bool:
        """Whether there is something to open: an activity may be deleted for now, or a draft that only facilitators see."""
        if self.opens == ACTIVITY and self.activity is not None:
            return self.activity.deleted_at is None and (facilitates or self.activity.state != DRAFT)
        if self.opens == ARCHIVE:
            return is_readable_in(self.course, self.origin)
        return self.opens == HOME

    def open_home(self) -> None:
        self.opens, self.activity, self.activity_id = HOME, None, None

    def open_activity(self, activity: Activity) -> None:
        self.opens, self.activity, self.activity_id = ACTIVITY, activity, activity.id

    def open_archive(self, origin_id: int) -> None:
        """To be read only: the activity of the course from which this one was copied."""
        self.opens, self.activity, self.activity_id, self.origin_id = ARCHIVE, None, None, origin_id

    def open_nothing(self) -> None:
        self.opens, self.activity, self.activity_id = None, None, None


def is_readable_in(course: Course, activity: Activity | None) -> bool:
    """Whether the course's members may read this activity of the course from which theirs was copied. What was never opened there stays shut."""
    return (activity is not None and course.origin_choice == ARCHIVE and activity.course_id == course.origin_id
            and activity.deleted_at is None and activity.state != DRAFT)


def placement_of(course: Course, resource_link: str, title: str = "", token: str | None = None) -> Placement:
    """The placement of the platform's link; a new, unplaced one when it is launched for the first time.

    One id can stand for several links: Open edX launches all that were chosen for a block with the block's id, and everywhere a facilitator can
    choose anew for a link. So another `token` than the placed link's is another link, if it was given out here. A link that was placed by hand before
    it carried any token stays as it is.
    """
    placement = placed_as(course, resource_link)
    if placement and placement.opens and placement.link_token and token not in (None, placement.link_token) and is_given(course.id, token):
        resource_link = f"{resource_link}#{token}"
        placement = placed_as(course, resource_link)
    if placement is None:
        placement = Placement(course_id=course.id, resource_link=resource_link, course=course)
        db.session.add(placement)
    if title:
        placement.title = title[:200]
    db.session.flush()
    return placement


def placed_as(course: Course, resource_link: str) -> Placement | None:
    return db.session.scalar(sa.select(Placement).filter_by(course_id=course.id, resource_link=resource_link))


def placed_address(placement: Placement, facilitates: bool) -> str:
    """Where a launch through this link leads."""
    if not placement.is_ready_for(facilitates):
        return url_for("placements.show", placement_id=placement.id)
    if placement.opens == HOME:
        return url_for("home.show", course_id=placement.course_id)
    if placement.opens == ARCHIVE:
        return url_for("origin.archive", course_id=placement.course_id, activity_id=placement.origin_id)
    return kind_of(placement.activity.kind).address(placement.activity.id)


def place_of_placement(number: int) -> Place | None:
    row = db.session.execute(sa.select(Course.id, Course.topic_id).join(Placement).where(Placement.id == number)).one_or_none()
    return Place(*row) if row else None
