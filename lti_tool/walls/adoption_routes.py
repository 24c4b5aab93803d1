"""Saying how far one has come with a practice."""
from flask import Blueprint, request, url_for
from flask_babel import gettext as _

from ..access import CONTRIBUTE, find, here
from ..live import announce, answer_parts
from ..web import Unsuitable, answered_in_page, leads_to
from .adoption import STEPS, must_take_steps, steps_by, take_step, take_step_back
from .post import Post

adoptions = Blueprint("adoptions", __name__)


@adoptions.post("/posts/<int:post_id>/steps")
def change(post_id):
    """`on` says it, `off` takes it back; either way it is so afterwards, however often it is sent."""
    post, viewer, form = find(Post, post_id, to=CONTRIBUTE), here(), request.form
    step = form.get("on") or form.get("off")
    if step not in STEPS:
        raise Unsuitable("on", _("There is no such step."))
    must_take_steps(post)
    act = take_step if "on" in form else take_step_back
    act(post, step, viewer.person)
    announce(viewer.topic, post.part)
    if not answered_in_page():
        return leads_to(url_for("posts.show", post_id=post.id) if form.get("in") == "post" else url_for("walls.show", wall_id=post.activity_id, _anchor=f"post-{post.id}"))
    answer = answer_parts(viewer, post.part)
    answer.headers["X-Reactions"] = " ".join(steps_by(post.id, viewer.person))
    return answer
