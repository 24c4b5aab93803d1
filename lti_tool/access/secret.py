"""The browser's own secret. By it, and by nothing that is kept here, a note that is hidden from everybody stays its writer's.

The database holds only HMAC(secret, what was written), so that two things of one writer cannot be told to belong together.
"""
import base64
import hashlib
import hmac
import re
import secrets
from datetime import timedelta

from cryptography.fernet import Fernet, InvalidToken
from flask import after_this_request, current_app, g, has_request_context, request

COOKIE = "__Host-own"
KEPT = timedelta(days=400)  # the longest that browsers keep a cookie
AT_MOST = 4  # a window that had a secret of its own before it was given the frame's keeps both


def secrets_here() -> list[str]:
    """The browser's secrets; the first is the one it signs with."""
    if not has_request_context():
        return []
    if "own_secrets" not in g:
        found = re.findall(r"[\w-]{43}", request.cookies.get(COOKIE, ""), re.ASCII)
        g.own_secrets = found[:AT_MOST]
    return g.own_secrets


def keep_a_secret() -> None:
    """Gives the browser a secret with this answer, unless it has one."""
    if not secrets_here():
        take_over([secrets.token_urlsafe(32)])


def take_over(given: list[str]) -> None:
    """Keeps these secrets before those the browser has already."""
    g.own_secrets = list(dict.fromkeys([*given, *secrets_here()]))[:AT_MOST]

    @after_this_request
    def set_cookie(response):
        response.set_cookie(COOKIE, ".".join(g.own_secrets), max_age=int(KEPT.total_seconds()), path="/", secure=True, httponly=True,
                            samesite="None", partitioned=True)
        return response


def mark_with(secret: str, part: str, person: int) -> str:
    """The person is part of it, or the next one at a shared computer would own what the first one wrote."""
    return hmac.new(secret.encode(), f"{person} {part}".encode(), hashlib.sha256).hexdigest()


def new_mark(part: str, person: int) -> str:
    """What is stored instead of an author."""
    keep_a_secret()
    return mark_with(secrets_here()[0], part, person)


def kept_mark(of_what: str) -> str:
    """A mark that only this installation's key can make again: instead of a person where nobody may see whose something is."""
    return hmac.new(current_app.config["SECRET_KEY"].encode(), of_what.encode(), hashlib.sha256).hexdigest()


def holds_mark(mark: str | None, part: str, person: int | None) -> bool:
    """Whether the browser that asks has the secret with which this was signed."""
    return bool(mark) and person is not None and any(hmac.compare_digest(mark, mark_with(secret, part, person)) for secret in secrets_here())


def cipher() -> Fernet:
    key = hashlib.sha256(b"from the frame to a window " + current_app.config["SECRET_KEY"].encode()).digest()
    return Fernet(base64.urlsafe_b64encode(key))


def sealed_secrets() -> str:
    """The secrets on their way from the frame to a window of its own: sealed, and never stored."""
    return cipher().encrypt(".".join(secrets_here()).encode()).decode() if secrets_here() else ""


def unseal(sealed: str, seconds: float) -> list[str]:
    try:
        return [secret for secret in cipher().decrypt(sealed.encode(), ttl=int(seconds)).decode().split(".") if secret]
    except (InvalidToken, UnicodeEncodeError):
        return []
