"""What of a board comes along into a copied course besides its layout: the course's own templates, and the notes of whoever brings it over."""
import sqlalchemy as sa

from ..activities.anonymity import NAMED
from ..db import db
from ..files import Attachment, attachments_of
from ..people import Course
from .board import Board
from .column import Column
from .exports.as_json import in_order_of_phases
from .note import Note, add_note
from .template import TEMPLATES_AT_MOST, BoardTemplate, keep_template


def copy_templates(source: Course, course: Course) -> None:
    """Those that are not there yet; as many as there is room for."""
    known = [template.as_data() for template in BoardTemplate.of(course.id)]
    missing = [template for template in reversed(BoardTemplate.of(source.id)) if template.as_data() not in known]
    for template in missing[:TEMPLATES_AT_MOST - len(known)]:
        keep_template(course, template.title, template.purpose, template.layout)


def sow(board: Board, copy: Board | None, person_id: int, only_count: bool = False) -> int:
    """The notes which the person wrote on the board with their name, written anew on its copy, in their order, with their files; how many.

    None where they have written on the copy already, and none of what was written without a name: a note keeps its level wherever it goes.
    """
    if board.anonymity != NAMED or copy is not None and (copy.anonymity != NAMED or has_written(copy, person_id)):
        return 0
    notes = seeds_of(board, person_id)
    if only_count or copy is None:
        return len(notes)
    standing = dict(zip((column.id for column in in_order_of_phases(board)), in_order_of_phases(copy)))
    sown = {note.id: add_note(standing[note.column_id], note.text, note.colour, note.language, person_id) for note in notes if note.column_id in standing}
    for note in notes:
        if note.stack_id in sown and note.id in sown:  # what lay on somebody else's note stands by itself
            sown[note.id].stack_id = sown[note.stack_id].id
    copy_files(notes, sown, copy)
    return len(sown)


def has_written(board: Board, person_id: int) -> bool:
    return db.session.scalar(sa.select(sa.exists().where(Note.activity_id == board.id, Note.author_id == person_id)))


def seeds_of(board: Board, person_id: int) -> list[Note]:
    """In their order. Nothing that was deleted, removed for good, or came in a file."""
    return list(db.session.scalars(
        sa.select(Note).join(Note.column).where(Note.activity_id == board.id, Note.author_id == person_id, Note.anonymity == NAMED, Note.deleted_at.is_(None),
                                                Note.removed_at.is_(None), Note.hidden_at.is_(None), Note.imported.is_(False), Column.deleted_at.is_(None))
        .order_by(Column.position, Column.id, Note.position, Note.id)))


def copy_files(notes, sown: dict[int, Note], copy: Board) -> None:
    """The rows; both refer to the same bytes."""
    attached = attachments_of(note.part for note in notes)
    for note in notes:
        for file in attached[note.part] if note.id in sown else ():
            db.session.add(Attachment(activity_id=copy.id, thing=sown[note.id].part, file_id=file.file_id, name=file.name,
                                      alternative_text=file.alternative_text, decorative=file.decorative))
