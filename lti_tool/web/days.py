"""Days: the one it is where people are, and one that somebody typed."""
import re
from datetime import date

from flask import request
from flask_babel import get_timezone
from flask_babel import gettext as _

from ..db import now
from .text import Unsuitable

YEARS = range(2000, 2101)
ISO_DAY, SPOKEN_DAY = re.compile(r"(?P<y>\d{4,6})-(?P<m>\d\d)-(?P<d>\d\d)", re.ASCII), re.compile(r"(?P<d>\d\d?)\.(?P<m>\d\d?)\.(?P<y>\d{4,6})", re.ASCII)


def today_here() -> date:
    """At one in the morning it is tomorrow already."""
    return now().astimezone(get_timezone()).date()


def take_day(field: str) -> date | None:
    """As a field for days sends it, or as it is written. Raises Unsuitable."""
    text = request.form.get(field, "").strip()
    if not text:
        return None
    if found := ISO_DAY.fullmatch(text) or SPOKEN_DAY.fullmatch(text):
        if int(found["y"]) not in YEARS:  # fields for days take five digits and more
            raise Unsuitable(field, _("Give a year from %(first)s to %(last)s.", first=YEARS[0], last=YEARS[-1]))
        try:
            return date(int(found["y"]), int(found["m"]), int(found["d"]))
        except ValueError:
            pass
    raise Unsuitable(field, _("There is no such day. Write it like 26.11.2026."))
