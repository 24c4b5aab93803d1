"""What the kinds of phase are called, what each is for, and what one of them begins with."""
from typing import NamedTuple

from flask_babel import gettext as _
from flask_babel import ngettext

from .phase import Phase


class KindWords(NamedTuple):
    icon: str
    name: str
    purpose: str


def kind_words() -> dict[str, KindWords]:
    """In the order in which they are offered."""
    return {
        "preassignment": KindWords("calendar", _("Pre-assignment"), _("Everybody writes before the workshop and sees only their own notes until it begins.")),
        "checkin": KindWords("hand", _("Check-in"), _("One question at the start, so that everybody has said something.")),
        "introduction": KindWords("screen", _("Introduction"), _("Somebody speaks about the theme; questions are written meanwhile.")),
        "discussion": KindWords("people", _("Group discussion"), _("Small groups talk and write down what matters.")),
        "joint": KindWords("board", _("Joint work"), _("Thoughts are gathered, sorted and put together.")),
        "voting": KindWords("vote", _("Voting"), _("Everybody gives votes to what matters most.")),
        "summary": KindWords("file", _("Summary"), _("What came out is looked at together.")),
        "feedback": KindWords("works", _("Feedback"), _("Everybody says how the workshop went.")),
        "free": KindWords("edit", _("Free work"), _("Whatever you ask people to do."))}


# What a phase of the kind begins with, where its form does not say otherwise.
USUAL = {"preassignment": {"hides_notes": True, "comments": False, "reactions": False}, "voting": {"votes_each": 3}, "feedback": {"comments": False, "reactions": False}}


def phase_name(phase: Phase, number: int, reading) -> str:
    """Its title, or which it is."""
    return phase.title.best(*reading).text or _("Phase %(number)s", number=number)


def minute_words(number: int) -> str:
    return ngettext("%(num)s min", "%(num)s min", number)
