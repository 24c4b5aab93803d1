"""The file of a module (docs/formats.md), read into what it says. Raises FileCannotBeTaken with everything that is wrong."""
import re
from typing import NamedTuple

from flask_babel import gettext as _

from ...activities import TITLE_LIMIT
from ...db import Wording
from ...documents.place import Findings, Place
from ...documents.strict_json import FileCannotBeTaken, parse, shortened
from ..contents import ALL, Contents, Needs, StepShown, UnitShown
from ..kinds import KINDS
from ..module import BACKGROUND_LIMIT, BACKGROUNDS_AT_MOST, PURPOSE_LIMIT, STATEMENT_LIMIT, STATEMENTS_AT_MOST
from ..reading import FORMAT, VERSION
from ..step import MINUTES_AT_MOST, Step
from ..unit import Unit

KEY = re.compile(r"[a-z0-9]{1,6}")  # of what is listed: as forms number it, and as designs that come with the tool call it
STAYS = ("keeper", "attachments")  # these belong to where they were


class ModuleFile(NamedTuple):
    title: Wording
    purpose: Wording
    contents: Contents  # without numbers of units and steps
    left_out: dict[str, int]  # "keeper", "attachments", "wall" -> of how many steps
    unknown: list[tuple[Wording, str]]  # steps of kinds that are not known here: (title, kind)
    ignored: list[str]  # places that say nothing to us


def read_file(data: bytes) -> ModuleFile:
    return read(parse(data))


def read(data) -> ModuleFile:
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise FileCannotBeTaken(_("It is JSON, but not the file of a module: “format” is not “%(format)s”.", format=FORMAT))
    if type(data.get("version")) is not int or data["version"] != VERSION:
        raise FileCannotBeTaken(_("It was made by another version of this tool: “version” is not %(version)s.", version=VERSION))
    findings, left_out, unknown = Findings(), {}, []
    file = Place(data, "", findings)
    file.must_be_object("format", "version", "title", "purpose", "units", "needs", "backgrounds", "statements")
    title, purpose = file.part("title").wording(TITLE_LIMIT, required=True, one_line=True), file.part("purpose").wording(PURPOSE_LIMIT)
    backgrounds = read_listed(file.part("backgrounds"), BACKGROUNDS_AT_MOST, BACKGROUND_LIMIT)
    statements = read_listed(file.part("statements"), STATEMENTS_AT_MOST, STATEMENT_LIMIT)
    rows = file.part("units").rows(Unit.AT_MOST, _("there are too many parts (at most %(number)s).", number=Unit.AT_MOST), required=True)
    units = tuple(read_unit(unit, backgrounds, left_out, unknown) for unit in rows)
    needs = read_needs(file.part("needs"))
    findings.must_be_none()
    return ModuleFile(title, purpose, Contents(units, needs, backgrounds, statements), left_out, unknown, findings.ignored)


def read_listed(place: Place, most: int, limit: int) -> dict[str, Wording]:
    """Backgrounds or statements: {"1": words, "2": words}."""
    if place.is_missing or not place.must_be_object(*(place.value if isinstance(place.value, dict) else ())):
        return {}
    if len(place.value) > most:
        place.wrong(_("there are too many of these (at most %(number)s).", number=most))
        return {}
    for key in place.value:
        if not KEY.fullmatch(key):
            place.wrong(_("“%(name)s” is not known here.", name=shortened(key)))
    return {key: place.part(key).wording(limit, required=True, one_line=True) for key in place.value}


def read_needs(place: Place) -> Needs:
    if place.is_missing or not place.must_be_object(*Needs._fields):
        return Needs()
    return Needs(place.part("share").number(0, ALL, ALL), place.part("score").number(0, ALL, 0), place.part("checked").flag(False))


def read_unit(place: Place, backgrounds: dict, left_out: dict, unknown: list) -> UnitShown:
    if not place.must_be_object("id", "title", "steps"):
        return UnitShown(0, Wording(), ())
    title = place.part("title").wording(TITLE_LIMIT, required=True, one_line=True)
    rows = place.part("steps").rows(Step.AT_MOST, _("there are too many steps in one part (at most %(number)s).", number=Step.AT_MOST))
    return UnitShown(0, title, tuple(step for row in rows if (step := read_step(row, backgrounds, left_out, unknown))))


def read_step(place: Place, backgrounds: dict, left_out: dict, unknown: list) -> StepShown | None:
    """None of a kind that is not known here: that is told, and the rest comes in."""
    if not place.must_be_object("id", "kind", "title", "minutes", "needed", "backgrounds", "contents", "checked_on", *STAYS):
        return None
    title, kind = place.part("title").wording(TITLE_LIMIT, required=True, one_line=True), place.part("kind").text(TITLE_LIMIT, required=True, one_line=True)
    if kind not in KINDS:
        unknown.append((title, shortened(kind)))
        return None
    if not isinstance((contents := place.part("contents")).value, dict):
        contents.wrong(_("an object is needed here: { … }"))
    for name in (*(name for name in STAYS if place.value.get(name)), *(name for name in KINDS[kind].stays if contents.part(name).value and not contents.part(name).is_missing)):
        left_out[name] = left_out.get(name, 0) + 1
    day = place.part("checked_on").moment()
    return StepShown(0, kind, title, place.part("minutes").number(0, MINUTES_AT_MOST, 0), place.part("needed").flag(True), read_backgrounds(place.part("backgrounds"), backgrounds),
                     KINDS[kind].read(contents) if isinstance(contents.value, dict) else KINDS[kind].begin(), day and day.date())


def read_backgrounds(place: Place, known: dict) -> tuple[str, ...]:
    keys = []
    for row in place.rows(BACKGROUNDS_AT_MOST, _("there are too many of these (at most %(number)s).", number=BACKGROUNDS_AT_MOST)):
        if not isinstance(row.value, str) or row.value not in known:
            row.wrong(_("the file has no such background."))
        elif row.value not in keys:
            keys.append(row.value)
    return tuple(keys)
