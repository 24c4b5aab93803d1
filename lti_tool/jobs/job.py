"""One thing to be done: its kind, what it is about, when it is due, and how it went so far."""
from collections.abc import Callable
from typing import NamedTuple

import sqlalchemy as sa
from flask import current_app
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Mapped, mapped_column

from ..db import Instant, after_commit, db, now

INSERT = {"postgresql": postgresql.insert, "sqlite": sqlite.insert}


class JobFailed(Exception):
    """It could not be done this time. `problem` is shown to people: our own words, nothing that another server or a person wrote."""

    def __init__(self, problem: str):
        super().__init__(problem)
        self.problem = problem


class Job(db.Model):
    __tablename__ = "job"
    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    about: Mapped[str]  # there is one job of a kind about a thing: "course:7"
    due_at: Mapped[object] = mapped_column(Instant, index=True)
    tries: Mapped[int] = mapped_column(default=0)  # counted when one begins: who dies of it counts too
    leased_until: Mapped[object | None] = mapped_column(Instant)  # by whoever does it now
    again: Mapped[bool] = mapped_column(default=False)  # planned anew while it was being done: due_at is of that plan
    problem: Mapped[str] = mapped_column(default="")  # of the last try: technical words, nobody's data
    __table_args__ = (sa.UniqueConstraint("kind", "about"), {"sqlite_autoincrement": True})


class JobKind(NamedTuple):
    """`do(about)` opens its own transactions, and none while it asks another server. It may happen twice, when a process dies of it."""

    do: Callable[[str], None]
    pauses: tuple[int, ...]  # seconds before each further try; then it is given up


def register_job(app, kind: str, do: Callable[[str], None], pauses=(60, 300, 1800, 7200, 43200)) -> None:
    app.extensions["job_kinds"][kind] = JobKind(do, tuple(pauses))


def later(kind: str, about: str, at=None) -> None:
    """Plans the job, unless one of its kind about the same thing is planned; then the earlier time counts. Writes.

    What is being done at this moment is done once more: it may have looked before what is new now.
    """
    assert kind in current_app.extensions["job_kinds"], kind
    planned = INSERT[db.engine.dialect.name](Job.__table__).values(kind=kind, about=about, due_at=at or now(), tries=0, again=False, problem="")
    new, is_being_done = planned.excluded, Job.leased_until.is_not(None)
    first_plan = sa.and_(is_being_done, ~Job.again)
    db.session.execute(planned.on_conflict_do_update(index_elements=["kind", "about"], set_={
        "due_at": sa.case((sa.or_(first_plan, Job.due_at > new.due_at), new.due_at), else_=Job.due_at), "again": is_being_done}))
    if at is None or at <= now():
        after_commit(current_app.extensions["jobs_planned"].set)
