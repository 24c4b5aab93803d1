"""From what cards are made: rooms above register their nouns here, by the word in their addresses ("notes")."""
from collections.abc import Callable, Iterable
from typing import NamedTuple

import sqlalchemy as sa
from flask import abort, current_app
from flask_babel import gettext as _

from ..access import find
from ..db import Wording, db
from ..web import Refusal


class SourceIsOutOfSight(Refusal):
    status = 409

    def words(self):
        return (_("Not everybody can read this just now"), _("A recall card shows its words to everybody in the course, and this is hidden, deleted, or not open yet."),
                _("Make the card when everybody can read it."))


def whole(thing) -> list[Wording]:
    return []


class Source(NamedTuple):
    """`part`: how live and removals call such a thing ("note"). `standing(numbers)` are those that everybody in the course may read at present.
    `points`: of a thing that says several things, one of which a card is about. `written_here`: cards are made on this room's pages;
    else the thing itself holds them (a step of a module)."""

    noun: type
    part: str
    column: str  # of RecallCard, where its number is
    named: Callable[[list], dict[int, str]]  # (things): what a link to each of them says
    address: Callable[[object], str]
    texts: Callable[[object], Wording]
    standing: Callable[[list[int]], Iterable[int]]
    points: Callable[[object], list[Wording]] = whole
    written_here: bool = True


def register_source(app, kind: str, source: Source) -> None:
    app.extensions["recall_sources"][kind] = source


def source_of(kind: str) -> Source:
    return current_app.extensions["recall_sources"][kind]


def kind_of_part(part: str) -> str | None:
    return next((kind for kind, source in current_app.extensions["recall_sources"].items() if source.part == part), None)


def find_source(kind: str, number: int, to):
    """(source, thing): as `find`, for whatever cards are made from here. Raises SourceIsOutOfSight."""
    source = current_app.extensions["recall_sources"].get(kind)
    if source is None or not source.written_here:
        abort(404)
    thing = find(source.noun, number, to=to)
    if number not in set(source.standing([number])):
        raise SourceIsOutOfSight
    return source, thing


class Link(NamedTuple):
    address: str
    name: str


def link_to(source: Source, thing) -> Link:
    return Link(source.address(thing), source.named([thing])[thing.id])


def links_to(kind: str, numbers) -> dict[int, Link]:
    """With as many questions for many as for one."""
    source = source_of(kind)
    things = list(db.session.scalars(sa.select(source.noun).where(source.noun.id.in_(numbers))))
    names = source.named(things)
    return {thing.id: Link(source.address(thing), names[thing.id]) for thing in things}
