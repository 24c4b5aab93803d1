"""Templates that come with the tool: the files in templates/, each in all three languages."""
import tomllib
from functools import cache
from pathlib import Path

from .imports import BoardFile, read_template
from .imports.board_file import FORMAT, VERSION
from .layout import SETTINGS

FOLDER = Path(__file__).parent / "templates"


@cache
def ready_templates() -> dict[str, BoardFile]:
    """name -> template, as `place` orders them."""
    read = {file.stem: tomllib.loads(file.read_text(encoding="utf-8")) for file in FOLDER.glob("*.toml")}
    return {name: read_template(as_file(read[name])) for name in sorted(read, key=lambda name: read[name]["place"])}


def as_file(told: dict) -> dict:
    """These files have one phase, and say it without a level of its own."""
    phase = {name: told[name] for name in ("prompt", "columns", *SETTINGS) if name in told}
    whole = {name: told[name] for name in ("title", "purpose", "colours", "anonymity") if name in told}
    return {"format": FORMAT, "version": VERSION, **whole, "phases": [phase]}
