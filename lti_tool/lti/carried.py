"""What a link carries in its custom parameters (LTI core 5.4.6). Anybody who edits the link can write anything into them: they open nothing by themselves.

A variable that the platform does not know arrives as it was written ("$Context.id.history"), some as null: both count as missing.
"""
import re
from typing import NamedTuple
from urllib.parse import unquote

from .platform import suitable_id

HOME, ACTIVITY = "home", re.compile(r"activity-([1-9][0-9]{0,8})", re.ASCII)
TOKEN = re.compile(r"[A-Za-z0-9_-]{16,64}", re.ASCII)
IDS_AT_MOST = 100
REGISTERED = {"history": "$Context.id.history", "groups": "$Moodle.Person.userGroupIds"}  # for the whole tool, not for one link


class Carried(NamedTuple):
    opens_home: bool = False
    activity: int | None = None  # the number of what it opens, in whichever course
    token: str | None = None  # of this one link; its copies carry the same
    history: tuple[str, ...] = ()  # contexts from which this course was copied, the nearest first
    groups: tuple[str, ...] | None = None  # of the person; None: the platform does not say


def carried_by(custom: dict | None) -> Carried:
    words = {name: value for name, value in (custom or {}).items() if isinstance(value, str) and not value.startswith("$")}
    opens, token, groups = words.get("opens", ""), words.get("link", ""), words.get("groups")
    activity = ACTIVITY.fullmatch(opens)
    return Carried(opens == HOME, int(activity[1]) if activity else None, token if TOKEN.fullmatch(token) else None, ids_in(words.get("history", "")),
                   None if groups is None else ids_in(groups))


def ids_in(text: str) -> tuple[str, ...]:
    """Those of a list separated by commas, each encoded as in an address; the rest of what is too long is left out."""
    ids = (unquote(part.strip()) for part in text.split(",", IDS_AT_MOST)[:IDS_AT_MOST])
    return tuple(dict.fromkeys(part for part in ids if suitable_id(part)))


def to_carry(activity: int | None, token: str) -> dict[str, str]:
    """The custom parameters of a new link; None: it opens the home of the course."""
    return {"opens": HOME if activity is None else f"activity-{activity}", "link": token}
