"""A line item: a column of a course's grade book that belongs to a tool, and to a link when it has one (LTI-AGS 2.0, 3.2)."""

from typing import NamedTuple

from flask import current_app


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


def delete_line_item(item):
    """With its scores."""
    current_app.store.change("DELETE FROM score WHERE line_item = ?", item.id)
    current_app.store.change("DELETE FROM line_item WHERE id = ?", item.id)
