"""The short check of the refresher: what one answers right at the start need not be read again. Nothing is taken away: everything stays open."""
from ..db import now
from .contents import Contents, StepShown, UnitShown
from .kinds.question import answered, asked_in
from .learner import REFRESHER, Learner
from .work import KNOWN, StepWork, work_at

TO_READ = ("page", "scenario")  # what is known when the questions are answered; practice and thinking are not


def questions_of(unit: UnitShown) -> list[StepShown]:
    return [step for step in unit.steps if step.kind == "question" and step.contents.get("in_check")]


def check_of(contents: Contents) -> list[tuple[UnitShown, list[StepShown]]]:
    """The parts of which the check asks something."""
    return [(unit, asked) for unit in contents.units if (asked := questions_of(unit))]


def settle_check(learner: Learner, contents: Contents, answers: dict[int, object]) -> list[UnitShown]:
    """`answers` by step. The parts whose questions were all right: what there is to read in them is marked as known. A question that was not right is still to be done."""
    learner.path, known = REFRESHER, []
    for unit, asked in check_of(contents):
        rights = [take_answer(learner, step, answers.get(step.id)) for step in asked]
        if all(rights):
            known.append(unit)
            for step in unit.steps:
                if step.kind in TO_READ:
                    mark_known(work_at(learner, step.id))
    return known


def take_answer(learner: Learner, step: StepShown, answer) -> bool:
    """Whether it was right. What one left empty one does not know."""
    question = asked_in(step.contents)
    marked = question.mark(answer) if answer is not None else None
    if marked is None or not marked.right:
        return False
    work = work_at(learner, step.id)
    answered(work, answer, marked.fraction, question)
    return True


def mark_known(work: StepWork) -> None:
    if not work.counts:
        work.state, work.at = KNOWN, now()
