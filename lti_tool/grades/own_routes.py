"""Participants see whether they have taken part, what is still asked, and say it themselves where that counts."""
from typing import NamedTuple

from flask import Blueprint, render_template, url_for
from flask_babel import gettext as _

from ..access import SEE, find, here
from ..activities import Activity
from ..activities.kinds import kind_of
from ..db import db
from ..live import NOBODY, Viewpoint
from ..web import Refusal, current_language, leads_to
from .gradable import OWN_TICK, Rule
from .grading import grading_of
from .own_tick import tick
from .participation import took_part
from .score import Score, score_of

own_grades = Blueprint("own_grades", __name__)


class NoTickIsAsked(Refusal):
    status = 409

    def words(self):
        return (_("Nothing is asked of you here"), _("Participation is not marked here by one's own word, or only that of participants is."),
                _("Go back, and load the page again to see it as it is now."))


class Standing(NamedTuple):
    """How it is with one person."""

    rules: list[tuple[Rule, bool]]  # what counts, and whether they have done it
    every: bool
    is_done: bool
    waits_for_night: bool  # done, and told to nobody before the night
    asks_tick: bool
    score: Score | None

    @property
    def done(self) -> int:
        return sum(done for _rule, done in self.rules)


def standing_of(activity: Activity, person_id: int) -> Standing | None:
    """None: participation is not marked here."""
    grading = grading_of(activity)
    if grading is None:
        return None
    score = score_of(activity.id, person_id)
    rules = [(rule, person_id in rule.people(activity, person_id)) for rule in grading.asks(activity)]
    enough = bool(rules) and (all if grading.every else any)(done for _rule, done in rules)
    asks_tick = any(rule.key == OWN_TICK and not done for rule, done in rules) and score is None
    return Standing(rules, grading.every, enough or score is not None, score is None and enough, asks_tick, score)


def shown_to(activity: Activity, viewpoint: Viewpoint) -> Standing | None:
    if viewpoint.facilitates or viewpoint.person in (None, NOBODY):
        return None
    return standing_of(activity, viewpoint.person)


def chip(activity: Activity, viewpoint: Viewpoint, page: bool = True) -> str:
    """For the activity's own page: a line that leads to more. Nothing for facilitators, and nothing where nothing is marked."""
    standing = shown_to(activity, viewpoint)
    return render_template("grades/_chip.html", activity=activity, standing=standing, page=page) if standing else ""


def render_chip(number: int, viewpoint: Viewpoint) -> str:
    """After the person's own act, on their own open pages."""
    activity = db.session.get(Activity, number)
    if activity is None or not activity.in_sight_of(viewpoint):
        return ""
    standing = shown_to(activity, viewpoint)
    return render_template("grades/_chip_part.html", activity=activity, standing=standing) if standing else ""


@own_grades.get("/activities/<int:activity_id>/participation")
def show(activity_id):
    activity = find(Activity, activity_id, to=SEE)
    viewer = here()
    return render_template("grades/own.html", activity=activity, course=activity.course, viewpoint=viewer.own, standing=shown_to(activity, viewer.own),
                           back=kind_of(activity.kind).address(activity.id), reading=(current_language(), *activity.course.languages))


@own_grades.post("/activities/<int:activity_id>/participation")
def say(activity_id):
    """Said twice it is said once."""
    activity, viewer = find(Activity, activity_id, to=SEE), here()
    grading = grading_of(activity)
    if grading is None or viewer.own.facilitates or OWN_TICK not in [rule.key for rule in grading.asks(activity)]:
        raise NoTickIsAsked
    tick(activity, viewer.person)
    took_part(activity, viewer.person)
    return leads_to(url_for("own_grades.show", activity_id=activity.id))
