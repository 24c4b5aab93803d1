"""Reads series for showing: which workshop was, is next and comes later. A fixed number of questions, however many there are."""
from collections import defaultdict
from typing import NamedTuple

import sqlalchemy as sa

from ..activities import ARCHIVED, CLOSED
from ..boards import Board, Phase
from ..db import db
from .announcement import Announcement, news_of
from .occasion import Occasion, occasions_in
from .series import Series, series_of

DONE, NEXT, LATER = "done", "next", "later"


class Workshop(NamedTuple):
    """One of a series, as somebody sees it."""

    number: int
    of: int
    occasion: Occasion
    state: str
    is_open_to_read: bool  # else only its title and time are told

    @property
    def board(self) -> Board:
        return self.occasion.board


class Shown(NamedTuple):
    """One series on the home."""

    series: Series
    workshops: list[Workshop]
    next: Workshop | None
    news: Announcement | None


def is_done(occasion: Occasion) -> bool:
    """By its time; without one, when its board has been closed."""
    return occasion.is_over if occasion.ends_at else occasion.board.state in (CLOSED, ARCHIVED)


def next_of(occasions: list[Occasion]) -> Occasion | None:
    """The earliest that is not over; without times, the first in order."""
    coming = [occasion for occasion in occasions if not is_done(occasion)]
    dated = [occasion for occasion in coming if occasion.starts_at]
    return min(dated, key=lambda occasion: occasion.starts_at) if dated else next(iter(coming), None)


def as_seen(occasions: list[Occasion], viewpoint) -> list[Workshop]:
    seen = [occasion for occasion in occasions if occasion.in_sight_of(viewpoint)]
    coming = next_of(seen)

    def state(occasion):
        return DONE if is_done(occasion) else NEXT if occasion is coming else LATER
    return [Workshop(number, len(seen), occasion, state(occasion), occasion.board.in_sight_of(viewpoint)) for number, occasion in enumerate(seen, 1)]


def workshops_of(series: Series, viewpoint) -> list[Workshop]:
    return as_seen(occasions_in(series.id), viewpoint)


def the_next(workshops: list[Workshop]) -> Workshop | None:
    return next((workshop for workshop in workshops if workshop.state == NEXT), None)


def shown_on_home(course_id: int, viewpoint) -> list[Shown]:
    """Those in which there is something to tell."""
    if not (all_series := series_of(course_id)):
        return []
    numbers, of_series = [series.id for series in all_series], defaultdict(list)
    for occasion in occasions_in(*numbers):
        of_series[occasion.series_id].append(occasion)
    news = news_of(numbers)
    shown = []
    for series in all_series:
        workshops = as_seen(of_series[series.id], viewpoint)
        if workshops or series.id in news:
            shown.append(Shown(series, workshops, the_next(workshops), news.get(series.id)))
    return shown


def with_preassignment(workshops) -> set[int]:
    """The boards of those that can be prepared for now."""
    open_boards = [workshop.board.id for workshop in workshops if workshop and workshop.is_open_to_read and workshop.board.takes_contributions]
    kinds = sa.select(Phase.board_id).where(Phase.board_id.in_(open_boards), Phase.kind == "preassignment")
    return set(db.session.scalars(kinds)) if open_boards else set()
