"""A check question: one answers it, hears what was right about it, and may answer again. The best answer counts, the latest is shown."""
import json
from hashlib import sha256

from flask import request
from flask_babel import gettext as _

from ...db import now
from ...questions import Marked, answer_of, as_json, from_json, is_arranged
from ...questions import Question as Asked
from ...questions.place import Place as PlaceOfQuestion
from ...questions.stored import read_question
from ...web.rich_text import read_html
from ..work import BEGUN, DONE
from .question_card import card_of
from .step_kind import StepKind


class Question(StepKind):
    name = "question"
    icon = "ask"
    is_marked = tells_back = True
    is_text_needed = False

    def word(self):
        return _("Check question")

    def hint(self):
        return _("To see what one has understood, with feedback to each answer.")

    def take(self, before, languages):
        """The question itself has a form of its own, one language at a time."""
        return {**super().take(before, languages), "in_check": request.form.get("in_check") == "yes", "recalled": request.form.get("recalled") == "yes"}

    def faults(self, step):
        return [] if step.contents.get("question") else [_("Nothing is asked yet.")]

    def for_author(self, contents):
        return {**super().for_author(contents), "asked": asked_in(contents)}

    def recall_cards(self, step):
        """One, unless its author said no, or it has no answer in words."""
        question = asked_in(step.contents) if step.contents.get("recalled", True) else None
        card = card_of(question) if question else None
        return {"question": card} if card and card.back else {}

    def read(self, place):
        held = super().read(place, "question", "in_check", "recalled") | {name: place.part(name).flag(False) for name in ("in_check", "recalled") if name in place.value}
        if "question" not in place.value:  # nothing is asked yet
            return held
        asked = place.part("question")
        question = read_question(PlaceOfQuestion(asked.value, asked.path, asked.findings))
        return with_question(held, question) if question is not None else held

    def said(self, contents, language):
        """What is asked, without the answers."""
        question = asked_in(contents)
        return [*super().said(contents, language), read_html(question.in_language(language).text).text if question else ""]

    def for_learner(self, step, work, reading):
        question = asked_in(step.contents)
        if request.method == "POST" and is_arranged(question, request.form):
            return {"question": question, "answer": question.draft_from(request.form), "marked": None}
        answer = kept_answer(question, work)
        marked = question.mark(answer) if answer is not None and not request.args.get("again") else None
        return {"question": question, "answer": answer, "marked": marked, "best": Marked(work.best) if marked and work.best is not None and work.best > marked.fraction else None,
                "was_changed": was_changed(question, work) and not request.args.get("again")}

    def only_arranges(self, step) -> bool:
        return is_arranged(asked_in(step.contents), request.form)

    def do(self, step, work):
        question = asked_in(step.contents)
        answer, marked = answer_of(question, request.form)
        answered(work, answer, marked.fraction, question)
        return False


def answered(work, answer, fraction: float, question: Asked) -> None:
    """Done with the first answer, right or wrong: one has heard what is right. What was asked then is marked."""
    work.answer, work.best, work.tries = {"given": answer, "asked": mark_of(question)}, max(work.best or 0.0, fraction), work.tries + 1
    work.state, work.at = DONE if work.state == BEGUN else work.state, now()


def mark_of(question: Asked) -> str:
    """Another one when anything of the question is another."""
    return sha256(json.dumps(as_json(question), sort_keys=True).encode()).hexdigest()[:16]


def was_changed(question: Asked, work) -> bool:
    """Since it was answered, in another edition."""
    return bool(work and work.answer) and work.answer.get("asked", mark_of(question)) != mark_of(question)


def kept_answer(question: Asked, work):
    """Read anew: the question may have been changed since it was answered."""
    return question.read_answer(work.answer["given"]) if work and work.answer and "given" in work.answer else None


def asked_in(contents: dict) -> Asked | None:
    return from_json(contents["question"]) if contents.get("question") else None


def with_question(contents: dict, question: Asked) -> dict:
    return {**contents, "question": as_json(question)}
