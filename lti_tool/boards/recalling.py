"""What recall needs to know of notes: a card can be made from one that everybody reads."""
import sqlalchemy as sa

from ..activities import Activity
from ..activities.activity import DRAFT
from ..db import Wording, db, now
from ..recall import Source, register_source
from ..web import current_language
from .column import Column
from .dialogs import page_with
from .note import Note
from .phase import Phase


def boards_of(notes: list[Note]) -> dict[int, str]:
    boards = {board.id: board for board in db.session.scalars(sa.select(Activity).where(Activity.id.in_({note.activity_id for note in notes})))}
    return {note.id: str((board := boards[note.activity_id]).title.best(current_language(), *board.course.languages)) for note in notes}


def standing(numbers):
    """Also on a phase that is not shown just now: what was worked out there is what comes back."""
    concealed = sa.or_(Note.kept_back, sa.and_(Phase.hides_notes, sa.or_(Phase.reveals_at.is_(None), Phase.reveals_at > now())))
    return db.session.scalars(sa.select(Note.id).join(Column, Column.id == Note.column_id).join(Phase, Phase.id == Column.phase_id).join(Activity, Activity.id == Note.activity_id)
                              .where(Note.id.in_(numbers), Note.deleted_at.is_(None), Note.removed_at.is_(None), Note.hidden_at.is_(None), Column.deleted_at.is_(None),
                                     Phase.deleted_at.is_(None), ~concealed, Activity.deleted_at.is_(None), Activity.state != DRAFT))


def register_to_recall(app) -> None:
    register_source(app, "notes", Source(Note, "note", "note_id", boards_of, lambda note: page_with(note.part, note.activity_id), lambda note: Wording({note.language: note.text}), standing))
