"""Somebody says themselves that they have taken part."""
import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from ..activities import Activity
from ..db import Instant, db, now


class OwnTick(db.Model):
    __tablename__ = "own_tick"
    activity_id: Mapped[int] = mapped_column(sa.ForeignKey("activity.id", ondelete="CASCADE"), primary_key=True, autoincrement=False)
    person_id: Mapped[int] = mapped_column(sa.ForeignKey("person.id", ondelete="CASCADE"), primary_key=True, autoincrement=False, index=True)
    at: Mapped[object] = mapped_column(Instant)


def tick(activity: Activity, person_id: int) -> None:
    """Once; ticked again it stays as it was. Call it under the topic's lock."""
    if db.session.get(OwnTick, (activity.id, person_id)) is None:
        db.session.add(OwnTick(activity_id=activity.id, person_id=person_id, at=now()))
        db.session.flush()


def who_ticked(activity: Activity, person_id: int | None) -> set[int]:
    asked = sa.select(OwnTick.person_id).where(OwnTick.activity_id == activity.id)
    return set(db.session.scalars(asked if person_id is None else asked.where(OwnTick.person_id == person_id)))
