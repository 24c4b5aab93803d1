"""What a board is before anybody writes on it: phases, columns, prompts, meanings of colours. Copies, templates and files are made of it."""
from datetime import date
from typing import NamedTuple

from ..activities.anonymity import NAMED
from ..db import Wording
from .material import materials_on
from .phase import FREE

# What a phase lets people do. Whether voting has begun, or notes were revealed, is not design: a new board begins at the beginning.
SETTINGS = {"comments": True, "reactions": True, "votes_each": 0, "hides_notes": False, "scale": False}
NOTHING = Wording()


class ColumnLayout(NamedTuple):
    title: Wording
    prompt: Wording = NOTHING
    colour: str = "sun"
    locked: bool = False
    per_group: bool = False


class MaterialLayout(NamedTuple):
    """A link. Files stay with their board."""

    title: Wording
    url: str
    keeper: str = ""
    updated_on: date | None = None


class PhaseLayout(NamedTuple):
    title: Wording = NOTHING
    prompt: Wording = NOTHING
    columns: tuple[ColumnLayout, ...] = ()
    settings: dict = SETTINGS
    kind: str = FREE
    script: Wording = NOTHING
    minutes: int | None = None
    shows: int | None = None  # the place of the earlier phase whose columns are worked on here
    days_before: int | None = None
    questions: tuple[dict, ...] = ()  # of its feedback
    materials: tuple[MaterialLayout, ...] = ()
    scale_low: Wording = NOTHING
    scale_high: Wording = NOTHING


class Layout(NamedTuple):
    phases: tuple[PhaseLayout, ...]
    colour_names: dict = {}  # colour -> {language: what it means}
    anonymity: str = NAMED
    made_as_workshop: bool = False

    @property
    def columns(self) -> list[ColumnLayout]:
        return [column for phase in self.phases for column in phase.columns]

    def afresh(self) -> "Layout":
        """Without what only shows how far the work has come: locks."""
        return self._replace(phases=tuple(phase._replace(columns=tuple(column._replace(locked=False) for column in phase.columns)) for phase in self.phases))

    @property
    def minutes(self) -> int:
        """Planned, of all phases."""
        return sum(phase.minutes or 0 for phase in self.phases)

    def paper(self, phase: PhaseLayout) -> PhaseLayout:
        """The phase whose columns are worked on in that one."""
        return phase if phase.shows is None else self.phases[phase.shows]


def one_phase(columns=(), prompt: Wording | None = None) -> Layout:
    """`columns` are (title, prompt, colour)."""
    return Layout((PhaseLayout(prompt=prompt or NOTHING, columns=tuple(ColumnLayout(*column) for column in columns)),))


def layout_of(board) -> Layout:
    """As it stands now, without the notes."""
    columns, phases, materials = board.columns(), board.phases, links_on(board)
    places = {phase.id: place for place, phase in enumerate(phases)}
    designed = tuple(
        PhaseLayout(phase.title, phase.prompt, tuple(ColumnLayout(c.title, c.prompt, c.colour, c.locked, c.per_group) for c in columns if c.phase_id == phase.id),
                    {name: getattr(phase, name) for name in SETTINGS}, phase.kind, phase.script, phase.minutes, places.get(phase.shows_id), phase.days_before,
                    tuple(phase.questions), tuple(materials.get(phase.id, ())), phase.scale_low, phase.scale_high)
        for phase in phases)
    return Layout(designed, dict(board.colour_names), board.anonymity, board.made_as_workshop)


def links_on(board) -> dict[int, list[MaterialLayout]]:
    """phase -> the links among its materials."""
    return {phase: [MaterialLayout(m.title, m.url, m.keeper, m.updated_on) for m in there if m.url] for phase, there in materials_on(board.id).items()}
