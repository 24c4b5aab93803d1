"""What a platform says of itself before it is connected: its OpenID configuration, fetched from its own host and checked.

LTI dynamic registration 3.4 and 3.5; OpenID Connect discovery 3. Nothing of it is believed before its kind was checked.
"""
from dataclasses import dataclass

from flask import current_app

from .addresses import host_of, is_suitable
from .no_answer import NoAnswer
from .outgoing import json_of
from .platform import suitable_id
from .platform_faults import ConfigurationIsWrong, ConfigurationNotReachable, OtherIssuer, PlatformLacks
from .record import short

LTI_PLATFORM = "https://purl.imsglobal.org/spec/lti-platform-configuration"
RESOURCE_LINK, DEEP_LINKING = "LtiResourceLinkRequest", "LtiDeepLinkingRequest"


@dataclass(frozen=True)
class PlatformConfiguration:
    issuer: str
    auth_login_url: str
    auth_token_url: str
    key_set_url: str
    token_audience: str | None  # authorization_server
    registration_endpoint: str
    product_family: str
    version: str
    scopes: frozenset[str] | None  # None: it does not say
    variables: frozenset[str]
    placements: dict[str, frozenset[str]]  # of each kind of message that it sends

    @property
    def is_moodle(self) -> bool:
        return self.product_family == "moodle"

    @property
    def product(self) -> str:
        return short(f"{self.product_family} {self.version}")


def fetch_configuration(address: str) -> PlatformConfiguration:
    """Not inside a transaction. Raises a RegistrationRefused."""
    try:
        found = json_of(current_app.extensions["lti_requests"].get(address))
    except NoAnswer as error:
        raise ConfigurationNotReachable(error) from error
    return read_configuration(found, host_of(address))


def read_configuration(found: dict, host: str) -> PlatformConfiguration:
    """`host` is where it was fetched from: the issuer's and its registration's own (3.5.1)."""
    issuer = address_in(found, "issuer")
    if host_of(issuer) != host:
        raise OtherIssuer(host, host_of(issuer))
    if "?" in issuer or not suitable_id(issuer):
        raise ConfigurationIsWrong("issuer")
    registration_endpoint = address_in(found, "registration_endpoint")
    if host_of(registration_endpoint) != host:
        raise ConfigurationIsWrong("registration_endpoint")
    must_support("RS256", texts_in(found, "id_token_signing_alg_values_supported", required=True))
    must_support("RS256", texts_in(found, "token_endpoint_auth_signing_alg_values_supported"))
    must_support("private_key_jwt", texts_in(found, "token_endpoint_auth_methods_supported"))
    must_support("id_token", texts_in(found, "response_types_supported"))
    own = found.get(LTI_PLATFORM)
    if not isinstance(own, dict):
        raise ConfigurationIsWrong("lti-platform-configuration")
    placements = placements_in(own)
    must_support(RESOURCE_LINK, frozenset(placements))
    return PlatformConfiguration(
        issuer=issuer, auth_login_url=address_in(found, "authorization_endpoint"), auth_token_url=address_in(found, "token_endpoint"),
        key_set_url=address_in(found, "jwks_uri"), token_audience=text_in(found, "authorization_server") or None,
        registration_endpoint=registration_endpoint, product_family=text_in(own, "product_family_code"), version=text_in(own, "version"),
        scopes=texts_in(found, "scopes_supported"), variables=texts_in(own, "variables") or frozenset(), placements=placements)


def address_in(found: dict, member: str) -> str:
    if not is_suitable(found.get(member)):
        raise ConfigurationIsWrong(member)
    return found[member]


def text_in(found: dict, member: str) -> str:
    """One line; "" where there is none."""
    text = found.get(member)
    if text in (None, ""):
        return ""
    if not suitable_id(text):
        raise ConfigurationIsWrong(member)
    return text


def texts_in(found: dict, member: str, required=False) -> frozenset[str] | None:
    """None where there are none and need not be."""
    texts = found.get(member)
    if texts is None and not required:
        return None
    if not isinstance(texts, list) or not all(isinstance(text, str) for text in texts):
        raise ConfigurationIsWrong(member)
    return frozenset(texts)


def must_support(wanted: str, offered: frozenset[str] | None) -> None:
    if offered is not None and wanted not in offered:
        raise PlatformLacks(wanted)


def placements_in(own: dict) -> dict[str, frozenset[str]]:
    messages = own.get("messages_supported")
    if not isinstance(messages, list) or not all(isinstance(message, dict) and isinstance(message.get("type"), str) for message in messages):
        raise ConfigurationIsWrong("messages_supported")
    placements: dict[str, frozenset[str]] = {}
    for message in messages:
        placements[message["type"]] = placements.get(message["type"], frozenset()) | (texts_in(message, "placements") or frozenset())
    return placements
