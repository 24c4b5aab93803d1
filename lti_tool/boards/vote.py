"""Votes: one dot of a person on a note. The database knows a mark of the voter in this phase, never who it was or when."""
import secrets

import sqlalchemy as sa
from flask_babel import gettext as _
from sqlalchemy.orm import Mapped, mapped_column

from ..access.secret import kept_mark
from ..db import db
from ..web import Refusal
from .column import Column
from .note import Note, stands
from .phase import Phase


class VotingIsNotOpen(Refusal):
    status = 409

    def words(self):
        return (_("Voting is not open"), _("A facilitator opens and closes it."), _("Your earlier votes are kept."))


class NoVotesLeft(Refusal):
    status = 409

    def __init__(self, votes_each: int):
        super().__init__()
        self.votes_each = votes_each

    def words(self):
        return (_("You have no votes left"), _("Everybody has %(number)s here.", number=self.votes_each),
                _("Take one of your votes back first, then give it to this note."))


class Vote(db.Model):
    __tablename__ = "vote"
    note_id: Mapped[int] = mapped_column(sa.ForeignKey("note.id", ondelete="CASCADE"), primary_key=True)
    voter: Mapped[str] = mapped_column(sa.String(64), primary_key=True)
    phase_id: Mapped[int] = mapped_column(sa.ForeignKey("phase.id", ondelete="CASCADE"))
    __table_args__ = (sa.Index(None, "phase_id", "voter"),)


def voter_in(phase_id: int, person_id: int) -> str:
    """The mark of a person in one phase: it tells neither who it is nor what they gave in another."""
    return kept_mark(f"vote {phase_id} {person_id}")


def vote_for(note: Note, person_id: int) -> None:
    """For the whole stack it belongs to; whoever has voted there already keeps that one vote.

    Raises ActivityIsClosed, VotingIsNotOpen, NotesAreHidden and NoVotesLeft. Call it under the topic's lock.
    """
    phase = must_take_votes(note)
    voter = voter_in(phase.id, person_id)
    if db.session.scalar(sa.select(sa.func.count()).select_from(votes_in_stack(note, voter).subquery())):
        return
    if given(phase, voter) >= phase.votes_each:
        raise NoVotesLeft(phase.votes_each)
    db.session.add(Vote(note_id=note.top.id, voter=voter, phase_id=phase.id))
    db.session.flush()


def take_vote_back(note: Note, person_id: int) -> None:
    """All that the person gave to the stack. Raises ActivityIsClosed, VotingIsNotOpen and NotesAreHidden."""
    phase = must_take_votes(note)
    for vote in db.session.scalars(votes_in_stack(note, voter_in(phase.id, person_id))):
        db.session.delete(vote)
    db.session.flush()


def must_take_votes(note: Note) -> Phase:
    """A locked column and a frozen board take votes: that is often why they are locked or frozen."""
    note.column.activity.must_take_contributions()
    phase = note.column.at_work
    if not note.is_on_board or not note.column.is_on_paper or not phase.voting_open:
        raise VotingIsNotOpen
    note.column.phase.must_show_notes()
    return phase


def votes_in_stack(note: Note, voter: str):
    top = note.top
    return sa.select(Vote).where(Vote.voter == voter, Vote.note_id.in_([top.id, *(member.id for member in top.members)]))


def standing(*what):
    """Of the votes whose notes stand on the board. Who gave one to a note that was deleted has it back meanwhile."""
    return (sa.select(*what).select_from(Vote).join(Note, Note.id == Vote.note_id).join(Column, Column.id == Note.column_id)
            .where(stands(), Column.deleted_at.is_(None)))


def given(phase: Phase, voter: str) -> int:
    return db.session.scalar(standing(sa.func.count()).where(Vote.phase_id == phase.id, Vote.voter == voter))


def own_votes(phase: Phase, person_id: int) -> list[int]:
    """The notes to which the person gave a vote."""
    if not phase.votes_each:
        return []
    return list(db.session.scalars(standing(Vote.note_id).where(Vote.phase_id == phase.id, Vote.voter == voter_in(phase.id, person_id))))


def totals(board_id: int) -> dict[int, int]:
    """note -> votes of the phases that show them; those of a stack are with its top."""
    top = sa.func.coalesce(Note.stack_id, Note.id)
    shown = sa.select(Phase.id).where(Phase.board_id == board_id, Phase.votes_shown)
    return {note: number for note, number in db.session.execute(
        standing(top, sa.func.count()).where(Note.activity_id == board_id, Vote.phase_id.in_(shown)).group_by(top))}


def fit_votes(phase: Phase, **came_back) -> None:
    """After a note (`note_id=`) or a column (`column_id=`) came back: whoever has given the votes elsewhere meanwhile does not have more than all others."""
    db.session.flush()
    over = db.session.execute(standing(Vote.voter, sa.func.count()).where(Vote.phase_id == phase.id).group_by(Vote.voter)
                              .having(sa.func.count() > phase.votes_each)).all()
    place = Note.id == came_back["note_id"] if "note_id" in came_back else Note.column_id == came_back["column_id"]
    for voter, number in over:
        surplus = db.session.scalars(standing(Vote).where(Vote.phase_id == phase.id, Vote.voter == voter, place).limit(number - phase.votes_each))
        for vote in surplus.all():
            db.session.delete(vote)


def votes_by(person_id: int) -> list[tuple[int, str]]:
    """[(phase, the person's mark there), ...] of all phases in which they may have voted: marks are computed, nobody is stored."""
    phases = db.session.scalars(sa.select(Vote.phase_id).distinct())
    return [(phase, voter_in(phase, person_id)) for phase in phases]


def nobody() -> str:
    """A voter's mark that belongs to nobody, for votes that stay when a person goes."""
    return secrets.token_hex(32)
