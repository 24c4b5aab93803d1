"""Finds what somebody looks for, as far as they see it at present: one question for each kind of thing, however much there is of it."""
from itertools import groupby
from typing import NamedTuple

import sqlalchemy as sa

from ..activities.anonymity import NAMED
from ..activities.authorship import Authors
from ..db import db, sort_key
from ..people import Course, Membership
from ..people.names import names_in
from ..web import current_language
from .asking import Asked
from .entry import Entry
from .findable import Findable, Found, findables
from .index import ask_the_index, matches, newest_of_each

AT_MOST = 200  # of each kind, the newest: nobody reads more, and counting on would take long
LOOKED_AT = 300  # of each kind at first; hardly ever is so much of it out of sight that these do not do
A_PAGE = 20


class Seen(NamedTuple):
    """For whom things are shown, and what showing them needs."""

    course: Course
    viewpoint: object
    authors: Authors
    reading: tuple[str, ...]


class Candidate(NamedTuple):
    kind: str
    number: int
    author: int | None  # where everybody may know


class Results(NamedTuple):
    total: int
    more: bool  # there are more than were counted
    counts: dict[str, int]  # by kind, of all kinds
    groups: list[tuple[str, list[Found]]]  # of this page, each under its heading
    writers: list[tuple[int, str]]  # (number of the member, name): who wrote some of it
    page: int
    pages: int


NOTHING = Results(0, False, {}, [], [], 1, 1)


def find_things(course: Course, asked: Asked, viewpoint) -> Results:
    if not (words := asked.words):
        return NOTHING
    author = person_of(course.id, asked.author)
    ask_the_index(db.session)
    newest = newest_by_kind(course.id, words, asked)
    by_kind = {kind: candidates(findable, newest[kind], course.id, words, asked, author, viewpoint) for kind, findable in findables().items() if kind in newest}
    counts = {kind: min(len(found), AT_MOST) for kind, found in by_kind.items() if found}
    chosen = [one for kind, found in by_kind.items() if asked.kind in ("", kind) for one in found[:AT_MOST]]
    pages = max(1, -(-len(chosen) // A_PAGE))
    page = min(asked.page, pages)
    names = names_in(course.id)
    seen = Seen(course, viewpoint, Authors(course.id, names), (current_language(), *course.languages))
    return Results(len(chosen), any(len(found) > AT_MOST for kind, found in by_kind.items() if asked.kind in ("", kind)), counts,
                   shown(chosen[(page - 1) * A_PAGE:page * A_PAGE], seen), writers_of(course.id, by_kind, names), page, pages)


def among(entry, course_id: int, asked: Asked):
    """In a query: those of the course, in that language and on that board or wall."""
    language = entry.language == asked.language if asked.language else sa.true()
    within = entry.activity_id == asked.within.id if asked.within is not None else sa.true()
    return sa.and_(entry.course_id == course_id, language, within)


def newest_by_kind(course_id: int, words: list[str], asked: Asked) -> dict[str, list[int]]:
    """The numbers of the entries in which all these words begin, whoever sees them."""
    newest = {}
    query = newest_of_each(db.engine.dialect.name, course_id, words, findables(), lambda entry: among(entry, course_id, asked), LOOKED_AT)
    for kind, number in db.session.execute(query):
        newest.setdefault(kind, []).append(number)
    return newest


def candidates(findable: Findable, newest: list[int], course_id: int, words: list[str], asked: Asked, author: int | None, viewpoint) -> list[Candidate]:
    """The newest first; one more than are counted, where there are more."""
    noun, number = findable.authored, findable.shown_by
    if asked.author and (noun is None or author is None):
        return []
    named = sa.case((sa.and_(noun.anonymity == NAMED, noun.imported.is_(False)), noun.author_id)) if noun else sa.null()
    query = findable.in_sight(sa.select(number, named).select_from(Entry), viewpoint)
    if author:
        query = query.where(noun.author_id == author, noun.anonymity == NAMED, noun.imported.is_(False))
    if asked.theme or asked.step:
        query = findable.narrowed(query, asked)
    if query is None:
        return []
    query = query.order_by(Entry.at.desc(), number.desc()).limit(AT_MOST + 1)
    are_all, is_narrowed = len(newest) < LOOKED_AT, author or asked.theme or asked.step
    rows = db.session.execute(query.where(Entry.id.in_(newest))).all() if are_all or not is_narrowed else []
    if len(rows) <= AT_MOST and not are_all:  # few are meant, or much is out of sight: then all have to be asked about
        rows = db.session.execute(query.where(Entry.kind == findable.kind, among(Entry, course_id, asked), matches(db.engine.dialect.name, course_id, words))).all()
    return [Candidate(findable.kind, *row) for row in rows]


def shown(page: list[Candidate], seen: Seen) -> list[tuple[str, list[Found]]]:
    groups = []
    for kind, some in groupby(page, lambda one: one.kind):
        findable, numbers = findables()[kind], [one.number for one in some]
        found = findable.shown(numbers, seen)
        groups.append((findable.heading(), [found[number] for number in numbers if number in found]))
    return groups


def person_of(course_id: int, number: int | None) -> int | None:
    """Of a member's number in the course."""
    return number and db.session.scalar(sa.select(Membership.person_id).filter_by(course_id=course_id, number=number))


def writers_of(course_id: int, by_kind: dict[str, list[Candidate]], names) -> list[tuple[int, str]]:
    """Of what was found with their name on it, by name."""
    persons = {one.author for found in by_kind.values() for one in found if one.author is not None}
    if not persons:
        return []
    rows = db.session.execute(sa.select(Membership.number, Membership.person_id).where(Membership.course_id == course_id, Membership.person_id.in_(persons)))
    return sorted(((number, names[person]) for number, person in rows), key=lambda writer: sort_key(writer[1]))
