"""Places of a page where rooms above it put something of theirs. The page names the place; what stands there is registered by whoever knows it."""
from collections import defaultdict

from flask import current_app
from markupsafe import Markup


def put(app, place: str, render) -> None:
    """`render(**what the place gives)` answers markup, or "" where there is nothing to say. Shown in the order in which they were registered."""
    app.extensions["slots"][place].append(render)


def slot(place: str, **given) -> Markup:
    """For templates: everything that was registered for the place."""
    return Markup("").join(Markup(render(**given)) for render in current_app.extensions["slots"][place])


def register_slots(app) -> None:
    app.extensions["slots"] = defaultdict(list)
    app.jinja_env.globals["slot"] = slot
