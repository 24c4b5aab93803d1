"""What the templates of a course's own have in common, whatever they are templates of: a name, what they are for, and how many there may be."""
import sqlalchemy as sa
from flask_babel import gettext as _
from sqlalchemy.orm import Mapped, declared_attr, mapped_column, relationship

from ..access import Place
from ..db import Instant, Wording, Words, db, now
from ..people import Course
from ..web import Refusal

TEMPLATES_AT_MOST, PURPOSE_LIMIT = 100, 300


class TooManyTemplates(Refusal):
    status = 409

    def words(self):
        return (_("There are too many templates"), _("A course keeps at most %(number)s templates of its own.", number=TEMPLATES_AT_MOST),
                _("Delete one that is no longer needed."))


class OwnTemplate:
    """For tables with `contents`: what its file says."""

    title: Mapped[Wording] = mapped_column(Words)
    purpose: Mapped[Wording] = mapped_column(Words)
    made_at: Mapped[object] = mapped_column(Instant)
    deleted_at: Mapped[object | None] = mapped_column(Instant)

    @declared_attr
    def course_id(cls) -> Mapped[int]:
        return mapped_column(sa.ForeignKey("course.id", ondelete="CASCADE"), index=True)

    @declared_attr
    def course(cls) -> Mapped[Course]:
        return relationship(Course)

    def in_sight_of(self, viewpoint) -> bool:
        return viewpoint.facilitates

    def as_data(self) -> dict:
        """What its file says: the design under the present title."""
        return {**self.contents, "title": dict(self.title), "purpose": dict(self.purpose)}

    def describe(self, title: Wording, purpose: Wording) -> None:
        self.title, self.purpose = title, purpose

    def delete(self) -> None:
        self.deleted_at = now()

    def restore(self) -> None:
        """Raises TooManyTemplates."""
        if self.deleted_at is not None:
            self.must_have_room(self.course_id)
        self.deleted_at = None

    @classmethod
    def of(cls, course_id: int, deleted: bool = False) -> list:
        """The newest first."""
        standing = cls.deleted_at.is_not(None) if deleted else cls.deleted_at.is_(None)
        return list(db.session.scalars(sa.select(cls).where(cls.course_id == course_id, standing).order_by(cls.id.desc())))

    @classmethod
    def must_have_room(cls, course_id: int) -> None:
        """Raises TooManyTemplates."""
        if db.session.scalar(sa.select(sa.func.count()).select_from(cls).where(cls.course_id == course_id, cls.deleted_at.is_(None))) >= TEMPLATES_AT_MOST:
            raise TooManyTemplates

    @classmethod
    def place_of(cls, number: int) -> Place | None:
        row = db.session.execute(sa.select(Course.id, Course.topic_id).join(cls, cls.course_id == Course.id).where(cls.id == number)).one_or_none()
        return Place(*row) if row else None
