"""What the search finds of boards: their titles, and the notes on them as far as whoever asks sees them."""
import sqlalchemy as sa
from flask import url_for
from flask_babel import gettext as _
from sqlalchemy.orm import contains_eager

from ..db import db, now
from ..search import Entry, Findable, Found, Told, in_sight_of_activity, register_findable
from .board import Board
from .column import Column
from .note import Note
from .phase import Phase


def told_notes(notes: list[Note]):
    for note in notes:
        if note.deleted_at is None and note.removed_at is None:
            yield Told(note.id, note.column.activity.course_id, note.activity_id, note.language, note.made_at, (note.text,))


def on_paper():
    """Of a column and its board, in a query: see Column.is_on_paper."""
    return sa.or_(Board.paper_phase_id.is_(None), Board.paper_phase_id == Column.phase_id)


def notes_in_sight(query, viewpoint):
    """Participants find what the board shows them just now; facilitators also what stands in its other phases. Hidden notes are found by who wrote them."""
    concealed = sa.or_(Note.kept_back, sa.and_(Phase.hides_notes, sa.or_(Phase.reveals_at.is_(None), Phase.reveals_at > now())))
    gives_way = sa.and_(Column.per_group, Board.in_groups, Column.group_id.is_(None))
    query = (query.join(Note, Note.id == Entry.note_id).join(Column, Column.id == Note.column_id).join(Phase, Phase.id == Column.phase_id).join(Board, Board.id == Note.activity_id)
             .where(Note.deleted_at.is_(None), Note.removed_at.is_(None), Note.hidden_at.is_(None), Column.deleted_at.is_(None), Phase.deleted_at.is_(None), ~gives_way, in_sight_of_activity(viewpoint, Board)))
    if viewpoint.facilitates:
        return query.where(sa.or_(~concealed, sa.and_(Note.author_id == viewpoint.person, on_paper())))
    return query.where(on_paper(), sa.or_(~concealed, Note.author_id == viewpoint.person))


def shown_notes(numbers: list[int], seen) -> dict[int, Found]:
    notes = db.session.scalars(sa.select(Note).join(Note.column).options(contains_eager(Note.column)).where(Note.id.in_(numbers)))
    return {note.id: shown_note(note, seen) for note in notes}


def shown_note(note: Note, seen) -> Found:
    column, board = note.column, note.column.activity
    looking_on = {} if column.is_on_paper else {"as": "participant", "phase": column.phase_id}
    return Found(address=url_for("boards.show", board_id=board.id, **looking_on, _anchor=f"note-{note.id}"), text=note.text, language=note.language,
                 where=(str(board.title.best(*seen.reading)), str(column.title.best(*seen.reading))), at=note.made_at, author=seen.authors.shown(note))


def told_boards(boards: list[Board]):
    return [Told(board.id, board.course_id, board.id, "", board.made_at, tuple(board.title.values())) for board in boards if board.deleted_at is None]


def boards_in_sight(query, viewpoint):
    return query.join(Board, Board.id == Entry.activity_id).where(in_sight_of_activity(viewpoint, Board))


def shown_boards(numbers: list[int], seen) -> dict[int, Found]:
    boards = db.session.scalars(sa.select(Board).where(Board.id.in_(numbers)))
    return {board.id: shown_board(board, seen) for board in boards}


def shown_board(board: Board, seen) -> Found:
    title = board.title.best(*seen.reading)
    return Found(address=url_for("boards.show", board_id=board.id), text="", language=title.language, title=title.text,
                 where=(_("Workshop") if board.is_workshop else _("Board"),))


def register_to_search(app) -> None:
    register_findable(app, Findable("board", 0, Board, lambda: _("Workshops and boards"), {Board: ("title", "deleted_at")}, told_boards, boards_in_sight, shown_boards,
                                    column="activity_id"))
    register_findable(app, Findable("note", 60, Note, lambda: _("Notes"), {Note: ("text", "language", "deleted_at", "removed_at")}, told_notes, notes_in_sight, shown_notes,
                                    authored=Note))
