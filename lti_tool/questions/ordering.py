"""Things to put in order.

Each thing that is followed at once by the one that should follow it brings the same share of the points: somebody who has put one thing in a wrong place does not lose
them all. Without `partial` only what is all right counts.
"""
from dataclasses import dataclass

from flask_babel import gettext as _

from ..web import Unsuitable
from .place import must_have_only
from .question import Marked, Part, Question
from .words import Fault, same_words

EARLIER, LATER = "earlier", "later"


@dataclass(frozen=True)
class Ordering(Question):
    """Its parts stand in the right order."""

    partial: bool = True
    kind = "ordering"

    def shown(self, seed: str) -> list[str]:
        """Never already as it should be."""
        shown = self.shuffled(self.worded, seed)
        return [*shown[1:], shown[0]] if shown == list(self.worded) else shown

    def mark(self, answer) -> Marked:
        given = [number for number in answer or () if number in self.worded]
        steps = list(zip(self.worded, self.worded[1:]))
        made = set(zip(given, given[1:]))
        whole = given == list(self.worded)
        fraction = float(whole) if whole or not self.partial or not steps else sum(step in made for step in steps) / len(steps)
        return Marked(fraction, tuple((number, place < len(self.worded) and self.worded[place] == number) for place, number in enumerate(given)))

    @property
    def moves(self) -> str:
        return f"{self.name}-move"

    def field_of(self, number: str) -> str:
        return f"{self.name}-{number}"

    def draft_from(self, form) -> list[str]:
        """As it was shown, with what was changed since: numbers that were given to things, and a button that moves one by one place.

        Whatever was given a number earlier than its own stands before what stood there, later than its own behind it.
        """
        shown = self.whole_of(form.getlist(self.name))
        places = {number: self.place_given(form, number, place) for place, number in enumerate(shown)}
        order = sorted(shown, key=lambda number: (places[number], (places[number] > shown.index(number)) - (places[number] < shown.index(number))))
        number, _space, way = form.get(self.moves, "").partition(" ")
        return moved(order, number, way)

    def place_given(self, form, number: str, place: int) -> int:
        text = form.get(self.field_of(number), "")
        return int(text) - 1 if text.isascii() and text.isdecimal() and len(text) < 4 else place

    def whole_of(self, numbers) -> list[str]:
        """What is missing stands at the end."""
        return list(dict.fromkeys([*(number for number in numbers if number in self.worded), *self.worded]))

    def answer_from(self, form) -> list[str]:
        if not form.getlist(self.name):  # or the right order would be taken as theirs
            raise Unsuitable(self.name, _("Put them in order."))
        return self.draft_from(form)

    def read_answer(self, kept) -> list[str] | None:
        if not isinstance(kept, list):
            return None
        return [number for number in dict.fromkeys(one for one in kept if isinstance(one, str)) if number in self.worded] or None

    def right_answer(self) -> list[str]:
        return list(self.worded)

    def word_faults(self, language: str) -> list[Fault]:
        words = self.in_language(language)
        return super().word_faults(language) + same_words((number, words.part(number).text) for number in self.worded)

    def structure(self) -> dict:
        return {"items": [{"id": number} for number in self.worded], "partial": self.partial}

    @classmethod
    def read_structure(cls, place) -> dict:
        if not must_have_only(place, "items", "partial"):
            return {}
        return {"parts": tuple(Part(item.id_read()) for item in place.parts_read("items", "id")), "partial": place.part("partial").flag(True)}

    @classmethod
    def structure_from(cls, taken) -> dict:
        return {"parts": tuple(Part(number) for number in taken.parts), "partial": taken.form.get("partial") == "yes"}


def moved(order: list[str], number: str, way: str) -> list[str]:
    if number not in order or way not in (EARLIER, LATER):
        return order
    place = order.index(number)
    order = [one for one in order if one != number]
    order.insert(max(0, place + (1 if way == LATER else -1)), number)
    return order
