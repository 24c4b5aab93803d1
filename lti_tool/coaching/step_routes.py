"""Writing one step: its form."""
from flask import Blueprint, render_template, request, url_for
from flask_babel import gettext as _

from ..access import FACILITATE, find, here
from ..activities.activity import TITLE_LIMIT
from ..db import Wording
from ..live import operation_done, remember_operation
from ..web import Unsuitable, leads_to, take_text, take_wording
from ..web.days import take_day
from .kinds import kind_of
from .settling import write_what_was_sent
from .showing import module_context
from .step import KEEPER_LIMIT, MINUTES_AT_MOST, Step

steps = Blueprint("steps", __name__)


@steps.get("/steps/<int:step_id>")
def edit(step_id):
    step = find(Step, step_id, to=FACILITATE)
    kind, shown = kind_of(step.kind), step.shown()
    return render_template("coaching/step_form.html", step=step, kind=kind, contents=step.contents, faults=kind.faults(shown), keeper_limit=KEEPER_LIMIT, viewpoint=here().own,
                           saved=request.args.get("saved"), minutes_most=MINUTES_AT_MOST, backgrounds=step.module.backgrounds, **kind.for_author(step.contents), **module_context(step.module))


@steps.post("/steps/<int:step_id>")
def save(step_id):
    """Back to the table, or on with the same form where more room was asked for."""
    step = find(Step, step_id, to=FACILITATE)
    if not operation_done(here().topic):
        write_what_was_sent(step, lambda at_first: values_taken(step, at_first))
        remember_operation(here().topic, step.part)
    if request.form.get("stay") or request.form.get("add") or request.form.get("remove"):
        return leads_to(url_for("steps.edit", step_id=step.id, saved="yes"))
    return leads_to(url_for("writing.show", module_id=step.module_id, _anchor=f"step-{step.id}"))


def values_taken(step: Step, at_first: dict) -> dict:
    """What the form does not show stays as it was `at_first`."""
    languages = step.module.course.languages
    known = [one["key"] for one in step.module.backgrounds]
    return {"title": take_wording("title", TITLE_LIMIT, languages, Wording(at_first["title"]), required=True, one_line=True), "minutes": minutes_taken(), "needed": request.form.get("needed") == "yes" and not kind_of(step.kind).is_nobodys,
            "backgrounds": [key for key in known if key in request.form.getlist("background")], "contents": kind_of(step.kind).take(at_first["contents"], languages),
            "checked_on": take_day("checked_on"), "keeper": take_text("keeper", KEEPER_LIMIT, one_line=True)}


def minutes_taken() -> int:
    text = request.form.get("minutes", "").strip()
    if text and (not text.isascii() or not text.isdigit() or int(text) > MINUTES_AT_MOST):
        raise Unsuitable("minutes", _("Give whole minutes, at most %(number)s.", number=MINUTES_AT_MOST))
    return int(text or 0)
