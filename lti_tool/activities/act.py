"""One thing somebody did to a note, a comment or a column, with what is needed to undo it. Undo is a new act."""
from datetime import timedelta

import sqlalchemy as sa
from flask_babel import gettext as _
from sqlalchemy.orm import Mapped, mapped_column

from ..access import Place
from ..access.secret import holds_mark, new_mark
from ..db import Instant, db, now
from ..web import Refusal
from .activity import Activity

A_DAY, NO_TIME = timedelta(days=1), timedelta()
UNDO_FOR = timedelta(hours=12)  # a working day; deleted things can be restored for longer, from the list of deleted things


class ActIsOvertaken(Refusal):
    """Somebody has changed the thing since: undoing would take away their change."""

    status = 409

    def words(self):
        return (_("It has been changed since"), _("Somebody has changed the same thing after you. Undoing would take away their change."),
                _("Look at how it is now, and change it if needed."))


class ActIsForGood(Refusal):
    """What was removed for good is nowhere any more."""

    status = 409

    def words(self):
        return (_("This cannot be undone"), _("What was removed for good is not kept anywhere."), _("Write a new note if something is missing."))


class Act(db.Model):
    __tablename__ = "act"
    id: Mapped[int] = mapped_column(primary_key=True)
    activity_id: Mapped[int] = mapped_column(sa.ForeignKey("activity.id", ondelete="CASCADE"), index=True)
    person_id: Mapped[int | None] = mapped_column(sa.ForeignKey("person.id", ondelete="SET NULL"), index=True)
    secret_mark: Mapped[str | None] = mapped_column(sa.String(64))  # instead of a person, where none is stored
    thing: Mapped[str] = mapped_column(index=True)  # "note:7", "comment:5" or "column:3", as the parts are called
    verb: Mapped[str]  # added, edited, moved, deleted, restored, removed, locked, unlocked, stacked, unstacked, split
    before: Mapped[dict] = mapped_column(sa.JSON)  # the fields it changed, as they were
    version: Mapped[int]  # the thing's version which this act left
    at: Mapped[object] = mapped_column(Instant)
    __table_args__ = {"sqlite_autoincrement": True}

    @property
    def part(self) -> str:
        return f"act:{self.id}"

    def is_by(self, viewpoint) -> bool:
        if self.secret_mark:
            return holds_mark(self.secret_mark, self.part, viewpoint.person)
        return self.person_id is not None and self.person_id == viewpoint.person

    def in_sight_of(self, viewpoint) -> bool:
        return viewpoint.facilitates or self.is_by(viewpoint)

    @property
    def can_be_offered(self) -> bool:
        return now() - self.at < UNDO_FOR + (A_DAY if self.secret_mark else NO_TIME)  # then only the day is known


def place_of_act(number: int) -> Place | None:
    row = db.session.execute(sa.select(Activity.course_id, Activity.topic_id).join(Act).where(Act.id == number)).one_or_none()
    return Place(*row) if row else None


class Undoable:
    """For things with `version`, `part` and `activity_id`: remembers what was done, and takes it back."""

    keeps_no_author = False  # things that nobody wrote under a level of anonymity say who changed them

    @property
    def parts(self) -> tuple[str, ...]:
        """What changes on the pages when this changes."""
        return (self.part,)

    def moment(self):
        return now()

    def was_edited_since(self, version: int) -> bool:
        edited = db.session.scalar(sa.select(sa.func.max(Act.version)).where(Act.thing == self.part, Act.verb.in_(("edited", "removed"))))
        return not (edited or 1) <= version <= self.version

    def did(self, verb: str, by: int | None, before: dict) -> Act:
        """Call after the change: takes the next version and remembers how to go back."""
        if verb != "added":
            self.version += 1
        nameless = self.keeps_no_author
        act = Act(activity_id=self.activity_id, person_id=None if nameless else by, thing=self.part, verb=verb, before=before, version=self.version,
                  at=self.moment())
        db.session.add(act)
        if nameless or verb != "added":  # its number is wanted, for its mark or to undo it
            db.session.flush()
        if nameless and by is not None:
            act.secret_mark = new_mark(act.part, by)
        return act

    def take_back(self, act: Act, by: int) -> Act:
        """Raises ActIsOvertaken when the thing is no longer as the act left it."""
        if act.verb == "removed":
            raise ActIsForGood
        if act.version != self.version:
            raise ActIsOvertaken
        if act.verb == "added":
            return self.delete(by)
        if act.verb == "deleted":
            return self.restore(by)
        if act.verb == "restored":
            return self.delete(by)
        now_so = self.fields(act.before)
        for name, value in act.before.items():
            setattr(self, name, value)
        if "position" in act.before:
            self.keep_apart()
        undoing = self.did(act.verb, by, now_so)
        db.session.refresh(self)  # values that went through JSON come back as what their columns hold
        return undoing

    def keep_apart(self) -> None:
        """Steps behind whatever has taken its position meanwhile: no two neighbours may have one key."""
        raise NotImplementedError

    def fields(self, names) -> dict:
        return {name: getattr(self, name) for name in names}
