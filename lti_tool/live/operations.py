"""Acts that were already done: a page that did not hear our answer sends the same act again, and it happens once."""
from datetime import timedelta

import sqlalchemy as sa
from flask import request
from sqlalchemy.orm import Mapped, mapped_column

from ..db import Instant, db, now, today

KEPT = timedelta(days=7)
LONGEST = 64


class Operation(db.Model):
    __tablename__ = "operation"
    topic_id: Mapped[int] = mapped_column(sa.ForeignKey("topic.id", ondelete="CASCADE"), primary_key=True)
    name: Mapped[str] = mapped_column(sa.String(LONGEST), primary_key=True)
    part: Mapped[str]  # what the act made or changed, to answer with its present state
    at: Mapped[object] = mapped_column(Instant, index=True)  # the day: the hour would tell when an anonymous note was written


DONE = sa.select(Operation.part).where(Operation.topic_id == sa.bindparam("topic"), Operation.name == sa.bindparam("name"))


def operation_name() -> str | None:
    """The operation id which the page gave this act, if it gave a usable one."""
    name = request.form.get("op", "")
    return name if 8 <= len(name) <= LONGEST and name.isascii() and name.isprintable() else None


def operation_done(topic_id: int) -> str | None:
    """The part that this very act made earlier, or None when it is new. Ask after the topic was locked."""
    if name := operation_name():
        return db.session.scalar(DONE, {"topic": topic_id, "name": name})
    return None


def remember_operation(topic_id: int, part: str) -> None:
    if name := operation_name():
        db.session.add(Operation(topic_id=topic_id, name=name, part=part, at=today()))


def forget_old_operations() -> None:
    db.session.execute(sa.delete(Operation).where(Operation.at < now() - KEPT))
