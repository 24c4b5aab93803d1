"""A link to a tool, which a course page shows as an activity: those that teachers added. The ones that are always there are in `courses`."""

import json
from typing import NamedTuple

from flask import current_app

from .tool import BUILT_IN

TITLE_LONGEST = 255  # characters, as in Moodle


class Link(NamedTuple):
    id: str  # the resource link id of the launch; ids are the whole platform's, as in Moodle
    title: str
    description: str
    icon: str
    custom: dict = {}
    tool: int = BUILT_IN
    url: str = ""  # where it leads; empty: where the tool says
    added: bool = False  # by a teacher, who may delete it


def added_to(course):
    """The course's added links as (section's title, link they stand behind or None, link), oldest first."""
    rows = current_app.store.rows("SELECT * FROM link WHERE course = ? ORDER BY id", course)
    return [(row["section"], row["after"], _link(row)) for row in rows]


def add_link(course, section, link, after=None):
    """Adds it to the section of that title, at its end or behind another link; returns it with its id."""
    said = {name: value for name, value in link._asdict().items() if name not in ("id", "added")}
    values = (course, section, after, json.dumps(said))
    id = current_app.store.change("INSERT INTO link (course, section, after, said) VALUES (?, ?, ?, ?)", *values)
    return link._replace(id=str(id), added=True)


def delete_link(link):
    """With its grades. What stood behind it moves up."""
    with current_app.store.database() as db:
        db.execute("UPDATE link SET after = (SELECT after FROM link WHERE id = ?) WHERE after = ?", (link.id, link.id))
        db.execute("DELETE FROM score WHERE line_item IN (SELECT id FROM line_item WHERE link = ?)", (link.id,))
        db.execute("DELETE FROM line_item WHERE link = ?", (link.id,))
        db.execute("DELETE FROM link WHERE id = ?", (link.id,))


def in_order(section, links, added):
    """The links of a section: those that are always there, each followed by what stands behind it, then the added ones."""
    def and_those_behind(link):
        yield link
        for title, after, other in reversed(added):
            if after == link.id:
                yield from and_those_behind(other)

    ends = [link for title, after, link in added if title == section and after is None]
    return [every for link in (*links, *ends) for every in and_those_behind(link)]


def _link(row):
    return Link(str(row["id"]), added=True, **json.loads(row["said"]))
