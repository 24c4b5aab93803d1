"""The texts of the demo's module: whole in both languages, and about people and steps that are there."""
from demo.people import CAST, PARTICIPANT, PEOPLE
from demo.texts_module import BACKGROUNDS, PURPOSE, STATEMENTS, TITLE, UNITS
from demo.texts_module_people import ALL, GOING
from demo.texts_module_questions import IN_CHECK, QUESTIONS
from demo.texts_module_said import SAID
from demo.texts_module_shape import Ask
from lti_tool.coaching.kinds.scenario import ways_wrong

STEPS = [step for unit in UNITS for step in unit.steps]


def texts_in(value):
    """Everything in it that has a Finnish or a Swedish text."""
    if isinstance(value, dict) and {"fi", "sv"} & set(value):
        yield value
    elif isinstance(value, (dict, list, tuple)):
        for one in value.values() if isinstance(value, dict) else value:
            yield from texts_in(one)


def test_whatever_the_module_says_is_said_in_finnish_and_in_swedish():
    found = list(texts_in((TITLE, PURPOSE, BACKGROUNDS, STATEMENTS, UNITS, QUESTIONS)))
    assert len(found) > 200
    assert not [text for text in found if not (text.get("fi") and text.get("sv"))]
    assert not [text for text in found if text["fi"] == text["sv"]]


def test_each_question_is_asked_once_and_each_case_comes_to_an_end():
    keys = [step.key for step in STEPS]
    assert len(keys) == len(set(keys))
    assert sorted(step.key for step in STEPS if isinstance(step, Ask)) == sorted(question.key for question in QUESTIONS) and {*IN_CHECK} <= {*keys}
    assert [ways_wrong(step.more["parts"]) for step in STEPS if not isinstance(step, Ask) and step.kind == "scenario"] == [[], []]


def test_learners_are_participants_who_wrote_only_where_they_have_been():
    keys = [step.key for step in STEPS]
    participants = {person.key for person in [*CAST, *PEOPLE] if person.role == PARTICIPANT}
    been = {going.who: keys if going.until == ALL else keys[:keys.index(going.until) + 1] if going.until else [] for going in GOING}
    assert {*been} <= participants and len(been) == len(GOING)
    assert not [(who, key) for key, said in SAID.items() for who in said if key not in been.get(who, [])]
    tasks = {step.key for step in STEPS if not isinstance(step, Ask) and step.kind == "practice"}
    assert not [(who, key) for who, done in been.items() for key in tasks & {*done} if who not in SAID[key]], "a task is done by telling about it"
