"""A link that somebody typed: an address of the web and nothing else."""
from urllib.parse import urlsplit

from flask import request
from flask_babel import gettext as _

from .text import Unsuitable, clean

LINK_LIMIT = 2000


def take_link(field: str) -> str:
    """The address, or "". `https://` may be left out. Raises Unsuitable for what is no address of a page, and for one that is too long."""
    text = clean(request.form.get(field, "")).strip()
    if not text:
        return ""
    if len(text) > LINK_LIMIT:
        raise Unsuitable(field, _("The address is too long: at most %(number)s characters.", number=LINK_LIMIT))
    address = text if "://" in text or ":" in text.partition("/")[0] and not text.partition(":")[2][:1].isdecimal() else f"https://{text}"
    try:
        parts = urlsplit(address)
        good = parts.scheme in ("https", "http") and bool(parts.hostname) and not any(c.isspace() or ord(c) < 32 for c in address) and parts.port != 0
    except ValueError:
        good = False
    if not good:
        raise Unsuitable(field, _("Give the address of a page, like https://meet.example/room."))
    return address
