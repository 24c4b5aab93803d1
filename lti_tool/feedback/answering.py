"""A member answers: what their form says, taken question by question."""
from flask import request
from flask_babel import gettext as _

from ..web import Unsuitable, take_language, take_text, thing_number
from .form import FeedbackForm
from .question import SCALE, TEXT_LIMIT, Question

NUMBERS = {str(value): value for value in SCALE}


def answers_taken(form: FeedbackForm) -> list[dict]:
    """Of the questions that were answered. Raises FormIsClosed, QuestionsHaveChanged, Unsuitable and ClientData."""
    form.must_take_answers(request.form.get("asked", type=thing_number))
    must_be_asked(form.questions)
    return [said for question in form.questions if (said := rating_taken(question) if question.is_rating else text_taken(question))]


def field_of(question: Question) -> str:
    return f"{'rating' if question.is_rating else 'text'}-{question.key}"


def must_be_asked(questions: list[Question]) -> None:
    asked = {field_of(question) for question in questions}
    for field in request.form:
        if field.startswith(("rating-", "text-")) and field not in asked:
            raise Unsuitable(field, _("There is no such question on this form."))


def rating_taken(question: Question) -> dict | None:
    field = field_of(question)
    text = request.form.get(field, "")
    if not text and not question.is_required:
        return None
    if not text:
        raise Unsuitable(field, _("Answer the first question: choose one of the five."))
    if text not in NUMBERS:
        raise Unsuitable(field, _("Choose a number from 1 to 5."))
    return {"question": question.key, "value": NUMBERS[text]}


def text_taken(question: Question) -> dict | None:
    text = take_text(field_of(question), TEXT_LIMIT)
    return {"question": question.key, "text": text, "language": take_language()} if text else None
