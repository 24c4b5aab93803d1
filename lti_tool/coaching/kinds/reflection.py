"""A reflection: what one thinks, written for oneself; facilitators or a wall get it only when its author says so.

To a wall it goes as a draft of its author's: nobody sees it there before they publish it, and then by the wall's own rules.
"""
import sqlalchemy as sa
from flask import request
from flask_babel import gettext as _

from ...access import here
from ...activities import Activity
from ...activities.drafting import NothingTakesDrafts, takes_drafts, that_take_drafts, that_takes_drafts
from ...db import db
from ...web import Refusal, Unsuitable, take_language, take_text, thing_number
from ..step import Step
from ..work import FACILITATORS, MYSELF, WALL
from .step_kind import StepKind

REFLECTION_LIMIT = 5000


class Reflection(StepKind):
    name = "reflection"
    icon = "star"
    stays = ("wall",)

    def word(self):
        return _("Reflection")

    def hint(self):
        return _("A question to think about in writing. The answer is one's own, unless its author shares it.")

    def take(self, before, languages):
        """`wall`: to which it can be sent; empty for none."""
        held = super().take(before, languages)
        if "wall" not in request.form:
            return held
        if not request.form["wall"]:
            return {name: value for name, value in held.items() if name != "wall"}
        wall = that_takes_drafts(here().course, request.form.get("wall", type=thing_number))
        if wall is None:
            raise Unsuitable("wall", _("Choose one of what is offered."))
        return {**held, "wall": wall.id}

    def faults(self, step):
        wall = step.contents.get("wall")
        gone = wall and that_takes_drafts(course_of(step.id), wall) is None
        return [*super().faults(step), *([_("The wall to which it can be sent is not there any more.")] if gone else [])]

    def for_author(self, contents):
        return {**super().for_author(contents), "walls": that_take_drafts(here().course)}

    def taken_along(self, contents, course_id):
        """A wall of another course stays there."""
        return contents if that_takes_drafts(course_id, contents.get("wall")) else {name: value for name, value in contents.items() if name != "wall"}

    def for_learner(self, step, work, reading):
        sent = (work.answer or {}) if work else {}
        wall = wall_of(step)
        return {"limit": REFLECTION_LIMIT, "wall": wall, "wall_takes": wall is not None and takes(wall), "sent_wall": sent and db.session.get(Activity, sent["wall"]),
                "drafted": drafted_of(sent)}

    def do(self, step, work):
        text, before = take_text("text", REFLECTION_LIMIT), work.text
        shared = request.form.get("shared", MYSELF)
        if shared not in (MYSELF, FACILITATORS, WALL) or shared == WALL and not step.contents.get("wall"):
            raise Unsuitable("shared", _("Choose one of what is offered."))
        if shared == WALL and not text:
            raise Unsuitable("text", _("There is no text yet."))
        work.write(text, take_language(), shared, request.form.get("version", 0, thing_number))
        if shared == WALL and work.learner_id is not None:  # who only looks sends nothing
            send(step, work, before)
        return shared != WALL


def course_of(step_id: int) -> int | None:
    return db.session.scalar(sa.select(Activity.course_id).join(Step, Step.module_id == Activity.id).where(Step.id == step_id))


def wall_of(step) -> Activity | None:
    """To which it can be sent, as far as whoever is here sees it."""
    wall = that_takes_drafts(here().course, step.contents.get("wall"))
    return wall if wall is not None and wall.in_sight_of(here().own) else None


def takes(wall: Activity) -> bool:
    try:
        takes_drafts(wall).must_take(wall, here().own)
    except Refusal:
        return False
    return True


def drafted_of(sent: dict):
    wall = sent and db.session.get(Activity, sent["wall"])
    return takes_drafts(wall).drafted(sent["post"], here().own) if wall else None


def send(step, work, before: str) -> None:
    """Sent twice, it is one draft. Raises NothingTakesDrafts, and what the wall raises."""
    wall, sent = wall_of(step), work.answer or {}
    if wall is None:
        raise NothingTakesDrafts
    work.answer = {"wall": wall.id, "post": takes_drafts(wall).keep(wall, here().own, work.text, work.language, sent.get("post"), before)}
