"""What a new board can begin from: the course's own templates, and those that come with the tool."""
from itertools import cycle

from flask import url_for

from ..activities import Start
from ..db import Wording
from .board import Board, lay_out
from .imports import BoardFile
from .layout import Layout, one_phase
from .ready_designs import ready_designs
from .ready_templates import ready_templates
from .template import BoardTemplate

DRAWN = 6  # columns; more would be too thin


def own_key(number: int) -> str:
    return f"own-{number}"


def starts(course) -> list[Start]:
    """The course's own, then workshops, then boards."""
    own = [start_of(course, own_key(t.id), t.title, t.purpose, t.layout)._replace(is_own=True) for t in BoardTemplate.of(course.id)]
    return own + [start_of(course, key, file.title, file.purpose, file.layout) for ready in (ready_designs(), ready_templates()) for key, file in ready.items()]


def start_of(course, key: str, title: Wording, purpose: Wording, layout: Layout) -> Start:
    """What has phases can be looked at before it is used."""
    phases = len(layout.phases)
    return Start(key, title, purpose, picture_of(layout), phases=phases, minutes=layout.minutes,
                 look=url_for("designs.show", course_id=course.id, key=key) if phases > 1 else "")


def picture_of(layout: Layout) -> list[list[str]]:
    """A small drawing: each column with a few notes of its colour."""
    return [[column.colour] * notes for column, notes in zip(layout.columns[:DRAWN], cycle((3, 2, 3, 1)))]


def make(course, title: Wording, start: str = "") -> Board:
    """An empty board, or one as the template says."""
    return lay_out(course, title, layout_of_start(course, start) if start else one_phase())


def layout_of_start(course, key: str) -> Layout:
    return file_of_start(course, key).layout


def file_of_start(course, key: str) -> BoardFile:
    """Raises LookupError."""
    if ready := ready_designs().get(key) or ready_templates().get(key):
        return ready
    for template in BoardTemplate.of(course.id):
        if own_key(template.id) == key:
            return template.file
    raise LookupError(key)
