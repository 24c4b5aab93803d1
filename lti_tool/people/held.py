"""What is held about a person. Every table that names one registers what it is for, how it is shown, and how people go from it; a test insists."""
from collections.abc import Callable
from typing import NamedTuple

from flask import current_app

from ..db import db
from ..db.traces import wipe_traces_after_commit
from .person import Person


class Held(NamedTuple):
    """`show(person_id)` lists records as dicts of plain values. `erase(person_id, leave_texts)` removes them for good, or,
    when `leave_texts` is true, takes the person out of what others still need to read. `anonymise(course_id)` takes everybody out of
    what a course holds there; `of_no_course` where that is nothing."""

    table: str
    title: Callable[[], str]  # in the reader's language, as the next two
    purpose: Callable[[], str]  # what it is for
    kept: Callable[[], str]  # how long
    show: Callable[[int], list[dict]]
    erase: Callable[[int, bool], None]
    anonymise: Callable[[int], None]


def of_no_course(course_id: int) -> None:
    """What stands there belongs to a person and to no course, or goes with what does."""


def register_held(app, held: Held, before: str | None = None) -> None:
    """In the order of erasing: what refers to a thing before the thing itself. `before`: the table of a room below that this refers to."""
    register = app.extensions["held"]
    place = next((place for place, other in enumerate(register) if other.table == before), len(register))
    register.insert(place, held)


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
