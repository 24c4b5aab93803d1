"""The file of a board or a template (docs/formats.md), read into what it says. Raises FileCannotBeTaken with everything that is wrong."""
from datetime import datetime
from typing import NamedTuple

from flask import current_app
from flask_babel import gettext as _

from ...activities.colours import COLOURS
from ...activities import TITLE_LIMIT
from ...activities.anonymity import LEVELS, NAMED
from ...db import Wording
from ...documents.place import Findings, Place
from ...documents.strict_json import FileCannotBeTaken, parse
from ...people.listed import NAME_LIMIT
from ..layout import Layout
from ..note import NOTE_LIMIT
from ..phase import PHASES_AT_MOST
from .phase_file import read_phase

FORMAT, VERSION = "workshop-board", 1
NOTES_AT_MOST = 5000
COLOUR_NAME_LIMIT, PURPOSE_LIMIT, FILED_NAME_LIMIT = 40, 300, 400


class FiledNote(NamedTuple):
    column: int  # which of the file's columns
    number: int | None  # by which other notes of the file call it
    stack: int | None  # the number of the note on which it lies
    text: str
    language: str
    colour: str
    anonymity: str
    region: str
    made_at: datetime | None
    edited: bool
    removed: bool


class BoardFile(NamedTuple):
    title: Wording
    purpose: Wording
    layout: Layout
    notes: list[FiledNote]
    left_out: dict[str, int]  # "name", "comments", "votes", "attachments" -> in how many notes
    ignored: list[str]  # places that say nothing to us


def read_file(data: bytes) -> BoardFile:
    return read(parse(data))


def read_template(data: dict) -> BoardFile:
    """What the tool itself has kept or brings along."""
    return read(data)


def read(data) -> BoardFile:
    findings = Findings()
    file = Place(data, "", findings)
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise FileCannotBeTaken(_("It is JSON, but not the file of a board: “format” is not “%(format)s”.", format=FORMAT))
    if type(data.get("version")) is not int or data["version"] != VERSION:
        raise FileCannotBeTaken(_("It was made by another version of this tool: “version” is not %(version)s.", version=VERSION))
    file.must_be_object("format", "version", "title", "purpose", "colours", "anonymity", "workshop", "phases", "exported")
    title = file.part("title").wording(TITLE_LIMIT, required=True, one_line=True)
    purpose = file.part("purpose").wording(PURPOSE_LIMIT, one_line=True)
    level = file.part("anonymity").choice(LEVELS, NAMED)
    phases, notes, left_out = [], [], {}
    for phase in file.part("phases").rows(PHASES_AT_MOST, _("there are too many phases (at most %(number)s).", number=PHASES_AT_MOST), required=True):
        def read_notes(column, number):
            too_many = _("there are too many notes (at most %(number)s).", number=NOTES_AT_MOST)
            for note in column.part("notes").rows(NOTES_AT_MOST - len(notes), too_many):
                notes.append((note, read_note(note, number, level, left_out)))
        phases.append(read_phase(phase, phases, read_notes))
    if not phases and not findings.wrong:
        file.part("phases").wrong(_("a board has at least one phase."))
    if len(notes) > NOTES_AT_MOST:
        file.part("phases").wrong(_("there are too many notes (at most %(number)s).", number=NOTES_AT_MOST))
    check_stacks(notes)
    layout = Layout(tuple(phases), read_colours(file.part("colours")), level, file.part("workshop").flag(False))
    findings.must_be_none()
    return BoardFile(title, purpose, layout, [note for _place, note in notes], left_out, findings.ignored)


def read_colours(place: Place) -> dict:
    if place.is_missing or not place.must_be_object(*COLOURS):
        return {}
    names = {colour: dict(place.part(colour).wording(COLOUR_NAME_LIMIT, one_line=True)) for colour in COLOURS if colour in place.value}
    return {colour: versions for colour, versions in names.items() if versions}


DROPPED = ("name", "comments", "votes", "attachments")  # these belong to where they were


def read_note(place: Place, column: int, level: str, left_out: dict) -> FiledNote | None:
    if not place.must_be_object("number", "stack", "text", "language", "colour", "anonymity", "region", "written", "edited", "removed", "imported", *DROPPED):
        return None
    for name in DROPPED:
        if place.value.get(name):
            left_out[name] = left_out.get(name, 0) + 1
    removed = place.part("removed").flag(False)
    if removed and place.value.get("text"):
        place.part("text").wrong(_("what was removed for good has no text."))
    place.part("name").text(FILED_NAME_LIMIT)
    place.part("imported").flag(False)
    return FiledNote(
        column, place.part("number").number(1, NOTES_AT_MOST), place.part("stack").number(1, NOTES_AT_MOST),
        place.part("text").text(NOTE_LIMIT, required=not removed), place.part("language").choice(current_app.config["LANGUAGES"]), place.part("colour").choice(COLOURS, COLOURS[0]),
        place.part("anonymity").choice(LEVELS, level), place.part("region").text(NAME_LIMIT, one_line=True), place.part("written").moment(),
        place.part("edited").flag(False), removed)


def check_stacks(notes) -> None:
    """A stack lies in one column, on one note, which does not lie on another."""
    by_number = {}
    for place, note in notes:
        if note is None or note.number is None:
            continue
        if note.number in by_number:
            place.part("number").wrong(_("another note has the same number."))
        by_number[note.number] = note
    for place, note in notes:
        if note is not None and note.stack is not None:
            top = by_number.get(note.stack)
            if top is None or top is note or top.stack is not None or top.column != note.column:
                place.part("stack").wrong(_("a note of the same column is needed here that does not lie on another."))
