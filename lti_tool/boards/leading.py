"""How facilitators lead the work on a board: hiding and showing the notes, pausing the writing, voting, and which tools there are."""
from datetime import datetime, timezone

from flask import Blueprint, current_app, request, url_for
from flask_babel import get_timezone, to_utc
from flask_babel import gettext as _

from ..access import FACILITATE, SEE, find, here
from ..db import now
from ..live import announce, answer_parts, operation_done, remember_operation
from ..web import Unsuitable, answered_in_page, leads_to, thing_number
from .board import Board
from .dialogs import dialog
from .parts import board_context
from .phase import VOTES_AT_MOST, PhaseIsGone

leading = Blueprint("leading", __name__)


def lead(board_id: int, act, to=FACILITATE):
    """Finds the board, does the act once, tells everybody. `act(board)` answers whether all notes look different then, or which other parts do."""
    board = find(Board, board_id, to=to)
    topic, parts = here().topic, [f"bar:{board_id}"]
    if not operation_done(topic):
        if changed := act(board):
            parts += board.parts_of_notes if changed is True else changed
        remember_operation(topic, parts[0])
        announce(topic, *parts)
    if not answered_in_page():
        return leads_to(url_for("boards.show", board_id=board_id))
    return answer_parts(here(), *parts)


def leading_dialog(template: str, board_id: int):
    board = find(Board, board_id, to=FACILITATE)
    return dialog(template, back=board, **board_context(board))


def chosen(field: str) -> bool | None:
    """What a button or a tick says; None when the form does not ask."""
    values = request.form.getlist(field)
    return values[-1] == "yes" if values else None


@leading.get("/boards/<int:board_id>/hiding")
def choose_hiding(board_id):
    return leading_dialog("boards/_hiding_form.html", board_id)


@leading.post("/boards/<int:board_id>/hiding")
def hide(board_id):
    def hide_or_show(board):
        if chosen("hidden"):
            board.paper(board.phase).hide_notes(until=time_taken("until"))
        else:
            board.paper(board.phase).show_notes()
        return True
    return lead(board_id, hide_or_show)


@leading.post("/boards/<int:board_id>/hiding/end")
def end_hiding(board_id):
    """Asked by whichever open page notices first that the time has come. Nobody was kept from seeing the notes since then."""
    def tell_that_it_is_over(board):
        phase = board.paper(board.phase)
        if not phase.hides_notes or phase.notes_are_hidden:
            return False
        phase.show_notes()
        return True
    return lead(board_id, tell_that_it_is_over, to=SEE)


def time_taken(field: str):
    """A time of today as the clock on the wall shows it, or None. Raises Unsuitable."""
    text = request.form.get(field, "").strip().replace(".", ":")
    if not text:
        return None
    try:
        clock = datetime.strptime(text, "%H:%M")
    except ValueError:
        raise Unsuitable(field, _("Write the time like 14:30.")) from None
    at = to_utc(now().astimezone(get_timezone()).replace(hour=clock.hour, minute=clock.minute, second=0, microsecond=0, tzinfo=None)).replace(tzinfo=timezone.utc)
    if at <= now():
        raise Unsuitable(field, _("That time has already passed today."))
    return at


@leading.post("/boards/<int:board_id>/shown-phase")
def show_phase(board_id):
    """`phase` is the one to show, `from` the one that was seen: whoever presses "next" at the same moment as somebody else takes no second step."""
    def go_there(board):
        there = next((phase for phase in board.phases if phase.id == request.form.get("phase", type=thing_number)), None)
        if there is None:
            raise PhaseIsGone
        seen = request.form.get("from", type=thing_number)
        if there is board.phase or seen != board.phase.id:
            return False
        left = board.columns_on_paper()
        board.show_phase(there)
        for hear in current_app.extensions["another_phase"]:
            hear(board)
        shown = board.columns_on_paper()
        stay = [column for column in shown if column in left]  # with other tools, and perhaps with notes that were hidden
        return [column.part for column in [*left, *shown] if column not in stay] + [f"notes:{column.id}" for column in stay]
    return lead(board_id, go_there)


@leading.post("/boards/<int:board_id>/freeze")
def freeze(board_id):
    def set_frozen(board):
        board.frozen = bool(chosen("frozen"))
    return lead(board_id, set_frozen)


@leading.get("/boards/<int:board_id>/voting")
def choose_voting(board_id):
    return leading_dialog("boards/_voting_form.html", board_id)


@leading.post("/boards/<int:board_id>/voting")
def set_voting(board_id):
    def change(board):
        phase = board.phase
        had_votes, were_shown = phase.votes_each, phase.votes_shown
        if chosen("open"):
            phase.open_voting(number_taken("votes_each", had_votes))
        elif chosen("open") is False:
            phase.voting_open = False
        if (shown := chosen("shown")) is not None:
            phase.votes_shown = shown and phase.votes_each > 0
        return bool(had_votes) != bool(phase.votes_each) or were_shown != phase.votes_shown
    return lead(board_id, change)


def number_taken(field: str, before: int) -> int:
    text = request.form.get(field, str(before)).strip()
    if not (text.isascii() and text.isdecimal() and len(text) < 4 and 1 <= int(text) <= VOTES_AT_MOST):
        raise Unsuitable(field, _("Everybody can have from 1 to %(number)s votes.", number=VOTES_AT_MOST))
    return int(text)


@leading.get("/boards/<int:board_id>/tools")
def choose_tools(board_id):
    return leading_dialog("boards/_tools_form.html", board_id)


@leading.post("/boards/<int:board_id>/tools")
def set_tools(board_id):
    def change(board):
        phase = board.phase
        before = phase.comments, phase.reactions
        for tool in ("comments", "reactions"):
            if (wanted := chosen(tool)) is not None:
                setattr(phase, tool, wanted)
        return before != (phase.comments, phase.reactions)
    return lead(board_id, change)
