"""What people do with comments on posts: write, answer, change, delete, restore, and say that one answers the question."""
from flask import Blueprint, abort, g, jsonify, request

from ..access import CHANGE, CONTRIBUTE, SEE, find, here
from ..activities.anonymity import NAMED
from ..db import db
from ..grades import took_part
from ..live import announce, answer_parts, operation_done, remember_operation
from ..web import answered_in_page, leads_to, take_language, take_text, thing_number
from .comment import COMMENT_LIMIT, PostComment, add_comment, must_be_answerable, must_take_comments
from .dialogs import dialog, do_once, done, done_already, page_with
from .following import follow_by_writing
from .marking import must_be_markable, set_mark, take_mark_back
from .mention import names_offered, remember_mentions
from .parts import wall_context
from .post import Post
from .post_routes import remember_language
from .wall import Wall

post_comments = Blueprint("post_comments", __name__)


@post_comments.post("/posts/<int:post_id>/comments")
def add(post_id):
    """`to`: the comment that is answered."""
    post, viewer = find(Post, post_id, to=CONTRIBUTE), here()
    if not (part := operation_done(viewer.topic)):
        must_take_comments(post, viewer.own)
        answered = comment_answered(post)
        language = take_language()
        comment = add_comment(post, take_text("text", COMMENT_LIMIT, required=True), language, viewer.person, to=answered)
        remember_mentions(comment, viewer.person)
        follow_by_writing(post, viewer.person)
        remember_language(language)
        remember_operation(viewer.topic, comment.part)
        announce(viewer.topic, *comment.parts)
        took_part(post.wall, viewer.person)
        part = comment.part
    number = part.partition(":")[2]
    if not answered_in_page():
        return leads_to(page_with(db.session.get(PostComment, int(number)) or post))
    answer = answer_parts(viewer, part, post.part, status=201)
    answer.headers["X-Comment"] = number
    return answer


def comment_answered(post: Post) -> PostComment | None:
    if not request.form.get("to"):
        return None
    comment = db.session.get(PostComment, request.form.get("to", type=thing_number) or 0)
    must_be_answerable(post, comment)
    return comment


@post_comments.get("/post-comments/<int:post_comment_id>/answer")
def answer(post_comment_id):
    comment = find(PostComment, post_comment_id, to=SEE)
    must_be_answerable(comment.post, comment)
    return comment_dialog("walls/_answer_form.html", comment, note_language=g.person.note_language)


@post_comments.get("/post-comments/<int:post_comment_id>")
def edit(post_comment_id):
    return comment_dialog("walls/_comment_form.html", find(PostComment, post_comment_id, to=CHANGE))


def comment_dialog(template: str, comment: PostComment, **values):
    return dialog(template, back=comment.post, comment=comment, viewpoint=here().own, limit=COMMENT_LIMIT, **values, **wall_context(comment.post.wall))


@post_comments.post("/post-comments/<int:post_comment_id>")
def change(post_comment_id):
    def save(comment, viewer):
        comment.must_be_changeable(viewer.own)
        act = comment.edit(take_text("text", COMMENT_LIMIT, required=True), take_language(default=comment.language),
                           request.form.get("version", 0, thing_number), viewer.person)
        remember_mentions(comment, viewer.person)
        return act
    return do_once(find(PostComment, post_comment_id, to=CHANGE), save)


@post_comments.post("/post-comments/<int:post_comment_id>/deletion")
def delete(post_comment_id):
    def delete_comment(comment, viewer):
        comment.must_be_changeable(viewer.own)
        return comment.delete(viewer.person, as_facilitator=not comment.is_by(viewer.own))
    return do_once(find(PostComment, post_comment_id, to=CHANGE), delete_comment)


@post_comments.post("/post-comments/<int:post_comment_id>/restoration")
def restore(post_comment_id):
    def restore_comment(comment, viewer):
        comment.must_be_restorable(viewer.own)
        return comment.restore(viewer.person) if comment.deleted_at is not None else None
    return do_once(find(PostComment, post_comment_id, to=CHANGE), restore_comment)


@post_comments.post("/post-comments/<int:post_comment_id>/mark")
def mark(post_comment_id):
    """`mark`: answers, official, or nothing to take it back."""
    def mark_comment(comment, viewer):
        wanted = request.form.get("mark", "")
        must_be_markable(comment, wanted, viewer.own)
        return set_mark(comment, wanted, viewer.person)
    return do_once(find(PostComment, post_comment_id, to=SEE), mark_comment)


@post_comments.get("/walls/<int:wall_id>/names")
def names(wall_id):
    """Whom somebody may mean who has typed @ and these letters; only where names are shared."""
    wall = find(Wall, wall_id, to=SEE)
    if wall.anonymity != NAMED:
        abort(404)
    return jsonify(names=names_offered(wall.course_id, request.args.get("called", "")[:80], here().person))


def take_back_comment(act, number: int):
    marks = act.verb in ("marked", "unmarked")
    comment = find(PostComment, number, to=SEE if marks else CHANGE)
    if operation_done(here().topic):
        return done_already(comment)
    if marks:
        must_be_markable(comment, act.before["mark"], here().own)
        return done(comment, take_mark_back(comment, act, here().person), offers_undo=False)
    comment.post.must_have_text()
    comment.post.wall.must_be_written_on(here().own)
    undone = comment.take_back(act, here().person)
    remember_mentions(comment, here().person)
    return done(comment, undone, offers_undo=False)
