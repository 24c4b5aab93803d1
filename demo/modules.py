"""The demo's coaching module: published in August, with a group that began in the autumn, one that starts after the new year, and some who take the refresher."""
from datetime import date, timedelta

import sqlalchemy as sa

from lti_tool.activities.placement import ACTIVITY, Placement
from lti_tool.coaching.cohort import Cohort
from lti_tool.coaching.contents import Contents, Needs, StepShown, UnitShown
from lti_tool.coaching.copying import lay_out
from lti_tool.coaching.feedback_forms import form_of_step
from lti_tool.coaching.module import Module
from lti_tool.coaching.step import Step
from lti_tool.db import Wording, db, now

from .module_feedback import add_feedback
from .module_learners import add_learners
from .module_questions import question_steps
from .texts_module import AUTUMN, BACKGROUNDS, FEEDBACK, KEEPER, LINK, LINK_TITLE, PURPOSE, STATEMENTS, TITLE, TO_A_WALL, UNITS, WALL_LINK, WHAT_IS_NEW, WINTER
from .texts_module_people import GAVE_FEEDBACK
from .texts_module_shape import Ask

STARTED, STARTS, PUBLISHED = 76, 50, 90  # days ago, days ahead, days ago
DONE_SHARE, RIGHT_SHARE = 90, 70  # percent


def add_modules(course, members: dict) -> None:
    questions, wall = question_steps(), db.session.scalar(sa.select(Placement.activity_id).filter_by(course_id=course.id, resource_link=WALL_LINK))
    laid = tuple(UnitShown(0, Wording(unit.title), tuple(laid_out(told, questions, wall) for told in unit.steps)) for unit in UNITS)
    contents = Contents(laid, Needs(share=DONE_SHARE, score=RIGHT_SHARE), worded(BACKGROUNDS), worded(STATEMENTS))
    module = lay_out(course, Wording(TITLE), Wording(PURPOSE), contents)
    keys = keep(module)
    module.state = "open"
    edition = module.publish(Wording(WHAT_IS_NEW))
    module.made_at, edition.published_at = now() - timedelta(days=PUBLISHED + 40), now() - timedelta(days=PUBLISHED)
    form_of_step(keys[FEEDBACK]).opened_at = edition.published_at
    add_learners(module, members, keys, {AUTUMN: cohort(module, -STARTED), WINTER: cohort(module, STARTS)})
    add_feedback(keys[FEEDBACK], [members[who].person_id for who in GAVE_FEEDBACK])
    db.session.add(Placement(course_id=course.id, resource_link=LINK, title=LINK_TITLE, opens=ACTIVITY, activity_id=module.id))


def worded(texts: dict) -> dict[str, Wording]:
    return {key: Wording(words) for key, words in texts.items()}


def laid_out(told, questions: dict[str, StepShown], wall: int) -> StepShown:
    """As a module that is copied would say it."""
    if isinstance(told, Ask):
        return questions[told.key]
    checked = told.checked and (now() - timedelta(days=told.checked)).date()
    sent_to = {"wall": wall} if told.key == TO_A_WALL else {}
    return StepShown(0, told.kind, Wording(told.title), told.minutes, True, told.backgrounds, {"text": told.text, **told.more, **sent_to}, checked)


def keep(module: Module) -> dict[str, int]:
    """What is checked from time to time is looked after by the network. The numbers of the steps, by their keys."""
    steps = module.contents().steps
    for step in steps:
        if step.checked_on:
            db.session.get(Step, step.id).keeper = KEEPER
    return {told.key: step.id for told, step in zip((step for unit in UNITS for step in unit.steps), steps, strict=True)}


def cohort(module: Module, days: int) -> Cohort:
    starts = (now() + timedelta(days=days)).date()
    return Cohort.add_to(module.id, title=Wording(named(starts)), starts_on=starts)


def named(day: date) -> dict:
    spring = day.month < 7
    return {"fi": f"{'Kevään' if spring else 'Syksyn'} {day.year} ryhmä", "sv": f"Gruppen {'våren' if spring else 'hösten'} {day.year}"}
