"""The policy: which role may do what. Rules of state (closed, locked) live with the noun they are about."""
from enum import Enum


class Action(Enum):
    SEE = "see"
    CONTRIBUTE = "contribute"  # add and move
    CHANGE = "change"  # one's own; a facilitator all
    FACILITATE = "facilitate"  # prepare, run, moderate


SEE, CONTRIBUTE, CHANGE, FACILITATE = Action


def anybody(thing, viewpoint) -> bool:
    return True


def facilitates(thing, viewpoint) -> bool:
    return viewpoint.facilitates


def own_or_facilitates(thing, viewpoint) -> bool:
    return viewpoint.facilitates or thing.is_by(viewpoint)


POLICY = {SEE: anybody, CONTRIBUTE: anybody, CHANGE: own_or_facilitates, FACILITATE: facilitates}


def allows(action: Action, thing, viewpoint) -> bool:
    return POLICY[action](thing, viewpoint)
