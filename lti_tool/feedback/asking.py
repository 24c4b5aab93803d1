"""The own questions of a form, as a facilitator writes them: in the form's own page, or where an activity keeps them."""
import re

from flask import request
from flask_babel import force_locale
from flask_babel import gettext as _

from ..db import Wording
from ..web import Unsuitable, take_wording
from .question import OPEN, OWN_AT_MOST, RATING, WORDS_LIMIT, Question

BLANK = 2  # empty lines for further questions


def kind_words() -> dict[str, str]:
    return {RATING: _("A scale from 1 to 5"), OPEN: _("In one's own words")}


def asking(own: list[Question]) -> dict:
    """What `feedback/_own_questions.html` needs."""
    lines = [*own, *[None] * min(BLANK if own else BLANK + 1, OWN_AT_MOST - len(own))]
    return {"lines": lines, "question_kinds": kind_words(), "words_limit": WORDS_LIMIT, "most": OWN_AT_MOST}


def questions_taken(before: list[Question], languages) -> list[tuple[str, Wording]]:
    """[(kind, Wording), ...] by the places that were chosen. A line without words is no question. Raises Unsuitable."""
    lines = sorted({int(number) for field in request.form if (number := "".join(re.findall(r"\Aquestion-(\d{1,3})-", field, re.ASCII)))})
    words_before = dict(enumerate((question.words for question in before), 1))
    taken = []
    for line in lines:
        words = take_wording(f"question-{line}", WORDS_LIMIT, languages, words_before.get(line), one_line=True)
        # Words in a language that the course no longer shows do not keep a question that was emptied here.
        if any(words.get(language) for language in languages if f"question-{line}-{language}" in request.form):
            taken.append((place_taken(f"place-{line}", line), request.form.get(f"kind-{line}", RATING), words))
    return [(kind, words) for _place, kind, words in sorted(taken, key=lambda one: one[0])]


def place_taken(field: str, otherwise: int) -> int:
    text = request.form.get(field, "").strip() or str(otherwise)
    if not (text.isascii() and text.isdecimal() and len(text) < 4):
        raise Unsuitable(field, _("Give the places of the questions as numbers."))
    return int(text)


def ready_questions(languages) -> list[tuple[str, Wording]]:
    """A set for whatever people have gone through by themselves, in the languages of the course."""
    said = {}
    for language in languages:
        with force_locale(language):
            said[language] = ((RATING, _("How well does this fit your own work?")), (RATING, _("How easy was it to go through?")), (RATING, _("How clearly was it written?")),
                              (OPEN, _("What will you do differently because of it?")))
    return [(lines[0][0], Wording({language: words for language, (_kind, words) in zip(said, lines)})) for lines in zip(*said.values())]
