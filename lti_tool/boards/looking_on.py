"""A facilitator looks on as a participant: on their own page, at any phase, or on the screen that is shared in a call. Nothing is written by it."""
from flask import request
from sqlalchemy.orm.attributes import set_committed_value

from ..access import here
from ..live import NOBODY
from ..web import thing_number
from .board import Board


def onlooking_context(board: Board, screen: bool) -> dict:
    """What the page has to know. It goes on by itself (`lives`) when it shows what participants have before them just now."""
    if here().person != NOBODY:
        return {"looks_on": False, "screen": False, "lives": True, "looking_on": {}, "phases_to_look_at": []}
    shown, looked_at = board.shown_phase_id, None if screen else request.args.get("phase", type=thing_number)
    phases = board.phases
    turn_to(board, next((phase for phase in phases if phase.id == looked_at), None))
    return {"looks_on": True, "screen": screen, "lives": board.shown_phase_id == shown and board.in_sight_of(here().own), "looking_on": {"as": "participant"},
            "phases_to_look_at": phases if shown and not screen else []}


def turn_to(board: Board, phase) -> None:
    """For this answer only: what is set so never reaches the database."""
    if phase is not None and board.shown_phase_id is not None:
        set_committed_value(board, "shown_phase_id", phase.id)
        set_committed_value(board, "paper_phase_id", board.paper(phase).id)
