"""Series come along into a copied course: their words, their workshops and the goals of these. Times, links, announcements and agreements are those of one group."""
import sqlalchemy as sa

from ..activities import Activity
from ..boards import Board
from ..db import Wording, db
from ..people import Course
from .occasion import WORKSHOPS_AT_MOST, make_occasion, occasion_of, occasions_in
from .series import SERIES_AT_MOST, Series, make_series, series_of


def copy_series(source: Course, course: Course, copies: dict[int, Activity]) -> None:
    """`copies`: activity of the source -> its copy here. Chosen again it brings only what is not here yet."""
    known = {series.origin_id: series for series in db.session.scalars(sa.select(Series).where(Series.course_id == course.id)) if series.origin_id}
    for series in series_of(source.id):
        copy = known.get(series.id) or (make_series(course, series.title, series.theme, series.goal, origin=series) if len(series_of(course.id)) < SERIES_AT_MOST else None)
        if copy is not None:
            place_copies(series, copy, copies)
    for number, activity in copies.items():
        original = occasion_of(number)
        if original is not None and occasion_of(activity.id) is None:
            describe_copy(original, activity)


def place_copies(series: Series, copy: Series, copies: dict[int, Activity]) -> None:
    room = WORKSHOPS_AT_MOST - len(occasions_in(copy.id))
    for original in occasions_in(series.id):
        board = copies.get(original.board_id)
        if board is not None and occasion_of(board.id) is None and room > 0:
            describe_copy(original, board, copy)
            room -= 1


def describe_copy(original, activity: Activity, series: Series | None = None) -> None:
    occasion = make_occasion(db.session.get(Board, activity.id))
    occasion.goal, occasion.languages = Wording(original.goal), list(original.languages)
    if series is not None:
        occasion.series_id, occasion.position = series.id, original.position
    db.session.flush()
