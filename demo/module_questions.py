"""The module's check questions as steps keep them: read as the tool reads whatever it has kept, so that a mistake in them is said at once."""
from lti_tool.coaching.contents import StepShown
from lti_tool.coaching.kinds.question import with_question
from lti_tool.db import Wording
from lti_tool.questions import KINDS, PartWords, Words, as_json, from_json
from lti_tool.questions.matching import Item
from lti_tool.questions.number import Accepted
from lti_tool.questions.option import WHOLE, Option
from lti_tool.questions.question import FALSE, OTHERWISE, TRUE, Part

from .texts_module_questions import IN_CHECK, QUESTIONS
from .texts_module_shape import Question

LANGUAGES = ("fi", "sv")


def question_steps() -> dict[str, StepShown]:
    return {told.key: StepShown(0, "question", Wording(told.title), told.minutes, True, (), with_question({"text": {}, "in_check": told.key in IN_CHECK}, made(told)))
            for told in QUESTIONS}


def made(told: Question):
    numbers = [f"{told.key[:10]}{place}" for place in range(1, len(told.answers) + 1)]  # the same in each demo
    targets = {name: f"{told.key[:8]}to{place}" for place, (name, _words) in enumerate(told.targets, 1)}
    structure = {"true_false": {"is_true": next((answer is told.answers[0] for answer in told.answers if answer.right), False)},
                 "matching": {"targets": tuple(targets.values())}}.get(told.kind, {})
    if told.kind == "true_false":
        numbers = [TRUE, FALSE]
    else:
        structure = {**structure, "parts": tuple(part(told.kind, number, answer, targets) for number, answer in zip(numbers, told.answers))}
    words = {language: words_in(language, told, numbers, targets) for language in LANGUAGES}
    return from_json(as_json(KINDS[told.kind](f"ask{told.key}", words, told.title["fi"], **structure)))


def part(kind: str, number: str, answer, targets: dict):
    if kind == "matching":
        return Item(number, targets[answer.right])
    if kind == "number":
        return Accepted(number, answer.words["value"])
    return Part(number) if kind == "ordering" else Option(number, WHOLE if answer.right else 0)


def words_in(language: str, told: Question, numbers: list[str], targets: dict) -> Words:
    parts = {number: PartWords(answer.words.get(language, ""), answer.feedback.get(language, "")) for number, answer in zip(numbers, told.answers)}
    parts |= {targets[name]: PartWords(words[language]) for name, words in told.targets}
    if told.otherwise:
        parts[OTHERWISE] = PartWords("", told.otherwise[language])
    return Words(told.text[language], told.feedback.get(language, ""), parts)
