"""What stands in an order inside something, of which there are at most so many: topics and questions of a wall, units and steps of a module."""
import sqlalchemy as sa
from flask_babel import gettext as _
from sqlalchemy.orm import Mapped, mapped_column

from ..db import Instant, Position, between, db, now
from ..web import Refusal


class TooMany(Refusal):
    status = 409

    def __init__(self, most: int):
        super().__init__()
        self.most = most

    def words(self):
        return (_("There is no room for one more"), _("There are at most %(number)s of these.", number=self.most), _("Delete one that is not needed."))


class Arranged:
    """Deleted ones keep their place, for the day they are restored."""

    AT_MOST = 20
    WITHIN = ""  # the name of the column that says inside what they stand in an order

    position: Mapped[str] = mapped_column(Position())
    deleted_at: Mapped[object | None] = mapped_column(Instant)

    @classmethod
    def all_within(cls, number: int):
        return getattr(cls, cls.WITHIN) == number

    @property
    def stands_in(self) -> int:
        return getattr(self, self.WITHIN)

    @classmethod
    def of(cls, number: int, deleted: bool = False) -> list:
        standing = cls.deleted_at.is_not(None) if deleted else cls.deleted_at.is_(None)
        return list(db.session.scalars(sa.select(cls).where(cls.all_within(number), standing).order_by(cls.position, cls.id)))

    @classmethod
    def add_to(cls, number: int, taken_away: bool = False, **values):
        """Last. Raises TooMany."""
        if not taken_away:
            cls.must_have_room(number)
        last = db.session.scalar(sa.select(sa.func.max(cls.position)).where(cls.all_within(number)))
        made = cls(**{cls.WITHIN: number}, position=between(last, None), deleted_at=now() if taken_away else None, **values)
        db.session.add(made)
        db.session.flush()
        return made

    @classmethod
    def must_have_room(cls, number: int) -> None:
        if db.session.scalar(sa.select(sa.func.count()).where(cls.all_within(number), cls.deleted_at.is_(None))) >= cls.AT_MOST:
            raise TooMany(cls.AT_MOST)

    def move(self, later: bool) -> None:
        """One place, past its neighbour; at the end nothing happens."""
        standing = self.of(self.stands_in)
        place = standing.index(self)
        rest = [one for one in standing if one is not self]
        self.put_at(min(max(place + (1 if later else -1), 0), len(rest)))

    def put_at(self, place: int) -> None:
        """Behind the first `place` of the others that stand."""
        rest = [one for one in self.of(self.stands_in) if one is not self]
        place = min(max(place, 0), len(rest))
        before, after = (rest[place - 1].position if place else None), (rest[place].position if place < len(rest) else None)
        self.position = between(before, self.behind_deleted(before, after))

    def keep_apart(self) -> None:
        """Steps behind what has taken its position meanwhile."""
        cls = type(self)
        if db.session.scalar(sa.select(cls.id).where(cls.all_within(self.stands_in), cls.position == self.position, cls.id != self.id).limit(1)):
            self.position = between(self.position, self.behind_deleted(self.position, None))

    def behind_deleted(self, before: str | None, after: str | None) -> str | None:
        """No two have one key: deleted ones between the two count, too."""
        cls = type(self)
        query = sa.select(cls.position).where(cls.all_within(self.stands_in), cls.id != self.id)
        following = db.session.scalar((query.where(cls.position > before) if before else query).order_by(cls.position).limit(1))
        return following or after

    def delete(self) -> None:
        self.deleted_at = now()

    def restore(self) -> None:
        """Raises TooMany."""
        if self.deleted_at is not None:
            self.must_have_room(self.stands_in)
        self.deleted_at = None
