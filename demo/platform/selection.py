"""A question for content that waits for its answer: who asked which tool, and for which section of which course. One answer each, for a day."""

import json
import secrets
import time
from urllib.parse import urlencode

from flask import current_app

from .message import DAY, Message


def ask_for_content(message):
    """Keeps the question; returns the path to which the tool sends its answer. As in Moodle it carries the person's sesskey."""
    sesskey = secrets.token_hex(8)
    with current_app.store.database() as db:
        db.execute("DELETE FROM selection WHERE made_at < ?", (time.time() - DAY,))
        db.execute("INSERT INTO selection VALUES (?, ?, ?)", (sesskey, int(time.time()), json.dumps(message)))
    return f"/as/{message.person}/courses/{message.course}/tools/{message.tool}/selected?{urlencode({'lang': message.language, 'sesskey': sesskey})}"


def find_selection(sesskey):
    """The question, or None if there is none or it was answered before."""
    row = current_app.store.row("SELECT said FROM selection WHERE sesskey = ?", sesskey)
    return Message(*json.loads(row["said"])) if row else None


def spend_selection(sesskey):
    """Takes the question away; False when somebody was quicker."""
    return current_app.store.row("DELETE FROM selection WHERE sesskey = ? RETURNING sesskey", sesskey) is not None
