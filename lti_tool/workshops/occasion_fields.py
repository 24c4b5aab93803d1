"""What a facilitator says of a workshop's time and place, taken from a form: local days and times, a link."""
import re
from datetime import date, datetime, time, timezone

from flask import current_app, request
from flask_babel import get_timezone, to_utc
from flask_babel import gettext as _

from ..web import Unsuitable, take_text
from ..web.days import take_day
from ..web.links import is_web_address
from .occasion import LINK_LIMIT

TIME_OF_DAY = re.compile(r"(\d\d?)[.:](\d\d)(?:[.:]\d\d)?", re.ASCII)


def clock_taken(field: str) -> time | None:
    """Raises Unsuitable."""
    text = request.form.get(field, "").strip()
    if not text:
        return None
    found = TIME_OF_DAY.fullmatch(text)
    if found is None or int(found[1]) > 23 or int(found[2]) > 59:
        raise Unsuitable(field, _("Write the time like 14:30."))
    return time(int(found[1]), int(found[2]))


def moment_of(field: str, day: date, clock: time) -> datetime:
    """The instant at which the clocks of the zone show that. Where they are put back it is the first of the two. Raises Unsuitable."""
    local = datetime.combine(day, clock)
    at = to_utc(local).replace(tzinfo=timezone.utc)
    if at.astimezone(get_timezone()).replace(tzinfo=None) != local:
        raise Unsuitable(field, _("That time does not exist: the clocks are put forward that night."))
    return at


def times_taken() -> tuple[datetime | None, datetime | None]:
    """Start and end, or neither. Raises Unsuitable."""
    day, starts, ends = take_day("day"), clock_taken("starts"), clock_taken("ends")
    if not (day or starts or ends):
        return None, None
    for field, value in (("day", day), ("starts", starts), ("ends", ends)):
        if value is None:
            raise Unsuitable(field, _("Give the day, the start and the end, or leave all three empty."))
    start, end = moment_of("starts", day, starts), moment_of("ends", day, ends)
    if end <= start:
        raise Unsuitable("ends", _("The end must be later than the start."))
    return start, end


def link_taken(field: str) -> str:
    """An address that a browser may open, or nothing. It is no text about anybody, so that the guard does not look at it. Raises Unsuitable."""
    link = take_text(field, LINK_LIMIT, one_line=True, guarded=False)
    if link and not is_web_address(link):
        raise Unsuitable(field, _("That is not an address of a meeting. It begins with https:// and has no spaces."))
    return link


def languages_taken(field: str) -> list[str]:
    return [language for language in current_app.config["LANGUAGES"] if language in request.form.getlist(field)]
