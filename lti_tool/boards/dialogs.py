"""What the board's forms share: dialogs that are also pages, and answers with parts and an offer to undo."""
from flask import render_template, request, url_for
from flask_babel import gettext as _

from ..access import here
from ..live import announce, answer_parts, remember_operation
from ..web import Unsuitable, answered_in_page, leads_to
from .act import Act
from .note import COLOURS, Note


def dialog(template: str, **values):
    """The fragment for our script's dialog, or a page around it."""
    return render_template(template if answered_in_page() else "boards/dialog_page.html", fragment=template, **values)


def colour_taken() -> str:
    colour = request.form.get("colour", COLOURS[0])
    if colour not in COLOURS:
        raise Unsuitable("colour", _("There is no such colour."))
    return colour


def act_words(act: Act) -> str:
    """What was done, in words: for the toast that offers to undo it, and for one's own data."""
    kind = act.thing.partition(":")[0]
    return {
        ("note", "edited"): _("Note saved."), ("note", "moved"): _("Note moved."), ("note", "deleted"): _("Note deleted."),
        ("note", "restored"): _("Note restored."), ("note", "added"): _("Note added."), ("note", "stacked"): _("Notes put together."),
        ("note", "unstacked"): _("Note taken out of the stack."), ("note", "split"): _("The stack is split."),
        ("column", "edited"): _("Column saved."), ("column", "moved"): _("Column moved."), ("column", "deleted"): _("Column deleted."),
        ("column", "restored"): _("Column restored."), ("column", "locked"): _("Column locked."), ("column", "unlocked"): _("Column unlocked."),
        ("column", "added"): _("Column added."),
    }[kind, act.verb]


def done(thing, act: Act, board_id: int, topic_id: int, offers_undo: bool = True):
    """After an act: tells everybody, and answers the writer with the part and an offer to undo."""
    remember_operation(topic_id, thing.part)
    parts = tell(topic_id, thing, act)
    if not answered_in_page():
        return leads_to(url_for("boards.show", board_id=board_id, act=act.id if offers_undo else None, _anchor=thing.part.replace(":", "-")))
    toast = render_template("boards/_toast_part.html", act=act, words=act_words(act)) if offers_undo else ""
    return answer_parts(here(), *parts, extra=toast, note=own_note(thing))


def tell(topic_id: int, thing, act: Act | None = None) -> list[str]:
    """Announces what has changed to whoever may see it, and names the parts for the writer's own answer.

    While notes are hidden only their author hears of them; the others hear how many there are.
    """
    if not isinstance(thing, Note):
        announce(topic_id, thing.part)
        return [thing.part]
    changed = [thing.part, *(note.part for note in thing.also_changed)]
    columns = {thing.column_id, (act.before if act else {}).get("column_id", thing.column_id)}
    if not thing.column.phase.notes_are_hidden:
        announce(topic_id, *changed)
        return changed
    if thing.author_id is not None:
        announce(topic_id, thing.part, to=f"person:{thing.author_id}")
    piles = [f"pile:{number}" for number in sorted(columns)]
    announce(topic_id, *piles)
    return [thing.part, *piles]


def own_note(thing) -> int | None:
    """The number of a note of the writer's own: their page marks it so, also when it comes back after a deletion."""
    return thing.id if isinstance(thing, Note) and thing.is_by(here().own) else None


def done_already(part: str, board_id: int):
    """The same act once more: answers with the present state of what it made."""
    if not answered_in_page():
        return leads_to(url_for("boards.show", board_id=board_id, _anchor=part.replace(":", "-")))
    return answer_parts(here(), part)
