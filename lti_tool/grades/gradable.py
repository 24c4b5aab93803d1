"""What a kind of activity can be graded by. Kinds register here; this room knows none of them."""
from collections.abc import Callable
from typing import NamedTuple

from flask import current_app
from flask_babel import gettext as _

from ..activities import Activity

OWN_TICK = "own_tick"


class Rule(NamedTuple):
    """Something that people may be asked to have done. `people(activity, person)` are the numbers of those who have; of that person alone if one is given.

    Nobody may be known by what they wrote without a name, or voted: where `gives_away(activity)` is true, the moment at which it is counted would tell.
    Then people are counted in the night (see participation.py).
    """

    key: str
    title: Callable[[], str]  # for facilitators: "Has written a note"
    asked: Callable[[], str]  # for participants: "Write a note"
    people: Callable[[Activity, int | None], set[int]]
    gives_away: Callable[[Activity], bool] = lambda activity: False
    refused: Callable[[Activity], str] = lambda activity: ""  # why it cannot be asked for here, and what can; empty: it can


class Gradable(NamedTuple):
    """`rules` besides the own tick, which this room knows itself. A kind without `rules` says itself how many points somebody has (`reached`)."""

    rules: tuple[Rule, ...] = ()
    takes_part: bool = True  # False: nothing to choose for facilitators; scores come from the kind


def register_gradable(app, kind: str, gradable: Gradable) -> None:
    app.extensions["gradable"][kind] = gradable


def gradable_of(activity: Activity) -> Gradable | None:
    return current_app.extensions["gradable"].get(activity.kind)


def rules_of(activity: Activity) -> list[Rule]:
    """All that can be chosen for the activity, the own tick last; also those that are refused there."""
    from .own_tick import who_ticked

    gradable = gradable_of(activity)
    if gradable is None or not gradable.takes_part:
        return []
    own = Rule(OWN_TICK, lambda: _("Says themselves that they have taken part"), lambda: _("Say that you have taken part"), who_ticked)
    return [*gradable.rules, own]
