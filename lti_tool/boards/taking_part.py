"""By what people have taken part on a board: a note, a comment, a vote. Looked at only where a facilitator wants participation marked (see grades)."""
import sqlalchemy as sa
from flask_babel import gettext as _

from ..activities.anonymity import HIDDEN_FROM_EVERYBODY, NAMED
from ..db import db
from ..grades import Gradable, Rule, register_gradable
from ..people import Membership
from .comment import Comment
from .note import Note
from .phase import Phase
from .vote import Vote, voter_in


def who_wrote(noun, *here):
    """Of a kind of contribution that has an author: who wrote one that is not deleted. What has come in a file, or from another board, was not written here."""
    def people(board, person_id):
        asked = sa.select(noun.author_id).where(noun.activity_id == board.id, noun.author_id.is_not(None), noun.deleted_at.is_(None), ~noun.imported, *here).distinct()
        return set(db.session.scalars(asked if person_id is None else asked.where(noun.author_id == person_id)))
    return people


def who_voted(board, person_id) -> set[int]:
    """The database knows only marks: they are made again for everybody, and looked for."""
    phases = sa.select(Phase.id).where(Phase.board_id == board.id)
    given = db.session.execute(sa.select(Vote.phase_id, Vote.voter).where(Vote.phase_id.in_(phases))).all()
    marks = {tuple(row) for row in given}
    if not marks:
        return set()
    members = [person_id] if person_id is not None else db.session.scalars(sa.select(Membership.person_id).where(Membership.course_id == board.course_id)).all()
    voted_in = {phase for phase, _voter in marks}
    return {person for person in members if any((phase, voter_in(phase, person)) in marks for phase in voted_in)}


def names_are_not_shown(board) -> bool:
    return board.anonymity != NAMED


def nobody_is_known(board) -> str:
    if board.anonymity != HIDDEN_FROM_EVERYBODY:
        return ""
    return _("Here nobody's name is stored, so nobody can know who has written. Choose that people say themselves that they have taken part.")


def register_taking_part(app) -> None:
    register_gradable(app, "board", Gradable((
        Rule("note", lambda: _("Has written a note"), lambda: _("Write a note"), who_wrote(Note, Note.origin_id.is_(None)), names_are_not_shown, nobody_is_known),
        Rule("comment", lambda: _("Has commented on a note"), lambda: _("Comment on a note"), who_wrote(Comment), names_are_not_shown, nobody_is_known),
        Rule("vote", lambda: _("Has voted"), lambda: _("Give a vote"), who_voted, lambda board: True))))
