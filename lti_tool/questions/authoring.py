"""The author's form: what stands in it, finished or not, as a question; and what is wrong with it, beside what was typed."""
from dataclasses import replace
from typing import NamedTuple

from flask_babel import gettext as _
from flask_babel import ngettext

from ..web import Refusal, Unsuitable
from .author_form import AuthorForm
from .kinds import KINDS
from .matching import Item, Matching
from .number import Accepted, Number
from .option import WHOLE, Option
from .question import ID, PARTS_AT_MOST, Part, Question, new_id
from .short_text import ShortText
from .single_choice import SingleChoice
from .words import Fault, Words

AT_FIRST = {"single_choice": 3, "multiple_choice": 4, "matching": 3, "ordering": 3, "number": 1, "short_text": 2}


class QuestionIsUnfinished(Refusal):
    """For forms that are sent by our script: each fault by its field, and the form stays as it is."""

    status = 422
    template = "questions/_faults.html"

    def __init__(self, faults: list[Fault]):
        super().__init__()
        self.faults = faults

    def words(self):
        return (_("The question is not finished yet"), ngettext("There is %(num)s thing to mend.", "There are %(num)s things to mend.", len(self.faults)),
                _("Change it and send it again. Your text is still here."))

    def details(self):
        return {"faults": self.faults}


class Edited(NamedTuple):
    question: Question
    faults: list[Fault]
    arranged: bool = False  # a button for adding, moving or taking away was pressed: show the form again
    focus: str = ""  # the field that is written in next


def begin(kind: str) -> Question:
    """An empty one, with some empty parts. Raises Unsuitable."""
    if kind not in KINDS:
        raise Unsuitable("kind", _("There is no such kind of question."))
    question = KINDS[kind](new_id())
    for _place in range(AT_FIRST.get(kind, 0)):
        question = with_part(question)
    return question


def part_of(question: Question) -> Part:
    number = new_id()
    if isinstance(question, Matching):
        return Item(number, new_id())
    if isinstance(question, Number):
        return Accepted(number)
    if isinstance(question, ShortText) or (isinstance(question, SingleChoice) and not question.parts):
        return Option(number, WHOLE)
    return Part(number) if question.kind == "ordering" else Option(number)


def with_part(question: Question) -> Question:
    """One empty part more, at the end."""
    part = part_of(question)
    more = {"targets": (*question.targets, part.target)} if isinstance(part, Item) else {}
    return replace(question, parts=(*question.parts, part), **more)


def edited(form, kind: str, language: str, before: Question | None = None) -> Edited:
    """What the form says. Raises ClientData; what is wrong otherwise is told in the answer, and nothing of what was typed is lost."""
    if before is None:
        before = begin(kind)
        before = replace(before, id=form["id"]) if ID.fullmatch(form.get("id", "")) else before
    taken = AuthorForm(form, language, before)
    question = replace(before, title=taken.line("title"), points=taken.number("points"), **before.structure_from(taken))
    question = with_words(question, taken)
    if act := form.get("arrange", ""):
        question, focus = arranged(question, *(act.split(" ") + [""])[:2])
        return Edited(pruned(question), [], True, focus)
    question = pruned(without_empty(question))
    return Edited(question, question.faults(language))


def with_words(question: Question, taken: AuthorForm) -> Question:
    """With what the form says in its language; the other versions stay."""
    numbers = (*question.worded, *question.fixed)
    said = Words(taken.rich("text"), taken.rich("feedback"), {number: taken.words_of(number, question) for number in numbers})
    return replace(question, words={**question.words, taken.language: said})


def pruned(question: Question) -> Question:
    """Without the words of parts that are gone."""
    numbers = {*question.worded, *question.fixed}
    return replace(question, words={language: replace(version, parts={number: part for number, part in version.parts.items() if number in numbers and part})
                                    for language, version in question.words.items()})


def without_empty(question: Question) -> Question:
    """Parts in which nobody has written anything, in no language, are left out: an empty line at the end is no mistake."""
    def is_written(part: Part) -> bool:
        numbers = (part.id, getattr(part, "target", part.id))
        return any(version.part(number) for version in question.words.values() for number in numbers) or bool(getattr(part, "value", ""))

    parts = tuple(part for part in question.parts if is_written(part))
    if not isinstance(question, Matching):
        return replace(question, parts=parts)
    used = {part.target for part in parts}
    targets = tuple(number for number in question.targets if number in used or any(version.part(number) for version in question.words.values()))
    return replace(question, parts=parts, targets=targets)


def arranged(question: Question, act: str, number: str) -> tuple[Question, str]:
    """(as the button says, the field that is written in next)."""
    place = next((place for place, part in enumerate(question.parts) if part.id == number), None)
    if act == "add" and len(question.parts) < PARTS_AT_MOST:
        question = with_part(question)
        last = question.parts[-1].id
        return question, f"value-{last}" if isinstance(question, Number) else f"text-{last}"
    if act == "add-target" and isinstance(question, Matching) and len(question.worded) < PARTS_AT_MOST:
        target = new_id()
        return replace(question, targets=(*question.targets, target)), f"text-{target}"
    if act == "remove" and isinstance(question, Matching) and number in question.targets:
        return replace(question, targets=tuple(one for one in question.targets if one != number)), "add"
    if place is None:
        return question, ""
    rest = [part for part in question.parts if part.id != number]
    if act in ("up", "down"):
        rest.insert(max(0, place + (1 if act == "down" else -1)), question.parts[place])
        return replace(question, parts=tuple(rest)), f"{act}-{number}"
    if act != "remove":
        return question, ""
    if isinstance(question, Matching):
        gone = question.parts[place].target
        if not any(part.target == gone for part in rest):
            question = replace(question, targets=tuple(one for one in question.targets if one != gone))
    return replace(question, parts=tuple(rest)), "add"


def save(form, kind: str, language: str, before: Question | None = None) -> Question:
    """For routes that answer our script. Raises QuestionIsUnfinished and ClientData."""
    done = edited(form, kind, language, before)
    if done.faults:
        raise QuestionIsUnfinished(done.faults)
    return done.question
