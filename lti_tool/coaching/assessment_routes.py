"""What the self-assessments of a module say: the same page for learners and facilitators; one's own lines only for oneself."""
from flask import Blueprint, render_template

from ..access import SEE, find, here
from .assessment import GROUP_AT_LEAST, OCCASIONS, group_lines, own_lines
from .learner import learner_of, learners_of
from .module import Module
from .progress import progress_of, progress_of_all
from .showing import module_context

assessments = Blueprint("assessments", __name__)


@assessments.get("/modules/<int:module_id>/self-assessment")
def show(module_id):
    module = find(Module, module_id, to=SEE)
    learner = None if here().own.facilitates else learner_of(module.id, here().person)
    edition = learner.edition if learner else module.edition()
    group = group_lines(edition.read(), progress_of_all(learners_of(module.id))) if edition else []
    return render_template("coaching/assessment.html", own=own_lines(progress_of(learner)) if learner else [], group=group, occasions=OCCASIONS, at_least=GROUP_AT_LEAST,
                           viewpoint=here().own, **module_context(module))
