"""A number, with how far off it may be."""
from dataclasses import dataclass
from decimal import Decimal

from flask_babel import gettext as _

from ..web import Unsuitable
from .decimals import NoNumber, kept, read_kept, read_number
from .option import WHOLE
from .place import must_have_only
from .question import OTHERWISE, Marked, Part, Question
from .words import Fault


@dataclass(frozen=True)
class Accepted(Part):
    """`value` and `tolerance` as they are kept ("3.5"); from a form also as they were typed, until they are numbers."""

    value: str = ""
    tolerance: str = "0"
    share: int = WHOLE

    def takes(self, number: Decimal) -> bool:
        value, tolerance = read_kept(self.value), read_kept(self.tolerance)
        return value is not None and tolerance is not None and abs(number - value) <= tolerance


@dataclass(frozen=True)
class Number(Question):
    """The first of its parts that takes the number says how much it brings. They have no text of their own, only feedback."""

    kind = "number"
    fixed = (OTHERWISE,)
    parts_at_least = 1

    def needed_in(self, language: str) -> tuple[str, ...]:
        return ()

    def mark(self, answer) -> Marked:
        number = read_kept(answer)
        if number is None:
            return Marked(0)
        found = next((one for one in self.parts if one.takes(number)), None)
        return Marked(found.share / WHOLE, ((found.id, found.share >= WHOLE),)) if found else Marked(0, ((OTHERWISE, False),))

    def answer_from(self, form) -> str:
        try:
            return kept(read_number(form.get(self.name, "")))
        except NoNumber as why:
            raise Unsuitable(self.name, str(why)) from None

    def read_answer(self, kept_answer) -> str | None:
        return kept_answer if read_kept(kept_answer) is not None else None

    def right_answer(self) -> str:
        return next(one.value for one in self.parts if one.share >= WHOLE)

    def structure_faults(self) -> list[Fault]:
        found = [] if any(one.share >= WHOLE for one in self.parts) else [Fault("parts", _("Say which answer is right."))]
        for one in self.parts:
            found += [Fault(f"{name}-{one.id}", why) for name, text in (("value", one.value), ("tolerance", one.tolerance)) if (why := why_not(text, name == "tolerance"))]
        return found

    def structure(self) -> dict:
        return {"accepted": [{"id": one.id, "value": one.value, "tolerance": one.tolerance, "share": one.share} for one in self.parts]}

    @classmethod
    def read_structure(cls, place) -> dict:
        if not must_have_only(place, "accepted"):
            return {}
        return {"parts": tuple(Accepted(one.id_read(), number_read(one.part("value")), number_read(one.part("tolerance"), "0"), one.part("share").number(0, WHOLE, WHOLE))
                               for one in place.parts_read("accepted", "id", "value", "tolerance", "share"))}

    @classmethod
    def structure_from(cls, taken) -> dict:
        return {"parts": tuple(Accepted(number, as_kept(taken.line(f"value-{number}")), as_kept(taken.line(f"tolerance-{number}") or "0"), taken.percent(f"share-{number}"))
                               for number in taken.parts)}


def why_not(text: str, is_tolerance: bool) -> str:
    try:
        return _("How far off it may be is zero or more.") if read_number(text) < 0 and is_tolerance else ""
    except NoNumber as why:
        return str(why)


def as_kept(typed: str) -> str:
    try:
        return kept(read_number(typed))
    except NoNumber:
        return typed  # `structure_faults` says what is wrong, beside what was typed


def number_read(place, default: str | None = None) -> str:
    if place.is_missing and default is not None:
        return default
    if read_kept(place.value) is None:
        place.wrong(_("a number is needed here, in quotation marks and with a point: \"3.5\"."))
        return "0"
    return place.value
