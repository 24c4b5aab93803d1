"""What PyLTI1p3 asks us for: the words of a request, the state's cookie, who is registered. And what is known of a launch so far."""
from dataclasses import dataclass, field

from flask import g, request
from pylti1p3.contrib.flask import FlaskCookieService, FlaskRequest, FlaskSessionService
from pylti1p3.deployment import Deployment
from pylti1p3.tool_config import ToolConfAbstract

from ..db import now
from .attempt import VALID
from .platform import KnownPlatform


@dataclass
class Handshake:
    """One login or launch on its way, for the page and the record that say what came of it."""

    issuer: str = ""  # as it was said, until a platform is found
    client_id: str = ""
    deployment_id: str = ""  # of a message whose signature was right
    platform: KnownPlatform | None = None
    is_verified: bool = False  # the platform's signature was right
    by_storage: bool = False  # this browser lost the cookie, and the platform's storage had the proof
    language: str | None = None
    arrived_at: object = field(default_factory=now)  # by our own clock, before anybody is asked anything


def the_handshake() -> Handshake:
    if "handshake" not in g:
        g.handshake = Handshake()
    return g.handshake


class Words(FlaskRequest):
    """The words of the present request: a login may send them in the address and in the body, a launch in the body only."""

    def __init__(self, words):
        super().__init__(cookies=request.cookies, session={}, request_is_secure=True)
        self._words = words

    def get_param(self, key):
        return self._words.get(key)


class StateCookie(FlaskCookieService):
    """One short-lived cookie for each state, so that several links can be opened at once. Only this origin can set it (`__Host-`).

    Partitioned, because other cookies are lost in a platform's frame.
    """

    _cookie_prefix = "__Host-lti"

    def update_response(self, response):
        for key, cookie in self._cookie_data_to_set.items():
            response.set_cookie(key, cookie["value"], max_age=int(VALID.total_seconds()), path="/", secure=True, httponly=True,
                                samesite="None", partitioned=True)

    def forget(self, response, state: str) -> None:
        response.delete_cookie(self._get_key(state), path="/", secure=True, httponly=True, samesite="None", partitioned=True)


class NothingKept(FlaskSessionService):
    """PyLTI1p3 would put state and launch into a cookie that the browser can read; here a LoginAttempt is all that is kept."""

    def __init__(self):
        pass

    def save_nonce(self, nonce):
        pass


class OnePlatform(ToolConfAbstract):
    """The registration of the platform that was found, by issuer and client ID together."""

    def __init__(self, platform: KnownPlatform):
        self.platform = platform

    def check_iss_has_one_client(self, iss):
        return False

    def check_iss_has_many_clients(self, iss):
        return True

    def find_registration_by_params(self, iss, client_id, *args, **kwargs):
        return self.platform.registration

    def find_deployment_by_params(self, iss, deployment_id, client_id, *args, **kwargs):
        return Deployment().set_deployment_id(deployment_id) if deployment_id in self.platform.deployment_ids else None
