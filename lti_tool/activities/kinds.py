"""What a kind of activity gives: how it is made, copied and opened, and what its card on the home says. Kinds register here."""
from collections.abc import Callable
from typing import NamedTuple
from zipfile import ZipFile

from flask import current_app
from markupsafe import Markup

from ..db import Wording
from ..people import Course


class Card(NamedTuple):
    """What the home shows of an activity besides its title and state."""

    label: str  # "Workshop"
    contents: str  # "31 notes", in the reader's language
    new: int  # how many of them came since the reader's last visit
    picture: list[list[str]]  # columns of colours: a small drawing of it


class Start(NamedTuple):
    """What an activity can begin from: a template that comes with the tool, or one of the course's own."""

    key: str  # as forms say it
    title: Wording
    purpose: Wording
    picture: list[list[str]]
    is_own: bool = False
    phases: int = 1  # more than one: a workshop that is ready to be led
    minutes: int = 0  # planned, of all phases
    look: str = ""  # the page where it can be looked at before


class Kind(NamedTuple):
    name: str
    icon: str
    label: Callable[[], str]  # "Board"
    hint: Callable[[], str]  # what it is for, in a few words
    empty: Callable[[], str]  # "Empty board": what begins from nothing
    address: Callable[[int], str]
    starts: Callable[[Course], list[Start]]  # the course's own first
    own_starts: Callable[[int], str] | None  # the page where the course keeps its own
    receive: Callable[[int], str] | None  # the address that takes a file of one
    make: Callable[[Course, Wording, str], object]  # (course, title, the key of a start; empty: from nothing)
    copy: Callable[[object, Wording, Course], object]  # (activity, title, the course in which the copy stands)
    copy_starts: Callable[[Course, Course], None]  # (source, course): its own templates, each once
    sow: Callable[..., int]  # (activity, its copy or None, person id, only_count=False): what the person wrote there with their name, to be written here too; how much
    archive: Callable[[object, object], Markup]  # (activity, until when): what stands in it, only to be read and without anybody's name
    about: Callable[[object], Wording]  # what the activity is for, in its own words
    cards: Callable[[list[int], object, int], dict[int, Card]]  # (activity ids, since, person id)
    new_words: Callable[[int], str]  # "14 new notes"
    pack: Callable[[object, ZipFile, int], str]  # (activity, archive, its number there): puts everything of it into the archive; where its page is


def register_kind(app, kind: Kind) -> None:
    app.extensions["activity_kinds"][kind.name] = kind


def kind_of(name: str) -> Kind:
    return current_app.extensions["activity_kinds"][name]


def all_kinds() -> list[Kind]:
    return list(current_app.extensions["activity_kinds"].values())
