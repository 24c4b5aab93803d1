"""Template filters and the few pages that belong to no room."""
import re
from datetime import timedelta

from flask import Blueprint
from flask_babel import format_date, format_time, get_timezone
from flask_babel import gettext as _
from markupsafe import Markup, escape

from ..db import now
from .floor import public
from .hosts import honest
from .language import current_language

pages = Blueprint("pages", __name__)
LINK = re.compile(r"https?://[^\s<>\"]+")


@pages.get("/healthz")
@public
def healthz():
    return {"status": "ok"}


DAY = {"fi": "EEE d.M.", "sv": "EEE d.M", "en": "EEE d MMM"}
DATE = {"fi": "d.M.", "sv": "d.M", "en": "d MMM"}
DATE_WITH_YEAR = {"fi": "d.M.yyyy", "sv": "d.M.yyyy", "en": "d MMM yyyy"}
CLOCK = {"fi": "'klo' H.mm", "sv": "'kl.' H.mm", "en": "HH:mm"}


def in_zone(at):
    """(the moment in the shown zone, today there)."""
    zone = get_timezone()
    return at.astimezone(zone), now().astimezone(zone).date()


def day_words(at) -> str:
    """A day as people say it: today, yesterday, else weekday and date."""
    (local, today), language = in_zone(at), current_language()
    if local.date() == today:
        return _("today")
    if local.date() == today - timedelta(days=1):
        return _("yesterday")
    return format_date(local.date(), DAY[language] if local.year == today.year else DATE_WITH_YEAR[language])


def date_words(day) -> str:
    """A date with its year, as in letters and notices."""
    return format_date(day, DATE_WITH_YEAR[current_language()])


def moment_words(at) -> str:
    """Day and time, always absolute, so that a page that stays open says nothing wrong."""
    (local, today), language = in_zone(at), current_language()
    clock = format_time(at, CLOCK[language])
    if local.date() == today:
        return clock
    return f"{format_date(local.date(), (DATE if local.year == today.year else DATE_WITH_YEAR)[language])} {clock}"


def said(saying) -> Markup:
    """One version of a Wording, marked with its language when it is not the page's own."""
    if not saying.other:
        return escape(saying.text)
    return Markup('<span lang="{}">{}</span>').format(saying.language, saying.text)


def only_in(language: str) -> str:
    """Marks what a facilitator has written in another language only."""
    return {"fi": _("only in Finnish"), "sv": _("only in Swedish"), "en": _("only in English")}.get(language, language)


def with_links(text: str) -> Markup:
    """Plain text with its addresses as links that open a new window."""
    if "://" not in text:
        return escape(text)
    html, end = Markup(), 0
    for found in LINK.finditer(text):
        address = found.group().rstrip(".,;:!?)]”»\"'")
        html += escape(text[end:found.start()])
        html += Markup('<a href="{0}" target="_blank" rel="noopener noreferrer ugc">{0}</a>').format(honest(address))
        end = found.start() + len(address)
    return html + escape(text[end:])


def register_pages(app) -> None:
    app.register_blueprint(pages)
    app.jinja_env.filters.update(date_words=date_words, day_words=day_words, moment_words=moment_words, said=said, with_links=with_links, honest=honest)
    app.jinja_env.globals["only_in"] = only_in
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
