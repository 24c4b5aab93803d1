"""What stands between the braces of a GIFT question, by its kind. Raises NotTaken for what cannot be a question here."""
import re
from decimal import Decimal

from flask_babel import gettext as _

from ..decimals import NoNumber, kept, read_number
from ..matching import Item, Matching
from ..multiple_choice import MultipleChoice
from ..number import Accepted, Number
from ..option import WHOLE, Option
from ..question import FALSE, OTHERWISE, PARTS_AT_MOST, TRUE, new_id
from ..short_text import ShortText
from ..single_choice import SingleChoice
from ..true_false import TrueFalse
from ..words import PartWords
from .gift_text import Texts

WEIGHT = re.compile(r"%(-?\d{1,3}(?:\.\d{0,7})?)%")
TRUTH = {"T": True, "TRUE": True, "F": False, "FALSE": False}
DESCRIBED, WRITTEN = "description", "essay"


class NotTaken(ValueError):
    """`str()` says why."""


def read_answers(answers: str, texts: Texts):
    """(noun, its fields, {part: words})."""
    if answers.startswith("#"):
        return numbers(answers[1:], texts)
    if "~" in answers:
        return choice(answers, texts)
    if "=" in answers and "->" in answers:
        return pairs(answers, texts)
    if answers.partition("#")[0].strip().upper() in TRUTH and "=" not in answers.partition("#")[0]:
        return truth(answers, texts)
    return words(answers, texts)


def parted(answers: str, signs: str) -> list[tuple[str, str]]:
    """(sign, what stands behind it) of each; what stands before the first sign has none."""
    pieces = re.split(f"([{signs}])", answers)
    found = [("", pieces[0])] if pieces[0].strip() else []
    found += list(zip(pieces[1::2], pieces[2::2]))
    if len(found) > PARTS_AT_MOST + 1:  # numbers and texts have one more, for any other answer
        raise NotTaken(_("It has more than %(most)s answers.", most=PARTS_AT_MOST))
    return found


def weighed(text: str) -> tuple[Decimal | None, str]:
    found = WEIGHT.match(text.strip())
    return (Decimal(found[1]), text.strip()[found.end():]) if found else (None, text)


def with_feedback(text: str, texts: Texts) -> PartWords:
    said, _sign, feedback = text.partition("#")
    return PartWords(texts.line(said), texts.plain(feedback))


def share_of(weight: Decimal, texts: Texts) -> int:
    """Percent without decimals, never less than nothing."""
    if weight < 0:
        texts.note(_("A wrong answer takes no points away here: it brings none."))
    elif weight != round(weight):
        texts.note(_("Shares of the points were rounded to whole percents."))
    return min(WHOLE, max(0, round(weight)))


def choice(answers: str, texts: Texts):
    single = "=" in answers
    found = []
    for sign, text in parted(answers, "~="):
        weight, text = weighed(text)
        found.append((Decimal(WHOLE if sign == "=" else 0) if weight is None else weight, with_feedback(text, texts)))
    numbers_of = [new_id() for _one in found]
    said = dict(zip(numbers_of, (words_of for _weight, words_of in found)))
    if single:
        return SingleChoice, {"parts": tuple(Option(number, share_of(weight, texts)) for number, (weight, _words) in zip(numbers_of, found))}, said
    right, wrong = [weight for weight, _words in found if weight > 0], [weight for weight, _words in found if weight <= 0]
    if right and not as_counted_here(right, wrong):
        texts.note(_("Its weights were not taken over: here each right answer brings the same, and each wrong one takes as much away as keeps anybody from choosing all."))
    return MultipleChoice, {"parts": tuple(Option(number, WHOLE if weight > 0 else 0) for number, (weight, _words) in zip(numbers_of, found))}, said


def as_counted_here(right, wrong) -> bool:
    return all(abs(weight - Decimal(WHOLE) / len(right)) < 1 for weight in right) and all(abs(weight + Decimal(WHOLE) / len(wrong)) < 1 for weight in wrong)


