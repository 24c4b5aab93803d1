"""An LTI message on its way: who opens what, until the tool asks for it once. A link is launched, or a tool is asked for content."""

import json
import secrets
import time
from typing import NamedTuple

from flask import current_app

RESOURCE_LINK, DEEP_LINKING = "LtiResourceLinkRequest", "LtiDeepLinkingRequest"
DAY = 24 * 60 * 60  # seconds


class Message(NamedTuple):
    """Who opens it, in which course and with which tool; as what, in which language, and where it opens (iframe or window)."""

    type: str
    person: str
    course: str
    tool: int
    link: str | None  # of a resource link
    section: int | None  # of a question for content: where the answer will stand
    as_student: bool
    language: str
    container: str


def begin(message):
    """Keeps the message until the tool asks for its token; returns its id, which is good for one asking."""
    named = message.link or f"_{message.type}"
    id = f"ltilaunch{named}_{secrets.token_hex(8)}"
    with current_app.store.database() as db:
        db.execute("DELETE FROM message WHERE made_at < ?", (time.time() - DAY,))
        db.execute("INSERT INTO message VALUES (?, ?, ?)", (id, int(time.time()), json.dumps(message)))
    return id


def spend(id):
    """The message of that id, once; None if there is none or it was asked for before."""
    row = current_app.store.row("DELETE FROM message WHERE id = ? RETURNING said", id)
    return Message(*json.loads(row["said"])) if row else None
