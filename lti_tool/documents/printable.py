"""What every file that leaves says alike: letters that XML and HTML take, days and times."""
import re
from datetime import datetime

from flask_babel import format_date, format_datetime, get_timezone
from flask_babel import gettext as _

from ..web import current_language

DATE = {"fi": "d.M.yyyy", "sv": "d.M.yyyy", "en": "d MMM yyyy"}
MINUTE = {"fi": "d.M.yyyy 'klo' H.mm", "sv": "d.M.yyyy 'kl.' H.mm", "en": "d MMM yyyy HH:mm"}
# What XML and HTML refuse: control characters, halves of characters, and what is no character at all.
NOT_PRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]|[" + "".join(chr(plane * 0x10000 + end) for plane in range(1, 17) for end in (0xFFFE, 0xFFFF)) + "]")


def printable(text: str) -> str:
    return NOT_PRINTABLE.sub("", text)


def day_of(at: datetime) -> str:
    return format_date(at.astimezone(get_timezone()).date(), DATE[current_language()])


def minute_of(at: datetime) -> str:
    return format_datetime(at, MINUTE[current_language()])


def removed_words() -> str:
    return _("[Removed for good by a facilitator]")


def safe(name: str) -> str:
    """A file's name in a packet, as no system takes it amiss."""
    return "".join(letter if letter.isalnum() or letter in "._-" else "-" for letter in name).strip(".-") or "file"
