"""What a module's pages have in common."""
from ..web import current_language
from .kinds import KINDS, kind_of
from .learner import path_words
from .module import Module


def module_context(module: Module) -> dict:
    """What every template of a module needs."""
    return {"module": module, "course": module.course, "reading": (current_language(), *module.course.languages), "language": current_language(),
            "kinds": KINDS, "kind_of_step": kind_of, "path_words": path_words}

