"""What the board's forms share: dialogs that are also pages, and answers with parts and an offer to undo."""
from flask import render_template, request, url_for

from ..access import here
from ..db import db
from ..live import announce, answer_parts, operation_done, remember_operation
from ..web import answered_in_page, leads_to
from ..activities.act import Act
from ..activities.act_routes import act_words
from .comment import Comment
from .note import Note


def dialog(template: str, **values):
    """The fragment for our script's dialog, or a page around it."""
    return render_template(template if answered_in_page() else "boards/dialog_page.html", fragment=template, **values)


def per_group_taken(before: bool = False) -> bool:
    """Whether each group gets a column like this; the form asks only where there are phases."""
    said = request.form.getlist("per_group")
    return said[-1] == "yes" if said else before


def do_once(thing, act):
    """`act(thing, viewer)` answers the Act it did. Sent again, it answers with the present state."""
    viewer = here()
    if part := operation_done(viewer.topic):
        return done_already(part, thing.activity_id)
    return done(thing, act(thing, viewer))


def done(thing, act: Act, offers_undo: bool = True):
    """After an act: tells everybody, and answers the writer with the part and an offer to undo."""
    topic_id = here().topic
    remember_operation(topic_id, thing.part)
    parts = announce_change(topic_id, thing, act)
    if not answered_in_page():
        return leads_to(page_with(thing.part, thing.activity_id, act=act.id if offers_undo else None))
    toast = render_template("boards/_toast_part.html", act=act, words=act_words(act)) if offers_undo else ""
    return answer_parts(here(), *parts, extra=toast, note=own_note(thing))


def page_with(part: str, board_id: int, **more) -> str:
    """The address where the part is seen: comments under their note, all else on the board."""
    kind, _sep, number = part.partition(":")
    comment = db.session.get(Comment, int(number)) if kind == "comment" else None
    if comment is not None:
        return url_for("comments.show", note_id=comment.note_id, _anchor=f"comment-{number}", **more)
    return url_for("boards.show", board_id=board_id, _anchor=f"{kind}-{number}", **more)


    return act if act and act.is_by(here().own) and act.can_be_offered else None


def announce_change(topic_id: int, thing, act: Act | None = None) -> list[str]:
    """Announces what has changed to whoever may see it, and names the parts for the writer's own answer.

    While notes are hidden only their author hears of them; the others hear how many there are.
    """
    if not isinstance(thing, Note):
        announce(topic_id, *thing.parts)
        return list(thing.parts)
    changed = [thing.part, *(note.part for note in thing.also_changed)]
    columns = {thing.column_id, (act.before if act else {}).get("column_id", thing.column_id)}
    if thing.kept_back and not thing.column.phase.notes_are_hidden:  # its author's alone: it goes from everybody else's page
        announce(topic_id, thing.part, to=f"everyone person:{thing.author_id}")
        return [thing.part, *(f"pile:{number}" for number in sorted(columns))]
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
        return leads_to(page_with(part, board_id))
    return answer_parts(here(), part)
