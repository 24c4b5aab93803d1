"""The forms of a module's feedback steps: made when the module is published, answered inside the step.

A step has one form that is asked, the newest, whatever edition somebody goes through. Once somebody has answered, other questions are another form: the one before
closes, and says what was asked then. A step that is gone leaves its forms, with what was answered.
"""
import sqlalchemy as sa
from flask import request, url_for

from ..activities import Activity
from ..db import Wording, db
from ..feedback import FeedbackForm, make_form
from ..feedback.answer import answered_among, give
from ..feedback.answering import answers_taken
from ..feedback.form import QuestionsHaveChanged
from ..feedback.question import kept
from ..feedback.within import Within, register_within
from ..web import thing_number
from .contents import Contents, StepShown

KIND = "feedback"


def forms_of_steps(step_ids) -> dict[int, list[FeedbackForm]]:
    """step -> its forms, the newest first; with one question, or none where there are no such steps."""
    found = {number: [] for number in step_ids}
    rows = db.session.scalars(sa.select(FeedbackForm).join(Activity, Activity.id == FeedbackForm.activity_id).where(
        Activity.kind == "module", FeedbackForm.phase_id.in_(found), FeedbackForm.deleted_at.is_(None)).order_by(FeedbackForm.id.desc())) if found else ()
    for form in rows:
        found[form.phase_id].append(form)
    return found


def form_of_step(step_id: int) -> FeedbackForm | None:
    return next(iter(forms_of_steps([step_id])[step_id]), None)


def has_answers(step_id: int) -> bool:
    form = form_of_step(step_id)
    return form is not None and form.is_answered


def answered_steps(contents: Contents, person_id: int) -> frozenset[int]:
    """At which feedback steps the person has answered, be it an earlier form. To be shown to themselves only."""
    forms = forms_of_steps([step.id for step in contents.steps if step.kind == KIND])
    given = answered_among([form.id for some in forms.values() for form in some], person_id)
    return frozenset(step for step, some in forms.items() if any(form.id in given for form in some))


def bring_out_forms(module: Activity, contents: Contents) -> None:
    """With an edition. What facilitators closed stays closed. Raises TooManyForms."""
    for step in contents.steps:
        if step.kind == KIND:
            bring_out_form(module, step)


def bring_out_form(module: Activity, step: StepShown) -> None:
    form, own = form_of_step(step.id), [(one["kind"], Wording(one["words"])) for one in step.contents.get("questions", [])]
    if form is not None and form.kept_questions != kept(own) and form.is_answered:
        form.close()
        form = None
    if form is not None:
        form.ask(step.title, own)
        form.changed()
    else:
        make_form(module.course, step.title, own, activity_id=module.id, phase_id=step.id).open()


def answer(step: StepShown, person_id: int) -> None:
    """What a learner sent; nothing else is written with it. Raises FormIsClosed, AlreadyAnswered, QuestionsHaveChanged, Unsuitable and ClientData."""
    form = form_of_step(step.id)
    if form is None or form.id != request.form.get("form", type=thing_number):
        raise QuestionsHaveChanged
    give(form.id, person_id, answers_taken(form))


def register_feedback_steps(app) -> None:
    register_within(app, "module", Within(lambda form: url_for("learning.show", module_id=form.activity_id, step_id=form.phase_id),
                                          lambda form: url_for("writing.show", module_id=form.activity_id, _anchor=f"step-{form.phase_id}")))
