"""Verifies the platform's message. LTI security framework 5.1.3, OpenID Connect core 3.1.3.7.

PyLTI1p3 takes the message apart; what it leaves unchecked (times, audience, nonce, kinds of claims) is checked here, in the order of
the connection check. Nothing of the message is used before its signature was found right, and no transaction is open meanwhile.
"""
import hmac
import math

import jwt
from flask import current_app
from pylti1p3.contrib.flask import FlaskMessageLaunch
from pylti1p3.exception import LtiException

from ..db import now, transaction
from .attempt import BegunLogin
from .claims import LTI, LaunchMessage, locale_of, read_message
from .content_refusals import UnknownDeployment
from .handshake import NothingKept, OnePlatform, StateCookie, Words, the_handshake
from .message_refusals import KeyIsNotNamed, MessageIsMalformed, OtherLogin, OtherSender, TimesAreWrong, WrongAlgorithm, WrongSignature
from .platform import KnownPlatform, take_first_deployment
from .record import short
from .refusals import LaunchIsSpent, LoginWasElsewhere, NothingArrived, PlatformIsDisabled, PlatformIsPending, PlatformSaidNo
from .storage import is_proved

LEEWAY = 60  # seconds by which two clocks may differ
OLDEST = 10 * 60  # seconds since the message was made
LONGEST = 24 * 60 * 60  # seconds for which a message may claim to be good
ONLY_SIGNATURE = {f"verify_{name}": False for name in ("exp", "nbf", "iat", "aud", "iss", "sub", "jti")}


class Launch(FlaskMessageLaunch):
    """`begun` and `platform` are what the spent state led to; None where it led nowhere."""

    def __init__(self, words, begun: BegunLogin | None, platform: KnownPlatform | None):
        self.words = Words(words)
        self.begun, self.platform = begun, platform
        super().__init__(self.words, OnePlatform(platform), NothingKept(), StateCookie(self.words),
                         requests_session=current_app.extensions["lti_requests"])

    def message(self) -> LaunchMessage:
        """What the launch says. Raises a LaunchRefused."""
        self.validate()
        message = read_message(self._jwt["body"], self.begun.client_id, self.platform.deployment_ids)
        if not self.platform.deployment_ids:
            self.take_deployment(message.arrival.deployment_id)
        return message

    def take_deployment(self, deployment_id: str) -> None:
        with transaction():
            taken = take_first_deployment(self.platform.id, deployment_id)
        if not taken:  # another launch was faster with another one
            raise UnknownDeployment(deployment_id)

    def forget_state(self, response) -> None:
        if self.begun is not None:
            self._cookie_service.forget(response, self._get_request_param("state"))

    def validate(self):
        self._auto_validation = False
        self.validate_state()
        try:
            self.validate_jwt_format()
        except LtiException as error:
            raise MessageIsMalformed("the id_token is no JSON web token") from error
        self.validate_sender().validate_jwt_signature().validate_times().validate_nonce()
        return self

    def validate_state(self):
        """The state was spent before, whatever comes of the launch."""
        if error := self._get_request_param("error"):
            raise PlatformSaidNo("".join(c for c in error if c.isascii() and (c.isalnum() or c in "_-"))[:60])
        if self.begun is None:
            raise LaunchIsSpent("the state is used, too old or unknown")
        if not self.is_in_browser_of(self._get_request_param("state")):
            raise LoginWasElsewhere("the state's cookie did not come back")
        if self.platform is None:
            raise PlatformIsDisabled("the platform was disabled or removed since the login")
        if self.platform.is_pending:
            raise PlatformIsPending("the platform waits for approval")
        if not self._get_request_param("id_token"):
            raise NothingArrived("there is no id_token")
        return self

    def is_in_browser_of(self, state: str) -> bool:
        """Whether the login with this state was begun in this very browser: its cookie came back, or the platform's storage has the proof."""
        if hmac.compare_digest((self._cookie_service.get_cookie(state) or "").encode(), state.encode()):
            return True
        the_handshake().by_storage = is_proved(self._get_request_param("proof"), state)
        return the_handshake().by_storage

    def validate_sender(self):
        """`iss` and `aud` are those of the login; `azp` when it is there, and it must be with several audiences."""
        header, claims = self._jwt["header"], self._jwt["body"]
        if not isinstance(header, dict) or not isinstance(claims, dict):
            raise MessageIsMalformed("the id_token's parts are no objects")
        if claims.get("iss") != self.begun.issuer:
            raise OtherSender("iss is not the issuer of the login")
        audience, party = claims.get("aud"), claims.get("azp")
        audiences = audience if isinstance(audience, list) else [audience]
        if self.begun.client_id not in audiences:
            raise OtherSender("aud is not our client id")
        if party != self.begun.client_id and (party is not None or len(audiences) > 1):
            raise OtherSender("azp is not our client id")
        self._registration = self.platform.registration
        return self

    def validate_jwt_signature(self):
        header = self._jwt["header"]
        if header.get("alg") != "RS256":
            raise WrongAlgorithm("alg is not RS256")
        kid = header.get("kid")
        if not kid or not isinstance(kid, str):
            raise KeyIsNotNamed("kid is missing")
        key = current_app.extensions["lti_platform_keys"].key(self.platform.key_set_url, kid)
        try:
            self._jwt["body"] = jwt.decode(self._get_id_token(), key, algorithms=["RS256"], options=ONLY_SIGNATURE)
        except jwt.InvalidTokenError as error:
            raise WrongSignature(f"the signature is wrong: {type(error).__name__}") from error
        handshake = the_handshake()
        handshake.is_verified, handshake.language, handshake.deployment_id = True, self.language(), self.deployment()
        return self

    def deployment(self) -> str:
        """For the record; whether it is known here is asked later."""
        deployment_id = self._jwt["body"].get(LTI + "deployment_id")
        return short(deployment_id) if isinstance(deployment_id, str) else ""

    def language(self) -> str | None:
        try:
            return locale_of(self._jwt["body"])
        except AttributeError:
            return None  # what is wrong with the claim is said later

    def validate_times(self):
        """By our own clock, which tests can set. `nbf` is optional (RFC 7519 4.1.5)."""
        claims, at = self._jwt["body"], now().timestamp()
        for name in ("iat", "exp", "nbf"):
            value = claims.get(name)
            if value is None and name == "nbf":
                continue
            if value is None:
                raise TimesAreWrong(f"{name} is missing")
            if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
                raise TimesAreWrong(f"{name} is no time")
        if claims["iat"] > at + LEEWAY or (claims.get("nbf") or 0) > at + LEEWAY:
            raise TimesAreWrong("iat or nbf is in the future")
        if claims["exp"] < at - LEEWAY:
            raise TimesAreWrong("exp is past")
        if claims["iat"] < at - OLDEST - LEEWAY:
            raise TimesAreWrong("iat is too long ago")
        if not claims["iat"] <= claims["exp"] <= claims["iat"] + LONGEST:
            raise TimesAreWrong("exp is before iat, or more than a day after it")
        return self

    def validate_nonce(self):
        nonce = self._jwt["body"].get("nonce")
        if not isinstance(nonce, str) or not hmac.compare_digest(nonce.encode("utf-8", "replace"), self.begun.nonce.encode()):
            raise OtherLogin("the nonce is not that of the login")
        return self
