"""What the address says beside the page: the language, and whether somebody looks as a student. The page's links carry it on."""

from flask import request

from .courses import find_person
from .words import LANGUAGES

KEPT = ("lang", "role")


def language():
    """Chosen in the address, else the person's own, else the browser's, else Finnish."""
    if request.args.get("lang") in LANGUAGES:
        return request.args["lang"]
    person = find_person((request.view_args or {}).get("person"))
    return person.locale if person else request.accept_languages.best_match(list(LANGUAGES), "fi")


def keep_choices(endpoint, values):
    """Lets every link of a page carry the choices on; `role=None` in a link drops one."""
    if endpoint != "static":
        for name in KEPT:
            values.setdefault(name, request.args.get(name))
