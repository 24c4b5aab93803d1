"""Which addresses of platforms are taken: https, and written so that every program reads the same host in them, and nothing else in its header."""
import re
from urllib.parse import urlsplit

from flask import current_app

HOST = re.compile(r"[a-z0-9_]([a-z0-9._-]*[a-z0-9_])?|[0-9a-f:.]*:[0-9a-f:.]*", re.ASCII)  # a name or IPv4 address; an IPv6 address
LOOPBACK = ("localhost", "127.0.0.1", "::1")
USUAL_PORTS = {"https": 443, "http": 80}
LONGEST = 2000


def is_suitable(address) -> bool:
    """https (for a demo platform on this machine http too), a plain host, nobody's name or password before it, no fragment."""
    if not isinstance(address, str) or len(address) > LONGEST or not re.fullmatch(r"[!-~]+", address) or re.search(r'["\'<>\\`{|}^]', address):
        return False
    try:
        parts, port = urlsplit(address), urlsplit(address).port
    except ValueError:
        return False
    if "@" in parts.netloc or "#" in address or not HOST.fullmatch(parts.hostname or "") or port == 0 or parts.netloc.endswith(":"):
        return False
    return parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in LOOPBACK and current_app.config["DEMO"])


def host_of(address: str) -> str:
    """The host of a suitable address, with its port where that is not the usual one."""
    parts = urlsplit(address)
    host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    return host if parts.port in (None, USUAL_PORTS[parts.scheme]) else f"{host}:{parts.port}"
