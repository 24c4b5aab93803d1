"""The six colours of notes and topics. Each has an icon of its own, so that nothing is told by colour alone."""
from flask import request
from flask_babel import gettext as _

from ..web import Unsuitable

COLOURS = ("sun", "heart", "leaf", "drop", "star", "stone")


def colour_words() -> dict[str, str]:
    return {"sun": _("Yellow"), "heart": _("Red"), "leaf": _("Green"), "drop": _("Blue"), "star": _("Violet"), "stone": _("Grey")}


def colour_taken() -> str:
    """Of the form; the first where it says none. Raises Unsuitable."""
    colour = request.form.get("colour", COLOURS[0])
    if colour not in COLOURS:
        raise Unsuitable("colour", _("There is no such colour."))
    return colour
