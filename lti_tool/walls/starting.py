"""What a new wall can begin from: the walls that come with the tool, each in all three languages."""
import tomllib
from functools import cache
from pathlib import Path
from typing import NamedTuple

from ..activities import Start
from ..db import Wording
from .picture import picture_of
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


def starts(course) -> list[Start]:
    return [Start(name, design.title, design.purpose, picture_of([(colour, 2) for _title, colour in design.themes])) for name, design in ready_walls().items()]


def make(course, title: Wording, start: str = "") -> Wall:
    """As a ready wall says it; else with one question for a text."""
    design = ready_walls()[start] if start else design_of({"title": {}, "purpose": {}, "shared": POST, "themes": [], "fields": [PLAIN]})
    wall = make_wall(course, title, design.purpose, design.shared)
    for theme in design.themes:
        wall.add_theme(*theme)
    for field in design.fields:
        wall.add_field(*field)
    return wall


PLAIN = {"title": {"fi": "Teksti", "sv": "Text", "en": "Text"}, "kind": "long", "required": True}
