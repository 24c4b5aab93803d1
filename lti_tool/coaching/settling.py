"""Saving a step's words beside somebody else's: what was typed is compared with what stands now, and its author says which of the two stays, or writes it anew."""
from collections.abc import Callable
from copy import deepcopy

from flask import request
from flask_babel import gettext as _

from ..access import here
from ..activities.act import Act
from ..web import Unsuitable, take_rich_text, take_text, thing_number
from ..web.rich_text import read_html
from .differences import Difference, differences, put
from .step import Step

THEIRS = "theirs"


def write_what_was_sent(step: Step, take: Callable[[dict], dict]) -> Act | None:
    """`take` reads the form into some of the step's fields, given all of them as the form held them at first. Raises StepWasChanged."""
    version = request.form.get("version", step.version, thing_number)
    at_first = step.fields_at(version)
    mine = take(at_first)
    seen = request.form.get("seen", type=thing_number)
    return step.write(settled(step, mine, at_first) if seen else mine, max(version, seen or 0), here().person, at_first)


def settled(step: Step, mine: dict, at_first: dict) -> dict:
    """What comes of it when each difference is decided as the form says; what it does not name yet stays as it was typed. Raises Unsuitable and ClientData."""
    values = deepcopy(step.in_json(mine))
    for one in differences(step.in_json({name: getattr(step, name) for name in mine}), values, at_first):
        mine = rewritten(one)
        if request.form.get(f"take-{one.name}") == THEIRS and one.says_the_same(mine):
            put(values, one.path, one.theirs)
        else:  # also when it was written further after theirs had been chosen: nothing that is typed gets lost
            put(values, one.path, mine)
    if not values.get("title", True):
        raise Unsuitable("title", _("There is no text yet."))
    return values


def rewritten(one: Difference):
    name = f"mine-{one.name}"
    if not one.limit or name not in request.form:
        return one.mine
    if one.is_rich:
        return take_rich_text(name, one.limit, read_html(one.mine or "")).html
    return take_text(name, one.limit, one_line=one.is_one_line)
