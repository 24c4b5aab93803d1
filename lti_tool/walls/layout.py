"""How a wall is laid out, without what people wrote on it: what files and templates hold, and what new walls are made from."""
from typing import NamedTuple

from ..activities.anonymity import NAMED
from ..db import Wording
from .field import CHOICE, Field
from .wall import EVERYBODY, POST, Wall, make_wall

FORMAT, VERSION = "peer-wall", 1


class ThemeLayout(NamedTuple):
    title: Wording
    colour: str


class FieldLayout(NamedTuple):
    title: Wording
    hint: Wording
    kind: str
    required: bool = False
    options: tuple[Wording, ...] = ()
    asked: bool = True  # no: it was taken away, and is there for what was answered to it


class WallLayout(NamedTuple):
    shared: str = POST
    anonymity: str = NAMED
    posting: str = EVERYBODY
    approves_first: bool = False
    takes_comments: bool = True
    takes_steps: bool = False
    licence: str = ""
    own_licence: Wording = Wording()
    themes: tuple[ThemeLayout, ...] = ()
    fields: tuple[FieldLayout, ...] = ()

    def with_fields(self, fields: list[Field]) -> "WallLayout":
        """And those, which are asked no more."""
        return self._replace(fields=(*self.fields, *(field_layout(field)._replace(asked=False) for field in fields)))


SETTINGS = ("posting", "approves_first", "takes_comments", "takes_steps", "licence", "own_licence")


def layout_of(wall: Wall) -> WallLayout:
    return WallLayout(shared=wall.shared, anonymity=wall.anonymity, **{name: getattr(wall, name) for name in SETTINGS},
                      themes=tuple(ThemeLayout(theme.title, theme.colour) for theme in wall.themes), fields=tuple(map(field_layout, wall.fields)))


def field_layout(field: Field) -> FieldLayout:
    return FieldLayout(field.title, field.hint, field.kind, field.required, tuple(field.choices) if field.kind == CHOICE else ())


def lay_out(course, title: Wording, purpose: Wording, layout: WallLayout) -> Wall:
    """A draft. Questions that are asked no more are there, taken away."""
    wall = make_wall(course, title, purpose, layout.shared, layout.anonymity)
    for name in SETTINGS:
        setattr(wall, name, getattr(layout, name))
    for theme in layout.themes:
        wall.add_theme(theme.title, theme.colour)
    for field in layout.fields:
        wall.add_field(field.title, field.hint, field.kind, field.required, field.options, taken_away=not field.asked)
    return wall


def design(title: Wording, layout: WallLayout, purpose: Wording) -> dict:
    """As a file says it."""
    licence = {"licence": layout.licence} if layout.licence else {}
    own = {"own_licence": dict(layout.own_licence)} if layout.own_licence else {}
    return {"format": FORMAT, "version": VERSION, "title": dict(title), "purpose": dict(purpose), "shared": layout.shared, "anonymity": layout.anonymity,
            "posting": layout.posting, "approves_first": layout.approves_first, "comments": layout.takes_comments, "steps": layout.takes_steps, **licence, **own,
            "topics": [{"title": dict(theme.title), "colour": theme.colour} for theme in layout.themes], "form": [field_data(field) for field in layout.fields]}


def field_data(field: FieldLayout) -> dict:
    more = {"hint": dict(field.hint), "required": field.required, "options": [dict(option) for option in field.options], "taken_away": not field.asked}
    return {"title": dict(field.title), "kind": field.kind, **{name: value for name, value in more.items() if value}}
