"""The ways of looking at a board, read from its address: as board or outline, and which of its notes.

The page does the same by itself (frontend/js/filter.js), with the same parameters. What is left out is only out of sight, not out of the page.
"""
import unicodedata
from typing import NamedTuple

from flask import current_app, request, url_for
from flask_babel import gettext as _

from ..activities.colours import COLOURS
from ..activities.anonymity import NAMED
from ..db import sort_key
from ..people.person import VIEWS
from ..web import language_name

ONCE = ("act",)  # of one answer only: no link carries it on


class Filter(NamedTuple):
    """What is looked for; everything that is named must be so. Empty lets everything through."""

    q: str = ""  # all its words stand in the text
    mine: str = ""
    author: str = ""  # as it is shown under the note: nothing is found that is not shown
    colour: str = ""
    language: str = ""

    def lets_through(self, note, mine, author: str) -> bool:
        return ((not self.mine or note.id in mine) and self.author in ("", author) and self.colour in ("", note.colour)
                and self.language in ("", note.language) and (not self.q or self.finds_words_in(note.text)))

    def finds_words_in(self, text: str) -> bool:
        folded = fold(text)
        return all(word in folded for word in fold(self.q).split())


def fold(text: str) -> str:
    """For comparing: case and accents aside; å ä ö are letters of their own."""
    letters = unicodedata.normalize("NFC", text).lower()
    if letters.isascii():
        return letters
    return "".join(c if c in "åäö" else "".join(part for part in unicodedata.normalize("NFD", c) if unicodedata.category(part)[0] != "M") for c in letters)


def filter_taken(board) -> Filter:
    """A colour or language that does not exist, or names where none are shown, leave nothing out."""
    taken = Filter(*(" ".join(request.args.get(field, "").split()) for field in Filter._fields))
    return taken._replace(author=taken.author if names_are_shown(board) else "", colour=taken.colour if taken.colour in COLOURS else "",
                          language=taken.language if taken.language in current_app.config["LANGUAGES"] else "")


def view_taken(chosen: str) -> str:
    """The address decides; without a word there, what the person has chosen before."""
    view = request.args.get("view")
    return view if view in VIEWS else chosen


def address_with(board, **changes) -> str:
    """This board's address with all that it says now, but for the changes; "" leaves a parameter out."""
    said = {name: value for name, value in {**request.args.to_dict(), **changes}.items() if value and name not in ONCE}
    return url_for("boards.show", board_id=board.id, **said)


def names_are_shown(board) -> bool:
    """Whether notes can be chosen by who wrote them."""
    return board.anonymity == NAMED


def looking_context(board, notes, stacks, mine, colours, shown_author, chosen_view: str) -> dict:
    """What the page of a board needs for its ways of looking. `shown_author(note)` is what stands under the note."""
    looked_for, standing = filter_taken(board), [note for column in notes.values() for note in column]
    out = {note.id for note in standing if not any(looked_for.lets_through(one, mine, shown_author(one)) for one in (note, *stacks.get(note.id, ())))} if any(looked_for) else set()
    named = {"q": _("“{words}”").replace("{words}", looked_for.q), "mine": _("My notes"), "author": looked_for.author, "colour": colours.get(looked_for.colour),
             "language": language_name(looked_for.language)}
    return {"view": view_taken(chosen_view), "views": VIEWS, "looked_for": looked_for, "out": out, "shown": len(standing) - len(out), "standing": len(standing),
            "filters": [(field, named[field], address_with(board, **{field: ""})) for field, value in looked_for._asdict().items() if value],
            "show_all": address_with(board, **dict.fromkeys(Filter._fields, "")), "address_with": address_with,
            "writers": sorted({shown_author(one) for note in standing for one in (note, *stacks.get(note.id, ()))} | {looked_for.author} - {""}, key=sort_key) if names_are_shown(board) else None}
