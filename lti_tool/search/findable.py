"""Kinds of thing that can be found. Each is registered by the room that knows it: what it says, who sees it now, and how it is shown."""
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

import sqlalchemy as sa
from flask import current_app

from ..activities import DRAFT, Activity
from .entry import Entry


class Told(NamedTuple):
    """What a thing says, to be kept as its entry."""

    number: int
    course_id: int
    activity_id: int | None
    language: str  # empty: in several
    at: object
    texts: tuple[str, ...]
    step_id: int | None = None  # where one thing holds several that are found


class Found(NamedTuple):
    """A thing that was found, as it is shown."""

    address: str  # that lands on it
    text: str
    language: str
    title: str = ""
    where: tuple[str, ...] = ()  # the wall and the topic, the board and the column
    at: object = None
    author: str = ""  # as it is shown where the thing stands
    marks: tuple[str, ...] = ()  # what is said of it besides: that it is archived


def not_narrowed(query, asked):
    return None


class Findable(NamedTuple):
    """`watched`: {noun: its attributes that make another entry when they change}; a noun that is not the found one has `findable_number`.
    `told(things)` leaves out what is not to be found at all. `in_sight(query, viewpoint)` joins the thing to a query of entries, and leaves only
    what this person sees at present; `narrowed(query, asked)` does the same for a topic or a step, and answers None where it has neither."""

    kind: str
    place: int  # on the page, among the other kinds
    noun: type
    heading: Callable[[], str]
    watched: dict[type, tuple[str, ...]]
    told: Callable[[list], Iterable[Told]]
    in_sight: Callable[[Any, Any], Any]
    shown: Callable[[list[int], Any], dict[int, Found]]  # (numbers, seen): see finding.py
    narrowed: Callable[[Any, Any], Any] = not_narrowed
    authored: type | None = None  # the noun that knows who wrote it
    column: str = ""  # of the entry, where its number is; else <kind>_id
    by_entry: bool = False  # one thing holds several that are found: `shown` gets the numbers of entries

    @property
    def number(self):
        return getattr(Entry, self.column or f"{self.kind}_id")

    @property
    def shown_by(self):
        return Entry.id if self.by_entry else self.number


def register_findable(app, findable: Findable) -> None:
    known = app.extensions["findable"]
    known[findable.kind] = findable
    app.extensions["findable"] = dict(sorted(known.items(), key=lambda item: item[1].place))
    for noun, attributes in findable.watched.items():
        app.extensions["findable_watched"].setdefault(noun, []).append((findable.kind, attributes))


def register_choices(app, name: str, choices: Callable[[int, Any], list[tuple[str, str]]]) -> None:
    """What can be chosen of a filter ("theme", "step"): `choices(course_id, viewpoint)` are [(value, words), ...]."""
    app.extensions["search_choices"][name] = choices


def findables() -> dict[str, Findable]:
    """By kind, in the order in which they are shown."""
    return current_app.extensions["findable"]


def in_sight_of_activity(viewpoint, activity=Activity):
    """Of an activity, in a query. A deleted one is not found by facilitators either: it is restored from the home."""
    standing = activity.deleted_at.is_(None)
    return standing if viewpoint.facilitates else sa.and_(standing, activity.state != DRAFT)
