"""A line of the connection check, a group of them, and what all of it comes to."""
from typing import NamedTuple

from flask_babel import gettext as _
from flask_babel import ngettext

GOOD, NOTE, BAD, WAITS = "good", "note", "bad", "wait"


class Change(NamedTuple):
    """What to change, and where."""

    words: str
    literally: str = ""  # to be written exactly so
    where: str = ""  # the way through the platform's menus

    def as_text(self) -> str:
        return " ".join(filter(None, self))


class Line(NamedTuple):
    """One thing that was looked at, in a sentence; where it is not good, what to change. No personal data."""

    state: str
    words: str
    change: Change | None = None
    details: tuple[str, ...] = ()
    name: str = ""  # by which it is found when it is filled in later: by the page's script, or by asking the platform
    outcomes: tuple["Outcome", ...] = ()  # what the script may find
    values: tuple[tuple[str, str], ...] = ()  # what it needs to know for that: (data-..., value)
    button: str = ""  # a try of the server's, by its own button
    own_window: str = ""  # an address that a button opens in a window of its own

    @property
    def mark(self) -> str:
        return mark_of(self.state)

    @property
    def is_to_be_looked_at(self) -> bool:
        return self.state in (NOTE, BAD)


class Outcome(NamedTuple):
    """What the script may find, by the name under which it knows it. {braces} are filled in there."""

    name: str
    state: str
    words: str
    change: Change | None = None

    @property
    def mark(self) -> str:
        return mark_of(self.state)


def mark_of(state: str) -> str:
    """What the state's sign says aloud, and in the text."""
    return {GOOD: _("Fine:"), NOTE: _("To look at:"), BAD: _("Not fine:"), WAITS: _("Not tried yet:")}[state]


class Group(NamedTuple):
    name: str
    title: str
    lines: list[Line]

    @property
    def to_look_at(self) -> int:
        return sum(line.is_to_be_looked_at for line in self.lines)

    @property
    def words(self) -> str:
        return how_many(self.to_look_at) if self.to_look_at else _("Not all tried") if self.state == WAITS else _("All fine")

    @property
    def state(self) -> str:
        states = {line.state for line in self.lines}
        return next((state for state in (BAD, NOTE, WAITS) if state in states), GOOD)


class Findings(NamedTuple):
    """All groups, and in a word how it is."""

    groups: list[Group]

    @property
    def to_try(self) -> list[str]:
        """The names of the lines that are found out only by asking the platform."""
        return [line.name for group in self.groups for line in group.lines if line.button]

    @property
    def to_look_at(self) -> int:
        return sum(group.to_look_at for group in self.groups)

    @property
    def state(self) -> str:
        states = {group.state for group in self.groups}
        return BAD if BAD in states else NOTE if NOTE in states else GOOD

    def as_text(self, heading: str) -> str:
        """For a request for help."""
        parts = [heading]
        for group in self.groups:
            parts += ["", group.title]
            for line in group.lines:
                parts += [" ".join(filter(None, (line.mark, line.words, line.change.as_text() if line.change else "")))]
                parts += [f"  {detail}" for detail in line.details]
        return "\n".join(parts)


def how_many(number: int) -> str:
    return ngettext("%(num)s thing to look at", "%(num)s things to look at", number) if number else _("Everything is fine")
