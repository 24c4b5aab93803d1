"""What can have files: rooms above register their nouns here. An attachment names its thing as live names its part: "note:7"."""
from collections.abc import Callable
from typing import NamedTuple

import sqlalchemy as sa
from flask import current_app

from ..db import db


class Attachable(NamedTuple):
    """`noun` has `activity_id`, `part`, `is_by`, `in_sight_of(viewpoint)` and `must_be_changeable(viewpoint)`."""

    noun: type
    address: Callable[[int], str]  # the page where its files are listed
    by: Callable[[int], list[str]]  # the parts of all things that a person wrote
    announce: Callable[[int, object], list[str]]  # (topic, thing): tells of it to whoever may see it, and names the parts that changed


def register_attachable(app, kind: str, attachable: Attachable) -> None:
    app.extensions["attachable"][kind] = attachable


def attachable_of(thing: str) -> Attachable:
    return current_app.extensions["attachable"][thing.partition(":")[0]]


def thing_of(part: str):
    """The noun itself, or None when it is gone for good."""
    return db.session.get(attachable_of(part).noun, int(part.partition(":")[2]))


def address_of(part: str) -> str:
    return attachable_of(part).address(int(part.partition(":")[2]))


def announce_thing(topic: int, part: str) -> list[str]:
    return attachable_of(part).announce(topic, thing_of(part))


def things_by(person_id: int) -> list[str]:
    return [part for attachable in current_app.extensions["attachable"].values() for part in attachable.by(person_id)]


def part_column(kind: str, number) -> sa.ColumnElement:
    """The name of the part, in SQL: part_column("note", Note.id)."""
    return sa.literal(f"{kind}:") + sa.cast(number, sa.String)
