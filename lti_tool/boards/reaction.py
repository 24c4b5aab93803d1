"""A reaction to a note: thanks, same here, good idea, tell me more. Everybody sees how many; nobody sees whose."""
import sqlalchemy as sa
from flask_babel import gettext as _
from sqlalchemy.orm import Mapped, mapped_column

from ..access.secret import kept_mark, mark_with, new_mark, secrets_here
from ..db import db
from ..web import Refusal
from .note import Note, NoteIsDeleted

REACTIONS = ("thanks", "same", "idea", "more")
ICONS = {"thanks": "thanks", "same": "people", "idea": "bulb", "more": "ask"}


def reaction_words() -> dict[str, str]:
    return {"thanks": _("Thanks"), "same": _("Same here"), "idea": _("Good idea"), "more": _("Tell me more")}


class ReactionsAreOff(Refusal):
    """In this phase nobody reacts to notes."""

    status = 409

    def words(self):
        return (_("Notes are not reacted to now"), _("A facilitator has turned reactions off for now. Those that were given can still be seen."), "")


class Reaction(db.Model):
    __tablename__ = "reaction"
    id: Mapped[int] = mapped_column(primary_key=True)
    note_id: Mapped[int] = mapped_column(sa.ForeignKey("note.id", ondelete="CASCADE"))
    kind: Mapped[str] = mapped_column(sa.String(16))
    reactor: Mapped[str] = mapped_column(sa.String(64))  # a mark of whoever reacted; see `marks_of`
    __table_args__ = (sa.UniqueConstraint("note_id", "kind", "reactor"), {"sqlite_autoincrement": True})


def marks_of(note_id: int, keeps_no_author: bool, person: int) -> list[str]:
    """What a person's reactions to the note are marked with. Where no author is stored, only their browser can tell: even the key of this
    installation must not lead back to them. Otherwise one for each person and note, so that two reactions cannot be told to belong together."""
    named = f"reaction:{note_id}"
    if keeps_no_author:
        return [mark_with(secret, named, person) for secret in secrets_here()]
    return [kept_mark(f"{named} {person}")]


def must_take_reactions(note: Note) -> None:
    """Raises NoteIsDeleted, ActivityIsClosed or ReactionsAreOff. Where writing is locked or frozen, reacting is not."""
    if not note.is_on_board:
        raise NoteIsDeleted
    note.column.activity.must_take_contributions()
    note.column.phase.must_show_notes()
    if not note.column.at_work.reactions:
        raise ReactionsAreOff


def react(note: Note, kind: str, person: int) -> None:
    """Gives the person's reaction; once, however often it is given."""
    if kind in reactions_by(note, person):
        return
    mark = new_mark(f"reaction:{note.id}", person) if note.keeps_no_author else marks_of(note.id, False, person)[0]
    db.session.add(Reaction(note_id=note.id, kind=kind, reactor=mark))
    db.session.flush()


def take_reaction_back(note: Note, kind: str, person: int) -> None:
    marks = marks_of(note.id, note.keeps_no_author, person)
    db.session.execute(sa.delete(Reaction).where(Reaction.note_id == note.id, Reaction.kind == kind, Reaction.reactor.in_(marks)))


def reactions_by(note: Note, person: int) -> list[str]:
    """The kinds that the person has given to the note."""
    marks = marks_of(note.id, note.keeps_no_author, person)
    return list(db.session.scalars(sa.select(Reaction.kind).where(Reaction.note_id == note.id, Reaction.reactor.in_(marks)).order_by(Reaction.kind)))
