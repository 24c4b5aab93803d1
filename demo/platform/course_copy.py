"""A copy of a course: a course of its own with the same people, whose links are new ones that carry on what the old ones carried."""

import json
from typing import NamedTuple

from flask import current_app

from .line_item import line_items_of_link, add_line_item
from .link import add_link


class Copy(NamedTuple):
    id: str
    base: str  # the built-in course from which all of it comes
    label: str
    title: str
    history: tuple  # from which courses it was copied, the nearest first; they may be gone by now

    def group(self, number):
        """The copied groups have numbers of their own."""
        return f"{self.id}{number}"


def copies():
    return [
        Copy(str(row["id"]), row["base"], row["label"], row["title"], tuple(json.loads(row["history"])))
        for row in current_app.store.rows("SELECT * FROM copy ORDER BY id")
    ]


def copy_course(course, label, title):
    """Copies the course as it is now, without grades; returns the new course's id."""
    history = json.dumps([course.id, *course.history])
    id = str(current_app.store.change("INSERT INTO copy (base, label, title, history) VALUES (?, ?, ?, ?)", course.base, label, title, history))
    for section in course.sections:
        for link in section.links:
            copy_link(link, id, section.title)
    return id


def copy_link(link, course, section, after=None, title=None):
    """The link once more, with a number of its own: custom parameters and line items are carried on, grades are not."""
    copied = add_link(course, section, link._replace(title=title or link.title), after)
    for item in line_items_of_link(link.id):
        add_line_item(item._replace(course=course, link=copied.id, label=copied.title))
    return copied


def delete_copy(course):
    with current_app.store.database() as db:
        db.execute("DELETE FROM score WHERE line_item IN (SELECT id FROM line_item WHERE course = ?)", (course.id,))
        for table in ("line_item", "link", "chooser"):
            db.execute(f"DELETE FROM {table} WHERE course = ?", (course.id,))
        db.execute("DELETE FROM copy WHERE id = ?", (course.id,))
