"""A wall's themes and the questions of its form: adding, changing, ordering, deleting and restoring them."""
from flask import Blueprint, request, url_for
from flask_babel import gettext as _

from ..access import FACILITATE, find
from ..activities.colours import colour_taken
from ..db import Wording
from ..web import Unsuitable, leads_to, take_text, take_wording
from .field import CHOICE, HINT_LIMIT, KINDS, OPTION_LIMIT, OPTIONS_AT_MOST, Field
from .field import TITLE_LIMIT as QUESTION_LIMIT
from .theme import TITLE_LIMIT, Theme
from .wall import Wall

arranging = Blueprint("arranging", __name__)
NOUNS = {"themes": Theme, "fields": Field}
WHICH = "<any(themes, fields):which>"


def back_to(wall: Wall, which: str):
    return leads_to(url_for("walls.settings", wall_id=wall.id, _anchor=which))


@arranging.post("/walls/<int:wall_id>/themes")
def add_theme(wall_id):
    wall = find(Wall, wall_id, to=FACILITATE)
    wall.add_theme(take_wording("title", TITLE_LIMIT, wall.course.languages, required=True, one_line=True), colour_taken())
    wall.changed()
    return back_to(wall, "themes")


@arranging.post("/themes/<int:theme_id>")
def change_theme(theme_id):
    theme = find(Theme, theme_id, to=FACILITATE)
    theme.title = take_wording("title", TITLE_LIMIT, theme.wall.course.languages, theme.title, required=True, one_line=True)
    theme.colour = colour_taken()
    theme.wall.changed()
    return back_to(theme.wall, "themes")


@arranging.post("/walls/<int:wall_id>/fields")
def add_field(wall_id):
    wall = find(Wall, wall_id, to=FACILITATE)
    title, hint, required = question_taken(wall)
    kind = request.form.get("kind")
    if kind not in KINDS:
        raise Unsuitable("kind", _("Choose what kind of question it is."))
    wall.add_field(title, hint, kind, required, options_taken(wall, []) if kind == CHOICE else [])
    return back_to(wall, "fields")


@arranging.post("/fields/<int:field_id>")
def change_field(field_id):
    """Its kind stays: answers were given to that."""
    field = find(Field, field_id, to=FACILITATE)
    field.title, field.hint, field.required = question_taken(field.wall, field)
    if field.kind == CHOICE:
        field.options = [dict(option) for option in options_taken(field.wall, field.choices)]
    return back_to(field.wall, "fields")


def question_taken(wall: Wall, before: Field | None = None) -> tuple[Wording, Wording, bool]:
    languages = wall.course.languages
    return (take_wording("title", QUESTION_LIMIT, languages, before and before.title, required=True, one_line=True),
            take_wording("hint", HINT_LIMIT, languages, before and before.hint), request.form.get("required") == "yes")


def options_taken(wall: Wall, before: list[Wording]) -> list[Wording]:
    """One in a line, in each language; those of one line belong together. Answers name the line: what is there stays in its place, more come at the end."""
    lines = {language: lines_taken(f"options-{language}") for language in wall.course.languages}
    count = max([len(before), *(len(said) for said in lines.values())])
    options = []
    for place in range(count):
        option = Wording(before[place] if place < len(before) else {})
        for language, said in lines.items():
            words = " ".join(said[place].split()) if place < len(said) else ""
            if len(words) > OPTION_LIMIT:
                raise Unsuitable(f"options-{language}", _("Line %(line)s is too long: at most %(limit)s characters.", line=place + 1, limit=OPTION_LIMIT))
            option = option.with_version(language, words) if words or place >= len(before) else option
        options.append(option)
    while options and not options[-1]:
        options.pop()
    if len(options) < 2 or len(options) > OPTIONS_AT_MOST or not all(options):
        raise Unsuitable(f"options-{wall.course.languages[0]}", _("Give from 2 to %(most)s answers, one in a line, without empty lines between.", most=OPTIONS_AT_MOST))
    return options


def lines_taken(field: str) -> list[str]:
    """Empty ones at the beginning are kept, so that the others stay in their places."""
    sent = request.form.get(field, "")
    before = len(sent) - len(sent.lstrip())
    return [""] * len(sent[:before].splitlines()) + take_text(field, OPTIONS_AT_MOST * (OPTION_LIMIT + 1)).splitlines()


def arrange(which: str, number: int, act):
    thing = find(NOUNS[which], number, to=FACILITATE)
    act(thing)
    thing.wall.changed()
    return back_to(thing.wall, which)


@arranging.post(f"/{WHICH}/<int:thing_number>/position")
def move(which, thing_number):
    return arrange(which, thing_number, lambda thing: thing.move(later=request.form.get("later") == "yes"))


@arranging.post(f"/{WHICH}/<int:thing_number>/deletion")
def delete(which, thing_number):
    return arrange(which, thing_number, lambda thing: thing.delete())


@arranging.post(f"/{WHICH}/<int:thing_number>/restoration")
def restore(which, thing_number):
    return arrange(which, thing_number, lambda thing: thing.restore())
