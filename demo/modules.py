"""The demo's coaching module: published in August, with a group that began in the autumn, one that starts after the new year, and some who take the refresher."""
from datetime import date, timedelta

from lti_tool.activities.placement import ACTIVITY, Placement
from lti_tool.coaching.cohort import Cohort
from lti_tool.coaching.contents import Contents, Needs, StepShown, UnitShown
from lti_tool.coaching.copying import lay_out
from lti_tool.coaching.kinds import KINDS
from lti_tool.coaching.module import Module
from lti_tool.db import Wording, db, now

from .module_learners import add_learners
from .texts_module import AUTUMN, BACKGROUNDS, KEEPER, LINK, LINK_TITLE, PURPOSE, TITLE, UNITS, WHAT_IS_NEW, WINTER
from .texts_module_shape import Ask

STARTED, STARTS, PUBLISHED = 76, 50, 90  # days ago, days ahead, days ago
DONE_SHARE, RIGHT_SHARE = 90, 70  # percent


def add_modules(course, members: dict) -> None:
    laid = [UnitShown(0, Wording(unit.title), tuple(step for told in unit.steps if (step := laid_out(told)))) for unit in UNITS]
    needs = Needs(share=DONE_SHARE, score=RIGHT_SHARE if asks_questions() else 0)
    module = lay_out(course, Wording(TITLE), Wording(PURPOSE), Contents(tuple(laid), needs, {key: Wording(words) for key, words in BACKGROUNDS.items()}))
    keys = keep(module)
    module.state = "open"
    edition = module.publish(Wording(WHAT_IS_NEW))
    module.made_at, edition.published_at = now() - timedelta(days=PUBLISHED + 40), now() - timedelta(days=PUBLISHED)
    add_learners(module, members, keys, {AUTUMN: cohort(module, -STARTED), WINTER: cohort(module, STARTS)})
    db.session.add(Placement(course_id=course.id, resource_link=LINK, title=LINK_TITLE, opens=ACTIVITY, activity_id=module.id))


def asks_questions() -> bool:
    return "question" in KINDS


def laid_out(told) -> StepShown | None:
    """As a module that is copied would say it."""
    if isinstance(told, Ask):
        if not asks_questions():
            return None
        from .module_questions import question_steps  # as long as there may be none
        question, contents = question_steps()[told.key]
        return StepShown(0, "question", Wording(question.title), question.minutes, True, (), contents)
    checked = told.checked and (now() - timedelta(days=told.checked)).date()
    return StepShown(0, told.kind, Wording(told.title), told.minutes, True, told.backgrounds, {"text": told.text, **told.more}, checked)


def keep(module: Module) -> dict[str, int]:
    """Pages, cases and tasks are looked after by the network. The numbers of the steps, by their keys and in their order."""
    from lti_tool.coaching.step import Step

    told = [step for unit in UNITS for step in unit.steps if asks_questions() or not isinstance(step, Ask)]
    steps = module.contents().steps
    for step in steps:
        if step.checked_on:
            db.session.get(Step, step.id).keeper = KEEPER
    return {one.key: step.id for one, step in zip(told, steps, strict=True)}


def cohort(module: Module, days: int) -> Cohort:
    starts = (now() + timedelta(days=days)).date()
    return Cohort.add_to(module.id, title=Wording(named(starts)), starts_on=starts)


def named(day: date) -> dict:
    spring = day.month < 7
    return {"fi": f"{'Kevään' if spring else 'Syksyn'} {day.year} ryhmä", "sv": f"Gruppen {'våren' if spring else 'hösten'} {day.year}"}
