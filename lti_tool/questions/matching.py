"""Things, and to each of them what belongs to it.

Each thing that was matched rightly brings the same share of the points. Without `partial` only what is all right counts.
"""
from dataclasses import dataclass

from flask_babel import gettext as _

from ..web import Unsuitable
from .place import must_have_only
from .question import PARTS_AT_MOST, Marked, Part, Question
from .words import Fault, same_words


@dataclass(frozen=True)
class Item(Part):
    target: str = ""


@dataclass(frozen=True)
class Matching(Question):
    """Several things may belong to the same target; a target to which nothing belongs is a wrong answer more. Targets have texts as parts have."""

    targets: tuple[str, ...] = ()
    partial: bool = True
    kind = "matching"

    @property
    def worded(self) -> tuple[str, ...]:
        return (*(item.id for item in self.parts), *self.targets)

    def shown(self, seed: str) -> list[str]:
        return self.shuffled((item.id for item in self.parts), seed)

    def shown_targets(self, seed: str) -> list[str]:
        return self.shuffled(self.targets, seed)

    def mark(self, answer) -> Marked:
        given = answer if isinstance(answer, dict) else {}
        parts = tuple((item.id, given.get(item.id) == item.target) for item in self.parts)
        number = sum(right for _id, right in parts)
        whole = number == len(parts) > 0
        return Marked(float(whole) if whole or not self.partial else number / len(parts), parts)

    def field_of(self, item: str) -> str:
        return f"{self.name}-{item}"

    def draft_from(self, form) -> dict:
        return {item.id: form.get(self.field_of(item.id)) for item in self.parts if form.get(self.field_of(item.id)) in self.targets}

    def answer_from(self, form) -> dict:
        for item in self.parts:
            if form.get(self.field_of(item.id)) not in self.targets:
                raise Unsuitable(self.field_of(item.id), _("Choose something for each of them."))
        return self.draft_from(form)

    def read_answer(self, kept) -> dict | None:
        if not isinstance(kept, dict):
            return None
        return {item.id: kept[item.id] for item in self.parts if isinstance(kept.get(item.id), str) and kept[item.id] in self.targets} or None

    def right_answer(self) -> dict:
        return {item.id: item.target for item in self.parts}

    def word_faults(self, language: str) -> list[Fault]:
        words = self.in_language(language)
        found = [*super().word_faults(language), *same_words((item.id, words.part(item.id).text) for item in self.parts),
                 *same_words((number, words.part(number).text) for number in self.targets)]
        beside = {f"text-{item.target}": f"match-{item.id}" for item in reversed(self.parts)}  # authors write it there
        return [fault._replace(field=beside.get(fault.field, fault.field)) for fault in found]

    def structure_faults(self) -> list[Fault]:
        if len(self.targets) < 2:
            return [Fault("parts", _("At least two different answers to choose from are needed."))]
        return []

    def structure(self) -> dict:
        return {"items": [{"id": item.id, "target": item.target} for item in self.parts], "targets": [{"id": number} for number in self.targets], "partial": self.partial}

    @classmethod
    def read_structure(cls, place) -> dict:
        if not must_have_only(place, "items", "targets", "partial"):
            return {}
        targets = tuple(target.id_read() for target in place.parts_read("targets", "id"))
        items = []
        for item in place.parts_read("items", "id", "target"):
            items.append(Item(item.id_read(), item.id_read("target")))
            if items[-1].target not in targets:
                item.part("target").wrong(_("there is no such target."))
        return {"parts": tuple(items), "targets": targets, "partial": place.part("partial").flag(True)}

    @classmethod
    def structure_from(cls, taken) -> dict:
        """Authors write pairs: those whose second half reads the same have one target, unless another language tells them apart."""
        items, targets = [], []
        for number in taken.parts[:PARTS_AT_MOST]:
            target = taken.target_of(number, targets)
            items.append(Item(number, target))
            targets.append(target)
        return {"parts": tuple(items), "targets": tuple(dict.fromkeys([*targets, *taken.extra_targets(targets)])), "partial": taken.form.get("partial") == "yes"}
