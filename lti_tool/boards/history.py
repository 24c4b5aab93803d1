"""What was done on a board, newest first: who where the level of anonymity allows, and with an offer to undo one's own."""
from collections import defaultdict
from typing import NamedTuple

import sqlalchemy as sa
from flask import Blueprint, render_template, request

from ..access import SEE, find, here
from ..activities.anonymity import NAMED
from ..db import db
from ..web import thing_number
from ..activities.act import Act
from .board import Board
from .column import Column
from .comment import Comment
from .note import Note
from .parts import board_context

AT_ONCE = 60  # acts on one page
history = Blueprint("history", __name__)
NOUNS = {"note": Note, "comment": Comment, "column": Column}


class Line(NamedTuple):
    act: Act
    thing: object
    shows_person: bool
    can_be_undone: bool


@history.get("/boards/<int:board_id>/history")
def show(board_id):
    board = find(Board, board_id, to=SEE)
    viewpoint = here().own
    before = request.args.get("before", type=thing_number)
    acts = acts_of(board.id, before)
    return render_template("boards/history.html", lines=[line for act in acts[:AT_ONCE] if (line := line_of(act, viewpoint))],
                           earlier=acts[AT_ONCE - 1].id if len(acts) > AT_ONCE else None, later=bool(before), viewpoint=viewpoint, **board_context(board))


def acts_of(board_id: int, before: int | None) -> list[Act]:
    query = sa.select(Act).where(Act.activity_id == board_id).order_by(Act.id.desc()).limit(AT_ONCE + 1)
    acts = list(db.session.scalars(query.where(Act.id < before) if before else query))
    load_things(acts)
    return acts


def load_things(acts: list[Act]) -> None:
    """Reads everything they are about at once; kept with them, or the session would forget it."""
    numbers = defaultdict(set)
    for act in acts:
        kind, _sep, number = act.thing.partition(":")
        numbers[kind].add(int(number))
    found = {}
    for kind, noun in NOUNS.items():
        for thing in db.session.scalars(sa.select(noun).where(noun.id.in_(numbers[kind]))) if numbers[kind] else ():
            found[thing.part] = thing
    for act in acts:
        act.about = found.get(act.thing)


def line_of(act: Act, viewpoint) -> Line | None:
    """None where the reader may not see what it is about (it is hidden, somebody else deleted it, or it is gone)."""
    thing = act.about
    if thing is None or not thing.in_sight_of(viewpoint):
        return None
    shows_person = getattr(thing, "anonymity", NAMED) == NAMED
    undoable = act.is_by(viewpoint) and act.can_be_offered and act.version == thing.version and act.verb != "removed"
    return Line(act, thing, shows_person, undoable)
