"""Facilitators make forms, open and close them, ask their own questions, share the results and answer to them."""
from flask import Blueprint, render_template, request, url_for

from ..access import FACILITATE, find, here
from ..live import new_operation, operation_done, remember_operation
from ..people import Course
from ..web import current_language, leads_to, saved_as, safe_name, take_wording, thing_number
from .answer import remove_text
from .asking import asking, questions_taken
from .export import MAKERS
from .form import REPLY_LIMIT, TITLE_LIMIT, FeedbackForm, forms_of, make_form
from .results import drawn, results_of, trend
from .within import within_of

leading_feedback = Blueprint("leading_feedback", __name__)


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
    if within := within_of(form):
        return leads_to(within.written_at(form))
    return render_template("feedback/questions.html", is_answered=form.is_answered, title_limit=TITLE_LIMIT, **asking(form.own_questions), **context_of(form))


@leading_feedback.post("/feedback/<int:form_id>/questions")
def change(form_id):
    form = find(FeedbackForm, form_id, to=FACILITATE)
    title = take_wording("title", TITLE_LIMIT, form.course.languages, form.title, required=True, one_line=True)
    own = questions_taken(form.own_questions, form.course.languages) if "lines" in request.form else [(one["kind"], one["words"]) for one in form.kept_questions]
    form.ask(title, own)
    form.changed()
    return leads_to(url_for("leading_feedback.edit", form_id=form.id)) if "more" in request.form else to_form(form)


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
