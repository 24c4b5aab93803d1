"""The settings of a course, and who facilitates it together, for facilitators."""
import sqlalchemy as sa
from flask import Blueprint, current_app, g, render_template, request, url_for
from flask_babel import gettext as _

from ..access import FACILITATE, Place, find, here, permission_parent
from ..access.tickets import own_path
from ..db import after_commit, db
from ..people import Course, Membership
from ..people.course import WORD_LIMIT, WORDS_AT_MOST
from ..web import Unsuitable, leads_to, take_text
from .offer import offer_to

courses = Blueprint("courses", __name__)


@courses.post("/memberships/<int:membership_id>/cofacilitation")
def set_cofacilitation(membership_id):
    membership = find(Membership, membership_id, to=FACILITATE)
    if request.form.get("grant") == "yes":
        membership.grant_cofacilitation()
    else:
        membership.end_cofacilitation()
    person, notifier = membership.person_id, current_app.extensions["notifier"]
    after_commit(lambda: notifier.recheck(person=person))
    return leads_to(own_path(request.form.get("back") or url_for("people.show", course_id=membership.course_id)))


@courses.get("/courses/<int:course_id>/settings")
def settings(course_id):
    course = find(Course, course_id, to=FACILITATE)
    return render_template("home/settings.html", course=course, viewpoint=here().own, offer=offer_to(course, g.membership))


@courses.post("/courses/<int:course_id>/settings")
def change_settings(course_id):
    course = find(Course, course_id, to=FACILITATE)
    known = current_app.config["LANGUAGES"]
    chosen = [language for language in known if language in request.form.getlist("languages")]
    if not chosen:
        raise Unsuitable("languages", _("Choose at least one language."))
    main = request.form.get("main_language")
    course.languages = sorted(chosen, key=lambda language: language != main)
    if "guarded_words" in request.form:
        course.guarded_words = guarded_words_taken()
    return leads_to(url_for("home.show", course_id=course.id))


def guarded_words_taken() -> list[str]:
    """One in a line, each once. Not guarded themselves: they are what the guard knows."""
    text = take_text("guarded_words", WORDS_AT_MOST * (WORD_LIMIT + 1), guarded=False)
    words = list({" ".join(line.split()).lower(): " ".join(line.split()) for line in text.splitlines() if line.strip()}.values())
    if len(words) > WORDS_AT_MOST:
        raise Unsuitable("guarded_words", _("The list has %(number)s words; at most %(limit)s fit.", number=len(words), limit=WORDS_AT_MOST))
    for word in words:
        if len(word) > WORD_LIMIT:
            raise Unsuitable("guarded_words", _("“%(word)s” is too long: a word or phrase has at most %(limit)s characters.", word=word, limit=WORD_LIMIT))
        if "*" in word[:-1] or len(word.removesuffix("*").strip()) < 2:
            raise Unsuitable("guarded_words", _("“%(word)s” cannot be used: write at least two characters, and a star only at the very end.", word=word))
    return words


def place_of_membership(number: int) -> Place | None:
    row = db.session.execute(sa.select(Course.id, Course.topic_id).join(Membership, Membership.course_id == Course.id)
                             .where(Membership.id == number)).one_or_none()
    return Place(*row) if row else None


def register_courses(app) -> None:
    permission_parent(app, Membership, place_of_membership)
    app.register_blueprint(courses)
