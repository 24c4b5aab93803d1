"""When a card returns: FSRS, as the package `fsrs` computes it, in days of the course. Pure: it asks no database and no clock.

Without learning steps and fuzzing, so that the same answers always give the same days; two answers (forgot, knew). A review is told to the package
as noon of its day: a card answered late in the evening, or across a change of the clocks, returns on the same day as any other.
"""
from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta, timezone
from functools import lru_cache
from typing import NamedTuple

from fsrs import Card, Rating, Scheduler, State

LONGEST, A_DAY = 180, 5  # days until a card returns at the latest; cards a day


class Remembered(NamedTuple):
    """How well somebody remembers a card. Before the first answer it has only its day."""

    due_on: date
    last_on: date | None = None
    stability: float | None = None
    difficulty: float | None = None


@lru_cache
def scheduler(percent: int) -> Scheduler:
    """`percent`: how many of a hundred cards are to be remembered when they return."""
    return Scheduler(desired_retention=percent / 100, learning_steps=(), relearning_steps=(), enable_fuzzing=False, maximum_interval=LONGEST)


def moment(day: date) -> datetime:
    return datetime.combine(day, time(12), timezone.utc)


def answered(before: Remembered, knew: bool, today: date, percent: int) -> Remembered:
    """What follows from an answer. If a clock went back, the day of the last answer counts."""
    today = max(today, before.last_on or today)
    card = Card(card_id=1, state=State.Review if before.last_on else State.Learning, stability=before.stability, difficulty=before.difficulty,
                due=moment(before.due_on), last_review=moment(before.last_on) if before.last_on else None)
    after, _log = scheduler(percent).review_card(card, Rating.Good if knew else Rating.Again, moment(today))
    return Remembered(after.due.date(), today, after.stability, after.difficulty)


def days_until(before: Remembered, today: date, percent: int) -> tuple[int, int]:
    """In how many days it returns when it is forgotten, and when it is known."""
    return tuple((answered(before, knew, today, percent).due_on - today).days for knew in (False, True))


def left_today(done: int) -> int:
    return max(A_DAY - done, 0)


def coming(due_days: Iterable[date], today: date, left: int, days: int) -> list[tuple[date, int]]:
    """[(day, how many cards), ...] of the days after today on which cards come. What does not fit into a day comes on the next: nothing piles up."""
    by_day, waiting, found = Counter(max(day, today) for day in due_days), 0, []
    waiting = max(by_day.pop(today, 0) - left, 0)
    for ahead in range(1, days + 1):
        day = today + timedelta(days=ahead)
        waiting += by_day.pop(day, 0)
        if shown := min(waiting, A_DAY):
            found.append((day, shown))
            waiting -= shown
    return found
