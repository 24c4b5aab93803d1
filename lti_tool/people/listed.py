"""What people may tell of themselves from a list of the course: their region and their role at work. Optional, and asked after the first contribution."""
import sqlalchemy as sa
from sqlalchemy.orm import Mapped, declared_attr, mapped_column

from ..db import Position, Wording, Words, between, db
from .first_lists import REGIONS, WORK_ROLES

NAME_LIMIT, LINES_AT_MOST = 80, 60


class Listed:
    """One line of such a list. A line that is taken off the list stays, without being offered, as long as something refers to it."""

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[Wording] = mapped_column(Words)
    position: Mapped[str] = mapped_column(Position())
    offered: Mapped[bool] = mapped_column(default=True)
    __table_args__ = {"sqlite_autoincrement": True}

    @declared_attr
    def course_id(cls) -> Mapped[int]:
        return mapped_column(sa.ForeignKey("course.id", ondelete="CASCADE"), index=True)


class Region(Listed, db.Model):
    __tablename__ = "region"


class WorkRole(Listed, db.Model):
    __tablename__ = "work_role"


def list_of(kind: type[Listed], course_id: int, offered: bool = True) -> list[Listed]:
    query = sa.select(kind).filter_by(course_id=course_id).order_by(kind.position, kind.id)
    return list(db.session.scalars(query.filter_by(offered=True) if offered else query))


def region_numbers(course_id: int) -> dict[str, int]:
    """What a region is called in any language -> its number."""
    rows = db.session.execute(sa.select(Region.id, Region.name).where(Region.course_id == course_id).order_by(Region.id.desc()))
    return {called: number for number, name in rows for called in name.values()}


def make_first_lists(course) -> None:
    """The counties, and common roles in social welfare; the course's facilitators change them."""
    for kind, names in ((Region, REGIONS), (WorkRole, WORK_ROLES)):
        position, rows = None, []
        for fi, sv, en in names:
            position = between(position, None)
            rows.append(dict(course_id=course.id, name=Wording({"fi": fi, "sv": sv, "en": en}), position=position, offered=True))
        db.session.execute(sa.insert(kind), rows)
    course.has_lists = True


def add_line(kind: type[Listed], course_id: int, name: Wording) -> Listed:
    """At the end of the list."""
    last = db.session.scalar(sa.select(sa.func.max(kind.position)).filter_by(course_id=course_id))
    line = kind(course_id=course_id, name=name, position=between(last, None))
    db.session.add(line)
    db.session.flush()
    return line
