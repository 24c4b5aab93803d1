"""Time, meeting link and goal of a workshop: said by facilitators, read on its board, taken along into calendars."""
from flask import Blueprint, abort, current_app, render_template, request, url_for
from flask_babel import get_timezone

from ..access import FACILITATE, SEE, find
from ..boards import Board
from ..boards.dialogs import dialog
from ..boards.parts import board_context
from ..web import current_language, leads_to, safe_name, saved_as, take_wording
from .action import agreed_until
from .calendar_file import calendar_file
from .occasion import make_occasion, occasion_of
from .occasion_fields import languages_taken, link_taken, times_taken
from .series import GOAL_LIMIT

occasions = Blueprint("occasions", __name__)


@occasions.get("/boards/<int:board_id>/occasion")
def edit(board_id):
    board = find(Board, board_id, to=FACILITATE)
    return dialog("workshops/_occasion_form.html", back=board, occasion=occasion_of(board.id), zone=get_timezone(), languages=current_app.config["LANGUAGES"], **board_context(board))


@occasions.post("/boards/<int:board_id>/occasion")
def change(board_id):
    board = find(Board, board_id, to=FACILITATE)
    occasion = make_occasion(board)
    goal = take_wording("goal", GOAL_LIMIT, board.course.languages, occasion.goal)
    occasion.describe(goal, *times_taken(), link_taken("meeting_link"), languages_taken("spoken"), request.form.get("told_early") == "yes")
    return leads_to(url_for("boards.show", board_id=board.id))


@occasions.get("/boards/<int:board_id>/workshop.ics")
def calendar(board_id):
    board = find(Board, board_id, to=SEE)
    occasion = occasion_of(board.id)
    if occasion is None or occasion.starts_at is None:
        abort(404)
    name = safe_name(board.title.best(current_language(), *board.course.languages).text, "ics", otherwise="workshop")
    return saved_as(name, calendar_file(occasion, request.host), "text/calendar; charset=utf-8")


def render_in_bar(board, viewpoint, **_rest) -> str:
    """When and where people meet, until it is over, and what was agreed. Boards of which nothing of the kind was said cost one question."""
    occasion = occasion_of(board.id)
    if occasion is None:
        return ""
    earlier, own = agreed_until(occasion)
    if not (earlier or own or (occasion.starts_at or occasion.meeting_link) and not occasion.is_over):
        return ""
    return render_template("workshops/_occasion_bar.html", board=board, occasion=occasion, viewpoint=viewpoint, earlier=earlier, own=own,
                           reading=(current_language(), *board.course.languages))


def render_board_menu(board, **_rest) -> str:
    return render_template("workshops/_occasion_menu.html", board=board)
