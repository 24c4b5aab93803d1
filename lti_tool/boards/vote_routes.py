"""Giving a vote and taking it back. While totals are hidden nobody else hears of it."""
from flask import Blueprint, url_for

from ..access import CONTRIBUTE, find, here
from ..grades import took_part
from ..live import announce, answer_parts, operation_done, remember_operation
from ..web import answered_in_page, leads_to
from .note import Note
from .vote import own_votes, take_vote_back, vote_for

votes = Blueprint("votes", __name__)


@votes.post("/notes/<int:note_id>/vote")
def give(note_id):
    return on_ballot(note_id, vote_for)


@votes.post("/notes/<int:note_id>/vote/withdrawal")
def take_back(note_id):
    return on_ballot(note_id, take_vote_back)


def on_ballot(note_id: int, act):
    """The answer lists all notes to which the person has given a vote; their own page lays them over."""
    note = find(Note, note_id, to=CONTRIBUTE)
    viewer, phase = here(), note.column.at_work
    if not operation_done(viewer.topic):
        act(note, viewer.person)
        took_part(note.column.activity, viewer.person)
        remember_operation(viewer.topic, note.part)
        if phase.votes_shown:
            announce(viewer.topic, note.part)
    if not answered_in_page():
        return leads_to(url_for("boards.show", board_id=note.activity_id, _anchor=note.top.part.replace(":", "-")))
    response = answer_parts(viewer, *([note.part] if phase.votes_shown else []))
    response.headers["X-Votes"] = " ".join(map(str, own_votes(phase, viewer.person)))
    return response
