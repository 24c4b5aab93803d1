"""Which practice has come how far in which region. A cell shows the furthest step there, and how many people have taken any."""
from collections import defaultdict
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
    more: bool  # practices that were left out


def matrix_of(wall: Wall, most: int | None = None) -> Matrix:
    """Of the practices with any step, those of most people first; `most`: only so many."""
    authors = Authors(wall.course_id)
    by_place = defaultdict(dict)  # (post, region) -> person -> their furthest step
    rows = db.session.execute(
        sa.select(Adoption.post_id, Adoption.person_id, Adoption.step, Membership.region_id)
        .join(Membership, sa.and_(Membership.person_id == Adoption.person_id, Membership.course_id == wall.course_id))
        .where(Adoption.post_id.in_(standing(wall.id).order_by(None).with_only_columns(Post.id))))
    for post, person, step, region in rows:
        reached = by_place[post, authors.region(region)]
        reached[person] = max(reached.get(person, 0), STEPS.index(step))
    return arranged(wall, by_place, most)


def arranged(wall: Wall, by_place: dict, most: int | None) -> Matrix:
    people = defaultdict(int)
    for (post, _region), reached in by_place.items():
        people[post] += len(reached)
    regions = in_order({region for _post, region in by_place})
    chosen = sorted(people, key=lambda post: (-people[post], -post))
    texts, languages = texts_of(chosen[:most]), (current_language(), *wall.course.languages)
    rows = [Row(post, text, [cell_of(by_place.get((post, region))) for region in regions]) for post in chosen[:most] if (text := best_text(texts[post], languages))]
    return Matrix(regions, rows, most is not None and len(chosen) > most)


def in_order(regions) -> list[str]:
    """By their names; last, those of which no name is told."""
    nameless = (_("Another region"), _("Region not told"))
    return sorted(regions, key=lambda region: (region in nameless, sort_key(region)))


def cell_of(reached: dict | None) -> Cell | None:
    return Cell(STEPS[max(reached.values())], len(reached)) if reached else None


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
