"""A line item: a column of a course's grade book that belongs to a tool, and to a link when it has one (LTI-AGS 2.0, 3.2)."""

from typing import NamedTuple

from flask import current_app

LOCKED = "locked"  # its grades are not changed any more
NO_NUMBERS = "no_numbers"  # the activity's grade type is "None": it takes comments only


class LineItem(NamedTuple):
    id: int | None
    course: str
    tool: int
    link: str | None
    label: str
    maximum: float
    resource_id: str
    tag: str


def line_items_of(course, tool=None):
    """Of the course, or only those that are one tool's."""
    items = [LineItem(*row) for row in current_app.store.rows("SELECT * FROM line_item WHERE course = ? ORDER BY id", course)]
    return [item for item in items if tool is None or item.tool == tool]


def line_items_of_link(link):
    return [LineItem(*row) for row in current_app.store.rows("SELECT * FROM line_item WHERE link = ? ORDER BY id", link)]


def find_line_item(id):
    row = current_app.store.row("SELECT * FROM line_item WHERE id = ?", id)
    return LineItem(*row) if row else None


def add_line_item(item):
    return keep_line_item(item._replace(id=None))


def keep_line_item(item):
    return item._replace(id=current_app.store.change("INSERT OR REPLACE INTO line_item VALUES (?, ?, ?, ?, ?, ?, ?, ?)", *item))


def treat(item, treatment):
    """As a teacher sets it in the gradebook or in the activity: LOCKED, NO_NUMBERS, or None for as usual."""
    current_app.store.change("DELETE FROM column_treatment WHERE line_item = ?", item.id)
    if treatment:
        current_app.store.change("INSERT INTO column_treatment VALUES (?, ?)", item.id, treatment)


def treatment_of(item):
    row = current_app.store.row("SELECT treatment FROM column_treatment WHERE line_item = ?", item.id)
    return row["treatment"] if row else None


def delete_line_item(item):
    """With its scores."""
    current_app.store.change("DELETE FROM score WHERE line_item = ?", item.id)
    current_app.store.change("DELETE FROM line_item WHERE id = ?", item.id)
