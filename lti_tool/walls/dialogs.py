"""What a wall's forms share: answers with parts and an offer to undo, as pages and for our script."""
from flask import render_template, request, url_for

from ..access import here
from ..activities.act import Act
from ..live import announce, answer_parts, operation_done, remember_operation
from ..web import answered_in_page, leads_to
from ..activities.act_routes import act_words
from .comment import PostComment
from .featuring import band_of
from .post import Post
from .post_text import PostText


def post_of(thing) -> Post:
    return thing if isinstance(thing, Post) else thing.post


def dialog(template: str, **values):
    """The fragment for our script's dialog, or a page around it."""
    return render_template(template if answered_in_page() else "walls/dialog_page.html", fragment=template, **values)


def stays(thing) -> bool:
    """Whether the page goes on as it is, with the parts that changed: what is said below a post, and what the form asks for."""
    return answered_in_page() and (isinstance(thing, PostComment) or bool(request.form.get("stay")))


def do_once(thing, act):
    """`act(thing, viewer)` answers the Act it did. Sent again, it answers with the present state."""
    viewer = here()
    if operation_done(viewer.topic):
        return done_already(thing)
    return done(thing, act(thing, viewer))


def done(thing, act: Act | None, offers_undo: bool = True):
    """After an act: tells open pages, and leads the writer on with an offer to undo."""
    remember_operation(here().topic, thing.part)
    tell(thing)
    act = act if offers_undo else None
    if stays(thing):
        toast = render_template("walls/_toast_part.html", act=act, words=act_words(act)) if act else ""
        return answer_parts(here(), *thing.parts, extra=toast)
    return leads_to(page_with(thing, act))


def done_already(thing):
    return answer_parts(here(), *thing.parts) if stays(thing) else leads_to(page_with(thing))


def page_with(thing, act: Act | None = None) -> str:
    post = post_of(thing)
    more = {"act": act.id} if act else {}
    if post.deleted_at is not None:
        return url_for("walls.show", wall_id=post.activity_id, **more)
    if isinstance(thing, PostText):  # who wrote the Swedish version sees it, whatever they read otherwise
        more["language"] = thing.language
    anchor = {"_anchor": f"comment-{thing.id}" if thing.deleted_at is None else "talk"} if isinstance(thing, PostComment) else {}
    return url_for("posts.show", post_id=post.id, **more, **anchor)


def tell(thing) -> None:
    """A card that stands changes; what is new is offered. What is said below a post comes by itself."""
    if isinstance(thing, PostComment):
        announce(here().topic, *thing.parts)
        return
    post = post_of(thing)
    announce(here().topic, post.part, post.wall.news, band_of(post.activity_id))
