"""A course's own template of a board: its design under a name, without any notes. Only facilitators see it."""
import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from ..activities import TITLE_LIMIT
from ..activities.own_template import PURPOSE_LIMIT, TEMPLATES_AT_MOST, OwnTemplate
from ..db import Wording, db, now
from .exports.as_json import design
from .imports import BoardFile, read_template
from .layout import Layout

__all__ = ["BoardTemplate", "PURPOSE_LIMIT", "TEMPLATES_AT_MOST", "TITLE_LIMIT", "keep_template"]


class BoardTemplate(OwnTemplate, db.Model):
    __tablename__ = "board_template"
    id: Mapped[int] = mapped_column(primary_key=True)
    contents: Mapped[dict] = mapped_column(sa.JSON)  # as in a file (docs/formats.md)
    __table_args__ = {"sqlite_autoincrement": True}

    @property
    def layout(self) -> Layout:
        return self.file.layout

    @property
    def file(self) -> BoardFile:
        return read_template(self.as_data())


def keep_template(course, title: Wording, purpose: Wording, layout: Layout) -> BoardTemplate:
    """Raises TooManyTemplates."""
    BoardTemplate.must_have_room(course.id)
    template = BoardTemplate(course_id=course.id, course=course, title=title, purpose=purpose, contents=design(title, layout.afresh()), made_at=now())
    db.session.add(template)
    db.session.flush()
    return template
