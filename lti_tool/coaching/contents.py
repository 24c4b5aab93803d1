"""What a module holds, as values: the same from the writing table and from an edition. What learners read, and what is kept, copied and packed."""
from datetime import date
from typing import NamedTuple

from ..db import Wording

ALL = 100  # percent


class Needs(NamedTuple):
    """What has to be done for the module to be finished."""

    share: int = ALL  # percent of the steps that are asked for
    score: int = 0  # percent of what the check questions can give, at least
    checked: bool = False  # a facilitator has looked at every practice task

    @classmethod
    def read(cls, kept: dict) -> "Needs":
        return cls(**{name: kept[name] for name in cls._fields if name in kept})

    def kept(self) -> dict:
        return self._asdict()


class StepShown(NamedTuple):
    """A step as it is gone through."""

    id: int
    kind: str
    title: Wording
    minutes: int  # planned; 0: not said
    needed: bool
    backgrounds: tuple[str, ...]  # for whom it is meant; none: for everybody
    contents: dict
    checked_on: date | None = None  # when somebody last looked whether it is still right
    keeper: str = ""  # who looks after it, as a material of a workshop says it

    @classmethod
    def read(cls, kept: dict) -> "StepShown":
        day = kept.get("checked_on")
        return cls(kept["id"], kept["kind"], Wording(kept["title"]), kept.get("minutes", 0), kept.get("needed", True), tuple(kept.get("backgrounds", ())),
                   kept["contents"], date.fromisoformat(day) if day else None, kept.get("keeper", ""))

    def kept(self) -> dict:
        more = {"minutes": self.minutes, "backgrounds": list(self.backgrounds), "keeper": self.keeper, "checked_on": self.checked_on and self.checked_on.isoformat()}
        return {"id": self.id, "kind": self.kind, "title": dict(self.title), "needed": self.needed, "contents": self.contents,
                **{name: value for name, value in more.items() if value}}

    def faults(self) -> list[str]:
        """What keeps it from being published, in words."""
        from .kinds import kind_of  # which knows steps
        return kind_of(self.kind).faults(self)

    def is_for(self, background: str) -> bool:
        return not self.backgrounds or not background or background in self.backgrounds


class UnitShown(NamedTuple):
    id: int
    title: Wording
    steps: tuple[StepShown, ...]


class Contents(NamedTuple):
    units: tuple[UnitShown, ...]
    needs: Needs = Needs()
    backgrounds: dict[str, Wording] = {}
    statements: dict[str, Wording] = {}  # of the self-assessment

    @classmethod
    def read(cls, kept: dict) -> "Contents":
        return cls(tuple(UnitShown(unit["id"], Wording(unit["title"]), tuple(map(StepShown.read, unit["steps"]))) for unit in kept["units"]), Needs.read(kept["needs"]),
                   *({key: Wording(words) for key, words in kept.get(name, {}).items()} for name in ("backgrounds", "statements")))

    def kept(self) -> dict:
        return {"units": [{"id": unit.id, "title": dict(unit.title), "steps": [step.kept() for step in unit.steps]} for unit in self.units], "needs": self.needs.kept(),
                "backgrounds": {key: dict(words) for key, words in self.backgrounds.items()}, "statements": {key: dict(words) for key, words in self.statements.items()}}

    @property
    def steps(self) -> list[StepShown]:
        return [step for unit in self.units for step in unit.steps]

    @property
    def minutes(self) -> int:
        return sum(step.minutes for step in self.steps)

    def step(self, number: int) -> StepShown | None:
        return next((step for step in self.steps if step.id == number), None)

    def unit_of(self, number: int) -> UnitShown:
        return next(unit for unit in self.units if any(step.id == number for step in unit.steps))

    def beside(self, number: int, ahead: int) -> StepShown | None:
        """The step that many places behind this one (or before it)."""
        steps = self.steps
        place = next(place for place, step in enumerate(steps) if step.id == number) + ahead
        return steps[place] if 0 <= place < len(steps) else None
