"""Third-party-initiated login: the platform says that somebody wants in, we ask it who. LTI security framework 5.1.1."""
import secrets
from typing import NamedTuple
from urllib.parse import parse_qsl, urlsplit

from flask import current_app
from pylti1p3.contrib.flask import FlaskOIDCLogin

from .attempt import begin_attempt
from .handshake import NothingKept, StateCookie, Words, the_handshake
from .platform import Platform, find_platform, platforms_of, suitable_id
from .refusals import ClientIsNotNamed, LoginIsIncomplete, PlatformIsDisabled, PlatformIsPending, UnknownClient, UnknownPlatform
from .storage import Storage, storage_for, suitable_frame

HINTS = ("iss", "login_hint", "lti_message_hint", "target_link_uri", "client_id", "lti_deployment_id")


class Question(NamedTuple):
    """The authentication request, as a form to the platform."""

    address: str
    fields: list[tuple[str, str]]


class Login(FlaskOIDCLogin):
    """Ask once, inside a writing transaction: `question()`; then give the answer its cookie with `remember_in(response)`."""

    def __init__(self, words):
        self.words = Words(words)
        super().__init__(self.words, None, NothingKept(), StateCookie(self.words))
        self.state = ""
        self.frame = suitable_frame(self._get_request_param("lti_storage_target"))

    def question(self) -> Question:
        address = self._prepare_redirect_url(f"{current_app.config['PUBLIC_URL']}/lti/launch")
        platform = the_handshake().platform
        begin_attempt(self.state, self._nonce, platform.issuer, platform.client_id, self.frame)
        asked = address[len(platform.auth_login_url) + 1:]
        # A GET form drops the query of its address, so that becomes fields too.
        own = parse_qsl(urlsplit(platform.auth_login_url).query, keep_blank_values=True)
        return Question(platform.auth_login_url.partition("?")[0], own + parse_qsl(asked, keep_blank_values=True))

    def hints(self) -> list[tuple[str, str]]:
        """What the platform sent, to begin again in another window while it is not yet used up."""
        return [(hint, value) for hint in HINTS if (value := self._get_request_param(hint))]

    def storage(self) -> Storage | None:
        """Where the platform keeps a proof of this login for us, in case that the browser keeps no cookie."""
        return storage_for(self.frame, the_handshake().platform, self.state)

    def remember_in(self, response) -> None:
        self._cookie_service.update_response(response)

    def validate_oidc_login(self):
        handshake = the_handshake()
        handshake.issuer = issuer = self._get_request_param("iss") or ""
        handshake.client_id = client_id = self._get_request_param("client_id") or ""
        if not issuer or not self._get_request_param("login_hint"):
            raise LoginIsIncomplete("iss or login_hint is missing")
        handshake.platform = the_platform(issuer, client_id).known()
        return handshake.platform.registration

    def _get_uuid(self):
        token = secrets.token_urlsafe(24)
        self.state = f"state-{token}"  # as PyLTI1p3 puts it together
        return token

    def _generate_nonce(self):
        self._nonce = secrets.token_urlsafe(24)
        return self._nonce


def the_platform(issuer: str, client_id: str) -> Platform:
    """The platform that the login request names. The client ID may be left out where there is only one (LTI core 4.1.3)."""
    if not suitable_id(issuer) or not (client_id == "" or suitable_id(client_id)):
        raise UnknownPlatform(issuer[:255])
    platform = find_platform(issuer, client_id) if client_id else None
    if platform is None:
        waiting = [known for known in platforms_of(issuer) if known.is_pending]
        platforms = [known for known in platforms_of(issuer) if not known.is_pending]  # whoever waits changes nothing for the others
        if waiting and not platforms and not client_id:
            raise PlatformIsPending("the platform waits for approval")
        if not platforms:
            raise UnknownPlatform(issuer)
        if client_id:
            raise UnknownClient(client_id, [known.client_id for known in platforms])
        if len(platforms) > 1:
            raise ClientIsNotNamed("several platforms share the issuer")
        platform = platforms[0]
    if platform.is_pending:
        raise PlatformIsPending("the platform waits for approval")
    if not platform.enabled:
        raise PlatformIsDisabled("the platform is disabled")
    return platform
