"""The writing table of a module: its units and steps, adding them, and publishing. For facilitators."""
from flask import Blueprint, render_template, request, url_for
from flask_babel import gettext as _

from ..access import FACILITATE, find, here
from ..activities.act_routes import offered_act
from ..activities.activity import TITLE_LIMIT
from ..live import head_of, operation_done, remember_operation
from ..web import Unsuitable, leads_to, take_wording
from .kinds import KINDS
from .module import Module
from .step import add_step
from .table import NEWS_LIMIT, table_context, words_about
from .unit import Unit

writing = Blueprint("writing", __name__)


def to_table(module: Module, **how):
    return leads_to(url_for("writing.show", module_id=module.id, **how))


@writing.get("/modules/<int:module_id>/writing")
def show(module_id):
    module = find(Module, module_id, to=FACILITATE)
    act = offered_act()
    return render_template("coaching/writing.html", act=act, words=act and words_about(act), is_page=True, seq=head_of(module.topic_id), **table_context(module, here().own))


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


@writing.post("/modules/<int:module_id>/editions")
def publish(module_id):
    """Sent twice, it is published once."""
    module = find(Module, module_id, to=FACILITATE)
    if not operation_done(here().topic):
        module.publish(take_wording("what_is_new", NEWS_LIMIT, module.course.languages))
        remember_operation(here().topic, f"module:{module.id}")
    return leads_to(url_for("modules.show", module_id=module.id))
