"""The public address, asked from here as a browser or a platform would: does our own answer come back, and over a sound TLS?"""
import socket
import ssl
from datetime import datetime, timedelta, timezone
from urllib.parse import urlsplit

import requests
from flask import current_app
from requests.adapters import HTTPAdapter

from ...db import now, transaction
from ...lti.guarded_connection import trusted
from ...lti.key import published_keys
from ..finding import bad, good, look, many

TIMEOUTS = (5, 10)
LARGEST = 64 * 1024
SOON = timedelta(days=14)
# OpenSSL's numbers of what is wrong with a certificate (X509_V_ERR_...).
WRONG = {
    9: "is not valid yet: compare the clocks", 10: "has ended: renew it", 18: "is self-signed: nobody else trusts it", 19: "leads to an authority that nobody trusts",
    20: "does not come with the certificates between it and its authority: give the proxy the full chain (fullchain.pem)",
    21: "does not come with the certificates between it and its authority: give the proxy the full chain (fullchain.pem)",
    62: "is for another name", 64: "is for another address",
}


def look_at_public_address():
    """In the order in which things go wrong; after the first bad one nothing more can be said."""
    try:
        health, key_set = asked("/healthz"), asked("/lti/jwks")
    except requests.RequestException as error:
        yield bad("address", *words_of(error))
        return
    except TooLarge:
        yield bad("address", f"Something else answers at {address()}.", "See where the proxy leads this name.")
        return
    if health.status_code in (502, 503, 504):
        yield bad("address", f"A proxy answers at {address()}, but the tool behind it does not ({health.status_code}).",
                  "See that `lti-tool serve` runs, and that the proxy leads to its host and port.")
    elif 300 <= health.status_code < 400:
        yield bad("address", f"{address()} leads elsewhere ({health.status_code} to {health.headers.get('Location', 'nowhere')[:200]}).",
                  "Set LTI_TOOL_PUBLIC_URL to the address that people use in the end, and let the proxy pass it on as it is.")
    elif not is_ours(health, key_set):
        yield bad("address", f"Something else than this installation answers at {address()} ({health.status_code}).",
                  "See where the proxy leads this name, and that the server uses the same database.")
    else:
        yield good("address", f"{address()} leads here.")
        yield from certificate()


def address() -> str:
    return current_app.config["PUBLIC_URL"]


class Trusting(HTTPAdapter):
    """The authorities that we trust with platforms too."""

    def init_poolmanager(self, *args, **options):
        super().init_poolmanager(*args, ssl_context=trusted(), **options)


class TooLarge(Exception):
    """More than we would ever answer."""


def asked(path: str) -> requests.Response:
    session = requests.Session()
    session.trust_env = False  # as platforms' servers see it, not through a proxy of this machine
    session.mount("https://", Trusting())
    with session.get(address() + path, timeout=TIMEOUTS, allow_redirects=False, stream=True) as answer:
        body = b""
        for piece in answer.iter_content(8192):
            body += piece
            if len(body) > LARGEST:
                raise TooLarge
        answer._content = body
        return answer


def is_ours(health, key_set) -> bool:
    """Of any installation the one, of this one the other: it has our database's keys."""
    try:
        if health.status_code != 200 or health.json() != {"status": "ok"}:
            return False
        found = {key["kid"] for key in key_set.json()["keys"]}
    except (ValueError, KeyError, TypeError):
        return False
    with transaction(writes=False):
        return found == {key.kid for key in published_keys()}


def words_of(error: requests.RequestException) -> tuple[str, str]:
    causes = chain(error)
    if wrong := next((each for each in causes if isinstance(each, ssl.SSLCertVerificationError)), None):
        return f"The certificate of {address()} {WRONG.get(wrong.verify_code, f'is not trusted ({wrong.verify_message})')}.", "Browsers and platforms refuse such a certificate."
    if any(isinstance(each, ssl.SSLError) for each in causes):
        return f"No TLS connection to {address()} came about.", "See that the proxy speaks TLS 1.2 or newer at this port, and not plain http."
    if any(isinstance(each, socket.gaierror) for each in causes):
        return f"The name {urlsplit(address()).hostname} leads nowhere, as seen from here.", "Make its DNS record, or set LTI_TOOL_PUBLIC_URL right."
    if isinstance(error, requests.Timeout):
        return f"Nobody answered at {address()} in time.", "See the firewall, and whether the proxy waits for the tool."
    return (f"Nobody answers at {address()}, as seen from here.",
            "See that the proxy runs. If people reach it from elsewhere, let this server reach it too: by its own DNS, or a line in /etc/hosts.")


def chain(error) -> list[BaseException]:
    """It and what caused it; requests and urllib3 keep causes in several places."""
    found, waiting = [], [error]
    while waiting:
        each = waiting.pop()
        if isinstance(each, BaseException) and each not in found:
            found.append(each)
            waiting += [each.__cause__, each.__context__, getattr(each, "reason", None), *each.args]
    return found


def certificate():
    parts = urlsplit(address())
    if parts.scheme != "https":
        return
    with socket.create_connection((parts.hostname, parts.port or 443), timeout=TIMEOUTS[0]) as plain:
        with trusted().wrap_socket(plain, server_hostname=parts.hostname) as secure:
            ends = datetime.fromtimestamp(ssl.cert_time_to_seconds(secure.getpeercert()["notAfter"]), timezone.utc)
    left = ends - now()
    if left < SOON:
        yield look("address", f"Its certificate ends on {ends:%Y-%m-%d}.", "See that it is renewed, and that the proxy takes the new one.")
    else:
        yield good("address", f"Its certificate is good for {many(left.days, 'more day')}.")
