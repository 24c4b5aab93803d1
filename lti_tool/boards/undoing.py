"""Taking back what was done to notes, comments and columns."""
from ..access import CHANGE, CONTRIBUTE, FACILITATE, find, here
from ..activities.act import Act
from ..db import db
from ..live import operation_done
from .column import Column
from .comment import Comment
from .dialogs import done, done_already
from .note import Note


def take_back(act: Act, thing):
    return done(thing, thing.take_back(act, here().person), offers_undo=False)


def already(act: Act):
    part = operation_done(here().topic)
    return part and done_already(part, act.activity_id)


def take_back_note(act: Act, number: int):
    if answer := already(act):
        return answer
    note = find(Note, number, to=CONTRIBUTE)
    for column_id in {note.column_id, act.before.get("column_id", note.column_id)}:
        db.session.get(Column, column_id).must_take_notes(here().own)
    return take_back(act, note)


def take_back_comment(act: Act, number: int):
    if answer := already(act):
        return answer
    comment = find(Comment, number, to=CHANGE)
    comment.note.must_be_changeable(here().own)
    return take_back(act, comment)


def take_back_column(act: Act, number: int):
    return already(act) or take_back(act, find(Column, number, to=FACILITATE))
