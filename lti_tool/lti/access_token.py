"""Access tokens for platforms' services: asked for with a JSON web token that we sign (LTI security framework 4.1, RFC 7523), and kept until they end."""
import json
import re
import secrets
import threading
from datetime import timedelta
from typing import NamedTuple

import jwt
import requests
from flask import current_app

from ..db import now
from .key import signing_key
from .platform import Platform
from .service_answer import ask, json_object
from .service_problem import AnswerIsUnreadable, PlatformDoesNotAnswer, ServiceIsNotAllowed, ServiceProblem, ToolIsNotRecognised

LARGEST_ANSWER = 64 * 1024
LEEWAY = timedelta(seconds=60)  # a token is not used so shortly before its end
LONGEST = timedelta(hours=24)  # kept, whatever the platform says
BEFORE, AFTER = 5, 300  # seconds from now between which what we sign is good: two clocks may differ
TOKEN = re.compile(r"[\x21-\x7e]{1,8192}", re.ASCII)  # RFC 6749 appendix A.12; it goes into a header
UNRECOGNISED = ("invalid_client", "invalid_grant", "invalid_request", "unsupported_grant_type")
ERRORS = (*UNRECOGNISED, "unauthorized_client", "invalid_scope", "access_denied")
ASSERTION_TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"


class TokenSource(NamedTuple):
    """Where a platform gives out tokens, and to whom: plain values that need no transaction."""

    client_id: str
    address: str
    audience: str

    @classmethod
    def of(cls, platform: Platform) -> "TokenSource":
        return cls(platform.client_id, platform.auth_token_url, platform.token_audience or platform.auth_token_url)


class AccessToken(NamedTuple):
    value: str
    ends_at: object


class AccessTokens:
    """One for each application. Threads that need the same token wait for one asking."""

    def __init__(self):
        self._tokens: dict[tuple, AccessToken] = {}
        self._locks: dict[tuple, threading.Lock] = {}

    def token(self, source: TokenSource, scopes: tuple[str, ...], until: float) -> str:
        """Not inside a transaction: it may have to be asked for. Raises a ServiceProblem."""
        known = self._tokens.get((source, scopes))
        if known is None or known.ends_at <= now():
            with self._locks.setdefault((source, scopes), threading.Lock()):
                known = self._tokens.get((source, scopes))
                if known is None or known.ends_at <= now():
                    known = self._tokens[source, scopes] = ask_for_token(source, scopes, until)
        return known.value

    def drop(self, source: TokenSource, scopes: tuple[str, ...], value: str) -> None:
        """The service did not take it (401). Another that came meanwhile stays."""
        known = self._tokens.get((source, scopes))
        if known is not None and known.value == value:
            self._tokens.pop((source, scopes), None)


def assertion(source: TokenSource) -> str:
    """Says who asks, signed with our key. LTI security framework 4.1.1."""
    kid, key = signing_key()
    at = int(now().timestamp())
    claims = {"iss": source.client_id, "sub": source.client_id, "aud": source.audience, "iat": at - BEFORE, "exp": at + AFTER, "jti": secrets.token_urlsafe(24)}
    return jwt.encode(claims, key, algorithm="RS256", headers={"kid": kid})


def ask_for_token(source: TokenSource, scopes: tuple[str, ...], until: float) -> AccessToken:
    form = {"grant_type": "client_credentials", "client_assertion_type": ASSERTION_TYPE, "client_assertion": assertion(source), "scope": " ".join(scopes)}
    asked_at = now()
    answer = ask("post", source.address, until, data=form, largest=LARGEST_ANSWER)
    if answer.status_code != 200:
        raise refused(answer)
    said = json_object(answer)
    value, kind = said.get("access_token"), said.get("token_type", "bearer")
    if not isinstance(value, str) or not TOKEN.fullmatch(value) or not isinstance(kind, str) or kind.lower() != "bearer":
        raise AnswerIsUnreadable("the answer holds no bearer token")
    given = said.get("scope")
    if isinstance(given, str) and given.strip() and not set(scopes) <= set(given.split()):
        raise ServiceIsNotAllowed("the token is not for what was asked")
    return AccessToken(value, asked_at + lifetime(said.get("expires_in")) - LEEWAY)


def lifetime(said) -> timedelta:
    """What the platform says in seconds, as a number or as text; without that the token is used once (RFC 6749 5.1)."""
    try:
        seconds = 0 if isinstance(said, bool) else float(said)
    except (TypeError, ValueError, OverflowError):
        return timedelta()
    return timedelta(seconds=max(0.0, min(seconds, LONGEST.total_seconds()))) if seconds == seconds else timedelta()


def refused(answer: requests.Response) -> ServiceProblem:
    """What it means that there is no token (RFC 6749 5.2)."""
    status, error = answer.status_code, error_in(answer)
    if status == 429 or status >= 500:
        return PlatformDoesNotAnswer(f"the token address answered {status}")
    detail = f"the token address answered {status}{f' {error}' if error in ERRORS else ''}"
    if status == 401 or status in (400, 403) and error in UNRECOGNISED:
        return ToolIsNotRecognised(detail)
    if status in (400, 403):
        return ServiceIsNotAllowed(detail)
    return AnswerIsUnreadable(detail)


def error_in(answer: requests.Response) -> str | None:
    try:
        said = json.loads(answer.content)
    except (ValueError, RecursionError):
        return None
    return said.get("error") if isinstance(said, dict) and isinstance(said.get("error"), str) else None


def access_tokens() -> AccessTokens:
    return current_app.extensions["lti_access_tokens"]
