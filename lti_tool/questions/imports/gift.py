"""Reads GIFT, Moodle's text format for questions: what is like a question of ours is taken over, everything else is told with its line, its first words and why not."""
from typing import NamedTuple

from flask_babel import gettext as _
from flask_babel import ngettext

from ...documents.strict_json import FileCannotBeTaken
from ...web.text import clean
from ..question import Question, new_id
from ..words import TITLE_LIMIT, Words
from .gift_answers import NotTaken, read_answers
from .gift_blocks import BLOCK_LIMIT, QUESTIONS_AT_MOST, Block, blocks_of, decoded, shown
from .gift_text import Texts

GAP = "_____"


class Told(NamedTuple):
    """Something of the file that is not as it was. `taken`: the question is here, but this of it is not."""

    line: int
    beginning: str
    sentence: str
    taken: bool = False


class Imported(NamedTuple):
    questions: list[Question]
    told: list[Told]


def read_gift(data: bytes, language: str) -> Imported:
    """The questions, in that language. Raises FileCannotBeTaken for what is no GIFT file at all."""
    blocks, comments = blocks_of(decoded(data))
    if len(blocks) > QUESTIONS_AT_MOST:
        raise FileCannotBeTaken(_("There are too many questions in it (at most %(number)s).", number=QUESTIONS_AT_MOST))
    questions, told = [], []
    for block in blocks:
        texts = Texts()
        try:
            questions.append(read_block(block, language, texts))
            told += [Told(block.line, block.beginning, sentence, True) for sentence in texts.notes]
        except NotTaken as why:
            told.append(Told(block.line, block.beginning, str(why)))
    if comments:
        told.append(Told(comments[0], "//", ngettext("%(num)s line of comments was passed over.", "%(num)s lines of comments were passed over.", len(comments)), True))
    return Imported(questions, told)


def read_block(block: Block, language: str, texts: Texts) -> Question:
    """Raises NotTaken."""
    text = block.text
    if len(text) > BLOCK_LIMIT:
        raise NotTaken(_("It is far too long (at most %(limit)s characters).", limit=BLOCK_LIMIT))
    if text.startswith("$CATEGORY:"):
        raise NotTaken(_("Categories are not taken over."))
    title, text = parted_title(text, texts)
    asked, answers, general = parted_answers(text, texts)
    rich = texts.asked(asked)
    noun, fields, said = read_answers(answers, texts)
    feedback = texts.rich(general) if general else None
    question = noun(new_id(), {language: Words(rich.html, feedback.html if feedback else "", {number: words for number, words in said.items() if words})}, title, **fields)
    if faults := question.faults(language):
        raise NotTaken(" ".join(dict.fromkeys(fault.sentence for fault in faults)))
    return question


def parted_title(text: str, texts: Texts) -> tuple[str, str]:
    if not text.startswith("::"):
        return "", text
    title, colons, rest = text[2:].partition("::")
    if not colons:
        raise NotTaken(_("The title that begins with :: does not end."))
    title = " ".join(clean(shown(title)).split())
    if len(title) > TITLE_LIMIT:
        texts.note(_("Its title is too long (at most %(limit)s characters) and was not taken over.", limit=TITLE_LIMIT))
        title = ""
    return title, rest.strip()


def parted_answers(text: str, texts: Texts) -> tuple[str, str, str]:
    """(what is asked, the answers, the general feedback). Raises NotTaken."""
    before, brace, rest = text.partition("{")
    answers, end, after = rest.partition("}")
    if not brace and "}" not in before:
        raise NotTaken(_("It is a text without a question (a description)."))
    if not brace or "}" in before:
        raise NotTaken(_("A brace } closes nothing. Questions are parted by an empty line, and have none in themselves."))
    if not end:
        raise NotTaken(_("A brace { is never closed. Questions are parted by an empty line, and have none in themselves."))
    if "{" in answers or "{" in after or "}" in after:
        raise NotTaken(_("It has several gaps or braces within braces. Such questions are not known here yet."))
    answers, mark, general = answers.strip().rpartition("####") if "####" in answers else (answers.strip(), "", "")
    if not answers.strip():
        raise NotTaken(_("It is answered in own words (an essay). Such questions are not known here."))
    if after.strip():
        before = f"{before.rstrip()} {GAP}{'' if after.strip()[0] in '.,:;!?' else ' '}{after.strip()}"
        texts.note(_("The answers stood within the sentence: where they were, there is a gap now."))
    return before, answers.strip(), general.strip()
