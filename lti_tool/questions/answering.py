"""An answer that comes with a form, and what a form without our script needs besides."""
from .ordering import Ordering
from .question import Question


def is_arranged(question: Question, form) -> bool:
    """Whether a button was pressed that only moves something: then the page is shown again with `question.draft_from(form)`, and nothing is marked."""
    return isinstance(question, Ordering) and bool(form.get(question.moves))


def answer_of(question: Question, form):
    """(the answer, what came of it). Raises Unsuitable, and ClientData for a text."""
    answer = question.answer_from(form)
    return answer, question.mark(answer)
