"""Writes GIFT in one language. What GIFT cannot say is told, question by question; what it would read as something else is left out, and told too."""
from typing import NamedTuple

from flask_babel import gettext as _

from ...web import language_name
from ...web.rich_text import RichText, read_html
from ...web.rich_text_plain import read_plain
from ..option import WHOLE
from ..question import FALSE, OTHERWISE, TRUE, Question
from ..words import PartWords, Words

ESCAPES = str.maketrans({"\\": "\\\\", "~": "\\~", "=": "\\=", "#": "\\#", "{": "\\{", "}": "\\}", ":": "\\:", "\n": "\\n"})


class Left(NamedTuple):
    """What stayed behind. `whole`: the question itself."""

    number: int  # which question, from 1
    beginning: str
    sentence: str
    whole: bool = False


class Exported(NamedTuple):
    text: str
    left: list[Left]


class NotCarried(ValueError):
    """`str()` says why."""


def as_gift(questions: list[Question], language: str) -> Exported:
    out, left = [], []
    for number, question in enumerate(questions, 1):
        beginning = " ".join(read_html(question.in_language(question.shown_in(language)).text).text.split())[:60]
        try:
            out.append(written(question, language))
            left += [Left(number, beginning, sentence) for sentence in losses(question, language)]
        except NotCarried as why:
            left.append(Left(number, beginning, str(why), True))
    return Exported("\n".join(out), left)


def losses(question: Question, language: str):
    others = [other for other in question.words if other != language and question.words[other]]
    if others:
        yield _("Its texts in other languages are left out (%(languages)s).", languages=", ".join(map(language_name, others)))
    if question.points != 1:
        yield _("How many points it brings is left out.")
    if getattr(question, "case_matters", False):
        yield _("That capital letters matter is left out.")
    if not getattr(question, "partial", True):
        yield _("That only what is all right counts is left out.")
    if not getattr(question, "shuffles", True):
        yield _("That its answers keep their order is left out.")
    if question.kind == "matching" and any(question.in_language(language).part(item.id).feedback for item in question.parts):
        yield _("The feedback to single pairs is left out.")
    if question.kind == "short_text" and any(not question.in_language(language).part(variant.id).text for variant in question.parts):
        yield _("Answers that are accepted in another language only are left out.")


def written(question: Question, language: str) -> str:
    """Raises NotCarried."""
    words = question.in_language(language)
    if not question.is_complete_in(language):
        raise NotCarried(_("It is not there in this language."))
    writer = WRITERS.get(question.kind)
    if writer is None:
        raise NotCarried(_("GIFT has no questions of this kind."))
    title = f"::{escaped(question.title)}::" if question.title else ""
    rich = read_html(words.text)
    feedback = rich_written(read_html(words.feedback)) if words.feedback else ""
    lines = [*writer(question, words), *([f"####{feedback}"] if feedback else [])]
    return f"{title}{rich_written(rich)}{{" + ("\n".join(["#" if question.kind == "number" else "", *(f"\t{line}" for line in lines)])) + "\n}\n"


def escaped(text: str) -> str:
    return text.translate(ESCAPES)


def rich_written(rich: RichText) -> str:
    """Each with its format: then answers need not guess it from the question's."""
    if read_plain(rich.text) == rich:
        return f"[plain]{escaped(rich.text)}"
    return f"[html]{escaped(rich.html)}"


def part_written(words: PartWords) -> str:
    return f"[plain]{escaped(words.text)}" + (f"#[plain]{escaped(words.feedback)}" if words.feedback else "")


def percent(share: float) -> str:
    return f"%{share:.5f}".rstrip("0").rstrip(".") + "%"


def single(question, words: Words):
    for option in question.parts:
        yield f"{'=' if option.right else '~' + percent(option.share) if option.share else '~'}{part_written(words.part(option.id))}"


def multiple(question, words: Words):
    right = len(question.right_ones)
    for option in question.parts:
        yield f"~{percent(WHOLE / right if option.right else -WHOLE / (len(question.parts) - right))}{part_written(words.part(option.id))}"


def truth(question, words: Words):
    said, unsaid = (TRUE, FALSE) if question.is_true else (FALSE, TRUE)
    wrong, right = words.part(unsaid).feedback, words.part(said).feedback
    yield said.upper() + (f"#[plain]{escaped(wrong)}" if wrong else "#" if right else "") + (f"#[plain]{escaped(right)}" if right else "")


def pairs(question, words: Words):
    texts = [words.part(number).text for number in question.worded]
    if any("->" in text for text in texts):
        raise NotCarried(_("GIFT would take an arrow -> in its texts for a pair."))
    for item in question.parts:
        yield f"=[plain]{escaped(words.part(item.id).text)} -> {escaped(words.part(item.target).text)}"
    used = {item.target for item in question.parts}
    for target in question.targets:
        if target not in used:
            yield f"= -> {escaped(words.part(target).text)}"


def numbers(question, words: Words):
    for one in question.parts:
        feedback = words.part(one.id).feedback
        yield f"={percent(one.share)}{one.value}:{one.tolerance}" + (f"#[plain]{escaped(feedback)}" if feedback else "")
    if feedback := words.part(OTHERWISE).feedback:
        yield f"~#[plain]{escaped(feedback)}"


def short(question, words: Words):
    said = [(variant, words.part(variant.id)) for variant in question.parts if words.part(variant.id).text]
    if any("->" in part.text or "->" in part.feedback for _variant, part in said):
        raise NotCarried(_("GIFT would take an arrow -> in its texts for a pair."))
    for variant, part in said:
        yield f"={percent(variant.share)}{part_written(part)}"
    if feedback := words.part(OTHERWISE).feedback:
        yield f"=%0%*#[plain]{escaped(feedback)}"


WRITERS = {"single_choice": single, "multiple_choice": multiple, "true_false": truth, "matching": pairs, "number": numbers, "short_text": short}
