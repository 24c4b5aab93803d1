"""A check question as a recall card: what is asked, with what there was to choose from, and what is right, with the feedback that everybody gets."""
from flask_babel import force_locale

from ...db import Wording
from ...questions import Marked, Question
from ...questions.showing import better_of
from ...recall import CardWords
from ...web.rich_text import read_html
from ...web.rich_text_plain import as_plain

CHOSEN_FROM = ("single_choice", "multiple_choice", "ordering", "matching")


def card_of(question: Question) -> CardWords:
    """In each language in which the question is whole."""
    said = {language: words_in(question, language) for language in question.languages}
    return CardWords(Wording({language: front for language, (front, _back) in said.items()}), Wording({language: back for language, (_front, back) in said.items()}))


def words_in(question: Question, language: str) -> tuple[str, str]:
    with force_locale(language):
        words = question.in_language(language)
        return "\n".join([plain(words.text), *offered(question, language)]), "\n".join(filter(None, [*right(question, language), plain(words.feedback)]))


def plain(html: str) -> str:
    return as_plain(read_html(html)).strip()


def text(question: Question, number: str, language: str) -> str:
    return str(question.said_of(number, "text", language))


def offered(question: Question, language: str) -> list[str]:
    """By their words: the order in which things stand would be the answer itself."""
    if question.kind not in CHOSEN_FROM:
        return []
    numbers = question.right_answer() if question.kind == "matching" else question.worded
    return sorted(f"– {text(question, number, language)}" for number in numbers)


def right(question: Question, language: str) -> list[str]:
    if question.kind == "matching":
        return [f"{text(question, number, language)} – {text(question, to, language)}" for number, to in question.right_answer().items()]
    found = [str(said) for said in better_of(question, Marked(0), (language,))]
    return [f"{place}. {said}" for place, said in enumerate(found, 1)] if question.kind == "ordering" else found
