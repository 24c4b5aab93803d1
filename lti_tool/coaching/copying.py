"""A module made from what another holds: copied in its course, into another course, or laid out from a file. Without learners, editions and files."""
from ..db import Wording
from .contents import Contents
from .kinds import kind_of
from .module import Module, make_module
from .step import add_step


def copy_module(module: Module, title: Wording, course) -> Module:
    return lay_out(course, title, module.purpose, module.contents())


def lay_out(course, title: Wording, purpose: Wording, contents: Contents) -> Module:
    """A draft: everything stands on its writing table. Who looks after a step stays behind."""
    module = make_module(course, title, purpose)
    module.needs = contents.needs.kept()
    for name in ("backgrounds", "statements"):
        setattr(module, name, [{"key": key, "words": dict(words)} for key, words in getattr(contents, name).items()])
    for unit in contents.units:
        made = module.add_unit(unit.title)
        for step in unit.steps:
            kind = kind_of(step.kind)
            add_step(made, step.kind, step.title, kind.taken_along(step.contents, course.id), minutes=step.minutes, needed=step.needed and not kind.is_nobodys, backgrounds=list(step.backgrounds), checked_on=step.checked_on)
    return module
