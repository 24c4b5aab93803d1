"""What somebody remembers of a card: when it returns to them. And each time it was answered."""
from datetime import date

import sqlalchemy as sa
from flask import current_app
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ..access import Place
from ..db import Instant, db, now
from ..people import Course
from ..web.days import today_here
from .card import RecallCard
from .schedule import Remembered, answered, days_until


class Memory(db.Model):
    """Its days are those of the course's zone; what `fsrs` keeps besides follows from them (schedule.py)."""

    __tablename__ = "recall_memory"
    id: Mapped[int] = mapped_column(primary_key=True)
    card_id: Mapped[int] = mapped_column(sa.ForeignKey("recall_card.id", ondelete="CASCADE"))
    person_id: Mapped[int] = mapped_column(sa.ForeignKey("person.id", ondelete="CASCADE"), index=True)
    due_on: Mapped[date]
    last_on: Mapped[date | None]
    stability: Mapped[float | None]
    difficulty: Mapped[float | None]
    times: Mapped[int] = mapped_column(default=0)  # it was answered
    card: Mapped[RecallCard] = relationship(lazy="joined", innerjoin=True)
    __table_args__ = (sa.UniqueConstraint("card_id", "person_id"), {"sqlite_autoincrement": True})

    def in_sight_of(self, viewpoint) -> bool:
        """Nobody else's."""
        return self.person_id == viewpoint.person

    @property
    def remembered(self) -> Remembered:
        return Remembered(self.due_on, self.last_on, self.stability, self.difficulty)

    @property
    def days(self) -> tuple[int, int]:
        """In how many days it returns if it is forgotten, and if it is known."""
        return days_until(self.remembered, today_here(), current_app.config["RECALL_RETENTION"])

    def answer(self, knew: bool, times: int) -> bool:
        """`times` it had been answered when it was shown. Once for each: whether it counted, or had been answered on another device meanwhile."""
        if times != self.times:
            return False
        after = answered(self.remembered, knew, today_here(), current_app.config["RECALL_RETENTION"])
        self.due_on, self.last_on, self.stability, self.difficulty = after
        self.times += 1
        db.session.add(Review(memory_id=self.id, knew=knew, at=now()))
        return True

    @classmethod
    def place_of(cls, number: int) -> Place | None:
        row = db.session.execute(sa.select(Course.id, Course.topic_id).join(RecallCard, RecallCard.course_id == Course.id).join(cls, cls.card_id == RecallCard.id)
                                 .where(cls.id == number)).one_or_none()
        return Place(*row) if row else None


class Review(db.Model):
    __tablename__ = "recall_review"
    id: Mapped[int] = mapped_column(primary_key=True)
    memory_id: Mapped[int] = mapped_column(sa.ForeignKey("recall_memory.id", ondelete="CASCADE"), index=True)
    knew: Mapped[bool]
    at: Mapped[object] = mapped_column(Instant)
    __table_args__ = {"sqlite_autoincrement": True}
