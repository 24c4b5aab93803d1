"""A course's own template of a wall: its topics, form and settings under a name, without any posts. Only facilitators see it."""
import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from ..activities.own_template import OwnTemplate
from ..db import Wording, db, now
from .imports import WallFile, read_template
from .layout import WallLayout, design


class WallTemplate(OwnTemplate, db.Model):
    __tablename__ = "wall_template"
    id: Mapped[int] = mapped_column(primary_key=True)
    contents: Mapped[dict] = mapped_column(sa.JSON)  # as in a file (docs/formats.md)
    __table_args__ = {"sqlite_autoincrement": True}

    @property
    def file(self) -> WallFile:
        return read_template(self.as_data())

    @property
    def layout(self) -> WallLayout:
        return self.file.layout


def keep_template(course, title: Wording, purpose: Wording, layout: WallLayout) -> WallTemplate:
    """Raises TooManyTemplates. Questions that are asked no more stay behind."""
    WallTemplate.must_have_room(course.id)
    layout = layout._replace(fields=tuple(field for field in layout.fields if field.asked))
    template = WallTemplate(course_id=course.id, course=course, title=title, purpose=purpose, contents=design(title, layout, purpose), made_at=now())
    db.session.add(template)
    db.session.flush()
    return template
