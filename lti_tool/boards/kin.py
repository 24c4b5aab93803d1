"""Notes that say the same because they were brought along: where each came from, and what was brought from there, however far."""
import sqlalchemy as sa
from flask import render_template

from ..activities import Activity
from ..db import db
from .note import Note


def kin_of(note: Note) -> list[Note]:
    """Without the note itself; in the order in which their boards are locked."""
    known, asked = {note.id: note}, {note.id}
    while asked:
        origins = {known[number].origin_id for number in asked} - {None, *known}
        found = db.session.scalars(sa.select(Note).where(sa.or_(Note.id.in_(origins), Note.origin_id.in_(asked)), Note.id.not_in(known))).all()
        known |= {one.id: one for one in found}
        asked = {one.id for one in found}
    return sorted((one for one in known.values() if one is not note), key=lambda one: (one.activity_id, one.id))


def brought_from(note: Note, kin: list[Note]) -> set[int]:
    """The numbers of those among them that were brought from that note, at once or by way of others."""
    below = {note.id}
    while more := {one.id for one in kin if one.origin_id in below} - below:
        below |= more
    return below - {note.id}


def at_removal(thing) -> str:
    """Whoever hides a note, or removes its words for good, reads where else it stands."""
    kin = [one for one in kin_of(thing) if one.deleted_at is None] if isinstance(thing, Note) else []
    if not kin:
        return ""
    boards = {board.id: board for board in db.session.scalars(sa.select(Activity).where(Activity.id.in_([one.activity_id for one in kin])))}
    return render_template("boards/_kin.html", kin=[(one, boards[one.activity_id]) for one in kin])
