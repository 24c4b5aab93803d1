"""How the writing table looks: its units and steps in their order, what was deleted, what can be published; and what is said when something was moved."""
import sqlalchemy as sa
from flask import render_template
from flask_babel import gettext as _

from ..activities.act import Act
from ..activities.act_routes import act_words
from ..db import db
from ..live import Viewpoint
from ..web import current_language
from .module import Module
from .showing import module_context
from .step import Step
from .unit import Unit

NEWS_LIMIT = 500
NOUNS = {"unit": Unit, "step": Step}


def table_context(module: Module, viewpoint: Viewpoint) -> dict:
    units, steps = module.units, {}
    for step in db.session.scalars(sa.select(Step).where(Step.module_id == module.id).order_by(Step.position, Step.id)):
        steps.setdefault((step.unit_id, step.deleted_at is None), []).append(step)
    return {"units": [(unit, steps.get((unit.id, True), [])) for unit in units], "deleted_units": Unit.of(module.id, deleted=True),
            "deleted_steps": [step for unit in units for step in steps.get((unit.id, False), [])], "edition": module.edition(), "ahead": module.is_ahead_of_its_edition,
            "contents": module.contents(), "news_limit": NEWS_LIMIT, "viewpoint": viewpoint, **module_context(module)}


def render_table(number: int, viewpoint: Viewpoint) -> str:
    """All of it, in parts: what somebody has half typed there stays."""
    module = db.session.get(Module, number)
    return render_template("coaching/_table_part.html", **table_context(module, viewpoint)) if module is not None and viewpoint.facilitates else ""


def words_of_act(act: Act) -> str:
    """For histories and one's own data."""
    return {("step", "moved"): _("You moved a step"), ("step", "deleted"): _("You deleted a step"), ("step", "restored"): _("You restored a step"),
            ("unit", "moved"): _("You moved a part of a module"), ("unit", "deleted"): _("You deleted a part of a module"),
            ("unit", "restored"): _("You restored a part of a module")}.get((act.thing.partition(":")[0], act.verb), _("You changed a step"))


def words_about(act: Act) -> str:
    """For the offer to undo it: where the thing stands now."""
    kind, _sep, number = act.thing.partition(":")
    thing = db.session.get(NOUNS[kind], int(number)) if kind in NOUNS else None
    if thing is None or act.verb != "moved" or thing.deleted_at is not None:
        return act_words(act)
    standing = thing.of(thing.stands_in)
    place, count = standing.index(thing) + 1, len(standing)
    if kind == "unit":
        return _("Moved to place %(place)s of %(count)s.", place=place, count=count)
    return _("Moved to “%(unit)s”, %(place)s of %(count)s.", unit=thing.unit.title.best(current_language(), *thing.module.course.languages), place=place, count=count)
