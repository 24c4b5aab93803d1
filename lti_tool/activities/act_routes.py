"""Undoing what one has done, and saying what it was: each room registers both for its things."""
from collections.abc import Callable
from typing import NamedTuple

from flask import Blueprint, current_app, request

from ..access import CHANGE, find, here
from ..db import db
from ..live import operation_done
from ..web import thing_number
from .act import Act

acts = Blueprint("acts", __name__)


class ActsOn(NamedTuple):
    """What a room says of acts on one kind of its things."""

    words: Callable[[Act], str]  # what was done, in words
    take_back: Callable[[Act, int], object]  # (act, number of the thing): answers the request, also when it was sent before


def register_acts(app, kind: str, words: Callable[[Act], str], take_back: Callable[[Act, int], object]) -> None:
    app.extensions["acts_on"][kind] = ActsOn(words, take_back)


def act_words(act: Act) -> str:
    """For the toast that offers to undo it, for histories, and for one's own data."""
    return current_app.extensions["acts_on"][act.thing.partition(":")[0]].words(act)


def offered_act() -> Act | None:
    """The act that was just done with a plain form: the page offers to undo it."""
    number = request.args.get("act", type=thing_number)
    act = db.session.get(Act, number) if number else None
    return act if act and act.is_by(here().own) and act.can_be_offered else None


@acts.post("/acts/<int:act_id>/undo")
def undo(act_id):
    act = find(Act, act_id, to=CHANGE)
    kind, _sep, number = (operation_done(here().topic) or act.thing).partition(":")
    return current_app.extensions["acts_on"][kind].take_back(act, int(number))
