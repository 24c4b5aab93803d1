"""What stands in an order on a wall, and what the wall has at most so many of: its themes, and the questions of its form."""
import sqlalchemy as sa
from flask_babel import gettext as _
from sqlalchemy.orm import Mapped, declared_attr, mapped_column

from ..access import Place
from ..activities import Activity
from ..db import Instant, Position, between, db, now
from ..web import Refusal


class TooMany(Refusal):
    status = 409

    def __init__(self, most: int):
        super().__init__()
        self.most = most

    def words(self):
        return (_("There is no room for one more"), _("A wall has at most %(number)s of these.", number=self.most), _("Delete one that is not needed, or make another wall."))


class Arranged:
    """For nouns of a wall. Deleted ones keep their place, for the day they are restored."""

    AT_MOST = 20

    @declared_attr
    def wall_id(cls) -> Mapped[int]:
        return mapped_column(sa.ForeignKey("activity.id", ondelete="CASCADE"), index=True)

    position: Mapped[str] = mapped_column(Position())
    deleted_at: Mapped[object | None] = mapped_column(Instant)

    def in_sight_of(self, viewpoint) -> bool:
        return viewpoint.facilitates or (self.wall.in_sight_of(viewpoint) and self.deleted_at is None)

    @property
    def activity_id(self) -> int:
        return self.wall_id

    @property
    def wall(self) -> Activity:
        return db.session.get(Activity, self.wall_id)

    @classmethod
    def of(cls, wall_id: int, deleted: bool = False) -> list:
        standing = cls.deleted_at.is_not(None) if deleted else cls.deleted_at.is_(None)
        return list(db.session.scalars(sa.select(cls).where(cls.wall_id == wall_id, standing).order_by(cls.position, cls.id)))

    @classmethod
    def add_to(cls, wall_id: int, taken_away: bool = False, **values):
        """Last. Raises TooMany."""
        if not taken_away:
            cls.must_have_room(wall_id)
        last = db.session.scalar(sa.select(sa.func.max(cls.position)).where(cls.wall_id == wall_id))
        made = cls(wall_id=wall_id, position=between(last, None), deleted_at=now() if taken_away else None, **values)
        db.session.add(made)
        db.session.flush()
        return made

    @classmethod
    def must_have_room(cls, wall_id: int) -> None:
        if db.session.scalar(sa.select(sa.func.count()).where(cls.wall_id == wall_id, cls.deleted_at.is_(None))) >= cls.AT_MOST:
            raise TooMany(cls.AT_MOST)

    def move(self, later: bool) -> None:
        """One place, past its neighbour; at the end nothing happens."""
        standing = self.of(self.wall_id)
        place = standing.index(self)
        rest = [one for one in standing if one is not self]
        target = min(max(place + (1 if later else -1), 0), len(rest))
        before, after = (rest[target - 1].position if target else None), (rest[target].position if target < len(rest) else None)
        self.position = between(before, self.behind_deleted(before, after))

    def behind_deleted(self, before: str | None, after: str | None) -> str | None:
        """No two have one key: deleted ones between the two count, too."""
        cls = type(self)
        query = sa.select(cls.position).where(cls.wall_id == self.wall_id, cls.id != self.id)
        following = db.session.scalar((query.where(cls.position > before) if before else query).order_by(cls.position).limit(1))
        return following or after

    def delete(self) -> None:
        self.deleted_at = now()

    def restore(self) -> None:
        """Raises TooMany."""
        if self.deleted_at is not None:
            self.must_have_room(self.wall_id)
        self.deleted_at = None

    @classmethod
    def place_of(cls, number: int) -> Place | None:
        row = db.session.execute(sa.select(Activity.course_id, Activity.topic_id).join(cls, cls.wall_id == Activity.id).where(cls.id == number)).one_or_none()
        return Place(*row) if row else None
