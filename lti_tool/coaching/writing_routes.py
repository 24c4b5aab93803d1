"""The writing table of a module: its units and steps, adding, ordering, deleting and restoring them, and publishing. For facilitators."""
from flask import Blueprint, render_template, request, url_for
from flask_babel import gettext as _

from ..access import FACILITATE, find, here
from ..activities.activity import TITLE_LIMIT
from ..live import operation_done, remember_operation
from ..web import Unsuitable, leads_to, take_wording, thing_number
from .kinds import KINDS
from .module import Module
from .showing import module_context
from .step import Step, add_step
from .unit import Unit

writing = Blueprint("writing", __name__)
NOUNS = {"units": Unit, "steps": Step}
WRITTEN = "<any(units, steps):written>"
NEWS_LIMIT = 500


def to_table(module: Module, **how):
    return leads_to(url_for("writing.show", module_id=module.id, **how))


@writing.get("/modules/<int:module_id>/writing")
def show(module_id):
    module = find(Module, module_id, to=FACILITATE)
    units = module.units
    return render_template("coaching/writing.html", units=[(unit, Step.of(unit.id)) for unit in units], deleted_units=Unit.of(module.id, deleted=True),
                           deleted_steps=[step for unit in units for step in Step.of(unit.id, deleted=True)], edition=module.edition(), ahead=module.is_ahead_of_its_edition,
                           contents=module.contents(), news_limit=NEWS_LIMIT, viewpoint=here().own, just_made=request.args.get("made", type=thing_number), **module_context(module))


@writing.post("/modules/<int:module_id>/units")
def add_unit(module_id):
    module = find(Module, module_id, to=FACILITATE)
    unit = module.add_unit(title_taken(module))
    return to_table(module, _anchor=f"unit-{unit.id}")


def title_taken(module: Module, before=None):
    return take_wording("title", TITLE_LIMIT, module.course.languages, before, required=True, one_line=True)


@writing.post("/units/<int:unit_id>")
def rename_unit(unit_id):
    unit = find(Unit, unit_id, to=FACILITATE)
    unit.title = title_taken(unit.module, unit.title)
    unit.module.was_written()
    return to_table(unit.module, _anchor=f"unit-{unit.id}")


@writing.post("/units/<int:unit_id>/steps")
def new_step(unit_id):
    """Its words come next, in its own form. Sent again, it leads to the step that there is already."""
    unit = find(Unit, unit_id, to=FACILITATE)
    if part := operation_done(here().topic):
        return leads_to(url_for("steps.edit", step_id=int(part.partition(":")[2])))
    kind = KINDS.get(request.form.get("kind", ""))
    if kind is None:
        raise Unsuitable("kind", _("Choose what kind of step it is."))
    step = add_step(unit, kind.name, title_taken(unit.module), kind.begin(), needed=not kind.is_nobodys)
    remember_operation(here().topic, step.part)
    return leads_to(url_for("steps.edit", step_id=step.id))


def arrange(written: str, number: int, act):
    thing = find(NOUNS[written], number, to=FACILITATE)
    act(thing)
    thing.module.was_written()
    return to_table(thing.module, _anchor=f"{written[:-1]}-{thing.id}")


@writing.post(f"/{WRITTEN}/<int:written_id>/position")
def move(written, written_id):
    """`later`: one place on or back; `unit` and `place`: behind that many steps of that unit, as our script and the dialog say it."""
    def put(thing):
        if written == "steps" and "place" in request.form:
            thing.put_into(unit_taken(thing), request.form.get("place", 0, thing_number_taken))
        else:
            thing.move(later=request.form.get("later") == "yes")
    return arrange(written, written_id, put)


def thing_number_taken(text: str) -> int:
    return max(int(text), 0)


def unit_taken(step: Step) -> Unit:
    """One of the same module that stands. Raises Unsuitable."""
    number = request.form.get("unit", step.unit_id, thing_number)
    unit = next((unit for unit in Unit.of(step.module_id) if unit.id == number), None)
    if unit is None:
        raise Unsuitable("unit", _("That part of the module is no longer there."))
    if unit.id != step.unit_id:
        Step.must_have_room(unit.id)
    return unit


@writing.post(f"/{WRITTEN}/<int:written_id>/deletion")
def delete(written, written_id):
    return arrange(written, written_id, lambda thing: thing.delete())


@writing.post(f"/{WRITTEN}/<int:written_id>/restoration")
def restore(written, written_id):
    return arrange(written, written_id, lambda thing: thing.restore())


@writing.post("/modules/<int:module_id>/editions")
def publish(module_id):
    """Sent twice, it is published once."""
    module = find(Module, module_id, to=FACILITATE)
    if not operation_done(here().topic):
        module.publish(take_wording("what_is_new", NEWS_LIMIT, module.course.languages))
        remember_operation(here().topic, f"module:{module.id}")
    return leads_to(url_for("modules.show", module_id=module.id))
