"""The parts of a board that belong to groups. A board knows which column is a group's; who is in the group it does not know."""
from collections import Counter

import sqlalchemy as sa

from ..db import Wording, db, now
from .board import Board
from .note import Note
from .phase import Phase


def columns_for_groups(board: Board, groups: list[tuple[int, Wording]]) -> None:
    """For each (group, its title) a copy of every column that is meant for groups, which gives way to them; where none is, one column in the phase
    in which groups discuss, or in the one that is shown."""
    meant = [column for column in board.columns() if column.per_group and column.group_id is None]
    alone = Counter(column.phase_id for column in meant)
    for column in meant:
        for group, title in groups:
            board.add_group_column(group, title if alone[column.phase_id] == 1 else both(title, column.title), column.phase_id, column)
    if not meant:
        for group, title in groups:
            board.add_group_column(group, title, phase_for_groups(board).id)
    board.in_groups = True
    db.session.flush()


def both(group: Wording, column: Wording) -> Wording:
    """“Group 3 · What helps?”"""
    return Wording({language: f"{words} · {column.best(language)}" for language, words in group.items()})


def phase_for_groups(board: Board) -> Phase:
    return next((phase for phase in board.phases if phase.kind == "discussion" and phase.shows_id is None), board.paper(board.phase))


def let_go_of_group_columns(board: Board) -> None:
    """Those with notes stay, as columns for everybody; the others go, and what was meant for groups stands there again."""
    filled = set(db.session.scalars(sa.select(Note.column_id).where(Note.activity_id == board.id, Note.deleted_at.is_(None)).distinct()))
    for column in board.columns():
        if column.group_id is not None:
            column.group_id = None
            if column.id not in filled:
                column.deleted_at = now()
    board.in_groups = False
    db.session.flush()


def rename_group_columns(board: Board, group_id: int, before: Wording, title: Wording) -> None:
    """Where a facilitator has not given the column another name meanwhile."""
    for column in board.columns():
        if column.group_id == group_id and column.title == before:
            column.title = title
