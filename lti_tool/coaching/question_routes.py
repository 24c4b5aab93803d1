"""Writing the question of a step: a form for each language, which adds and moves answers without our script, too."""
from flask import Blueprint, abort, current_app, render_template, request, url_for

from ..access import FACILITATE, find, here
from ..live import operation_done, remember_operation
from ..questions import KINDS, begin, edited, kind_words
from ..web import leads_to
from .kinds.question import asked_in, with_question
from .settling import write_what_was_sent
from .showing import module_context
from .step import Step

step_questions = Blueprint("step_questions", __name__)


def question_step(step_id: int) -> Step:
    step = find(Step, step_id, to=FACILITATE)
    return step if step.kind == "question" else abort(404)


def language_asked(step: Step) -> str:
    language = request.values.get("language", "")
    return language if language in current_app.config["LANGUAGES"] else step.module.course.languages[0]


def kind_asked() -> str:
    kind = request.values.get("kind", "")
    return kind if kind in KINDS else next(iter(KINDS))


@step_questions.get("/steps/<int:step_id>/question")
def edit(step_id):
    """The one there is, or a new one of the `kind` that was chosen."""
    step = question_step(step_id)
    return page_of(step, asked_in(step.contents) or begin(kind_asked()), language_asked(step))


def page_of(step: Step, question, language: str, faults=(), focus=""):
    return render_template("coaching/question_form.html", step=step, question=question, shown_language=language, faults=faults, focus=focus, kind_words=kind_words(), question_kinds=KINDS,
                           is_kept=bool(step.contents.get("question")), viewpoint=here().own, **module_context(step.module))


@step_questions.post("/steps/<int:step_id>/question")
def save(step_id):
    """What is wrong is told on the page, beside what was typed."""
    step = question_step(step_id)
    language, before = language_asked(step), asked_in(step.contents)
    done = edited(request.form, before.kind if before else kind_asked(), language, before)
    if done.arranged or done.faults:
        page = page_of(step, done.question, language, done.faults, done.focus)
        return (page, 422) if done.faults else page
    if not operation_done(here().topic):
        write_what_was_sent(step, lambda at_first: {"contents": with_question(step.contents, done.question)})
        remember_operation(here().topic, step.part)
    return leads_to(url_for("steps.edit", step_id=step.id, saved="yes"))
