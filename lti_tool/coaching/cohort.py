"""A cohort: people who go through a module together from a day on."""
from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from ..access import Place
from ..activities import Activity
from ..activities.arranged import Arranged
from ..db import Wording, Words, db
from ..web.days import today_here

TITLE_LIMIT = 80


class Cohort(Arranged, db.Model):
    __tablename__ = "cohort"
    AT_MOST, WITHIN = 60, "module_id"
    id: Mapped[int] = mapped_column(primary_key=True)
    module_id: Mapped[int] = mapped_column(sa.ForeignKey("activity.id", ondelete="CASCADE"), index=True)
    title: Mapped[Wording] = mapped_column(Words)
    starts_on: Mapped[date | None]  # none: whenever its people like
    __table_args__ = {"sqlite_autoincrement": True}

    def in_sight_of(self, viewpoint) -> bool:
        return viewpoint.facilitates

    @property
    def has_started(self) -> bool:
        return self.deleted_at is not None or self.starts_on is None or self.starts_on <= today_here()

    @property
    def module(self) -> Activity:
        return db.session.get(Activity, self.module_id)

    @classmethod
    def place_of(cls, number: int) -> Place | None:
        row = db.session.execute(sa.select(Activity.course_id, Activity.topic_id).join(cls, cls.module_id == Activity.id).where(cls.id == number)).one_or_none()
        return Place(*row) if row else None
