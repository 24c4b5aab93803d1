"""Stacks: notes put together. The top note carries the others; they are in its column, behind it, and move with it."""
import sqlalchemy as sa
from flask_babel import gettext as _

from ..db import db
from ..web import Refusal
from ..activities.act import Act, ActIsOvertaken

PLACE = ("stack_id", "column_id", "position")


class NotesAreTogether(Refusal):
    status = 409

    def words(self):
        return (_("The notes are together already"), _("Both lie in the same stack."), _("Choose another note."))


class NoteIsInNoStack(Refusal):
    status = 409

    def words(self):
        return (_("The note is in no stack"), _("Somebody may have taken it out already."), _("Look at how it is now."))


class Stackable:
    """For notes, with `stack_id`: the top note on whose stack this one lies. A top has none itself."""

    also_changed = ()  # other notes that look different after what was done to this one

    @property
    def top(self):
        """The note that stands on the board for the whole stack: itself, if it lies on none."""
        return db.session.get(type(self), self.stack_id) if self.stack_id else self

    @property
    def members(self) -> list:
        """The notes that lie on its stack, in their order, without itself."""
        noun = type(self)
        return list(db.session.scalars(sa.select(noun).where(noun.stack_id == self.id, noun.deleted_at.is_(None), noun.hidden_at.is_(None)).order_by(noun.position, noun.id)))

    @property
    def last_of_stack(self):
        return (self.members or [self])[-1]

    @property
    def stands_on_top(self) -> bool:
        return self.is_on_board and self.stack_id is None

    def lay_on(self, other, by: int) -> Act:
        """On the stack of `other`, with all that lies on this one. Raises NotesAreTogether."""
        top, came = other.top, self.members
        if top is self or self.stack_id == top.id:
            raise NotesAreTogether
        before = {**self.fields(PLACE), "members": [note.id for note in came]}
        self.leave_stack()
        last = top.last_of_stack
        for note in (self, *came):
            note.stack_id = top.id
            note.stand_in(top.column_id, last)
            last = note
        renewed(came)
        return self.did("stacked", by, before)

    def take_out(self, by: int) -> Act:
        """It stands behind the stack then. Raises NoteIsInNoStack."""
        if self.stack_id is None:
            raise NoteIsInNoStack
        before, top = self.fields(PLACE), self.top
        self.leave_stack()
        self.stand_in(top.column_id, top.last_of_stack)
        return self.did("unstacked", by, before)

    def split(self, by: int) -> Act:
        """All its notes stand by themselves again, behind each other. Raises NoteIsInNoStack."""
        members = self.members
        if not members:
            raise NoteIsInNoStack
        for note in members:
            note.stack_id = None
        renewed(members)
        self.also_changed = members
        return self.did("split", by, {"members": [note.id for note in members]})

    def leave_stack(self) -> None:
        if self.stack_id is not None:
            self.also_changed = [self.top]
            self.stack_id = None

    def carry(self) -> None:
        """Takes those that lie on it along to where it stands now."""
        last, members = self, self.members
        for note in members:
            note.stand_in(self.column_id, last)
            last = note
        renewed(members)

    def hand_over(self) -> None:
        """Before it goes: the next of its stack becomes the top."""
        if members := self.members:
            first, *rest = members
            first.stack_id = None
            for note in rest:
                note.stack_id = first.id
            renewed(members)
            self.also_changed = [first]

    def rejoin_stack(self) -> None:
        """After it came back: to the stack it lay on, if that is still there; else it stands alone."""
        top = self.top
        if top is None or not top.stands_on_top:
            self.stack_id = None
        elif top is not self:
            self.stand_in(top.column_id, top.last_of_stack)

    def take_back(self, act: Act, by: int) -> Act:
        """Raises ActIsOvertaken, also when the stack it should go back to is no more."""
        if act.version != self.version:
            raise ActIsOvertaken
        if act.verb == "split":
            return self.gather(act.before["members"], by)
        if "position" not in act.before:
            return super().take_back(act, by)
        number = act.before.get("stack_id")
        goes_back_to = db.session.get(type(self), number) if number else None
        if number and not (goes_back_to and goes_back_to.stands_on_top):
            raise ActIsOvertaken
        if goes_back_to:
            self.hand_over()
            return self.lay_on(goes_back_to, by)
        left, now_so = self.top, self.fields(PLACE)
        for name in PLACE:
            setattr(self, name, act.before.get(name))
        self.keep_apart()
        self.take_again(act.before.get("members", ()), left)
        self.carry()
        if left is not self:
            self.also_changed = [left]
        return self.did("unstacked" if act.verb == "stacked" else act.verb, by, now_so)

    def gather(self, numbers, by: int) -> Act:
        """Puts those together with it again that still stand by themselves."""
        standing = [note for note in (db.session.get(type(self), number) for number in numbers) if note and note.stands_on_top and not note.members]
        for note in standing:
            note.stack_id = self.id
        self.carry()
        self.also_changed = standing
        return self.did("stacked", by, {**self.fields(PLACE), "members": []})

    def take_again(self, numbers, left) -> None:
        """Of the notes that came with it to the stack it leaves, those that still lie there."""
        for number in numbers:
            note = db.session.get(type(self), number)
            if note and note.stack_id == left.id:
                note.stack_id = self.id


def renewed(notes) -> None:
    """They have changed with another: what was done to them before is no longer undone."""
    for note in notes:
        note.version += 1
