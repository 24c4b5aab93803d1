"""Who goes through a module and where they are, for facilitators: states, and what was sent to them; cohorts; answering practice tasks."""
from flask import Blueprint, abort, render_template, request, url_for

from ..access import FACILITATE, find, here
from ..db import db, now
from ..live import operation_done, remember_operation
from ..people.names import names_in
from ..web import leads_to, take_text, take_wording, thing_number
from ..web.days import take_day
from .certificate import certificates_of
from .cohort import TITLE_LIMIT, Cohort
from .learner import Learner, learners_of
from .module import Module
from .progress import progress_of, progress_of_all
from .reading import results_of_module
from .showing import module_context
from .work import StepWork

learners = Blueprint("learners", __name__)
REPLY_LIMIT = 2000


@learners.get("/modules/<int:module_id>/learners")
def show(module_id):
    """Those who have got stuck first: not finished, and quiet the longest."""
    module = find(Module, module_id, to=FACILITATE)
    going = sorted(progress_of_all(learners_of(module.id)), key=lambda one: (one.learner.finished_at is not None, one.learner.seen_at))
    return render_template("coaching/learners.html", going=going, sent=[(one, step, work) for one in going for step in one.contents.steps
                           if (work := one.works.get(step.id)) and work.is_for_facilitators], cohorts=Cohort.of(module.id), deleted=Cohort.of(module.id, deleted=True),
                           certificates=certificates_of(module.id), names=names_in(module.course_id), feedback=results_of_module(module), reply_limit=REPLY_LIMIT, cohort_limit=TITLE_LIMIT, viewpoint=here().own, **module_context(module))


def learner_in(module: Module, number: int) -> Learner:
    learner = db.session.get(Learner, number)
    return learner if learner is not None and learner.module_id == module.id else abort(404)


@learners.post("/modules/<int:module_id>/learners/<int:learner_number>/checks/<int:step_number>")
def check(module_id, learner_number, step_number):
    """A practice task or a reflection that was sent: it has been read, and perhaps answered. What its learner keeps for themselves is not found here."""
    module = find(Module, module_id, to=FACILITATE)
    learner = learner_in(module, learner_number)
    work = db.session.query(StepWork).filter_by(learner_id=learner.id, step_id=step_number).one_or_none()
    if work is None or not work.is_for_facilitators:
        abort(404)
    if not operation_done(here().topic):
        work.reply, work.checked_at = take_text("reply", REPLY_LIMIT), now()
        remember_operation(here().topic, f"module:{module.id}")
        db.session.flush()
        progress_of(learner).settle()
    return leads_to(url_for("learners.show", module_id=module.id, _anchor=f"work-{learner.id}-{step_number}"))


@learners.post("/modules/<int:module_id>/learners/<int:learner_number>/cohort")
def put_into_cohort(module_id, learner_number):
    module = find(Module, module_id, to=FACILITATE)
    cohort = next((one for one in Cohort.of(module.id) if one.id == request.form.get("cohort", type=thing_number)), None)
    learner_in(module, learner_number).cohort_id = cohort and cohort.id
    return leads_to(url_for("learners.show", module_id=module.id))


def cohort_taken(module: Module, before: Cohort | None = None) -> dict:
    return {"title": take_wording("title", TITLE_LIMIT, module.course.languages, before and before.title, required=True, one_line=True), "starts_on": take_day("starts_on")}


def to_cohorts(module: Module):
    return leads_to(url_for("learners.show", module_id=module.id, _anchor="cohorts"))


@learners.post("/modules/<int:module_id>/cohorts")
def add_cohort(module_id):
    module = find(Module, module_id, to=FACILITATE)
    if not operation_done(here().topic):
        Cohort.add_to(module.id, **cohort_taken(module))
        remember_operation(here().topic, f"module:{module.id}")
    return to_cohorts(module)


@learners.post("/cohorts/<int:cohort_id>")
def change_cohort(cohort_id):
    cohort = find(Cohort, cohort_id, to=FACILITATE)
    for name, value in cohort_taken(cohort.module, cohort).items():
        setattr(cohort, name, value)
    return to_cohorts(cohort.module)


@learners.post("/cohorts/<int:cohort_id>/deletion")
def delete_cohort(cohort_id):
    """Its people stay, and may go on at once."""
    cohort = find(Cohort, cohort_id, to=FACILITATE)
    cohort.delete()
    return to_cohorts(cohort.module)


@learners.post("/cohorts/<int:cohort_id>/restoration")
def restore_cohort(cohort_id):
    cohort = find(Cohort, cohort_id, to=FACILITATE)
    cohort.restore()
    return to_cohorts(cohort.module)
