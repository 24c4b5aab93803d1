"""Entries are written in the transaction that changes a thing, at its end: whoever changes something need not think of it.

What goes takes its entry along (entry.py). Words that many statements write at once are told with `write_anew`.
"""
import sqlalchemy as sa
from flask import current_app, has_app_context
from sqlalchemy import event
from sqlalchemy.orm import Session

from ..db import db
from ..db.traces import is_wiping
from .entry import Entry
from .findable import Findable, findables
from .index import put_together
from .words import words_of

CHANGED = "findable_changed"
AT_ONCE = 500


@event.listens_for(Session, "after_flush")
def note_changes(session, _context):
    watched = current_app.extensions.get("findable_watched") if has_app_context() else None
    if not watched:
        return
    for thing in (*session.new, *session.dirty):
        for kind, attributes in watched.get(type(thing), ()):
            state = sa.inspect(thing)
            if any(state.attrs[name].history.has_changes() for name in attributes):
                session.info.setdefault(CHANGED, {}).setdefault(kind, set()).add(getattr(thing, "findable_number", thing.id))


@event.listens_for(Session, "before_commit")
def write_changes(session):
    session.flush()
    for kind, numbers in session.info.pop(CHANGED, {}).items():
        write_anew(kind, numbers - {None})
    if is_wiping(session) and has_app_context() and "findable" in current_app.extensions:
        put_together(session.connection())


@event.listens_for(Session, "after_soft_rollback")
def forget_changes(session, _previous):
    session.info.pop(CHANGED, None)
    is_wiping(session)


def write_anew(kind: str, numbers) -> int:
    """The entries of these things of a kind, as they are now; how many there are."""
    findable, numbers, written = findables()[kind], sorted(numbers), 0
    for start in range(0, len(numbers), AT_ONCE):
        written += write_some(findable, numbers[start:start + AT_ONCE])
    return written


def write_some(findable: Findable, numbers: list[int]) -> int:
    column, entries = findable.number.key, Entry.__table__
    things = list(db.session.scalars(sa.select(findable.noun).where(findable.noun.id.in_(numbers))))
    rows = [row for told in findable.told(things) if (row := row_of(findable, told))["words"]]
    db.session.execute(sa.delete(entries).where(entries.c.kind == findable.kind, entries.c[column].in_(numbers)))
    if rows:
        db.session.execute(sa.insert(entries), rows)
    return len(rows)


def row_of(findable: Findable, told) -> dict:
    return {"activity_id": told.activity_id, findable.number.key: told.number, "kind": findable.kind, "course_id": told.course_id, "step_id": told.step_id,
            "language": told.language, "at": told.at, "words": words_of(*told.texts)}


def rebuild() -> dict[str, int]:
    """All entries anew, in a writing transaction. How many there are of each kind."""
    db.session.execute(sa.delete(Entry.__table__))
    made = {}
    for kind, findable in findables().items():
        made[kind] = write_anew(kind, db.session.scalars(sa.select(findable.noun.id)).all())
        db.session.expire_all()
    put_together(db.session.connection())
    return made


def tidy_index() -> None:
    """Every hour: words that are nobody's any more go from SQLite's index for good."""
    put_together(db.session.connection())
