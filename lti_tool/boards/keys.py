"""The board's hotkeys: one list for the sheet that shows them and for the script that heeds them (frontend/js/hotkeys.js)."""
from typing import NamedTuple

from flask_babel import gettext as _


class Hotkey(NamedTuple):
    act: str  # as the script calls it
    keys: tuple[str, ...]  # as browsers call them
    words: str


def hotkeys() -> list[tuple[str, list[Hotkey]]]:
    """[(heading, hotkeys), ...] in the reader's language."""
    return [
        (_("Everywhere on the board"), [
            Hotkey("sheet", ("?",), _("Show these keys")),
            Hotkey("write", ("n",), _("Write a note in this column")),
            Hotkey("search", ("/", "f"), _("Search and filter")),
            Hotkey("outline", ("o",), _("Board or outline")),
            Hotkey("updates", ("u",), _("Hold updates, or show what is new")),
            Hotkey("undo", ("z",), _("Undo what was just done")),
        ]),
        (_("Going from note to note"), [
            Hotkey("next", ("j", "ArrowDown"), _("Next note")),
            Hotkey("previous", ("k", "ArrowUp"), _("Previous note")),
            Hotkey("right", ("l", "ArrowRight"), _("Next column")),
            Hotkey("left", ("h", "ArrowLeft"), _("Previous column")),
        ]),
        (_("With the note that has the focus"), [
            Hotkey("edit", ("e",), _("Edit")),
            Hotkey("move", ("m",), _("Move …")),
            Hotkey("pick_up", ("p", " "), _("Move with arrow keys")),
            Hotkey("comments", ("c",), _("Comments")),
            Hotkey("vote", ("v",), _("Vote, or take the vote back")),
            Hotkey("delete", ("Delete",), _("Delete the note")),
        ]),
    ]


def key_name(key: str) -> str:
    """As it stands on the keyboard."""
    return {"ArrowDown": "↓", "ArrowUp": "↑", "ArrowRight": "→", "ArrowLeft": "←", " ": _("Space"), "Delete": _("Del")}.get(key, key)


def acts_of_keys() -> dict[str, str]:
    """key -> act, for the script."""
    return {key: hotkey.act for _heading, listed in hotkeys() for hotkey in listed for key in hotkey.keys}
