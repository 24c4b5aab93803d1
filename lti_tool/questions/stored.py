"""A question as JSON, and back. Read strictly, also what the tool itself has kept: what is not a whole question is none."""
from flask import current_app
from flask_babel import gettext as _

from ..documents.place import Findings
from ..documents.strict_json import FileCannotBeTaken
from ..web.rich_text import read_html
from .kinds import KINDS
from .place import Place, must_have_only
from .question import POINTS_AT_MOST, Question
from .words import FEEDBACK_LIMIT, PART_LIMIT, TEXT_LIMIT, TITLE_LIMIT, PartWords, Words, too_long

VERSION = 1
MARKUP = 8  # letters of it for each letter of text


def as_json(question: Question) -> dict:
    return {"version": VERSION, "kind": question.kind, "id": question.id, "title": question.title, "points": question.points, "structure": question.structure(),
            "words": {language: words_as_json(words) for language, words in question.words.items() if words}}


def words_as_json(words: Words) -> dict:
    return {"text": words.text, "feedback": words.feedback, "parts": {number: {"text": part.text, "feedback": part.feedback} for number, part in words.parts.items() if part}}


def from_json(data) -> Question:
    """Raises FileCannotBeTaken, with each place that is wrong."""
    findings = Findings()
    question = read_question(Place(data, "", findings))
    findings.must_be_none()
    return question


def read_question(place: Place) -> Question | None:
    """What is wrong goes to the findings of the place."""
    before = len(place.findings.wrong) + place.findings.more
    if not must_have_only(place, "version", "kind", "id", "title", "points", "structure", "words"):
        return None
    if type(place.part("version").value) is not int or place.value["version"] != VERSION:
        place.part("version").wrong(_("It was made by another version of this tool: “version” is not %(version)s.", version=VERSION))
        return None
    kind = KINDS[place.part("kind").choice(list(KINDS))]
    structure = kind.read_structure(place.part("structure"))
    number, title, points = place.id_read(), place.part("title").text(TITLE_LIMIT, one_line=True), place.part("points").number(1, POINTS_AT_MOST, 1)
    if len(place.findings.wrong) + place.findings.more > before:
        return None
    bare = kind(number, title=title, points=points, **structure)
    words = read_words(place.part("words"), {*bare.worded, *bare.fixed})
    question = kind(number, words, title, points, **structure)
    if len({*bare.worded}) < len(bare.worded):
        place.part("structure").wrong(_("an id stands twice."))
    elif len(place.findings.wrong) + place.findings.more == before:
        language = next(iter(question.languages or words), current_app.config["LANGUAGES"][0])
        for fault in question.faults(language):
            (place.part("words").part(language) if "text" in fault.field or "feedback" in fault.field else place).part(fault.field).wrong(fault.sentence)
    return question


def read_words(place: Place, numbers: set[str]) -> dict[str, Words]:
    languages = current_app.config["LANGUAGES"]
    if not must_have_only(place, *languages):
        return {}
    return {language: read_version(place.part(language), numbers) for language in languages if language in place.value}


def read_version(place: Place, numbers: set[str]) -> Words:
    if not must_have_only(place, "text", "feedback", "parts"):
        return Words()
    parts = place.part("parts")
    found = {} if parts.is_missing or not must_have_only(parts, *numbers) else {
        number: read_part(parts.part(number)) for number in parts.value if number in numbers}
    return Words(rich(place.part("text"), TEXT_LIMIT), rich(place.part("feedback"), FEEDBACK_LIMIT), found)


def read_part(place: Place) -> PartWords:
    if not must_have_only(place, "text", "feedback"):
        return PartWords()
    return PartWords(place.part("text").text(PART_LIMIT, one_line=True), place.part("feedback").text(FEEDBACK_LIMIT))


def rich(place: Place, limit: int) -> str:
    """Read and written anew: what may not stand in it is gone."""
    read = read_html(place.text(limit * MARKUP))
    if len(read.text) > limit:
        place.wrong(too_long(read.text, limit))
    return read.html
