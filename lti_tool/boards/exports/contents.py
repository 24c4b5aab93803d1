"""Collects what an export says, one function for each noun. Names come from Authors only; hidden and deleted notes never come along."""
from collections import defaultdict
from datetime import datetime
from typing import NamedTuple

import sqlalchemy as sa

from ...activities.anonymity import NAMED, REGION_ONLY
from ...activities.authorship import Authors
from ...db import Wording, db, now
from ...documents.backing import Backing, backing_of
from ...files import Attachment
from ...web import current_language
from ..board import Board
from ..column import Column
from ..comment import Comment
from ..material import Material, materials_on, with_files
from ..note import Note, is_shared
from ..parts import colours_of
from ..phase import Phase
from ..scale import distributions
from ..vote import totals


class Chosen(NamedTuple):
    """What to take along besides the notes."""

    columns: frozenset[int] | None = None  # their numbers; None: all
    comments: bool = True
    votes: bool = True


class Said(NamedTuple):
    """A comment on a note."""

    text: str
    language: str
    author: str
    anonymity: str
    removed: bool = False


class ExportedNote(NamedTuple):
    number: int  # its place in this export; the database's number would tell the order of writing
    text: str
    language: str
    colour: str
    anonymity: str
    author: str  # as the board shows it; often empty
    region: str  # only where the level shows it and it may be told
    imported: bool
    written: datetime
    to_the_minute: bool  # else only the day is told
    edited: bool
    removed: bool
    stack: int | None  # the number of the note on which it lies
    comments: tuple[Said, ...] = ()
    votes: int | None = None
    files: tuple[Attachment, ...] = ()

    @property
    def attachments(self) -> tuple[str, ...]:
        """The files' names."""
        return tuple(file.name for file in self.files)


class ExportedColumn(NamedTuple):
    column: Column
    notes: list[ExportedNote]

    @property
    def stacks(self) -> list[tuple[ExportedNote, list[ExportedNote]]]:
        """Each note that lies on none, and those that lie on it: they come right after it."""
        piles = []
        for note in self.notes:
            if note.stack:
                piles[-1][1].append(note)
            else:
                piles.append((note, []))
        return piles


class ExportedMaterial(NamedTuple):
    material: Material
    file: Attachment | None


class ExportedPhase(NamedTuple):
    phase: Phase
    columns: list[ExportedColumn]
    materials: list[ExportedMaterial]
    chosen: dict[int, int] | None = None  # of a check-in with a number: how many chose each, where that is shown


class LeftOut(NamedTuple):
    hidden: int  # notes that are not revealed yet
    deleted: int  # notes, those of deleted columns too
    columns: list[Wording]  # the titles of those that were not chosen
    names: bool  # somebody wrote under a level that shows no name
    comments: bool
    votes: str  # "" | "not chosen" | "not shown"
    files: int


class Export(NamedTuple):
    board: Board
    at: datetime
    colours: dict[str, str]  # what they mean, in the reader's language
    phases: list[ExportedPhase]
    left_out: LeftOut
    backing: Backing

    @property
    def columns(self) -> list[ExportedColumn]:
        return [column for phase in self.phases for column in phase.columns]

    @property
    def notes(self) -> list[ExportedNote]:
        return [note for column in self.columns for note in column.notes]

    @property
    def reading(self) -> tuple[str, ...]:
        return current_language(), *self.board.course.languages

    @property
    def levels(self) -> list[str]:
        """The board's level of anonymity first, then those with which notes came from elsewhere."""
        return list(dict.fromkeys([self.board.anonymity, *(note.anonymity for note in self.notes)]))


def export_of(board: Board, chosen: Chosen = Chosen()) -> Export:
    phases, columns = board.phases, board.columns()
    hiding = {phase.id for phase in phases if phase.notes_are_hidden}
    taken = [column for column in columns if chosen.columns is None or column.id in chosen.columns]
    rows = notes_of(taken)
    open_notes = [note for column in taken if column.phase_id not in hiding for note in rows[column.id]]
    exported, materials = notes_by_column(board, taken, open_notes, chosen), exported_materials(board, phases)
    chosen_numbers = {number: told.counts for number, told in distributions([phase.id for phase in phases if phase.asks_a_number and board.paper(phase).id not in hiding]).items()}
    left_out = LeftOut(
        hidden=sum(len(rows[column.id]) for column in taken if column.phase_id in hiding), deleted=deleted_notes(board.id),
        columns=[column.title for column in columns if column not in taken], names=any(note.anonymity != NAMED for note in open_notes),
        comments=not chosen.comments, votes=votes_left_out(phases, chosen),
        files=sum(len(note.attachments) for notes in exported.values() for note in notes) + sum(1 for there in materials.values() for one in there if one.file))
    return Export(board, now(), colours_of(board),
                  [ExportedPhase(phase, [ExportedColumn(column, exported[column.id]) for column in taken if column.phase_id == phase.id], materials[phase.id], chosen_numbers.get(phase.id))
                   for phase in phases], left_out,
                  backing_of(board.course, (current_language(), *board.course.languages)))


