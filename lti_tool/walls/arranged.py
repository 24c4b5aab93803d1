"""What stands in an order on a wall: its themes, and the questions of its form."""
import sqlalchemy as sa
from sqlalchemy.orm import Mapped, declared_attr, mapped_column

from ..access import Place
from ..activities import Activity
from ..activities.arranged import Arranged
from ..db import db


class OnWall(Arranged):
    WITHIN = "wall_id"

    @declared_attr
    def wall_id(cls) -> Mapped[int]:
        return mapped_column(sa.ForeignKey("activity.id", ondelete="CASCADE"), index=True)

    def in_sight_of(self, viewpoint) -> bool:
        return viewpoint.facilitates or (self.wall.in_sight_of(viewpoint) and self.deleted_at is None)

    @property
    def activity_id(self) -> int:
        return self.wall_id

    @property
    def wall(self) -> Activity:
        return db.session.get(Activity, self.wall_id)

    @classmethod
    def place_of(cls, number: int) -> Place | None:
        row = db.session.execute(sa.select(Activity.course_id, Activity.topic_id).join(cls, cls.wall_id == Activity.id).where(cls.id == number)).one_or_none()
        return Place(*row) if row else None
