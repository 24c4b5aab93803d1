"""Platform storage: where the browser loses our cookies, a platform that says so (lti_storage_target) keeps a value for us in that browser.

The login page puts a proof into it, the launch reads it there, and only from our own page is it taken: whoever sends somebody else's state
and token into this browser (login CSRF) finds no proof of theirs in it, and one that they bring along counts for nothing.
LTI client side postMessages 0.1, LTI postMessage storage 0.1, LTI OIDC login with client side postMessages 0.1.
"""
import hashlib
import hmac
import re
from typing import NamedTuple

from flask import current_app, render_template, request

from ..db import transaction
from ..web import from_own_page
from ..web.headers import origin_of
from .attempt import storage_to_ask
from .handshake import StateCookie, Words
from .platform import KnownPlatform, find_platform

FRAME = re.compile(r"[A-Za-z0-9_.:-]{1,80}", re.ASCII)  # "_parent" is the page that frames us, or opened our window


class Storage(NamedTuple):
    """Where the page's script asks."""

    frame: str
    origin: str  # of the platform's authorization address: nobody else is told, nobody else is believed
    key: str
    value: str = ""  # what is to be kept


def suitable_frame(name: str | None) -> str | None:
    return name if name and FRAME.fullmatch(name) else None


def proof_of(state: str) -> str:
    """What only the browser of this login can have: the platform knows the state, but nobody can make this of it."""
    return hmac.new(current_app.config["SECRET_KEY"].encode(), f"login in this browser {state}".encode("utf-8", "replace"), hashlib.sha256).hexdigest()


def is_proved(proof: str | None, state: str) -> bool:
    """Whether our own page has found the proof of this very login."""
    return bool(proof) and from_own_page() and hmac.compare_digest(proof.encode("utf-8", "replace"), proof_of(state).encode())


def storage_for(frame: str | None, platform: KnownPlatform, state: str) -> Storage | None:
    """For the page of a login that begins."""
    return Storage(frame, origin_of(platform.auth_login_url), state, proof_of(state)) if frame else None


def page_that_asks(words) -> str | None:
    """When a platform's answer comes without the state's cookie: a page that asks the platform's storage and sends the same once more.

    None where there is no storage to ask, or it was asked before. The answer is not looked at yet, and the login not spent.
    """
    state, token = words.get("state", ""), words.get("id_token", "")
    if not state or not token or "proof" in words or "error" in words or StateCookie(Words(words)).get_cookie(state) == state:
        return None
    with transaction():
        frame, issuer, client_id = storage_to_ask(state) or ("", "", "")
        platform = find_platform(issuer, client_id) if frame else None
        if platform is None or not platform.enabled:
            return None
        storage, name = Storage(frame, origin_of(platform.auth_login_url), state), platform.name
    return render_template("lti/prove.html", storage=storage, token=token, platform_name=name, answered_at=request.path)
