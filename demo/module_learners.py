"""The people who go through the demo's module, each as far as they have come."""
from datetime import timedelta

from lti_tool.coaching.contents import StepShown
from lti_tool.coaching.kinds.question import answered, asked_in
from lti_tool.coaching.kinds.self_assessment import BACK, BEFORE, NOW
from lti_tool.coaching.learner import REFRESHER, Learner, begin
from lti_tool.coaching.progress import progress_of
from lti_tool.coaching.work import BEGUN, DONE, FACILITATORS, KNOWN, MYSELF, StepWork, work_at
from lti_tool.db import db, now

from .recall import remember
from .texts_module import STATEMENTS
from .texts_module_people import ALL, GOING, Going
from .texts_module_said import SAID, Said

KNOWN_TO_REFRESHERS, TO_READ = 2, ("page", "scenario")  # units which they have shown to know, and what they need not read in them
ANSWERED_AFTER = timedelta(days=2)


def add_learners(module, members: dict, keys: dict[str, int], cohorts: dict) -> None:
    for place, going in enumerate(GOING):
        member = members[going.who]
        learner = begin(module, member.person_id, going.path, going.background, cohorts.get(going.cohort))
        began, seen = now() - timedelta(days=going.began, hours=place % 5), now() - timedelta(days=going.seen, hours=place % 7, minutes=place * 13 % 60)
        learner.began_at, learner.seen_at = min(began, seen), seen
        go(learner, going, member.person.locale or "fi", keys)


def go(learner: Learner, going: Going, language: str, keys: dict[str, int]) -> None:
    """Through the steps up to the last that is done, some days after each other; then perhaps into a case."""
    contents = progress_of(learner).contents
    steps = [step for step in contents.steps if step.is_for(learner.background) and step.kind != "feedback"]  # of which nothing is kept here
    early = {step.id for unit in contents.units[:KNOWN_TO_REFRESHERS] for step in unit.steps}
    names = {number: key for key, number in keys.items()}
    done = steps if going.until == ALL else steps[:next((place for place, step in enumerate(steps, 1) if names[step.id] == going.until), 0)]
    apart = (learner.seen_at - learner.began_at) / max(len(done), 1)
    for place, step in enumerate(done, 1):
        work = work_at(learner, step.id)
        do(step, work, SAID.get(names[step.id], {}).get(going.who), names[step.id] in going.slips, language[:2])
        work.at = learner.began_at + apart * place
        work.state = KNOWN if going.path == REFRESHER and step.id in early and step.kind in TO_READ else DONE
        work.checked_at = work.checked_at and min(work.at + ANSWERED_AFTER, now())
    if going.chosen:
        case = work_at(learner, steps[len(done)].id)
        case.state, case.answer, case.at = BEGUN, {"chosen": list(going.chosen)}, learner.seen_at
    if going.until:
        learner.last_step = steps[min(len(done), len(steps) - 1)].id
    db.session.flush()
    if progress_of(learner).settle():
        learner.finished_at = learner.seen_at
    remember(learner)


def do(step: StepShown, work: StepWork, said: Said | None, slipped: bool, language: str) -> None:
    if step.kind == "scenario":
        work.answer = {"chosen": shortest(step.contents["parts"])}
    elif step.kind == "question":
        answer(step, work, slipped)
    elif step.kind == "self_assessment":
        work.answer = assessed(step, work.learner_id)
    elif said:
        work.text, work.language, work.version = said.text, language, 1
        work.shared = MYSELF if said.private else FACILITATORS
        work.reply, work.checked_at = said.reply, now() if said.checked else None


def assessed(step: StepShown, number: int) -> dict:
    """From 1 to 5: not so sure at first, and looking back still less."""
    before = {key: 2 + (number + place) % 3 for place, key in enumerate(STATEMENTS)}
    if step.contents["occasion"] == BEFORE:
        return {NOW: before}
    places = list(enumerate(before.items()))
    return {NOW: {key: min(value + 1 + (number // 2 + place) % 2, 5) for place, (key, value) in places},
            BACK: {key: max(value - (number // 3 + place) % 3 // 2 - place // 2 % 2, 1) for place, (key, value) in places}}


def shortest(parts: list[dict]) -> list[int]:
    """The choices that lead to the first end there is."""
    by_key, waiting = {part["key"]: part for part in parts}, [(parts[0]["key"], [])]
    while waiting:
        key, chosen = waiting.pop(0)
        for place, choice in enumerate(by_key[key]["choices"]):
            if not choice["to"]:
                return [*chosen, place]
            waiting.append((choice["to"], [*chosen, place]))
    return []


def answer(step: StepShown, work: StepWork, slipped: bool) -> None:
    """Right at once, or wrong and left so."""
    question = asked_in(step.contents)
    given = right(question)
    if slipped:
        given = {"true_false": lambda: not given, "number": lambda: "3"}.get(question.kind, lambda: next(one for one in question.worded if one != given))()
    answered(work, given, question.mark(given).fraction, question)


def right(question):
    return question.right_text("fi", "sv") if question.kind == "short_text" else question.right_answer()
