"""What a form's answers say together, as far as they are shown: nothing at all of fewer than five people."""
from collections import Counter
from typing import NamedTuple

import sqlalchemy as sa
from flask_babel import format_decimal

from ..db import db
from .answer import ANSWERS, LEAST, SHOWN, WAITING
from .question import SCALE, USEFUL, Question


class Text(NamedTuple):
    key: str  # of the answer, to remove it by
    text: str
    language: str
    removed: bool


class Result(NamedTuple):
    """Of one question: how many gave each number, or what was written, in the order of random keys."""

    question: Question
    counts: dict[int, int]
    texts: list[Text]

    @property
    def number(self) -> int:
        return sum(self.counts.values()) if self.question.is_rating else len(self.texts)

    @property
    def mean(self) -> float | None:
        """None where fewer than five have answered a scale: it may be left open."""
        return mean_of(self.counts)

    @property
    def shares(self) -> dict[int, float]:
        """How long each bar is, in percent of the longest."""
        longest = max(self.counts.values(), default=0)
        return {value: round(100 * self.counts[value] / longest, 1) for value in SCALE if longest}


class Results(NamedTuple):
    number: int  # of people whose answers are shown
    come: int  # how many have answered at least: grows by five at a time, or more
    of_questions: list[Result]


def mean_of(counts: dict[int, int]) -> float | None:
    number = sum(counts.values())
    return sum(value * count for value, count in counts.items()) / number if number >= LEAST else None


def said_mean(mean: float) -> str:
    """With one decimal, as the reader's language writes it."""
    return format_decimal(mean, "0.0")


def results_of(form) -> Results:
    rows = db.session.execute(sa.select(ANSWERS.c.key, ANSWERS.c.question, ANSWERS.c.stage, ANSWERS.c.value, ANSWERS.c.text, ANSWERS.c.language, ANSWERS.c.removed)
                              .where(ANSWERS.c.form_id == form.id, ANSWERS.c.stage >= WAITING).order_by(ANSWERS.c.key)).all()
    shown = [row for row in rows if row.stage == SHOWN]
    number, come = (sum(1 for row in some if row.question == USEFUL) for some in (shown, rows))
    return Results(number, come, [result_of(question, [row for row in shown if row.question == question.key]) for question in form.questions] if number >= LEAST else [])


def result_of(question: Question, rows) -> Result:
    if question.is_rating:
        counted = Counter(row.value for row in rows)
        return Result(question, {value: counted[value] for value in SCALE}, [])
    return Result(question, {}, [Text(row.key, row.text or "", row.language, row.removed) for row in rows])


class Point(NamedTuple):
    """One form in a row of them: the mean of its first question, or None where fewer than five have answered it."""

    form: object
    mean: float | None
    number: int


def trend(forms) -> list[Point]:
    """The forms in the order given. One question of the database, however many they are."""
    counted: dict[int, dict[int, int]] = {}
    rows = db.session.execute(sa.select(ANSWERS.c.form_id, ANSWERS.c.value, sa.func.count()).where(
        ANSWERS.c.form_id.in_([form.id for form in forms]), ANSWERS.c.question == USEFUL, ANSWERS.c.stage == SHOWN).group_by(ANSWERS.c.form_id, ANSWERS.c.value))
    for form_id, value, number in rows:
        counted.setdefault(form_id, {})[value] = number
    return [Point(form, mean_of(counted.get(form.id, {})), sum(counted.get(form.id, {}).values())) for form in forms]


class Picture(NamedTuple):
    """A trend drawn, in pixels: a line through the points, broken where one is missing. Words beside it say the same."""

    width: int
    height: int
    lines: list[tuple[int, int]]  # (value, how far down)
    steps: list[tuple[int, int, int | None, str]]  # (number, across, down or None, the mean)
    runs: list[str]  # of points that stand beside each other


STEP, TOP, EDGE, UNIT = 72, 28, 40, 30  # of one form, above the scale, beside it, and between two numbers of the scale


def drawn(points: list[Point]) -> Picture:
    def down(mean: float) -> int:
        return round(TOP + (5 - mean) * UNIT)
    steps = [(place, EDGE + STEP * place - STEP // 2, None if point.mean is None else down(point.mean), "" if point.mean is None else said_mean(point.mean))
             for place, point in enumerate(points, 1)]
    runs: list[list[str]] = [[]]
    for _place, across, below, _mean in steps:
        if below is None:
            runs.append([])
        else:
            runs[-1].append(f"{across},{below}")
    return Picture(EDGE + STEP * len(points), TOP + 4 * UNIT + 34, [(value, down(value)) for value in SCALE], steps, [" ".join(run) for run in runs if len(run) > 1])
