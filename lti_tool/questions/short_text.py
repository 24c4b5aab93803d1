"""A word or a few, as its author accepts them (likeness.py: what counts as the same)."""
from dataclasses import dataclass

from flask_babel import gettext as _

from ..web import Unsuitable
from ..web.client_data import guarded
from ..web.text import clean, must_fit
from .likeness import is_like
from .option import WHOLE
from .option import Option as Variant
from .place import must_have_only
from .question import OTHERWISE, Marked, Question
from .words import Fault

ANSWER_LIMIT, STARS_AT_MOST = 300, 10


@dataclass(frozen=True)
class ShortText(Question):
    """What is accepted may be said in any of the question's languages: whoever reads in Finnish may well answer in Swedish. The first that fits says how much it brings."""

    case_matters: bool = False
    kind = "short_text"
    fixed = (OTHERWISE,)
    parts_at_least = 1

    def needed_in(self, language: str) -> tuple[str, ...]:
        """One right variant: a language may have fewer of them than another."""
        words, right = self.in_language(language), [variant.id for variant in self.parts if variant.right]
        return tuple(right[:1]) if right and not any(words.part(number).text for number in right) else ()

    def mark(self, answer) -> Marked:
        if not isinstance(answer, str):
            return Marked(0)
        for variant in self.parts:
            texts = (words.part(variant.id).text for words in self.words.values())
            if any(text and is_like(answer, text, self.case_matters) for text in texts):
                return Marked(variant.share / WHOLE, ((variant.id, variant.right),))
        return Marked(0, ((OTHERWISE, False),))

    def answer_from(self, form) -> str:
        text = " ".join(clean(form.get(self.name, "")).split())
        must_fit(self.name, text, ANSWER_LIMIT)
        text = guarded(self.name, text)
        if not text:
            raise Unsuitable(self.name, _("There is no text yet."))
        return text

    def read_answer(self, kept) -> str | None:
        return kept if isinstance(kept, str) and 0 < len(kept) <= 2 * ANSWER_LIMIT else None

    def right_answer(self) -> str:
        return next(variant.id for variant in self.parts if variant.right)

    def right_text(self, *reading: str) -> str:
        """A right answer as it can be shown: without stars. Empty where each has some."""
        words = self.in_language(self.shown_in(*reading))
        texts = [words.part(variant.id).text for variant in self.parts if variant.right]
        return next((text.replace("\\*", "*") for text in texts if text and "*" not in text.replace("\\*", "")), "")

    def structure_faults(self) -> list[Fault]:
        return [] if any(variant.right for variant in self.parts) else [Fault("parts", _("Say which answer is right."))]

    def word_faults(self, language: str) -> list[Fault]:
        words = self.in_language(language)
        return super().word_faults(language) + [Fault(f"text-{number}", _("There can be at most %(most)s stars.", most=STARS_AT_MOST))
                                                for number in self.worded if words.part(number).text.count("*") > STARS_AT_MOST]

    def structure(self) -> dict:
        return {"accepted": [{"id": variant.id, "share": variant.share} for variant in self.parts], "case_matters": self.case_matters}

    @classmethod
    def read_structure(cls, place) -> dict:
        if not must_have_only(place, "accepted", "case_matters"):
            return {}
        return {"parts": tuple(Variant(one.id_read(), one.part("share").number(0, WHOLE, WHOLE)) for one in place.parts_read("accepted", "id", "share")),
                "case_matters": place.part("case_matters").flag(False)}

    @classmethod
    def structure_from(cls, taken) -> dict:
        return {"parts": tuple(Variant(number, taken.percent(f"share-{number}")) for number in taken.parts), "case_matters": taken.form.get("case_matters") == "yes"}
