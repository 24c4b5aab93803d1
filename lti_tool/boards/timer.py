"""The timer of a board: a start and an end, and nothing that runs. Its end is a notice, not a wall: whoever is in the middle of a sentence finishes it."""
from datetime import timedelta

from flask import Blueprint, request
from flask_babel import gettext as _

from ..db import now
from ..web import Refusal, Unsuitable
from .leading import chosen, lead

timer = Blueprint("timer", __name__)
MINUTES_AT_MOST = 180


class TimerIsNotRunning(Refusal):
    """Time cannot be added to a timer that somebody has stopped."""

    status = 409

    def words(self):
        return (_("The timer is not running"), _("Somebody has stopped it."), _("Start it again with the minutes you need."))


@timer.post("/boards/<int:board_id>/timer")
def set_timer(board_id):
    """`minutes` starts it anew, `more` adds that many, `stop` ends it. Minutes are added to the end, in UTC: no change of the clocks touches them."""
    def change(board):
        if chosen("stop"):
            board.stop_timer()
        elif "more" in request.form:
            if board.timer_ends_at is None:
                raise TimerIsNotRunning
            board.timer_ends_at = min(max(board.timer_ends_at, now()) + timedelta(minutes=minutes_taken("more")), now() + timedelta(minutes=MINUTES_AT_MOST))
        else:
            board.start_timer(minutes_taken("minutes"))
    return lead(board_id, change)


def minutes_taken(field: str) -> int:
    text = request.form.get(field, "").strip()
    if not (text.isascii() and text.isdecimal() and len(text) < 4 and 1 <= int(text) <= MINUTES_AT_MOST):
        raise Unsuitable(field, _("Give the minutes as a number from 1 to %(number)s.", number=MINUTES_AT_MOST))
    return int(text)
