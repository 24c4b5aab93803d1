"""Facilitators choose what counts as having taken part, see what the platform was told of whom, and send again."""
from typing import NamedTuple

import sqlalchemy as sa
from flask import Blueprint, render_template, request, url_for
from flask_babel import gettext as _

from ..access import FACILITATE, find, here
from ..activities import Activity
from ..activities.kinds import kind_of
from ..db import db, sort_key
from ..lti import line_items_of
from ..people import PARTICIPANT, Membership
from ..people.membership import name_in_course
from ..web import Unsuitable, current_language, leads_to, thing_number
from .gradable import rules_of
from .grading import Grading
from .participation import chosen_anew, coming_night
from .score import SENT, WAITING, Score, locked_score, score_of, scores_of
from .sending import plan_sending

grades = Blueprint("grades", __name__)


class Line(NamedTuple):
    """Somebody of the course, and how it is with them."""

    person_id: int
    name: str
    score: Score | None


def lines_of(activity: Activity, scores: dict[int, Score]) -> list[Line]:
    """Participants by name; and whoever has a score and is none any more."""
    members = db.session.scalars(sa.select(Membership).filter_by(course_id=activity.course_id)).all()
    lines = [Line(one.person_id, one.shown_name, scores.get(one.person_id)) for one in members if one.role == PARTICIPANT or one.person_id in scores]
    gone = set(scores) - {line.person_id for line in lines}
    lines += [Line(person, name_in_course(activity.course_id, person), scores[person]) for person in gone]
    return sorted(lines, key=lambda line: sort_key(line.name))


@grades.get("/activities/<int:activity_id>/grades")
def show(activity_id):
    activity = find(Activity, activity_id, to=FACILITATE)
    grading, scores = db.session.get(Grading, activity.id), scores_of(activity.id)
    rules, lines, items = rules_of(activity), lines_of(activity, scores), line_items_of(activity.id)
    is_on = bool(grading and grading.is_on)
    return render_template(
        "grades/show.html", activity=activity, course=activity.course, viewpoint=here().own, back=kind_of(activity.kind).address(activity.id),
        reading=(current_language(), *activity.course.languages), rules=[(rule, rule.refused(activity)) for rule in rules],
        asked=grading.asked if grading else [], every=grading.every if grading else True, is_on=is_on, counts_nothing=is_on and not grading.asks(activity),
        at_night=coming_night() if is_on and grading.gives_away(activity) else None, linked=bool(items), takes_scores=any(item.takes_scores for item in items),
        counted=[line for line in lines if line.score], not_yet=[line for line in lines if not line.score],
        problem=next((score.problem for score in scores.values() if score.state == WAITING and score.problem), ""),
        unsent=any(score.state != SENT for score in scores.values()))


@grades.post("/activities/<int:activity_id>/grades")
def choose(activity_id):
    """`counts` yes switches it on, with `asked` and `every`; anything else switches it off."""
    activity = find(Activity, activity_id, to=FACILITATE)
    grading = db.session.get(Grading, activity.id)
    if request.form.get("counts") != "yes":
        if grading is not None:
            grading.is_on = False
        return to_grades(activity)
    if grading is None:
        grading = Grading(activity_id=activity.id)
    grading.choose(activity, request.form.getlist("asked"), every=request.form.get("every") != "no")
    db.session.add(grading)
    db.session.flush()
    chosen_anew(activity, grading)
    plan_sending(activity.id)
    return to_grades(activity, saved="yes")


@grades.post("/activities/<int:activity_id>/grades/sending")
def send_again(activity_id):
    """`of`: one person's, whatever its state; without it all that have not arrived."""
    activity = find(Activity, activity_id, to=FACILITATE)
    for chosen in chosen_scores(activity):
        if score := locked_score(activity.id, chosen.person_id):
            score.wait()
    db.session.flush()
    plan_sending(activity.id)
    return to_grades(activity, again="yes")


def chosen_scores(activity: Activity) -> list[Score]:
    if not request.form.get("of"):
        return [score for score in scores_of(activity.id).values() if score.state != SENT]
    score = score_of(activity.id, request.form.get("of", 0, thing_number) or 0)
    if score is None:
        raise Unsuitable("of", _("There is nothing to send for that person yet."))
    return [score]


def to_grades(activity: Activity, **how):
    return leads_to(url_for("grades.show", activity_id=activity.id, **how))
