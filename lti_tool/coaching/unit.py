"""A unit: a part of a module on its writing table, in its order."""
import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from ..access import Place
from ..activities import Activity
from ..activities.act import Act
from ..db import Wording, Words, db
from .on_table import OnTheTable


class Unit(OnTheTable, db.Model):
    __tablename__ = "unit"
    AT_MOST, WITHIN = 30, "module_id"
    id: Mapped[int] = mapped_column(primary_key=True)
    module_id: Mapped[int] = mapped_column(sa.ForeignKey("activity.id", ondelete="CASCADE"), index=True)
    title: Mapped[Wording] = mapped_column(Words)
    __table_args__ = {"sqlite_autoincrement": True}
    counted = 0

    @property
    def version(self) -> int:
        """Its row keeps none: what was done to it counts."""
        return self.counted or db.session.scalar(sa.select(sa.func.max(Act.version)).where(Act.thing == self.part)) or 1

    @version.setter
    def version(self, number: int) -> None:
        self.counted = number

    @classmethod
    def place_of(cls, number: int) -> Place | None:
        row = db.session.execute(sa.select(Activity.course_id, Activity.topic_id).join(cls, cls.module_id == Activity.id).where(cls.id == number)).one_or_none()
        return Place(*row) if row else None
