"""A tool that the platform knows: where it is, what it may do, and in which courses' activity chooser it stands.

The first one is built in; the others registered themselves. A tool's number is also its deployment id, as in Moodle.
"""

import json
from typing import NamedTuple
from urllib.parse import urlsplit

from flask import current_app

BUILT_IN = 1


class Tool(NamedTuple):
    id: int | None
    client_id: str
    active: bool  # a tool that registered itself waits until an administrator activates it
    offered: bool  # in the activity chooser of a course that has not said otherwise
    name: str
    description: str
    domain: str  # host:port
    login_url: str
    target_link_uri: str
    deep_linking_uri: str  # empty: it offers no content to choose from
    redirect_uris: tuple
    key_set_url: str
    logo: str
    scopes: tuple
    custom: dict
    shares_name: bool
    shares_email: bool

    @property
    def deployment_id(self):
        return str(self.id)

    @property
    def built_in(self):
        return self.id == BUILT_IN

    @property
    def origins(self):
        """From where its pages may speak to ours."""
        return {"{0.scheme}://{0.netloc}".format(urlsplit(url)) for url in (self.login_url, self.target_link_uri, *self.redirect_uris)}


KEPT_APART = ("id", "client_id", "active", "offered")


def tools():
    return [_tool(row) for row in current_app.store.rows("SELECT * FROM tool ORDER BY id")]


def find_tool(id):
    row = current_app.store.row("SELECT * FROM tool WHERE id = ?", id)
    return _tool(row) if row else None


def tool_of_client(client_id):
    row = current_app.store.row("SELECT * FROM tool WHERE client_id = ?", client_id)
    return _tool(row) if row else None


def tools_of_domain(url):
    return [tool for tool in tools() if tool.domain == urlsplit(url).netloc]


def keep_tool(tool):
    """Adds the tool, under the next number if it has none, or replaces what was known of it; returns it as it is kept."""
    said = {name: value for name, value in tool._asdict().items() if name not in KEPT_APART}
    row = (tool.id, tool.client_id, tool.active, tool.offered, json.dumps(said))
    return tool._replace(id=current_app.store.change("INSERT OR REPLACE INTO tool VALUES (?, ?, ?, ?, ?)", *row))


def activate(tool):
    current_app.store.change("UPDATE tool SET active = 1 WHERE id = ?", tool.id)


def delete_tool(tool):
    """Its activities stay in the courses and say that it is gone, as in Moodle."""
    with current_app.store.database() as db:
        for table, column in (("tool", "id"), ("chooser", "tool"), ("access_token", "tool")):
            db.execute(f"DELETE FROM {table} WHERE {column} = ?", (tool.id,))


def is_shown(tool, course):
    """Whether the course's activity chooser offers it."""
    row = current_app.store.row("SELECT shown FROM chooser WHERE tool = ? AND course = ?", tool.id, course.id)
    return tool.active and bool(row["shown"] if row else tool.offered)


def show(tool, course, shown):
    current_app.store.change("INSERT OR REPLACE INTO chooser VALUES (?, ?, ?)", course.id, tool.id, shown)


def _tool(row):
    said = json.loads(row["said"])
    said |= {"redirect_uris": tuple(said["redirect_uris"]), "scopes": tuple(said["scopes"])}
    return Tool(row["id"], row["client_id"], bool(row["active"]), bool(row["offered"]), **said)
