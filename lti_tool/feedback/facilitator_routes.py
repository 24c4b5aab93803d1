"""Facilitators make forms, open and close them, ask their own questions, share the results and answer to them."""
import re

from flask import Blueprint, render_template, request, url_for
from flask_babel import gettext as _

from ..access import FACILITATE, find, here
from ..live import new_operation, operation_done, remember_operation
from ..people import Course
from ..web import Unsuitable, current_language, leads_to, saved_as, safe_name, take_wording, thing_number
from .answer import remove_text
from .export import MAKERS
from .form import REPLY_LIMIT, TITLE_LIMIT, FeedbackForm, forms_of, make_form
from .question import OPEN, OWN_AT_MOST, RATING, WORDS_LIMIT
from .results import drawn, results_of, trend

leading_feedback = Blueprint("leading_feedback", __name__)
BLANK = 2  # empty lines for further questions


def to_form(form: FeedbackForm, **how):
    return leads_to(url_for("feedback.show", form_id=form.id, **how))


def context_of(form: FeedbackForm) -> dict:
    return dict(form=form, course=form.course, viewpoint=here().own, reading=(current_language(), *form.course.languages))


@leading_feedback.get("/courses/<int:course_id>/feedback")
def show(course_id):
    course = find(Course, course_id, to=FACILITATE)
    points = trend(forms_of(course.id))
    asked = [point for point in points if point.form.opened_at]
    return render_template("feedback/course.html", course=course, viewpoint=here().own, points=points, asked=asked, picture=drawn(asked), op=new_operation(),
                           deleted=forms_of(course.id, deleted=True), just_deleted=request.args.get("deleted", type=thing_number),
                           reading=(current_language(), *course.languages), title_limit=TITLE_LIMIT)


@leading_feedback.post("/courses/<int:course_id>/feedback")
def make(course_id):
    course = find(Course, course_id, to=FACILITATE)
    if part := operation_done(course.topic_id):
        return leads_to(url_for("leading_feedback.edit", form_id=int(part.partition(":")[2])))
    form = make_form(course, take_wording("title", TITLE_LIMIT, course.languages, required=True, one_line=True))
    remember_operation(course.topic_id, f"feedback:{form.id}")
    return leads_to(url_for("leading_feedback.edit", form_id=form.id))


@leading_feedback.get("/feedback/<int:form_id>/questions")
def edit(form_id):
    form = find(FeedbackForm, form_id, to=FACILITATE)
    own = form.questions[1:-1]
    lines = [*own, *[None] * min(BLANK if own else BLANK + 1, OWN_AT_MOST - len(own))]
    return render_template("feedback/questions.html", lines=lines, is_answered=form.is_answered, kinds=kind_words(), title_limit=TITLE_LIMIT, words_limit=WORDS_LIMIT,
                           most=OWN_AT_MOST, **context_of(form))


def kind_words() -> dict[str, str]:
    return {RATING: _("A scale from 1 to 5"), OPEN: _("In one's own words")}


@leading_feedback.post("/feedback/<int:form_id>/questions")
def change(form_id):
    form = find(FeedbackForm, form_id, to=FACILITATE)
    title = take_wording("title", TITLE_LIMIT, form.course.languages, form.title, required=True, one_line=True)
    own = questions_taken(form) if "lines" in request.form else [(one["kind"], one["words"]) for one in form.kept_questions]
    form.ask(title, own)
    form.changed()
    return leads_to(url_for("leading_feedback.edit", form_id=form.id)) if "more" in request.form else to_form(form)


def questions_taken(form: FeedbackForm) -> list:
    """[(kind, Wording), ...] by the places that were chosen. A line without words is no question."""
    lines = sorted({int(number) for field in request.form if (number := "".join(re.findall(r"\Aquestion-(\d{1,3})-", field, re.ASCII)))})
    before = dict(enumerate((question.words for question in form.questions[1:-1]), 1))
    taken = []
    for line in lines:
        words = take_wording(f"question-{line}", WORDS_LIMIT, form.course.languages, before.get(line), one_line=True)
        # Words in a language that the course no longer shows do not keep a question that was emptied here.
        if any(words.get(language) for language in form.course.languages if f"question-{line}-{language}" in request.form):
            taken.append((place_taken(f"place-{line}", line), request.form.get(f"kind-{line}", RATING), words))
    return [(kind, words) for _place, kind, words in sorted(taken, key=lambda one: one[0])]


def place_taken(field: str, otherwise: int) -> int:
    text = request.form.get(field, "").strip() or str(otherwise)
    if not (text.isascii() and text.isdecimal() and len(text) < 4):
        raise Unsuitable(field, _("Give the places of the questions as numbers."))
    return int(text)


@leading_feedback.post("/feedback/<int:form_id>/state")
def set_state(form_id):
    form = find(FeedbackForm, form_id, to=FACILITATE)
    if request.form.get("open") == "yes":
        form.open()
    else:
        form.close()
    return to_form(form)


@leading_feedback.post("/feedback/<int:form_id>/sharing")
def set_sharing(form_id):
    form = find(FeedbackForm, form_id, to=FACILITATE)
    form.shared = request.form.getlist("shared")[-1:] == ["yes"]
    form.changed()
    return to_form(form)


@leading_feedback.post("/feedback/<int:form_id>/reply")
def reply(form_id):
    form = find(FeedbackForm, form_id, to=FACILITATE)
    form.reply = take_wording("reply", REPLY_LIMIT, form.course.languages, form.reply)
    return to_form(form, saved="yes")


@leading_feedback.post("/feedback/<int:form_id>/removal")
def remove(form_id):
    """Of one open answer, when it tells of a client or of somebody else."""
    form = find(FeedbackForm, form_id, to=FACILITATE)
    remove_text(form.id, request.form.get("answer", ""))
    return to_form(form)


@leading_feedback.get("/feedback/<int:form_id>/results.<any(html, csv):ending>")
def download(form_id, ending):
    form = find(FeedbackForm, form_id, to=FACILITATE)
    make_file, kind = MAKERS[ending]
    context = context_of(form)
    name = safe_name(form.title.best(*context["reading"]).text, ending, otherwise="feedback")
    return saved_as(name, make_file(form, results_of(form), context["reading"]), kind)


@leading_feedback.post("/feedback/<int:form_id>/deletion")
def delete(form_id):
    form = find(FeedbackForm, form_id, to=FACILITATE)
    form.delete()
    return leads_to(url_for("leading_feedback.show", course_id=form.course_id, deleted=form.id))


@leading_feedback.post("/feedback/<int:form_id>/restoration")
def restore(form_id):
    form = find(FeedbackForm, form_id, to=FACILITATE)
    form.restore()
    return leads_to(url_for("leading_feedback.show", course_id=form.course_id))
