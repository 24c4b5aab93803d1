"""What can be moderated: rooms above register their nouns here, by the kind under which live knows their parts ("note:7")."""
from collections.abc import Callable
from typing import NamedTuple

import sqlalchemy as sa
from flask import abort, current_app
from flask_babel import gettext as _
from sqlalchemy.orm import Mapped, mapped_column

from ..access import find
from ..db import Instant, db
from ..web import Refusal


class IsHidden(Refusal):
    """Nothing is written into what facilitators have hidden, until they show it again."""

    status = 409

    def words(self):
        return (_("A facilitator has hidden this"), _("Others do not see it for now."),
                _("Read why on the home of the course, under “About what you wrote”, and answer there. Your text is still here."))


class Hideable:
    """For things that simply go from everybody's sight while they are hidden."""

    hidden_at: Mapped[object | None] = mapped_column(Instant)

    @property
    def is_hidden(self) -> bool:
        return self.hidden_at is not None

    def hide(self) -> str:
        """Answers the state it had, to which `show_again` brings it back."""
        self.hidden_at = self.moment()
        self.version += 1  # what was done before is not undone meanwhile
        return ""

    def show_again(self, was: str) -> None:
        self.hidden_at = None
        self.version += 1


class Approval(NamedTuple):
    """Of a kind that facilitators may look at before others see it."""

    waiting: Callable[[int], list]  # (course id): the things that wait, the oldest first
    waits: Callable[[object], bool]
    publish: Callable[[object], None]
    send_back: Callable[[object], None]  # to its author, who goes on writing
    wait_again: Callable[[object], bool]  # whether that was possible


class Moderated(NamedTuple):
    """`noun` is an `Authored` with `part`, `activity_id`, `is_hidden`, `hide` and `show_again` (`Hideable` has these three)."""

    noun: type
    word: Callable[[], str]  # "Note"
    address: Callable[[object], str]  # the page where it stands
    said: Callable[[object], list[tuple[str, str]]]  # [(text, its language), ...] of all its words, for who may see it
    tell: Callable[[object], None]  # open pages hear that it has changed
    take_out: Callable[[object, str, int], bool]  # (thing, exact words, by): a mark takes their place everywhere; whether they were there
    remove: Callable[[object, int], None]  # for good
    by: Callable[[int], list[str]]  # the parts of all things that a person wrote
    approval: Approval | None = None


def register_moderated(app, kind: str, moderated: Moderated) -> None:
    app.extensions["moderated"][kind] = moderated


def all_moderated() -> dict[str, Moderated]:
    return current_app.extensions["moderated"]


def kind_of(part: str) -> Moderated:
    return all_moderated()[part.partition(":")[0]]


def thing_of(part: str):
    """The noun itself, or None when it is gone for good."""
    return db.session.get(kind_of(part).noun, int(part.partition(":")[2]))


def things_of(parts) -> dict[str, object]:
    """Those of them that are still there, with one question for each kind."""
    numbers = {}
    for part in parts:
        kind, _sep, number = part.partition(":")
        numbers.setdefault(kind, set()).add(int(number))
    return {thing.part: thing for kind, wanted in numbers.items() for thing in db.session.scalars(sa.select(noun_of(kind)).where(noun_of(kind).id.in_(wanted)))}


def noun_of(kind: str) -> type:
    return all_moderated()[kind].noun


def find_thing(kind: str, number: int, to):
    """As `find`, for a thing of any kind that is moderated."""
    known = all_moderated().get(kind)
    return find(known.noun, number, to=to) if known else abort(404)


def parts_by(person_id: int) -> list[str]:
    return [part for moderated in all_moderated().values() for part in moderated.by(person_id)]