def exported_materials(board: Board, phases) -> dict[int, list[ExportedMaterial]]:
    """phase -> its materials. None are asked for where there are none."""
    there = materials_on(board.id) if any(phase.has_materials for phase in phases) else {}
    return {phase.id: [ExportedMaterial(*one) for one in with_files(there.get(phase.id, ()))] for phase in phases}


def notes_by_column(board: Board, columns, notes, chosen: Chosen) -> dict[int, list[ExportedNote]]:
    """In the order of the board, a stack's notes after the one they lie on."""
    authors = Authors(board.course_id)
    comments, votes, files = comments_of(board, authors, chosen), votes_of(board, chosen), files_of(board)
    standing = {note.id: note for note in notes}
    below = defaultdict(list)
    for note in notes:
        below[note.stack_id if note.stack_id in standing else None].append(note)
    numbers, exported = {}, defaultdict(list)
    for column in columns:
        for top in below[None]:
            if top.column_id == column.id:
                for note in (top, *below[top.id]):
                    numbers[note.id] = len(numbers) + 1
                    exported[column.id].append(exported_note(note, numbers, authors, comments.get(note.id, ()), votes.get(note.id), files.get(note.id, ())))
    return exported


def exported_note(note: Note, numbers, authors: Authors, comments, votes, files) -> ExportedNote:
    return ExportedNote(
        number=numbers[note.id], text=note.text, language=note.language, colour=note.colour, anonymity=note.anonymity, author=authors.shown(note),
        region=authors.told_region(note.region_id) if note.anonymity == REGION_ONLY else "", imported=note.imported, written=note.made_at, to_the_minute=note.anonymity == NAMED,
        edited=note.edited_at is not None, removed=note.removed_at is not None, stack=numbers.get(note.stack_id), comments=tuple(comments), votes=votes,
        files=tuple(files))


def notes_of(columns) -> dict[int, list[Note]]:
    """Those that stand in the columns, in their order."""
    by_column = defaultdict(list)
    for note in db.session.scalars(sa.select(Note).where(Note.column_id.in_([column.id for column in columns]), is_shared())
                                   .order_by(Note.position, Note.id)):
        by_column[note.column_id].append(note)
    return by_column


def deleted_notes(board_id: int) -> int:
    return db.session.scalar(sa.select(sa.func.count()).select_from(Note).join(Column, Column.id == Note.column_id)
                             .where(Note.activity_id == board_id, sa.or_(Note.deleted_at.is_not(None), Note.hidden_at.is_not(None), Column.deleted_at.is_not(None))))


def comments_of(board: Board, authors: Authors, chosen: Chosen) -> dict[int, list[Said]]:
    """note -> what was said about it, in that order; nothing that was deleted."""
    said = defaultdict(list)
    if chosen.comments:
        for comment in db.session.scalars(sa.select(Comment).where(Comment.activity_id == board.id, Comment.deleted_at.is_(None), Comment.hidden_at.is_(None)).order_by(Comment.id)):
            said[comment.note_id].append(Said(comment.text, comment.language, authors.shown(comment), comment.anonymity, comment.removed_at is not None))
    return said


def votes_of(board: Board, chosen: Chosen) -> dict[int, int]:
    """note -> its total (of its stack, where it is the top), in the phases where totals are shown."""
    shown = {phase.paper_id for phase in board.phases if phase.votes_shown}
    if not chosen.votes or not shown:
        return {}
    counted = totals(board.id)
    numbers = db.session.scalars(sa.select(Note.id).join(Column, Column.id == Note.column_id)
                                 .where(Note.activity_id == board.id, Note.stack_id.is_(None), Column.phase_id.in_(shown)))
    return {number: counted.get(number, 0) for number in numbers}


def votes_left_out(phases, chosen: Chosen) -> str:
    voting = [phase for phase in phases if phase.votes_each]
    if voting and not chosen.votes:
        return "not chosen"
    return "not shown" if any(not phase.votes_shown for phase in voting) else ""


def files_of(board: Board) -> dict[int, list[Attachment]]:
    """note -> its pictures and files."""
    files = defaultdict(list)
    standing = sa.select(Attachment).where(Attachment.activity_id == board.id, Attachment.deleted_at.is_(None))
    for attachment in db.session.scalars(standing.order_by(Attachment.id)):
        kind, _sep, number = attachment.thing.partition(":")
        if kind == "note":
            files[int(number)].append(attachment)
    return files
