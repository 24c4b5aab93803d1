"""The demo's settings, which anybody may change on its first page: what is told about people, how many they are, and platform storage."""

from flask import current_app

ALWAYS, NEVER, DELEGATE = "always", "never", "delegate"
PRIVACY = {
    ALWAYS: "privacy_always",  # names in every token and in the roster
    NEVER: "privacy_never",  # no names and no e-mail anywhere
    DELEGATE: "privacy_delegate",  # as when each link's teacher says yes: in its tokens, and in the roster only with ?rlid=<the link>
}
LARGE_COURSE, PLATFORM_STORAGE = "large_course", "platform_storage"


def privacy():
    return _value("privacy", ALWAYS)


def is_on(name):
    return _value(name, "off") == "on"


def keep(privacy, **on):
    for name, value in {"privacy": privacy, **{name: "on" if on[name] else "off" for name in on}}.items():
        current_app.store.change("INSERT OR REPLACE INTO option VALUES (?, ?)", name, value)


def _value(name, default):
    row = current_app.store.row("SELECT value FROM option WHERE name = ?", name)
    return row["value"] if row else default
