"""The latest score of a person for a line item, under Moodle's rules: what is older is refused, and what is not final erases."""

from typing import NamedTuple

from flask import current_app

FULLY_GRADED = "FullyGraded"


class Score(NamedTuple):
    line_item: int
    person: str  # the platform's number of them
    given: float | None  # of the line item's maximum; None: there is no grade
    comment: str
    at: int  # seconds since 1970


class TooOld(Exception):
    """A score of the same second or a later one is there already."""


def scores_of(line_item):
    return [Score(*row) for row in current_app.store.rows("SELECT * FROM score WHERE line_item = ? ORDER BY person", line_item.id)]


def keep_score(item, person, given, maximum, comment, at, progress):
    """Keeps the score, scaled to the line item's maximum and never above it; raises TooOld."""
    if progress != FULLY_GRADED:
        given = None
    if given is not None:
        given = max(0.0, min(item.maximum, given * item.maximum / maximum))
    with current_app.store.database() as db:
        kept = db.execute(
            "INSERT INTO score VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET given = excluded.given, comment = excluded.comment,"
            " at = excluded.at WHERE score.at < excluded.at",
            Score(item.id, person, given, comment, at),
        )
        if kept.rowcount != 1:
            raise TooOld
