"""Which workshops a series has, and in which order."""
from flask import render_template, request, url_for
from flask_babel import gettext as _

from ..access import FACILITATE, find, here
from ..activities import TITLE_LIMIT, kind_of
from ..activities.activity import activities_of
from ..activities.activity_routes import start_taken
from ..boards import Board
from ..db import db
from ..live import new_operation, operation_done, remember_operation
from ..web import Unsuitable, leads_to, take_wording, thing_number
from .occasion import add_to_series, occasions_in, place_in
from .series import Series, series_of
from .series_reading import workshops_of
from .series_routes import series_pages

__all__ = ["series_pages"]


def to_arranging(series: Series, board_id: int | None = None):
    return leads_to(url_for("series.arrange", series_id=series.id, _anchor=board_id and f"workshop-{board_id}"))


@series_pages.get("/series/<int:series_id>/workshops")
def arrange(series_id):
    series = find(Series, series_id, to=FACILITATE)
    placed = {occasion.board_id for occasion in occasions_in(*(one.id for one in series_of(series.course_id)), series.id)}
    free = [activity for activity in activities_of(series.course_id) if activity.kind == "board" and activity.id not in placed]
    return render_template("workshops/series_arrange.html", series=series, course=series.course, workshops=workshops_of(series, here().own), free=free,
                           starts=kind_of("board").starts(series.course), op=new_operation(), viewpoint=here().own)


@series_pages.post("/series/<int:series_id>/workshops")
def add(series_id):
    """Boards of the course, in the order in which they stand on its home."""
    series = find(Series, series_id, to=FACILITATE)
    boards = [db.session.get(Board, number) for number in request.form.getlist("board", type=thing_number)]
    if not boards:
        raise Unsuitable("board", _("Choose a workshop or a board first."))
    for board in boards:
        if board is None or board.course_id != series.course_id or board.deleted_at is not None:
            raise Unsuitable("board", _("What you chose is not in this course."))
        add_to_series(series, board)
    series.changed()
    return to_arranging(series, boards[-1].id)


@series_pages.post("/series/<int:series_id>/new-workshop")
def make_workshop(series_id):
    """As a draft, from a template or empty."""
    series = find(Series, series_id, to=FACILITATE)
    if part := operation_done(series.course.topic_id):
        return to_arranging(series, int(part.partition(":")[2]))
    kind = kind_of("board")
    start = start_taken(kind, series.course, request.form.get("start", ""))
    title = take_wording("title", TITLE_LIMIT, series.course.languages, required=start is None, one_line=True)
    board = kind.make(series.course, title or start.title, start.key if start else "")
    board.made_as_workshop = True
    add_to_series(series, board)
    remember_operation(series.course.topic_id, f"board:{board.id}")
    series.changed()
    return to_arranging(series, board.id)


@series_pages.post("/series/<int:series_id>/order")
def order(series_id):
    """`board` comes behind the board `after`, or first. Under the course's lock: of two who arrange at once, the later sees what the earlier did."""
    series = find(Series, series_id, to=FACILITATE)
    occasion = place_in(series, request.form.get("board", type=thing_number))
    after = request.form.get("after", type=thing_number)
    if after == occasion.board_id:
        raise Unsuitable("after", _("That place is not in this series."))
    occasion.move_after(place_in(series, after) if after else None)
    series.changed()
    return to_arranging(series, occasion.board_id)


@series_pages.post("/series/<int:series_id>/removal")
def remove(series_id):
    series = find(Series, series_id, to=FACILITATE)
    place_in(series, request.form.get("board", type=thing_number)).leave_series()
    series.changed()
    return to_arranging(series)
