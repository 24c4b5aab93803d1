"""The phases of a board as they are prepared: adding, changing, ordering, deleting and restoring them.

Nothing is lost by any of it: a deleted phase comes back for 30 days with its columns, notes and votes.
"""
from typing import NamedTuple

import sqlalchemy as sa
from flask_babel import gettext as _

from ..db import Wording, between, db, now
from ..web import Refusal, Unsuitable
from .board import Board
from .column import Column
from .phase import PHASES_AT_MOST, Phase, PhaseIsGone
from .vote import fit_votes

AS_THEY_STAND = (Phase.position, Phase.id)


class TooManyPhases(Refusal):
    status = 409

    def words(self):
        return (_("There are too many phases"), _("A workshop has at most %(number)s phases.", number=PHASES_AT_MOST), _("Delete one that is not needed, or make a second workshop."))


class TheOnlyPhase(Refusal):
    """A board is somewhere, always."""

    status = 409

    def words(self):
        return (_("The only phase cannot be deleted"), _("A board has at least one phase."), _("Change this one, or add another phase first."))


class OutOfOrder(Refusal):
    """A phase works on the columns of an earlier one: what has not been gathered yet cannot be sorted."""

    status = 409

    def words(self):
        return (_("The phase cannot stand there"), _("A phase can only work on the columns of a phase that comes before it."),
                _("Move the other phase too, or let this one have columns of its own."))


class PhaseDesign(NamedTuple):
    """What facilitators say of a phase in its form."""

    kind: str
    title: Wording
    prompt: Wording
    script: Wording
    minutes: int | None
    shows: Phase | None
    comments: bool
    reactions: bool
    votes_each: int
    hides_notes: bool
    days_before: int | None
    opens_on: object | None
    closes_on: object | None
    scale: bool
    scale_low: Wording
    scale_high: Wording


def add_phase(board: Board, design: PhaseDesign) -> Phase:
    """As the last one. The board's first phase is then shown as one of several. Raises TooManyPhases and Unsuitable."""
    phases = board.phases
    if len(phases) >= PHASES_AT_MOST:
        raise TooManyPhases
    phase = Phase(board_id=board.id, title=design.title, prompt=design.prompt, position=between(last_position(board), None), questions=[])
    db.session.add(phase)
    db.session.flush()
    describe(board, phase, design)
    stand_on_paper(board)
    return phase


def last_position(board: Board) -> str | None:
    """Deleted ones keep their places, for the day they are restored."""
    return db.session.scalar(sa.select(sa.func.max(Phase.position)).where(Phase.board_id == board.id))


def describe(board: Board, phase: Phase, design: PhaseDesign) -> None:
    """Raises Unsuitable when it cannot work on the columns of the phase that was chosen."""
    must_be_able_to_show(board, phase, design.shows)
    phase.kind, phase.title, phase.prompt, phase.script, phase.minutes = design.kind, design.title, design.prompt, design.script, design.minutes
    phase.shows_id = design.shows.id if design.shows else None
    phase.comments, phase.reactions, phase.days_before = design.comments, design.reactions, design.days_before
    phase.opens_on, phase.closes_on = design.opens_on, design.closes_on
    phase.scale, phase.scale_low, phase.scale_high = design.scale, design.scale_low, design.scale_high
    if phase.votes_each != design.votes_each:
        phase.votes_each = design.votes_each
        if not design.votes_each:
            phase.voting_open = phase.votes_shown = False
    if phase.hides_notes != design.hides_notes:
        phase.hide_notes() if design.hides_notes else phase.show_notes()


def could_show(board: Board, phase: Phase | None) -> list[Phase]:
    """The earlier phases on whose columns this one can work; before `phase` is there, those that one at the end could."""
    phases = board.phases
    earlier = phases if phase is None else phases[:phases.index(phase)]
    return [other for other in earlier if other.shows_id is None]


