"""A draft of a post from elsewhere: a reflection of a module that its author wants to share. The wall's own rules hold, from the first word on."""
from flask import url_for
from flask_babel import gettext as _

from ..activities.drafting import DRAFT as UNSEEN
from ..activities.drafting import SENT, Drafted, TakesDrafts, register_takes_drafts
from ..db import db
from ..live import lock_topic
from ..web import Unsuitable
from ..web.rich_text_plain import read_plain
from .field import LONG, Field
from .pace import must_keep_pace
from .post import DRAFT, Post, begin_post
from .post_text import text_in, texts_of
from .unfinished import untouched_draft
from .wall import Wall


def must_take(wall: Wall, viewpoint) -> None:
    """Raises what `must_take_posts` raises, and Unsuitable where the form asks for no text."""
    wall.must_take_posts(viewpoint)
    field_for_text(wall)


def field_for_text(wall: Wall) -> Field:
    """The long text that has to be answered, else the first."""
    long_ones = [field for field in wall.fields if field.kind == LONG]
    chosen = next((field for field in long_ones if field.required), next(iter(long_ones), None))
    if chosen is None:
        raise Unsuitable("shared", _("The form of the wall has no place for a longer text."))
    return chosen


def keep(wall: Wall, viewpoint, text: str, language: str, earlier: int | None, earlier_text: str) -> int:
    """One post, however often it is sent. A draft that its author has gone on with is left as it is, so is what they have published."""
    lock_topic(wall.topic_id)  # after that of where it comes from: nobody who has a wall's waits for a module's
    db.session.refresh(wall)
    must_take(wall, viewpoint)
    field, post = field_for_text(wall), own_post(earlier, viewpoint)
    if post is not None and post.activity_id == wall.id:
        if post.state == DRAFT and is_untouched(post, field, earlier_text):
            put_down(post, field, text, language)
        return post.id
    post = untouched_draft(wall, viewpoint.person)
    if post is None:
        must_keep_pace(wall, viewpoint.person)
        post = begin_post(wall, viewpoint.person)
    put_down(post, field, text, language)
    return post.id


def own_post(number: int | None, viewpoint) -> Post | None:
    post = number and db.session.get(Post, number)
    return post if post and post.deleted_at is None and post.removed_at is None and post.is_by(viewpoint) else None


def is_untouched(post: Post, field: Field, text: str) -> bool:
    """Whether it holds what was put down, and nothing else."""
    texts = list(texts_of([post.id])[post.id].values())
    return len(texts) == 1 and texts[0].typed() == ("", {str(field.id): read_plain(text).html})


def put_down(post: Post, field: Field, text: str, language: str) -> None:
    for other in texts_of([post.id])[post.id].values():
        if other.language != language:
            db.session.delete(other)
    text_in(post, language).keep_draft("", {str(field.id): read_plain(text).html})
    db.session.flush()


def drafted(number: int, viewpoint) -> Drafted | None:
    post = own_post(number, viewpoint)
    if post is None or not post.in_sight_of(viewpoint):
        return None
    if post.state == DRAFT:
        return Drafted(url_for("posts.edit", post_id=post.id), UNSEEN)
    return Drafted(url_for("posts.show", post_id=post.id), SENT)


def register_drafting(app) -> None:
    register_takes_drafts(app, "wall", TakesDrafts(must_take, keep, drafted))
