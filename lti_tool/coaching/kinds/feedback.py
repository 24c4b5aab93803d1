"""Feedback on the module: a scale of five and open answers, which are nobody's. Who answers is remembered by the room of feedback only, and not by when.

So nothing is kept of whoever goes through: no work, no moment, no step where they were last. And it never has to be done: the moment at which somebody finished
would say which of the answers is theirs.
"""
from flask import request
from flask_babel import gettext as _

from ...feedback.asking import asking, questions_taken, ready_questions
from ...feedback.question import KINDS, OWN_AT_MOST, TEXT_LIMIT, WORDS_LIMIT, all_questions, kept, read
from ..feedback_forms import form_of_step, has_answers
from .step_kind import StepKind


class Feedback(StepKind):
    name = "feedback"
    icon = "comment"
    is_text_needed = False
    is_nobodys = tells_back = True

    def word(self):
        return _("Feedback")

    def hint(self):
        return _("What people think of the module, on a scale of five and in their own words. Nobody sees whose answers they are.")

    def begin(self):
        return {"text": {}, "questions": []}

    def take(self, before, languages):
        """“ready” adds those of the ready set that are not asked yet."""
        own = questions_taken(read(before.get("questions", [])), languages)
        if request.form.get("add") == "ready":
            asked = [words for _kind, words in own]
            own += [(kind, words) for kind, words in ready_questions(languages) if words not in asked]
        return {**super().take(before, languages), "questions": kept(own[:OWN_AT_MOST] if request.form.get("add") == "ready" else own)}

    def read(self, place):
        rows = place.part("questions").rows(OWN_AT_MOST, _("there are too many questions (at most %(number)s).", number=OWN_AT_MOST))
        own = [(row.part("kind").choice(KINDS), row.part("words").wording(WORDS_LIMIT, required=True, one_line=True)) for row in rows if row.must_be_object("kind", "words")]
        return {**super().read(place, "questions"), "questions": kept(own)}

    def said(self, contents, language):
        return [*super().said(contents, language), *(one["words"].get(language, "") for one in contents.get("questions", []))]

    def for_author(self, contents):
        return {**super().for_author(contents), **asking(read(contents.get("questions", []))), "is_answered": has_answers(request.view_args.get("step_id"))}

    def for_learner(self, step, work, reading):
        """What the form asks; from the writing table, what is written there."""
        form = None if request.values.get("draft") else form_of_step(step.id)
        return {"form": form, "questions": form.questions if form else all_questions(step.contents.get("questions", [])), "text_limit": TEXT_LIMIT}

    def do(self, step, work):
        """Somebody only looks: nothing is taken."""
        return False

