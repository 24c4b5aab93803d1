"""What a new board can begin from: the course's own templates, and those that come with the tool."""
from itertools import cycle

from ..activities import Start
from ..db import Wording
from .board import Board, lay_out
from .layout import Layout, one_phase
from .ready_templates import ready_templates
from .template import templates_of


def own_key(number: int) -> str:
    return f"own-{number}"


def starts(course) -> list[Start]:
    own = [Start(own_key(t.id), t.title, t.purpose, picture_of(t.layout), is_own=True) for t in templates_of(course.id)]
    return own + [Start(name, file.title, file.purpose, picture_of(file.layout)) for name, file in ready_templates().items()]


def picture_of(layout: Layout) -> list[list[str]]:
    """A small drawing: each column with a few notes of its colour."""
    return [[column.colour] * notes for column, notes in zip(layout.columns, cycle((3, 2, 3, 1)))]


def make(course, title: Wording, start: str = "") -> Board:
    """An empty board, or one as the template says."""
    return lay_out(course, title, layout_of_start(course, start) if start else one_phase())


def layout_of_start(course, key: str) -> Layout:
    if key in ready_templates():
        return ready_templates()[key].layout
    return next(t.layout for t in templates_of(course.id) if own_key(t.id) == key)
