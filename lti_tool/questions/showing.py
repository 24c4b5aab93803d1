"""What the templates ask for: an answer beside what would have been right, in words and not only in colours."""
from typing import NamedTuple

from flask_babel import gettext as _

from ..db import Said
from ..web import current_language
from .decimals import said
from .question import FALSE, TRUE, Marked, Question


YES, PART, NO, NOTHING = "yes", "part", "no", ""


class Line(NamedTuple):
    """One thing that was answered. `sign` is NOTHING where only the whole is right or wrong, as of an order."""

    text: Said
    sign: str
    match: Said | None = None  # what was chosen for it
    better: Said | None = None  # what would have been right
    feedback: Said | None = None


def outcome(marked: Marked) -> tuple[str, str, str]:
    """(class, icon, words)."""
    if marked.right:
        return "", "works", _("Right")
    return ("partly", "info", _("Partly right")) if marked.partly else ("not", "warn", _("Not right this time"))


def lines_of(question: Question, answer, marked: Marked, reading) -> list[Line]:
    """What was answered, thing by thing, in the order in which it was answered."""
    feedback = {number: question.said_of(number, "feedback", *reading) for number, _right in marked.parts}
    if question.kind == "matching":
        chosen, right = answer or {}, question.right_answer()
        return [Line(question.said_of(number, "text", *reading), YES if is_right else NO, text_or_none(question, chosen.get(number), reading),
                     None if is_right else question.said_of(right[number], "text", *reading), feedback[number]) for number, is_right in marked.parts]
    lines = []
    for number, is_right in marked.parts:
        if question.kind in ("number", "short_text"):
            text = own_words(question, answer)
        else:
            text = truth(answer) if question.kind == "true_false" else question.said_of(number, "text", *reading)
        lines.append(Line(text, sign_of(question, marked, is_right), feedback=feedback[number]))
    return lines


def sign_of(question: Question, marked: Marked, is_right: bool) -> str:
    if question.kind == "ordering":
        return NOTHING
    if is_right:
        return YES
    return PART if marked.partly and question.kind != "multiple_choice" else NO


def text_or_none(question: Question, number, reading) -> Said | None:
    return question.said_of(number, "text", *reading) if number else None


def own_words(question: Question, answer) -> Said:
    return Said(said(answer, current_language()) if question.kind == "number" and answer else answer or "", current_language())


def truth(value) -> Said:
    return Said(_("True") if value else _("False"), current_language())


def better_of(question: Question, marked: Marked, reading) -> list[Said]:
    """What would have been right, where it is not said line by line."""
    if marked.right or question.kind == "matching":
        return []
    if question.kind == "true_false":
        return [truth(question.is_true)]
    if question.kind == "number":
        return [Said(said(question.right_answer(), current_language()), current_language())]
    if question.kind == "short_text":
        language = question.shown_in(*reading)
        return [found] if (found := Said(question.right_text(*reading), language, language != reading[0])) else []
    right = question.right_answer()
    return [question.said_of(number, "text", *reading) for number in ([right] if isinstance(right, str) else right)]


def truths() -> list[tuple[str, str]]:
    return [(TRUE, _("True")), (FALSE, _("False"))]


def said_number(text: str) -> str:
    return said(text, current_language())
