"""What is held about a person. Every table that names one registers how it is shown and how it is erased; a test insists."""
from collections.abc import Callable
from typing import NamedTuple

from flask import current_app

from ..db import db
from ..db.traces import wipe_traces_after_commit
from .person import Person


class Held(NamedTuple):
    """`show(person_id)` lists records as dicts of plain values. `erase(person_id, leave_texts)` removes them for good, or,
    when `leave_texts` is true, takes the person out of what others still need to read."""

    table: str
    title: Callable[[], str]  # in the reader's language
    show: Callable[[int], list[dict]]
    erase: Callable[[int, bool], None]


def register_held(app, held: Held) -> None:
    """In the order of erasing: what refers to a thing before the thing itself."""
    app.extensions["held"].append(held)


def held_about(person: Person) -> list[tuple[str, str, list[dict]]]:
    """[(table, title, records), ...] of everything that is held about the person."""
    return [(held.table, held.title(), held.show(person.id)) for held in current_app.extensions["held"]]


def erase_person(person: Person, leave_texts: bool) -> None:
    """Removes the person and what belongs to them. There is no way back."""
    number = person.id
    for held in current_app.extensions["held"]:
        held.erase(number, leave_texts)
    db.session.flush()
    db.session.expire_all()
    wipe_traces_after_commit()
    if (gone := db.session.get(Person, number)) is not None:
        db.session.delete(gone)
