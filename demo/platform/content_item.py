"""One thing that a tool offers in its answer to a question for content: how it becomes a link of the course (LTI-DL 2.0, 3.2)."""

from urllib.parse import urlsplit

from .gradebook import number
from .line_item import LineItem, add_line_item
from .link import TITLE_LONGEST, Link, add_link

LINK = "ltiResourceLink"


def keep_item(item, course, section, tool):
    """Takes over title, text, url, custom and lineItem. As in Moodle, what it says of windows, times and the line item's label is ignored."""
    title = str(item.get("title") or tool.name)[:TITLE_LONGEST]
    link = add_link(course.id, section.title, Link("", title, str(item.get("text") or ""), "board", custom_of(item), tool.id, url_of(item)))
    graded = item.get("lineItem")
    if isinstance(graded, dict) and (maximum := maximum_of(graded)):
        add_line_item(LineItem(None, course.id, tool.id, link.id, title, maximum, str(graded.get("resourceId") or ""), str(graded.get("tag") or "")))
    return link


def custom_of(item):
    custom = item.get("custom")
    return {str(key): " ".join(str(value).split("\n")) for key, value in custom.items()} if isinstance(custom, dict) else {}


def url_of(item):
    url = str(item.get("url") or "")
    return url if urlsplit(url).scheme in ("http", "https") else ""


def maximum_of(graded):
    try:
        return number(graded.get("scoreMaximum"))
    except (TypeError, ValueError):
        return None
