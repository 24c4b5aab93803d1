"""What people do with comments on notes, and reacting to notes."""
from flask import Blueprint, g, request, url_for
from flask_babel import gettext as _

from ..access import CHANGE, CONTRIBUTE, SEE, find, here
from ..activities.act_routes import offered_act
from ..db import db
from ..grades import took_part
from ..live import announce, answer_parts, operation_done, remember_operation
from ..web import Unsuitable, answered_in_page, leads_to, take_language, take_text, thing_number
from .board import Board
from .comment import COMMENT_LIMIT, Comment, add_comment, must_take_comments
from .dialogs import dialog, do_once, done, done_already, page_with
from .note import Note
from .parts import board_context
from .reaction import REACTIONS, must_take_reactions, react, reactions_by, take_reaction_back
from .responses import comments_of
from .note_routes import remember_language

comments = Blueprint("comments", __name__)


@comments.get("/notes/<int:note_id>/comments")
def show(note_id):
    note = find(Note, note_id, to=SEE)
    viewer = here()
    board = db.session.get(Board, note.activity_id)
    return dialog("boards/_comments.html", back=board, note=note, comments=comments_of(note), viewpoint=viewer.own, 
                  own_reactions=[f"{note.id}:{kind}" for kind in reactions_by(note, viewer.person)], note_language=g.person.note_language,
                  act=offered_act(), page=True, **board_context(board))


@comments.post("/notes/<int:note_id>/comments")
def add(note_id):
    note = find(Note, note_id, to=CONTRIBUTE)
    viewer = here()
    if not (part := operation_done(viewer.topic)):
        must_take_comments(note, viewer.own)
        language = take_language(default=note.language)
        comment = add_comment(note, take_text("text", COMMENT_LIMIT, required=True), language, by=viewer.person)
        if not comment.keeps_no_author:
            remember_language(language)
        remember_operation(viewer.topic, comment.part)
        announce(viewer.topic, *comment.parts)
        took_part(note.column.activity, viewer.person)
        part = comment.part
    if not answered_in_page():
        return leads_to(page_with(part, note.activity_id))
    answer = answer_parts(viewer, part, note.part, status=201)
    answer.headers["X-Comment"] = part.partition(":")[2]
    return answer


def act_on(comment_id: int, act):
    """Finds the comment, does the act once, and answers."""
    return do_once(find(Comment, comment_id, to=CHANGE), act)


@comments.get("/comments/<int:comment_id>")
def edit(comment_id):
    comment = find(Comment, comment_id, to=CHANGE)
    board = db.session.get(Board, comment.activity_id)
    return dialog("boards/_comment_form.html", back=board, comment=comment, **board_context(board))


@comments.post("/comments/<int:comment_id>")
def change(comment_id):
    def save(comment, viewer):
        comment.must_be_changeable(viewer.own)
        return comment.edit(take_text("text", COMMENT_LIMIT, required=True), take_language(default=comment.language),
                            request.form.get("version", 0, thing_number), viewer.person)
    return act_on(comment_id, save)


@comments.post("/comments/<int:comment_id>/deletion")
def delete(comment_id):
    def delete_comment(comment, viewer):
        comment.must_be_changeable(viewer.own)
        return comment.delete(viewer.person, as_facilitator=not comment.is_by(viewer.own))
    return act_on(comment_id, delete_comment)


@comments.post("/comments/<int:comment_id>/restoration")
def restore(comment_id):
    comment = find(Comment, comment_id, to=CHANGE)
    viewer = here()
    if not operation_done(viewer.topic):
        comment.must_be_restorable(viewer.own)
        if comment.deleted_at is not None:
            return done(comment, comment.restore(viewer.person))
    return done_already(comment.part, comment.activity_id)


@comments.post("/notes/<int:note_id>/reactions")
def change_reactions(note_id):
    """`on` gives a reaction, `off` takes it back; either way it is so afterwards, however often it is sent."""
    note = find(Note, note_id, to=CONTRIBUTE)
    viewer, form = here(), request.form
    kind = form.get("on") or form.get("off")
    if kind not in REACTIONS:
        raise Unsuitable("on", _("There is no such reaction."))
    must_take_reactions(note)
    act = react if "on" in form else take_reaction_back
    act(note, kind, viewer.person)
    announce(viewer.topic, note.part)
    if not answered_in_page():
        return leads_to(url_for("comments.show", note_id=note.id) if form.get("in") == "comments" else page_with(note.part, note.activity_id))
    answer = answer_parts(viewer, note.part)
    answer.headers["X-Reactions"] = " ".join(reactions_by(note, viewer.person))
    return answer
