"""A check-in with a number from 1 to 5: each gives one and sees how many chose each. Who chose what is shown to nobody but themselves."""
from typing import NamedTuple

import sqlalchemy as sa
from flask_babel import gettext as _
from sqlalchemy.orm import Mapped, mapped_column

from ..db import Wording, db
from ..db.wording import Said
from ..web import Refusal, current_language
from .board import Board
from .phase import Phase

SCALE = range(1, 6)
LEAST = 3  # of fewer answers nothing is told but how many they are: a single one would be somebody's


class NothingIsAsked(Refusal):
    """The workshop has gone on to another phase, or the question is asked in words now."""

    status = 409

    def words(self):
        return (_("This question is not asked now"), _("Another phase is shown, or a facilitator has changed the question."), _("Your earlier answer is kept, and comes back with the question."))


class NoSuchNumber(Refusal):
    status = 422

    def words(self):
        return (_("There is no such answer"), _("The scale goes from 1 to 5."), _("Load the page again and use its buttons."))


class ScaleAnswer(db.Model):
    __tablename__ = "scale_answer"
    phase_id: Mapped[int] = mapped_column(sa.ForeignKey("phase.id", ondelete="CASCADE"), primary_key=True)
    person_id: Mapped[int] = mapped_column(sa.ForeignKey("person.id", ondelete="CASCADE"), primary_key=True, index=True)
    value: Mapped[int]


class Distribution(NamedTuple):
    """How many chose each number. `counts` is None where it is not shown."""

    number: int
    counts: dict[int, int] | None

    @property
    def heights(self) -> dict[int, float]:
        """How tall each bar is, in percent of the tallest."""
        tallest = max((self.counts or {}).values(), default=0)
        return {value: round(100 * count / tallest, 1) for value, count in (self.counts or {}).items() if count}


def answer_scale(board: Board, phase_id: int | None, person_id: int, said: str | None) -> None:
    """`said` is a number of the scale, or "" to take the answer back. In the phase that the person saw. Raises NoSuchNumber, NothingIsAsked and ActivityIsClosed."""
    board.must_take_contributions()
    if said not in ("", *map(str, SCALE)):
        raise NoSuchNumber
    phase = board.phase
    if phase_id != phase.id or not phase.asks_a_number:
        raise NothingIsAsked
    known = db.session.get(ScaleAnswer, (phase.id, person_id))
    if said and known is None:
        db.session.add(ScaleAnswer(phase_id=phase.id, person_id=person_id, value=int(said)))
    elif said:
        known.value = int(said)
    elif known is not None:
        db.session.delete(known)


def own_answer(phase: Phase, person_id: int | None) -> int | None:
    known = db.session.get(ScaleAnswer, (phase.id, person_id)) if person_id else None
    return known and known.value


def who_answered(phase_id: int) -> list[int]:
    return list(db.session.scalars(sa.select(ScaleAnswer.person_id).where(ScaleAnswer.phase_id == phase_id).order_by(ScaleAnswer.person_id)))


def distributions(phase_ids) -> dict[int, Distribution]:
    """phase -> what may be told of its answers, were they not hidden."""
    counted: dict[int, dict[int, int]] = {number: dict.fromkeys(SCALE, 0) for number in phase_ids}
    rows = db.session.execute(sa.select(ScaleAnswer.phase_id, ScaleAnswer.value, sa.func.count()).where(ScaleAnswer.phase_id.in_(counted)).group_by(ScaleAnswer.phase_id, ScaleAnswer.value))
    for phase, value, count in rows if counted else ():
        counted[phase][value] = count
    return {phase: Distribution(sum(counts.values()), counts if sum(counts.values()) >= LEAST else None) for phase, counts in counted.items()}


def ends(low: Wording, high: Wording, *reading: str) -> tuple[Said, Said]:
    """What 1 and 5 mean: in the facilitator's words, or in ours where there are none for either."""
    if low or high:
        return low.best(*reading), high.best(*reading)
    return Said(_("badly"), current_language()), Said(_("very well"), current_language())
