"""A module made from what another holds: copied in its course, into another course, or laid out from a file. Without learners, editions and files."""
from ..db import Wording, between, db
from .contents import Contents, StepShown
from .kinds import kind_of
from .module import Module, make_module
from .step import Step
from .unit import Unit


def copy_module(module: Module, title: Wording, course) -> Module:
    return lay_out(course, title, module.purpose, module.contents())


def lay_out(course, title: Wording, purpose: Wording, contents: Contents) -> Module:
    """A draft: everything stands on its writing table. Who looks after a step stays behind."""
    module = make_module(course, title, purpose)
    module.needs = contents.needs.kept()
    for name in ("backgrounds", "statements"):
        setattr(module, name, [{"key": key, "words": dict(words)} for key, words in getattr(contents, name).items()])
    for unit in contents.units:
        lay_steps(Unit.add_to(module.id, title=unit.title), unit.steps, course)
    module.was_written()
    return module


def lay_steps(unit: Unit, steps: tuple[StepShown, ...], course) -> None:
    """All at once: a file may hold a thousand, and others wait for the writing."""
    position = None
    for step in steps:
        position, kind = between(position, None), kind_of(step.kind)
        db.session.add(Step(module_id=unit.module_id, unit_id=unit.id, position=position, kind=step.kind, title=step.title, contents=kind.taken_along(step.contents, course.id), minutes=step.minutes,
                            needed=step.needed and not kind.is_nobodys, backgrounds=list(step.backgrounds), checked_on=step.checked_on))
    db.session.flush()
