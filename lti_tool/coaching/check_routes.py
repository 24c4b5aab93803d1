"""The short check at the start of a module: its questions on one page."""
from flask import Blueprint, abort, render_template, request, url_for

from ..access import CONTRIBUTE, SEE, find, here
from ..live import operation_done, remember_operation
from ..web import Unsuitable, leads_to
from .checking import check_of, settle_check
from .kinds.question import asked_in
from .learner import learner_of
from .module import Module
from .progress import Progress, progress_of
from .recalling import give_cards_after
from .showing import module_context

checks = Blueprint("checks", __name__)


def progress_here(module: Module) -> Progress:
    """Of whoever goes through it; others have nothing to check."""
    learner = None if here().own.facilitates else learner_of(module.id, here().person)
    progress = progress_of(learner) if learner else None
    if progress is None or not check_of(progress.contents):
        abort(404)
    learner.must_have_started()
    return progress


@checks.get("/modules/<int:module_id>/check")
def show(module_id):
    module = find(Module, module_id, to=SEE)
    return page_of(module, progress_here(module))


def page_of(module: Module, progress: Progress, drafts=None, known=None):
    parts = [(unit, [(step, asked_in(step.contents)) for step in asked]) for unit, asked in check_of(progress.contents)]
    return render_template("coaching/check.html", parts=parts, drafts=drafts or {}, known=known, progress=progress, viewpoint=here().own, **module_context(module))


@checks.post("/modules/<int:module_id>/check")
def settle(module_id):
    """The answer says which parts are known. What was left empty counts as not known, and is not asked back."""
    module = find(Module, module_id, to=CONTRIBUTE)
    module.must_take_contributions()
    progress = progress_here(module)
    asked = [(step, asked_in(step.contents)) for _unit, steps in check_of(progress.contents) for step in steps]
    if any(question.kind == "ordering" and request.form.get(question.moves) for _step, question in asked):
        return page_of(module, progress, {step.id: question.draft_from(request.form) for step, question in asked})
    if operation_done(here().topic):
        return leads_to(url_for("modules.show", module_id=module.id))
    known = settle_check(progress.learner, progress.contents, {step.id: answer_or_nothing(question) for step, question in asked})
    remember_operation(here().topic, f"module:{module.id}")
    after = progress_of(progress.learner)
    give_cards_after(after.works.values(), progress.learner.person_id)
    after.settle()
    return page_of(module, after, known=known)


def answer_or_nothing(question):
    try:
        return question.answer_from(request.form)
    except Unsuitable:
        return None
