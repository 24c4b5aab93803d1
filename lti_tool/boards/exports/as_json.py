"""A board as data that comes back: docs/formats.md. With notes it is an export, without them a template."""
import json

from ...activities.anonymity import NAMED
from ...db import Wording
from ..imports.board_file import FORMAT, VERSION
from ..layout import ColumnLayout, Layout, MaterialLayout, PhaseLayout, layout_of
from ..phase import FREE
from .contents import Export, ExportedNote, Said


def as_json(export: Export) -> bytes:
    board = export.board
    written = {column.column.id: [note_data(note) for note in column.notes] for column in export.columns}
    layout = layout_of(board)
    notes = iter([written.get(column.id) for column in in_order_of_phases(board)])
    data = design(board.title, layout, notes)
    if export.left_out.columns:
        for phase in data["phases"]:
            phase["columns"] = [column for column in phase["columns"] if column["notes"] is not None]
    out = export.left_out
    data["exported"] = {"at": export.at.isoformat(timespec="seconds"), "course": board.course.title, "notes": len(export.notes), "left_out": {
        "hidden_notes": out.hidden, "deleted_notes": out.deleted, "columns": [dict(title) for title in out.columns], "names": out.names,
        "comments": out.comments, "votes": out.votes, "contents_of_files": out.files}}
    return dumped(data)


def in_order_of_phases(board):
    columns = board.columns()
    return [column for phase in board.phases for column in columns if column.phase_id == phase.id]


def design(title: Wording, layout: Layout, notes=None, purpose: Wording = Wording()) -> dict:
    """`notes` gives those of each column, in the order of the columns."""
    return {
        "format": FORMAT, "version": VERSION, "title": dict(title), **({"purpose": dict(purpose)} if purpose else {}),
        "colours": {colour: dict(versions) for colour, versions in layout.colour_names.items() if versions},
        "anonymity": layout.anonymity, "workshop": layout.made_as_workshop,
        "phases": [{"title": dict(phase.title), "prompt": dict(phase.prompt), **phase_data(phase), **phase.settings,
                    "columns": [column_data(column) | ({"notes": next(notes)} if notes else {}) for column in phase.columns]} for phase in layout.phases]}


def phase_data(phase: PhaseLayout) -> dict:
    """What makes a phase one of a workshop, where there is any. Phases are counted from 1, as people do."""
    told = {"kind": phase.kind, "script": dict(phase.script), "minutes": phase.minutes, "shows": None if phase.shows is None else phase.shows + 1,
            "days_before": phase.days_before, "questions": list(phase.questions), "materials": [material_data(material) for material in phase.materials],
            "scale_low": dict(phase.scale_low), "scale_high": dict(phase.scale_high)}
    return {name: value for name, value in told.items() if value and value != FREE}


def material_data(material: MaterialLayout) -> dict:
    updated = {"updated": material.updated_on.isoformat()} if material.updated_on else {}
    return {"title": dict(material.title), "url": material.url, **({"keeper": material.keeper} if material.keeper else {}), **updated}


def column_data(column: ColumnLayout) -> dict:
    return {"title": dict(column.title), "prompt": dict(column.prompt), "colour": column.colour, "locked": column.locked, **({"per_group": True} if column.per_group else {})}


def note_data(note: ExportedNote) -> dict:
    """Only what is so is said: no `stack` where it lies on none, no `name` where none may be told."""
    told = {"number": note.number, "text": note.text, "language": note.language, "colour": note.colour, "anonymity": note.anonymity,
            "written": note.written.isoformat(timespec="seconds") if note.to_the_minute else note.written.date().isoformat()}
    more = {"stack": note.stack, "edited": note.edited, "removed": note.removed, "imported": note.imported, "region": note.region,
            "name": note.author if note.anonymity == NAMED and not note.imported else "", "attachments": list(note.attachments),
            "comments": [comment_data(said) for said in note.comments]}
    votes = {} if note.votes is None else {"votes": note.votes}
    return told | votes | {name: value for name, value in more.items() if value}


def comment_data(said: Said) -> dict:
    more = {"name": said.author if said.anonymity == NAMED else "", "removed": said.removed}
    return {"text": said.text, "language": said.language, "anonymity": said.anonymity} | {name: value for name, value in more.items() if value}


def dumped(data: dict) -> bytes:
    return json.dumps(data, ensure_ascii=False, indent=1).encode()
