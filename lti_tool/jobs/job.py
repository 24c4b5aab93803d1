"""One thing to be done: its kind, what it is about, when it is due, and how it went so far."""
from collections.abc import Callable
from typing import NamedTuple

import sqlalchemy as sa
from flask import current_app
from sqlalchemy.orm import Mapped, mapped_column

from ..db import Instant, db, now


class Job(db.Model):
    __tablename__ = "job"
    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    about: Mapped[str]  # there is one job of a kind about a thing: "course:7"
    due_at: Mapped[object] = mapped_column(Instant, index=True)
    tries: Mapped[int] = mapped_column(default=0)
    leased_until: Mapped[object | None] = mapped_column(Instant)
    problem: Mapped[str] = mapped_column(default="")  # of the last try: technical words, nobody's data
    __table_args__ = (sa.UniqueConstraint("kind", "about"), {"sqlite_autoincrement": True})


class JobKind(NamedTuple):
    """`do(about)` opens its own transactions, and none while it asks another server."""

    do: Callable[[str], None]
    pauses: tuple[int, ...]  # seconds before each further try; then it is given up


def register_job(app, kind: str, do: Callable[[str], None], pauses=(60, 300, 1800, 7200, 43200)) -> None:
    app.extensions["job_kinds"][kind] = JobKind(do, tuple(pauses))


def later(kind: str, about: str, at=None) -> None:
    """Plans the job, unless one of its kind about the same thing is planned; then the earlier time counts. Writes."""
    assert kind in current_app.extensions["job_kinds"], kind
    due = at or now()
    planned = db.session.scalar(sa.select(Job).filter_by(kind=kind, about=about))
    if planned is None:
        db.session.add(Job(kind=kind, about=about, due_at=due))
    elif planned.due_at > due:
        planned.due_at = due
