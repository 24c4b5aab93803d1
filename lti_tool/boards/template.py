"""A course's own template: a board's design under a name, without any notes. Only facilitators see it."""
import sqlalchemy as sa
from flask_babel import gettext as _
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ..access import Place
from ..activities import TITLE_LIMIT
from ..db import Instant, Wording, Words, db, now
from ..people import Course
from ..web import Refusal
from .exports.as_json import design
from .imports import BoardFile, read_template
from .imports.board_file import PURPOSE_LIMIT
from .layout import Layout

TEMPLATES_AT_MOST = 100
__all__ = ["BoardTemplate", "PURPOSE_LIMIT", "TEMPLATES_AT_MOST", "TITLE_LIMIT", "TooManyTemplates", "keep_template", "place_of_template", "templates_of"]


class TooManyTemplates(Refusal):
    status = 409

    def words(self):
        return (_("There are too many templates"), _("A course keeps at most %(number)s templates of its own.", number=TEMPLATES_AT_MOST),
                _("Delete one that is no longer needed."))


class BoardTemplate(db.Model):
    __tablename__ = "board_template"
    id: Mapped[int] = mapped_column(primary_key=True)
    course_id: Mapped[int] = mapped_column(sa.ForeignKey("course.id", ondelete="CASCADE"), index=True)
    title: Mapped[Wording] = mapped_column(Words)
    purpose: Mapped[Wording] = mapped_column(Words)
    contents: Mapped[dict] = mapped_column(sa.JSON)  # as in a file (docs/formats.md)
    made_at: Mapped[object] = mapped_column(Instant)
    deleted_at: Mapped[object | None] = mapped_column(Instant)
    course: Mapped[Course] = relationship()
    __table_args__ = {"sqlite_autoincrement": True}

    def in_sight_of(self, viewpoint) -> bool:
        return viewpoint.facilitates

    @property
    def layout(self) -> Layout:
        return self.file.layout

    @property
    def file(self) -> BoardFile:
        return read_template(self.as_data())

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
            must_have_room(self.course_id)
        self.deleted_at = None


def keep_template(course, title: Wording, purpose: Wording, layout: Layout) -> BoardTemplate:
    """Raises TooManyTemplates."""
    must_have_room(course.id)
    template = BoardTemplate(course_id=course.id, course=course, title=title, purpose=purpose, contents=design(title, layout.afresh()), made_at=now())
    db.session.add(template)
    db.session.flush()
    return template


def templates_of(course_id: int, deleted: bool = False) -> list[BoardTemplate]:
    """The newest first."""
    standing = BoardTemplate.deleted_at.is_not(None) if deleted else BoardTemplate.deleted_at.is_(None)
    return list(db.session.scalars(sa.select(BoardTemplate).where(BoardTemplate.course_id == course_id, standing).order_by(BoardTemplate.id.desc())))


def must_have_room(course_id: int) -> None:
    standing = sa.select(sa.func.count()).where(BoardTemplate.course_id == course_id, BoardTemplate.deleted_at.is_(None))
    if db.session.scalar(standing) >= TEMPLATES_AT_MOST:
        raise TooManyTemplates


def place_of_template(number: int) -> Place | None:
    row = db.session.execute(sa.select(Course.id, Course.topic_id).join(BoardTemplate, BoardTemplate.course_id == Course.id)
                             .where(BoardTemplate.id == number)).one_or_none()
    return Place(*row) if row else None
