"""A mark: what one person says of themselves in one phase. Never derived from what they wrote: nobody is found out by it on a board without names."""
import sqlalchemy as sa
from flask_babel import gettext as _
from sqlalchemy.orm import Mapped, mapped_column

from ..boards import Board, Phase
from ..boards.column import PhaseIsOver
from ..db import Instant, db, now
from ..web import Refusal

READY, HAND, DONE = KINDS = ("ready", "hand", "done")


class NoSuchMark(Refusal):
    status = 422

    def words(self):
        return (_("There is no such mark"), _("One can be ready, be done with the pre-assignment, or raise a hand."), _("Load the page again and use its buttons."))


class Mark(db.Model):
    __tablename__ = "mark"
    phase_id: Mapped[int] = mapped_column(sa.ForeignKey("phase.id", ondelete="CASCADE"), primary_key=True)
    person_id: Mapped[int] = mapped_column(sa.ForeignKey("person.id", ondelete="CASCADE"), primary_key=True, index=True)
    kind: Mapped[str] = mapped_column(primary_key=True)
    at: Mapped[object | None] = mapped_column(Instant)  # of raised hands only, for their order: no other time of a person is needed


def marks_offered(phase: Phase) -> tuple[str, ...]:
    """A pre-assignment is done; in the workshop one is ready and raises a hand."""
    return (DONE,) if phase.kind == "preassignment" else (READY, HAND)


def set_mark(board: Board, phase_id: int | None, person_id: int, kind: str, wanted: bool) -> None:
    """In the phase that the person saw. Raises NoSuchMark, PhaseIsOver and ActivityIsClosed."""
    board.must_take_contributions()
    if kind not in KINDS:
        raise NoSuchMark
    if phase_id != board.shown_phase_id or kind not in marks_offered(board.phase):
        raise PhaseIsOver
    known = db.session.get(Mark, (phase_id, person_id, kind))
    if wanted and known is None:
        db.session.add(Mark(phase_id=phase_id, person_id=person_id, kind=kind, at=now() if kind == HAND else None))
    elif known is not None and not wanted:
        db.session.delete(known)


def lower_hand(phase_id: int, person_id: int) -> None:
    db.session.execute(sa.delete(Mark).where(Mark.phase_id == phase_id, Mark.person_id == person_id, Mark.kind == HAND))


def own_marks(phase_id: int, person_id: int | None) -> set[str]:
    return set(db.session.scalars(sa.select(Mark.kind).where(Mark.phase_id == phase_id, Mark.person_id == person_id))) if person_id else set()


def how_many(phase_id: int, kind: str) -> int:
    return db.session.scalar(sa.select(sa.func.count()).where(Mark.phase_id == phase_id, Mark.kind == kind))


def raised_hands(phase_id: int) -> list[Mark]:
    """Who waits longest comes first."""
    return list(db.session.scalars(sa.select(Mark).where(Mark.phase_id == phase_id, Mark.kind == HAND).order_by(Mark.at, Mark.person_id)))


def who_marked(phase_id: int, kind: str | None = None) -> set[int]:
    of = sa.select(Mark.person_id).where(Mark.phase_id == phase_id)
    return set(db.session.scalars(of.where(Mark.kind == kind) if kind else of))
