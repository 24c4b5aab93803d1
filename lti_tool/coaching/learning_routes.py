"""Going through a module: one step on a page, and what is done there."""
from flask import Blueprint, abort, g, render_template, request, url_for

from ..access import CONTRIBUTE, SEE, find, here
from ..db import now
from ..live import operation_done, remember_operation
from ..people import FACILITATOR
from ..web import current_language, leads_to
from .contents import Contents, StepShown
from .feedback_forms import answer
from .kinds import kind_of
from .learner import learner_of
from .module import Module
from .progress import Progress, progress_of
from .recalling import give_cards_after
from .showing import module_context
from .step import StepIsElsewhere, was_published
from .work import BEGUN, WALL, StepWork, work_at

learning = Blueprint("learning", __name__)


def way_of(module: Module) -> tuple[Contents | None, Progress | None]:
    """What whoever is here goes through. Facilitators look at the newest edition, or at the writing table (`draft`), and leave no trace."""
    viewer = here()
    learner = None if viewer.own.facilitates or viewer.person is None else learner_of(module.id, viewer.person)
    if learner is not None:
        progress = progress_of(learner)
        return progress.contents, progress
    if may_look_at_drafts() and (request.values.get("draft") or module.edition() is None):
        return module.contents(), None
    edition = module.edition()
    return (edition.read() if edition else None), None


def may_look_at_drafts() -> bool:
    """Also while they look on as a participant."""
    return g.membership.role == FACILITATOR


def step_in(module: Module, contents: Contents | None, progress: Progress | None, number: int) -> StepShown:
    """Raises StepIsElsewhere for learners to whom another edition showed it."""
    step = contents.step(number) if contents else None
    if step is None and progress is not None and (number in progress.works or was_published(module.id, number)):
        raise StepIsElsewhere(module, progress.works.get(number), module.edition().read().step(number) is not None)
    return step or abort(404)


@learning.get("/modules/<int:module_id>/steps/<int:step_id>")
def show(module_id, step_id):
    module = find(Module, module_id, to=SEE)
    contents, progress = way_of(module)
    step = step_in(module, contents, progress, step_id)
    if progress is None and not may_look_at_drafts():
        return leads_to(url_for("modules.show", module_id=module.id))
    if progress is not None:
        progress.learner.must_have_started()
    return page_of(module, step, contents, progress, progress.works.get(step.id) if progress else None)


def page_of(module: Module, step: StepShown, contents: Contents, progress: Progress | None, work: StepWork | None, just_done: bool = False):
    kind, reading = kind_of(step.kind), (current_language(), *module.course.languages)
    return render_template("coaching/step.html", step=step, kind=kind, contents=contents, unit=contents.unit_of(step.id), progress=progress, work=work, just_done=just_done,
                           before=contents.beside(step.id, -1), after=contents.beside(step.id, 1), draft="yes" if progress is None and request.values.get("draft") else None,
                           viewpoint=here().own, **kind.for_learner(step, work, reading), **module_context(module))


@learning.post("/modules/<int:module_id>/steps/<int:step_id>/work")
def do(module_id, step_id):
    """Sent twice, it is done once. Who only looks sees what comes of it, and nothing is kept."""
    module = find(Module, module_id, to=CONTRIBUTE)
    contents, progress = way_of(module)
    step = step_in(module, contents, progress, step_id)
    kind = kind_of(step.kind)
    module.must_take_contributions()
    if kind.only_arranges(step):
        return page_of(module, step, contents, progress, progress.works.get(step.id) if progress else None)
    if progress is None:
        if not may_look_at_drafts():
            return leads_to(url_for("modules.show", module_id=module.id))
        tried = StepWork(step_id=step.id, state=BEGUN, tries=0, text="", version=0, at=now())
        kind.do(step, tried)
        return page_of(module, step, contents, None, tried, just_done=True)
    progress.learner.must_have_started()
    if kind.is_nobodys:  # an operation would say who sent what; sent again it is refused, because they have answered
        answer(step, progress.learner.person_id)
        return leads_to(url_for("learning.show", module_id=module.id, step_id=step.id, _anchor="work"))
    goes_on = False
    if not operation_done(here().topic):
        work = work_at(progress.learner, step.id)
        goes_on = kind.do(step, work)
        give_cards_after([work], progress.learner.person_id)
        progress.learner.was_at(step.id)
        remember_operation(here().topic, f"module:{module.id}")
        if progress_of(progress.learner).settle():
            module.announce_at_home()
            if kind.tells_back or work.shared == WALL:
                return leads_to(url_for("learning.show", module_id=module.id, step_id=step.id, finished="yes", _anchor="work"))
            return leads_to(url_for("modules.show", module_id=module.id, finished="yes"))
    further = contents.beside(step.id, 1)
    if goes_on:
        return leads_to(url_for("learning.show", module_id=module.id, step_id=further.id) if further else url_for("modules.show", module_id=module.id))
    return leads_to(url_for("learning.show", module_id=module.id, step_id=step.id, _anchor="work"))
