"""Workshops that come with the tool: the files in designs/, each in all three languages; and sample notes, to see what becomes of them."""
import tomllib
from functools import cache
from pathlib import Path
from typing import NamedTuple

from ..db import Wording
from .imports import BoardFile, read_template
from .imports.board_file import FORMAT, VERSION

FOLDER = Path(__file__).parent / "designs"
KEY = "workshop-"  # before a design's name: board templates have names of their own


class Sample(NamedTuple):
    """A note that somebody might have written."""

    phase: int  # counted from 1, as in the file
    column: int
    by: str  # made up
    text: Wording
    votes: int


@cache
def ready_designs() -> dict[str, BoardFile]:
    """key -> design, as `place` orders them."""
    read = {KEY + file.stem: tomllib.loads(file.read_text(encoding="utf-8")) for file in FOLDER.glob("*.toml")}
    return {key: read_template(as_file(read[key])) for key in sorted(read, key=lambda key: read[key]["place"])}


def as_file(told: dict) -> dict:
    whole = {name: value for name, value in told.items() if name not in ("place", "phases")}
    return {"format": FORMAT, "version": VERSION, "workshop": True, **whole, "phases": [as_phase(phase) for phase in told["phases"]]}


def as_phase(told: dict) -> dict:
    """What is answered before a workshop is read by the others only in it."""
    return {"hides_notes": told.get("kind") == "preassignment", **told}


@cache
def samples_of(key: str) -> tuple[Sample, ...]:
    """None for what does not come with the tool."""
    file = FOLDER / "samples" / f"{key.removeprefix(KEY)}.toml"
    if key not in ready_designs() or not file.exists():
        return ()
    return tuple(Sample(note["phase"], note["column"], note["by"], Wording(note["text"]), note.get("votes", 0))
                 for note in tomllib.loads(file.read_text(encoding="utf-8"))["notes"])