def must_be_able_to_show(board: Board, phase: Phase, shown: Phase | None) -> None:
    if shown is None:
        return
    if shown not in could_show(board, phase):
        raise Unsuitable("shows", _("It can work only on the columns of an earlier phase that has its own."))
    if has_columns(phase):
        raise Unsuitable("shows", _("This phase has columns of its own. Delete them first, then it can work on those of another phase."))
    if any(other.shows_id == phase.id for other in board.phases):
        raise Unsuitable("shows", _("Another phase works on the columns of this one."))


def has_columns(phase: Phase) -> bool:
    return db.session.scalar(sa.select(Column.id).where(Column.phase_id == phase.id, Column.deleted_at.is_(None)).limit(1)) is not None


def move_phase(board: Board, phase: Phase, after: Phase | None) -> None:
    """Behind `after`, or first. Raises OutOfOrder."""
    order = [other for other in board.phases if other is not phase]
    order.insert(order.index(after) + 1 if after else 0, phase)
    places = {other.id: place for place, other in enumerate(order)}
    if any(places.get(other.shows_id, -1) > places[other.id] for other in order if other.shows_id):
        raise OutOfOrder
    rest = sa.select(Phase.position).where(Phase.board_id == board.id, Phase.id != phase.id).order_by(Phase.position).limit(1)
    following = db.session.scalar(rest.where(Phase.position > after.position) if after else rest)
    phase.position = between(after.position if after else None, following)
    db.session.flush()


def delete_phase(board: Board, phase: Phase) -> None:
    """With its columns, which come back with it. Where it was shown, its neighbour is shown instead. Raises TheOnlyPhase and PhaseIsGone."""
    phases = board.phases
    if phase not in phases:
        raise PhaseIsGone
    if len(phases) == 1:
        raise TheOnlyPhase
    was_shown, place = board.phase is phase, phases.index(phase)
    phase.deleted_at = now()
    for column in db.session.scalars(sa.select(Column).where(Column.phase_id == phase.id, Column.deleted_at.is_(None))):
        column.deleted_at = phase.deleted_at
    db.session.flush()
    if was_shown:
        board.show_phase(phases[place + 1] if place + 1 < len(phases) else phases[place - 1])
    stand_on_paper(board)


def restore_phase(board: Board, phase: Phase) -> None:
    """Where it stood. Raises TooManyPhases."""
    if phase.deleted_at is None:
        return
    if len(board.phases) >= PHASES_AT_MOST:
        raise TooManyPhases
    columns = list(db.session.scalars(sa.select(Column).where(Column.phase_id == phase.id, Column.deleted_at == phase.deleted_at)))
    phase.deleted_at = None
    for column in columns:
        column.deleted_at = None
    db.session.flush()
    forget_what_cannot_be_shown(board)
    stand_on_paper(board)
    for other in [one for one in board.phases if board.paper(one) is phase]:
        for column in columns:
            fit_votes(other, column_id=column.id)


def forget_what_cannot_be_shown(board: Board) -> None:
    """While a phase was away, others may have got columns of their own, or gone elsewhere: they no longer show what they did."""
    phases = board.phases
    for place, phase in enumerate(phases):
        shown = next((other for other in phases if other.id == phase.shows_id), None)
        if shown and (shown not in phases[:place] or shown.shows_id or has_columns(phase)):
            phase.shows_id = None
    db.session.flush()


def stand_on_paper(board: Board) -> None:
    """The board says which phase is shown while there are several, and nothing while there is one."""
    phases = board.phases
    if len(phases) == 1:
        board.shown_phase_id = board.paper_phase_id = None
    else:
        shown = board.phase
        board.shown_phase_id, board.paper_phase_id = shown.id, board.paper(shown).id
    db.session.flush()


def deleted_phases(board: Board) -> list[Phase]:
    """The last deleted first."""
    return list(db.session.scalars(sa.select(Phase).where(Phase.board_id == board.id, Phase.deleted_at.is_not(None)).order_by(Phase.deleted_at.desc(), Phase.id.desc())))
