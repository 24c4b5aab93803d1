"""Pictures and files on a post: what is there, and adding one."""
from flask import Blueprint, render_template, url_for

from ..access import CHANGE, find, here
from ..db import transaction
from ..files import UPLOAD_AT_MOST, attach, attaching, must_have_room, take_upload, things_with_files
from ..live import announce, answer_parts, operation_done, remember_operation
from ..web import answered_in_page, leads_to, own_transactions, takes_up_to
from .parts import wall_context
from .post import DRAFT, Post
from .post_text import texts_of
from .reading import title_of

post_files = Blueprint("post_files", __name__)


@post_files.get("/posts/<int:post_id>/attachments")
def show(post_id):
    """In our script's dialog, or as a page: the way back leads to where the post is written."""
    post = find(Post, post_id, to=CHANGE)
    return render_template("files/_attachments.html" if answered_in_page() else "walls/files_page.html", post=post, about=title_of(texts_of([post.id])[post.id]),
                           to=url_for("post_files.add", post_id=post.id), back_to=url_for("posts.edit", post_id=post.id), viewpoint=here().own, **attaching(post.part),
                           **wall_context(post.wall))


@post_files.post("/posts/<int:post_id>/attachments")
@own_transactions
@takes_up_to(UPLOAD_AT_MOST)
def add(post_id):
    """A large picture takes a second: nobody waits for it, so it is opened between the question whether one may and the writing."""
    with transaction(writes=False):
        post = find_to_attach(post_id)
        if operation_done(here().topic):
            return added(post)
        must_have_room(post.part)
    upload = take_upload()
    with transaction():
        post = find_to_attach(post_id)
        topic = here().topic
        if not operation_done(topic):
            attach(post, upload)
            remember_operation(topic, post.part)
            announce_files(topic, post)
        return added(post)


def find_to_attach(post_id: int) -> Post:
    post = find(Post, post_id, to=CHANGE)
    if not operation_done(here().topic):
        post.must_be_changeable(here().own)
    return post


def added(post: Post):
    return answer_parts(here(), post.part) if answered_in_page() else leads_to(url_for("post_files.show", post_id=post.id))


def announce_files(topic: int, post: Post) -> list[str]:
    """Of a draft nobody hears."""
    if post.state != DRAFT:
        announce(topic, post.part)
    return [post.part]


def has_files(post: Post) -> bool:
    return post.part in things_with_files(post.activity_id)
