"""Ordering the writing table: moving its units and steps, deleting and restoring them, and taking that back."""
from flask import Blueprint, render_template, request, url_for

from ..access import CHANGE, FACILITATE, find, here
from ..activities.act import Act
from ..live import answer_parts, operation_done, remember_operation
from ..web import answered_in_page, leads_to, thing_number
from .on_table import IsOffTheTable, OnTheTable
from .showing import module_context
from .step import Step
from .table import words_about
from .unit import Unit

table = Blueprint("table", __name__)
NOUNS = {"units": Unit, "steps": Step}
ONE = "<any(units, steps):written>/<int:written_id>"


def do_once(thing: OnTheTable, act):
    """`act(person)` answers the Act it did, if it did any. Sent again, it answers with the table as it is."""
    if operation_done(here().topic):
        return answered(thing)
    done = act(here().person)
    remember_operation(here().topic, thing.part)
    return answered(thing, done)


def answered(thing: OnTheTable, act: Act | None = None):
    """The table as it stands now, whoever else has changed it, and an offer to undo what was done."""
    if not answered_in_page():
        return leads_to(url_for("writing.show", module_id=thing.module_id, act=act and act.id, _anchor=f"{thing.__tablename__}-{thing.id}"))
    toast = render_template("coaching/_toast_part.html", act=act, words=words_about(act)) if act else ""
    return answer_parts(here(), f"table:{thing.module_id}", extra=toast)


@table.get(f"/{ONE}/position")
def choose_place(written, written_id):
    """Where it shall stand: in our script's dialog, or as a page. Steps go into any unit."""
    thing = find(NOUNS[written], written_id, to=FACILITATE)
    units = Unit.of(thing.module_id) if written == "steps" else []
    chosen = next((unit.id for unit in units if unit.id == request.args.get("unit", type=thing_number)), thing.stands_in)
    standing = thing.of(chosen)
    return render_template("coaching/_place_form.html" if answered_in_page() else "coaching/place.html", thing=thing, written=written, units=units, chosen=chosen,
                           others=[one for one in standing if one is not thing], at=standing.index(thing) if thing in standing else len(standing), viewpoint=here().own,
                           **module_context(thing.module))


@table.post(f"/{ONE}/position")
def move(written, written_id):
    """`later`: one place on or back. `after`: behind that one ("" is first, "last" is last), for steps in that `unit`."""
    thing = find(NOUNS[written], written_id, to=FACILITATE)
    if thing.deleted_at is not None:
        raise IsOffTheTable
    within = request.form.get("unit", thing.stands_in, thing_number) if written == "steps" else thing.stands_in
    return do_once(thing, lambda person: thing.put(place_taken(thing, within), person, within))


def place_taken(thing: OnTheTable, within: int) -> int:
    """A neighbour that somebody has just taken away is no reason to refuse: then to the end."""
    if "after" not in request.form:
        return max(thing.of(within).index(thing) + (1 if request.form.get("later") == "yes" else -1), 0)
    others = [str(one.id) for one in thing.of(within) if one is not thing]
    after = request.form["after"]
    return others.index(after) + 1 if after in others else 0 if after == "" else len(others)


@table.post(f"/{ONE}/deletion")
def delete(written, written_id):
    thing = find(NOUNS[written], written_id, to=FACILITATE)
    return do_once(thing, thing.delete)


@table.post(f"/{ONE}/restoration")
def restore(written, written_id):
    thing = find(NOUNS[written], written_id, to=FACILITATE)
    return do_once(thing, thing.restore)


def take_back(act: Act, thing: OnTheTable):
    """Undoing is an act too, but is not offered to be undone."""
    def undo(person):
        thing.take_back(act, person)
    return do_once(thing, undo)


def take_back_unit(act: Act, number: int):
    return take_back(act, find(Unit, number, to=CHANGE))


def take_back_step(act: Act, number: int):
    """Its words are looked at in its form, its place on the table."""
    as_it_is = take_back(act, find(Step, number, to=CHANGE))
    return leads_to(url_for("steps.edit", step_id=number)) if act.verb == "edited" else as_it_is
