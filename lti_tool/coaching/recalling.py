"""What recall needs to know of modules: steps hold cards, an edition brings them out, and who has done a step gets them."""
from collections.abc import Iterable

import sqlalchemy as sa
from flask import current_app, url_for

from ..activities import Activity
from ..activities.activity import DRAFT
from ..db import Wording, db
from ..recall import Source, give_cards_of, register_source, renew_cards
from ..web import current_language
from .contents import Contents
from .kinds import kind_of
from .learner import Learner
from .step import Step
from .work import DONE, KNOWN, StepWork


def titles_of(steps: list[Step]) -> dict[int, str]:
    return {step.id: str(step.title.best(current_language())) for step in steps}


def standing(numbers):
    """As long as the module can be read; a closed one, too: what was learned there comes back."""
    return db.session.scalars(sa.select(Step.id).join(Activity, Activity.id == Step.module_id).where(Step.id.in_(numbers), Activity.deleted_at.is_(None), Activity.state != DRAFT))


def bring_out_cards(module: Activity, contents: Contents) -> None:
    """With an edition: its words are those of all cards, and who has done a step already gets what is new there."""
    held = {step.id: cards for step in contents.steps if (cards := kind_of(step.kind).recall_cards(step))}
    renew_cards(module.course_id, module.id, "steps", held)
    done = {}
    for step, person in db.session.execute(sa.select(StepWork.step_id, Learner.person_id).join(Learner, Learner.id == StepWork.learner_id)
                                           .where(Learner.module_id == module.id, StepWork.step_id.in_(held), StepWork.state.in_((DONE, KNOWN)))):
        done.setdefault(step, []).append(person)
    for step, persons in done.items():
        give_cards_of("steps", [step], persons)


def give_cards_after(works: Iterable[StepWork], person_id: int) -> None:
    if done := [work.step_id for work in works if work.counts]:
        give_cards_of("steps", done, [person_id])


def tell_finished(learner: Learner) -> None:
    for hear in current_app.extensions["module_finished"]:
        hear(learner.module_id, learner.person_id)


def register_to_recall(app) -> None:
    register_source(app, "steps", Source(Step, "step", "step_id", titles_of, lambda step: url_for("learning.show", module_id=step.module_id, step_id=step.id), lambda step: Wording(), standing,
                                         written_here=False))
