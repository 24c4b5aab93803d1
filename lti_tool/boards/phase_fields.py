"""The form of a phase: what is taken from it, and what is refused."""
from datetime import date

from flask import request
from flask_babel import gettext as _

from ..web import Unsuitable, take_wording, thing_number
from ..web.days import take_day
from .board import Board
from .column import TITLE_LIMIT
from .leading import chosen
from .phase import DAYS_BEFORE_AT_MOST, END_LIMIT, FREE, KINDS, MINUTES_AT_MOST, PROMPT_LIMIT, SCRIPT_LIMIT, VOTES_AT_MOST, Phase
from .phase_order import PhaseDesign
from .phase_words import USUAL



def design_taken(board: Board, before: Phase | None = None) -> PhaseDesign:
    """What the form does not ask stays as it was, or begins as is usual for the kind. Raises Unsuitable."""
    kind = request.form.get("kind", before.kind if before else FREE)
    if kind not in KINDS:
        raise Unsuitable("kind", _("There is no such kind of phase."))

    def stood(name: str, otherwise):
        return getattr(before, name) if before else USUAL.get(kind, {}).get(name, otherwise)

    def ticked(name: str, otherwise: bool) -> bool:
        said = chosen(name)
        return stood(name, otherwise) if said is None else said

    languages = board.course.languages
    opens_on, closes_on = days_taken(before)
    return PhaseDesign(
        kind=kind, title=take_wording("title", TITLE_LIMIT, languages, before and before.title, one_line=True),
        prompt=take_wording("prompt", PROMPT_LIMIT, languages, before and before.prompt), script=take_wording("script", SCRIPT_LIMIT, languages, before and before.script),
        minutes=number_taken("minutes", 1, MINUTES_AT_MOST, stood("minutes", None)), shows=shown_taken(board, before),
        comments=ticked("comments", True), reactions=ticked("reactions", True), hides_notes=ticked("hides_notes", False),
        votes_each=number_taken("votes_each", 0, VOTES_AT_MOST, stood("votes_each", 0)) or 0,
        days_before=number_taken("days_before", 1, DAYS_BEFORE_AT_MOST, stood("days_before", None)), opens_on=opens_on, closes_on=closes_on,
        scale=ticked("scale", False), scale_low=take_wording("scale_low", END_LIMIT, languages, before and before.scale_low, one_line=True),
        scale_high=take_wording("scale_high", END_LIMIT, languages, before and before.scale_high, one_line=True))


def number_taken(field: str, lowest: int, highest: int, before: int | None) -> int | None:
    """None where the field is empty."""
    if field not in request.form:
        return before
    text = request.form[field].strip()
    if not text:
        return None
    if not (text.isascii() and text.isdecimal() and len(text) < 5 and lowest <= int(text) <= highest):
        raise Unsuitable(field, _("Give a whole number from %(lowest)s to %(highest)s.", lowest=lowest, highest=highest))
    return int(text)


def shown_taken(board: Board, before: Phase | None) -> Phase | None:
    """The phase whose columns are worked on; None: its own."""
    if "shows" not in request.form:
        return next((phase for phase in board.phases if before and phase.id == before.shows_id), None)
    number = request.form.get("shows", type=thing_number)
    if not number:
        return None
    shown = next((phase for phase in board.phases if phase.id == number), None)
    if shown is None:
        raise Unsuitable("shows", _("That phase is no longer there."))
    return shown


def days_taken(before: Phase | None) -> tuple[date | None, date | None]:
    """(first day, last day); neither where it is worked on live."""
    if "time" not in request.form:
        return (before.opens_on, before.closes_on) if before else (None, None)
    if request.form["time"] != "days":
        return None, None
    first, last = take_day("opens_on"), take_day("closes_on")
    if first is None and last is None:
        raise Unsuitable("opens_on", _("Give at least one of the days."))
    if first and last and last < first:
        raise Unsuitable("closes_on", _("The last day comes before the first."))
    return first, last
