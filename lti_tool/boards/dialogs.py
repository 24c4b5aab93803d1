"""What the board's forms share: dialogs that are also pages, and answers with parts and an offer to undo."""
from flask import render_template, request, url_for
from flask_babel import gettext as _

from ..access import here
from ..live import announce, answer_parts, remember_operation
from ..web import Unsuitable, answered_in_page, leads_to
from .act import Act
from .act_words import act_words
from .note import COLOURS, Note


def dialog(template: str, **values):
    """The fragment for our script's dialog, or a page around it."""
    return render_template(template if answered_in_page() else "boards/dialog_page.html", fragment=template, **values)


def colour_taken() -> str:
    colour = request.form.get("colour", COLOURS[0])
    if colour not in COLOURS:
        raise Unsuitable("colour", _("There is no such colour."))
    return colour


def done(thing, act: Act, board_id: int, topic_id: int, offers_undo: bool = True):
    """After an act: tells everybody, and answers the writer with the part and an offer to undo."""
    remember_operation(topic_id, thing.part)
    announce(topic_id, thing.part)
    if not answered_in_page():
        return leads_to(url_for("boards.show", board_id=board_id, act=act.id if offers_undo else None, _anchor=thing.part.replace(":", "-")))
    toast = render_template("boards/_toast_part.html", act=act, words=act_words(act)) if offers_undo else ""
    return answer_parts(here(), thing.part, extra=toast, note=own_note(thing))


def own_note(thing) -> int | None:
    """The number of a note of the writer's own: their page marks it so, also when it comes back after a deletion."""
    return thing.id if isinstance(thing, Note) and thing.is_by(here().own) else None


def done_already(part: str, board_id: int):
    """The same act once more: answers with the present state of what it made."""
    if not answered_in_page():
        return leads_to(url_for("boards.show", board_id=board_id, _anchor=part.replace(":", "-")))
    return answer_parts(here(), part)
