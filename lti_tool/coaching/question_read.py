"""A check question on paper: what is asked and from what one chooses; for facilitators what is right, and what is said to each answer."""
from typing import NamedTuple

from flask_babel import gettext as _
from markupsafe import Markup

from ..questions import Question
from ..questions.question import FIXED
from ..questions.showing import truths
from ..web.rich_text import read_html
from .kinds.question import asked_in
from .kinds.question_card import CHOSEN_FROM, right


class ReadQuestion(NamedTuple):
    """In one language, whole."""

    language: str
    text: Markup
    offered: list[str]  # by their words: the order in which things stand would be the answer itself
    targets: list[str]  # what belongs to them, of pairs
    right: list[str]
    told: list[tuple[str, str]]  # [(answer, what is said to it), ...]
    general: Markup  # what everybody is told


def question_to_read(contents: dict, reading) -> ReadQuestion | None:
    question = asked_in(contents)
    if question is None:
        return None
    language = question.shown_in(*reading)
    words = question.in_language(language)
    texts = {number: words.part(number).text for number in question.worded}
    pairs = question.kind == "matching"
    things = question.right_answer() if pairs else texts if question.kind in CHOSEN_FROM else ()
    offered = [said for _value, said in truths()] if question.kind == "true_false" else sorted(texts[number] for number in things)
    return ReadQuestion(language, markup(words.text), offered, sorted(texts[number] for number in question.targets) if pairs else [], right(question, language),
                        [(name_of(question, number, texts), feedback) for number in (*question.worded, *(part.id for part in question.parts if part.id not in texts), *question.fixed)
                         if (feedback := words.part(number).feedback)], markup(words.feedback))


def name_of(question: Question, number: str, texts: dict) -> str:
    """Of an answer that has something said to it."""
    if number in FIXED:
        return {"otherwise": _("Any other answer"), "true": _("True"), "false": _("False")}[number]
    return texts.get(number, "")


def markup(html: str) -> Markup:
    return Markup(read_html(html).html)
