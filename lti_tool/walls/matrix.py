"""Which practice has come how far in which region. A cell shows the furthest step there, and how many people have taken any."""
from collections import defaultdict
from functools import cache
from typing import NamedTuple

import sqlalchemy as sa
from flask_babel import gettext as _

from ..activities.authorship import Authors
from ..db import db
from ..db.sorting import sort_key
from ..people import Membership
from ..web import current_language
from .adoption import STEPS, Adoption
from .post import Post
from .post_text import PostText, texts_of
from .reading import best_text, standing
from .wall import Wall

A_PAGE = 100  # practices: a table that is longer nobody reads, and ten thousand take more than a second
PEOPLE = sa.func.count(Adoption.person_id.distinct())
FURTHEST = sa.case({step: place for place, step in enumerate(STEPS)}, value=Adoption.step)


class Cell(NamedTuple):
    step: str  # the furthest that somebody of the region has come
    people: int


class Row(NamedTuple):
    post: int
    text: PostText
    cells: list[Cell | None]  # one for each region


class Matrix(NamedTuple):
    regions: list[str]
    rows: list[Row]
    more: bool  # practices that come behind these


def matrix_of(wall: Wall, most: int = A_PAGE, page: int = 1) -> Matrix:
    """Of the practices with any step, those of most people first; so many on a page."""
    posts = list(db.session.scalars(sa.select(Adoption.post_id).where(Adoption.post_id.in_(standing(wall.id).order_by(None).with_only_columns(Post.id)))
                                    .group_by(Adoption.post_id).order_by(PEOPLE.desc(), Adoption.post_id.desc()).offset(most * (page - 1)).limit(most + 1)))
    chosen = posts[:most]
    return arranged(wall, chosen, cells_of(wall, chosen), len(posts) > len(chosen))


def cells_of(wall: Wall, posts: list[int]) -> dict[tuple[int, str], Cell]:
    """(post, region) -> cell. Regions that are shown under one name are one."""
    authors = Authors(wall.course_id)
    name_of, found = cache(authors.region), {}
    rows = db.session.execute(
        sa.select(Adoption.post_id, Membership.region_id, PEOPLE, sa.func.max(FURTHEST))
        .join(Membership, sa.and_(Membership.person_id == Adoption.person_id, Membership.course_id == wall.course_id))
        .where(Adoption.post_id.in_(posts)).group_by(Adoption.post_id, Membership.region_id))
    for post, region, people, furthest in rows:
        place = (post, name_of(region))
        before, counted = found.get(place, (0, 0))
        found[place] = (max(before, furthest), counted + people)
    return {place: Cell(STEPS[furthest], people) for place, (furthest, people) in found.items()}


def arranged(wall: Wall, posts: list[int], cells: dict, more: bool) -> Matrix:
    regions = in_order({region for _post, region in cells})
    texts, languages = texts_of(posts), (current_language(), *wall.course.languages)
    rows = [Row(post, text, [cells.get((post, region)) for region in regions]) for post in posts if any((post, region) in cells for region in regions) and (text := best_text(texts[post], languages))]
    return Matrix(regions, rows, more)


def in_order(regions) -> list[str]:
    """By their names; last, those of which no name is told."""
    nameless = (_("Another region"), _("Region not told"))
    return sorted(regions, key=lambda region: (region in nameless, sort_key(region)))


def regions_of(post: Post) -> list[tuple[str, list[tuple[str, int]]]]:
    """[(step, [(region, people), ...]), ...] of one practice, the furthest first."""
    return regions_by_step(post.wall.course_id, [post.id], Authors(post.wall.course_id))[post.id]


def regions_by_step(course_id: int, post_ids, authors: Authors) -> dict[int, list[tuple[str, list[tuple[str, int]]]]]:
    """The same of many practices, with one question."""
    found = {number: defaultdict(lambda: defaultdict(int)) for number in post_ids}
    rows = db.session.execute(
        sa.select(Adoption.post_id, Adoption.step, Membership.region_id, sa.func.count())
        .join(Membership, sa.and_(Membership.person_id == Adoption.person_id, Membership.course_id == course_id))
        .where(Adoption.post_id.in_(found)).group_by(Adoption.post_id, Adoption.step, Membership.region_id))
    for post, step, region, people in rows:
        found[post][step][authors.region(region)] += people
    return {post: [(step, sorted(steps[step].items(), key=lambda pair: (-pair[1], sort_key(pair[0])))) for step in reversed(STEPS) if step in steps]
            for post, steps in found.items()}
