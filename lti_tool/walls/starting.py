"""What a new wall can begin from: the walls that come with the tool, each in all three languages."""
import tomllib
from functools import cache
from pathlib import Path
from typing import NamedTuple

from ..activities import Start
from ..db import Wording
from .layout import WallLayout, lay_out
from .picture import picture_of
from .template import WallTemplate
from .wall import POST, Wall, make_wall

FOLDER = Path(__file__).parent / "ready"


class Design(NamedTuple):
    title: Wording
    purpose: Wording
    shared: str
    themes: list[tuple[Wording, str]]  # (title, colour)
    fields: list[tuple]  # as Wall.add_field takes them


@cache
def ready_walls() -> dict[str, Design]:
    """name -> design, as `place` orders them."""
    read = {file.stem: tomllib.loads(file.read_text(encoding="utf-8")) for file in FOLDER.glob("*.toml")}
    return {name: design_of(read[name]) for name in sorted(read, key=lambda name: read[name]["place"])}


def design_of(told: dict) -> Design:
    return Design(Wording(told["title"]), Wording(told["purpose"]), told["shared"], [(Wording(one["title"]), one["colour"]) for one in told["themes"]],
                  [(Wording(one["title"]), Wording(one.get("hint", {})), one["kind"], one.get("required", False)) for one in told["fields"]])


def own_key(number: int) -> str:
    return f"own-{number}"


def starts(course) -> list[Start]:
    """The course's own, then those that come with the tool."""
    own = [Start(own_key(t.id), t.title, t.purpose, picture_of_layout(t.layout), is_own=True) for t in WallTemplate.of(course.id)]
    return own + [Start(name, design.title, design.purpose, drawn(colour for _title, colour in design.themes)) for name, design in ready_walls().items()]


def picture_of_layout(layout: WallLayout) -> list[list[str]]:
    return drawn(theme.colour for theme in layout.themes)


def drawn(colours) -> list[list[str]]:
    """As if each topic had two posts already."""
    return picture_of([(colour, 2) for colour in colours])


def make(course, title: Wording, start: str = "") -> Wall:
    """As a template or a ready wall says it; else with one question for a text."""
    for template in WallTemplate.of(course.id):
        if own_key(template.id) == start:
            return lay_out(course, title, template.purpose, template.layout)
    design = ready_walls()[start] if start else design_of({"title": {}, "purpose": {}, "shared": POST, "themes": [], "fields": [PLAIN]})
    wall = make_wall(course, title, design.purpose, design.shared)
    for theme in design.themes:
        wall.add_theme(*theme)
    for field in design.fields:
        wall.add_field(*field)
    return wall


PLAIN = {"title": {"fi": "Teksti", "sv": "Text", "en": "Text"}, "kind": "long", "required": True}
