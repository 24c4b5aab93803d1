"""A link that somebody typed: an address of the web and nothing else."""
import re
from urllib.parse import urlsplit

from flask import request
from flask_babel import gettext as _

from .text import Unsuitable, clean

LINK_LIMIT = 2000
# No user before the host, which would hide where it leads; nothing that ends an attribute or a line.
ADDRESS = re.compile(r"https?://[^\s<>\"'\\^`{|}@/?#]+([/?#][^\s<>\"\\^`{|}]*)?", re.IGNORECASE)


def is_web_address(text: str) -> bool:
    """Whether a browser may be sent there."""
    try:
        return bool(ADDRESS.fullmatch(text) and urlsplit(text).hostname) and urlsplit(text).port != 0
    except ValueError:
        return False


def host_of(address: str) -> str:
    """Where it leads, in letters that cannot be taken for others: `xn--…` where a name has any but the plain ones."""
    try:
        host = urlsplit(address).hostname or ""
        return host if host.isascii() else host.encode("idna").decode()
    except (ValueError, UnicodeError):
        return ""


def take_link(field: str) -> str:
    """The address, or "". `https://` may be left out. Raises Unsuitable for what is no address of a page, and for one that is too long."""
    text = clean(request.form.get(field, "")).strip()
    if not text:
        return ""
    if len(text) > LINK_LIMIT:
        raise Unsuitable(field, _("The address is too long: at most %(number)s characters.", number=LINK_LIMIT))
    address = text if "://" in text else f"https://{text}"
    if not is_web_address(address) or re.match(r"[a-z]+:(?!//)\D", text, re.IGNORECASE):  # javascript:alert(1) is no host with a port
        raise Unsuitable(field, _("Give the address of a page, like https://meet.example/room."))
    return address
