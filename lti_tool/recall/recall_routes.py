"""Recall for whoever learns: today's cards one at a time, what is coming, whether cards come at all; and answering follow-ups."""
from flask import Blueprint, render_template, request, url_for
from flask_babel import gettext as _

from ..access import SEE, find, here
from ..access.tickets import own_path
from ..db import db
from ..people import Course
from ..web import Unsuitable, current_language, leads_to, take_language, take_text, thing_number
from .choice import ALL, TAKES, choice_of
from .follow_up import ANSWER_LIMIT, FollowUp, answers_of, asked_now, since_words
from .giving import give_all_to
from .memory import Memory
from .reading import shown_first, today_of

recall = Blueprint("recall", __name__)
KNEW, FORGOT = RATINGS = ("knew", "forgot")


def to_recall(course_id: int, **how):
    return leads_to(url_for("recall.show", course_id=course_id, **how))


def context_of(course: Course) -> dict:
    return {"course": course, "reading": (current_language(), *course.languages), "language": current_language(), "viewpoint": here().own, "since_words": since_words,
            "answer_limit": ANSWER_LIMIT}


@recall.get("/courses/<int:course_id>/recall")
def show(course_id):
    course = find(Course, course_id, to=SEE)
    if here().own.facilitates:
        return leads_to(url_for("recall_cards.show", course_id=course.id))
    person, today = here().person, today_of(course.id, here().person)
    return render_template("recall/show.html", today=today, twice=request.args.get("twice"), asked=None if today.choice.is_quiet else asked_now(course.id, person),
                           answers=answers_of(course.id, person), **shown_first(today), **context_of(course))


@recall.post("/courses/<int:course_id>/recall")
def choose(course_id):
    """Which cards come, and whether they rest for a while."""
    course = find(Course, course_id, to=SEE)
    choice = choice_of(course.id, here().person)
    takes = request.form.get("takes", choice.takes)
    if takes not in TAKES:
        raise Unsuitable("takes", _("Choose one of what is offered."))
    choice.takes = takes
    db.session.add(choice)
    if takes == ALL:
        give_all_to(course.id, choice.person_id)
    if pause := request.form.get("rest"):
        choice.rest() if pause == "yes" else choice.go_on()
    return leads_to(own_path(request.form.get("back") or url_for("recall.show", course_id=course.id)))


@recall.post("/memories/<int:memory_id>/reviews")
def answer(memory_id):
    """Sent twice, or on two devices at once, it counts once."""
    memory = find(Memory, memory_id, to=SEE)
    rating = request.form.get("rating")
    if rating not in RATINGS:
        raise Unsuitable("rating", _("Choose one of what is offered."))
    counted = memory.answer(rating == KNEW, request.form.get("times", 0, thing_number))
    return to_recall(memory.card.course_id, _anchor="card", **({} if counted else {"twice": "yes"}))


@recall.post("/follow-ups/<int:follow_up_id>")
def follow_up(follow_up_id):
    asked = find(FollowUp, follow_up_id, to=SEE)
    if request.form.get("later"):
        asked.put_away()
        return leads_to(own_path(request.form.get("back") or url_for("recall.show", course_id=asked.module.course_id)))
    asked.answer(take_text("text", ANSWER_LIMIT, required=True), take_language(), request.form.get("shared") == "facilitators", request.form.get("version", 0, thing_number))
    return to_recall(asked.module.course_id, _anchor=f"answer-{asked.id}")
