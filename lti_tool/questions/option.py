"""Answers to choose from, each with the share of the points that it brings: what questions with one and with several right answers have in common."""
from dataclasses import dataclass

from flask_babel import gettext as _

from .place import must_have_only
from .question import Part, Question
from .words import Fault, same_words

WHOLE = 100  # percent


@dataclass(frozen=True)
class Option(Part):
    share: int = 0  # percent of the points

    @property
    def right(self) -> bool:
        return self.share >= WHOLE


@dataclass(frozen=True)
class Choice(Question):
    shuffles: bool = True

    def option(self, number: str) -> Option | None:
        return next((option for option in self.parts if option.id == number), None)

    def shown(self, seed: str) -> list[str]:
        return self.shuffled(self.worded, seed) if self.shuffles else list(self.worded)

    def structure_faults(self) -> list[Fault]:
        if not any(option.right for option in self.parts):
            return [Fault("parts", _("Say which answer is right."))]
        return []

    def word_faults(self, language: str) -> list[Fault]:
        words = self.in_language(language)
        return super().word_faults(language) + same_words((number, words.part(number).text) for number in self.worded)

    def structure(self) -> dict:
        return {"options": [{"id": option.id, "share": option.share} for option in self.parts], "shuffles": self.shuffles}

    @classmethod
    def read_structure(cls, place) -> dict:
        if not must_have_only(place, "options", "shuffles", *cls.more_structure):
            return {}
        return {"parts": tuple(Option(part.id_read(), part.part("share").number(0, WHOLE, 0)) for part in place.parts_read("options", "id", "share")),
                "shuffles": place.part("shuffles").flag(True)}

    more_structure = ()

    @classmethod
    def structure_from(cls, taken) -> dict:
        return {"parts": tuple(Option(number, taken.percent(f"share-{number}")) for number in taken.parts), "shuffles": taken.form.get("shuffles") == "yes"}
