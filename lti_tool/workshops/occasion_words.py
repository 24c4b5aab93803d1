"""When a workshop is held, as people say it. Times of day are those of the zone in which the service is read."""
from datetime import timedelta

from flask_babel import format_date, format_time
from flask_babel import gettext as _
from flask_babel import ngettext
from markupsafe import Markup

from ..web import current_language
from ..web.pages import CLOCK, DAY, in_zone
from .occasion import Occasion

DAY_WITH_YEAR = {"fi": "EEE d.M.yyyy", "sv": "EEE d.M.yyyy", "en": "EEE d MMM yyyy"}
CLOCK_ALONE = {"fi": "H.mm", "sv": "H.mm", "en": "HH:mm"}


def held_words(occasion: Occasion) -> Markup:
    """Day and both times: to 26.11. klo 9.00–11.30."""
    (local, today), language = in_zone(occasion.starts_at), current_language()
    day = format_date(local.date(), (DAY if local.year == today.year else DAY_WITH_YEAR)[language])
    words = f"{day} {format_time(occasion.starts_at, CLOCK[language])}–{format_time(occasion.ends_at, CLOCK_ALONE[language])}"
    return Markup('<time datetime="{}">{}</time>').format(local.isoformat(timespec="minutes"), words)


def how_soon(occasion: Occasion) -> str:
    """In days of the calendar; empty for what is over."""
    local, today = in_zone(occasion.starts_at)
    days = (local.date() - today).days
    if occasion.is_over:
        return ""
    if occasion.is_going_on:
        return _("going on now")
    if days == 0:
        return _("today")
    if local.date() == today + timedelta(days=1):
        return _("tomorrow")
    return ngettext("in %(num)s day", "in %(num)s days", days)
