"""What a tool says of itself when it registers (LTI Dynamic Registration 1.0), and how the platform confirms it, as Moodle 4.5 does."""

import secrets
from urllib.parse import urlsplit

from .message import DEEP_LINKING
from .scopes import SCOPES
from .tool import Tool

TOOL_CONFIGURATION = "https://purl.imsglobal.org/spec/lti-tool-configuration"
NAMES, EMAIL = ("name", "given_name", "family_name"), "email"
LONGEST = 2000  # characters of an address or a value


class NotRegistered(Exception):
    """The reason, as the platform answers it."""


def tool_from(said, known=None, client_id=None):
    """The tool that these words register; a known one keeps its number, client id and state. Raises NotRegistered."""
    own = need(said, TOOL_CONFIGURATION, dict)
    target, domain = address(own, "target_link_uri"), need(own, "domain", str)
    if domain != urlsplit(target).netloc:
        raise NotRegistered("domain must be the host and port of target_link_uri")
    if "id_token" not in need(said, "response_types", list):
        raise NotRegistered("invalid_response_types")
    if need(said, "token_endpoint_auth_method", str) != "private_key_jwt":
        raise NotRegistered("invalid_token_endpoint_auth_method")
    if said.get("application_type", "web") != "web":
        raise NotRegistered("invalid_application_type")
    redirects = need(said, "redirect_uris", list)
    claims = own.get("claims") or []
    state = (known.id, known.client_id, known.active, known.offered) if known else (None, client_id, False, False)
    return Tool(
        *state,
        name=need(said, "client_name", str)[:255],
        description=str(own.get("description") or "")[:LONGEST],
        domain=domain,
        login_url=address(said, "initiate_login_uri"),
        target_link_uri=target,
        deep_linking_uri=deep_linking_uri(own, target),
        redirect_uris=tuple(address({"redirect_uris": uri}, "redirect_uris") for uri in redirects),
        key_set_url=address(said, "jwks_uri"),
        logo=str(said.get("logo_uri") or "")[:LONGEST],
        scopes=tuple(scope for scope in SCOPES if scope in str(said.get("scope") or "").split()),
        custom=custom_parameters(own),
        shares_name=any(name in claims for name in NAMES),
        shares_email=EMAIL in claims,
    )


def deep_linking_uri(own, target):
    """Empty when the tool does not take questions for content."""
    messages = [message for message in own.get("messages") or [] if isinstance(message, dict) and message.get("type") == DEEP_LINKING]
    return address({"target_link_uri": target, **messages[0]}, "target_link_uri") if messages else ""


def custom_parameters(own):
    return {str(key): " ".join(str(value).split("\n"))[:LONGEST] for key, value in (own.get("custom_parameters") or {}).items()}


def need(said, name, kind):
    if not isinstance(said.get(name), kind) or not said[name]:
        raise NotRegistered(f"missing required attribute {name}")
    return said[name]


def address(said, name):
    url = need(said, name, str)
    if urlsplit(url).scheme not in ("https", "http") or not urlsplit(url).netloc or len(url) > LONGEST:
        raise NotRegistered(f"{name} is no address")
    return url


def confirmation(tool):
    """What the tool is told of its registration: also what the platform did not take over is missing in it."""
    own = {
        "version": "1.3.0",
        "deployment_id": tool.deployment_id,
        "target_link_uri": tool.target_link_uri,
        "domain": tool.domain,
        "description": tool.description,
        "messages": [{"type": DEEP_LINKING, "target_link_uri": tool.deep_linking_uri}] if tool.deep_linking_uri else [],
        # Moodle cuts what it repeats at a second "="; what it keeps is whole.
        "custom_parameters": {key: value.partition("=")[0] for key, value in tool.custom.items()},
        "claims": ["sub", "iss", *(("name", "family_name", "given_name") if tool.shares_name else ()), *((EMAIL,) if tool.shares_email else ())],
    }
    return {
        "client_id": tool.client_id,
        "response_types": ["id_token"],
        "jwks_uri": tool.key_set_url,
        "initiate_login_uri": tool.login_url,
        "grant_types": ["client_credentials", "implicit"],
        "redirect_uris": list(tool.redirect_uris),
        "application_type": "web",
        "token_endpoint_auth_method": "private_key_jwt",
        "client_name": tool.name,
        "logo_uri": tool.logo,
        "scope": " ".join(tool.scopes),
        TOOL_CONFIGURATION: own,
    }


def new_client_id():
    return secrets.token_urlsafe(12)