def pairs(answers: str, texts: Texts):
    items, said, targets = [], {}, {}
    for _sign, text in parted(answers, "="):
        left, arrow, right = text.partition("->")
        if not arrow:
            raise NotTaken(_("In “%(words)s” the arrow -> is missing.", words=texts.line(text)[:60]))
        item, match = texts.line(left), texts.bare(right)
        target = targets.setdefault(match.casefold(), new_id())
        said.setdefault(target, PartWords(match))
        if item:
            number = new_id()
            items.append(Item(number, target))
            said[number] = PartWords(item)
    return Matching, {"parts": tuple(items), "targets": tuple(targets.values())}, said


def truth(answers: str, texts: Texts):
    value, *feedback = [piece.strip() for piece in answers.split("#", 2)]
    right = TRUTH[value.upper()]
    wrong_said, right_said = [texts.plain(text) for text in (*feedback, "", "")[:2]]
    return TrueFalse, {"is_true": right}, {TRUE if right else FALSE: PartWords("", right_said), FALSE if right else TRUE: PartWords("", wrong_said)}


def words(answers: str, texts: Texts):
    parts, said = [], {}
    for _sign, text in parted(answers, "="):
        weight, text = weighed(text)
        read, number = with_feedback(text, texts), new_id()
        if read.text == "*" and not weight and weight is not None:
            said[OTHERWISE] = PartWords("", read.feedback)
            continue
        parts.append(Option(number, WHOLE if weight is None else share_of(weight, texts)))
        said[number] = read
    return ShortText, {"parts": tuple(parts)}, said


def numbers(answers: str, texts: Texts):
    answers, tilde, otherwise = answers.partition("~")
    parts, said = [], {}
    if tilde:
        if "~" in otherwise or "=" in otherwise:
            raise NotTaken(_("Behind the feedback for any other number (~) stands one answer more."))
        read = with_feedback(otherwise, texts)
        if read.text:
            texts.note(_("A wrong number with its own feedback was not taken over."))
        said[OTHERWISE] = PartWords("", read.feedback)
    for _sign, text in parted(answers, "="):
        weight, text = weighed(text)
        typed, _hash, feedback = text.partition("#")
        share = WHOLE if weight is None else share_of(weight, texts)
        if typed.strip() == "*" and not share:
            said[OTHERWISE] = PartWords("", texts.plain(feedback))
            continue
        number = new_id()
        parts.append(Accepted(number, *range_of(texts.bare(typed)), share))
        said[number] = PartWords("", texts.plain(feedback))
    return Number, {"parts": tuple(parts)}, said


def range_of(typed: str) -> tuple[str, str]:
    """(value, how far off it may be) of 3, 3:0.5 or 2.5..3.5."""
    try:
        lowest, dots, highest = typed.partition("..")
        if dots:
            low, high = read_plain_number(lowest), read_plain_number(highest)
            if low > high:
                raise NotTaken(_("The range %(range)s ends before it begins.", range=typed))
            return kept((low + high) / 2), kept((high - low) / 2)
        value, _colon, tolerance = typed.partition(":")
        return kept(read_plain_number(value)), kept(read_plain_number(tolerance or "0"))
    except NoNumber as why:
        raise NotTaken(_("“%(typed)s” is no number: %(why)s", typed=typed[:60], why=str(why))) from None


def read_plain_number(text: str) -> Decimal:
    """Also 1e3, which Moodle takes."""
    found = re.fullmatch(r"([+-]?[\d.,]{1,20})[eE]([+-]?\d{1,2})", text.strip(), re.ASCII)
    if not found:
        return read_number(text)
    number = read_number(found[1]).scaleb(int(found[2]))
    if len(kept(abs(number)).replace(".", "")) > 20:
        raise NoNumber(_("The number is too long: at most %(number)s digits.", number=20))
    return number
