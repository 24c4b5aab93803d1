"""What a platform is told of this tool when it connects itself: addresses, names, what is asked for. LTI dynamic registration 3.6."""
from urllib.parse import urlsplit

from flask import current_app
from flask_babel import force_locale
from flask_babel import gettext as _

from .platform_configuration import DEEP_LINKING, RESOURCE_LINK, PlatformConfiguration

LTI_TOOL = "https://purl.imsglobal.org/spec/lti-tool-configuration"
SCOPES = tuple(f"https://purl.imsglobal.org/spec/{scope}" for scope in (
    "lti-ags/scope/lineitem", "lti-ags/scope/result.readonly", "lti-ags/scope/score", "lti-nrps/scope/contextmembership.readonly"))
CLAIMS = ("iss", "sub", "name", "given_name", "family_name")
GROUPS = "Moodle.Person.userGroupIds"


def tool_name() -> str:
    return _("Workspace")


def name_in_platform() -> str:
    """As the platform shows it to everybody: in the installation's first language."""
    with force_locale(current_app.config["LANGUAGES"][0]):
        return tool_name()


def in_each_language(member: str, words) -> dict[str, str]:
    """{client_name: ..., client_name#fi: ..., client_name#sv: ...}: the first stands for all. OpenID Connect registration 2.1."""
    said = {}
    for language in current_app.config["LANGUAGES"]:
        with force_locale(language):
            said |= {member: said.get(member) or words(), f"{member}#{language}": words()}
    return said


def our_registration(configuration: PlatformConfiguration) -> dict:
    """What the platform is to know of this tool, and of what it offers what this tool wants. LTI dynamic registration 3.6."""
    tool = current_app.config["PUBLIC_URL"]
    custom = {"history": "$Context.id.history"}
    if configuration.is_moodle or GROUPS in configuration.variables:
        custom["groups"] = f"${GROUPS}"
    return {
        "application_type": "web", "response_types": ["id_token"], "grant_types": ["implicit", "client_credentials"],
        "initiate_login_uri": f"{tool}/lti/login", "redirect_uris": [f"{tool}/lti/launch"], "jwks_uri": f"{tool}/lti/jwks",
        "logo_uri": f"{tool}/static/logo.svg", "token_endpoint_auth_method": "private_key_jwt",
        "scope": " ".join(scope for scope in SCOPES if configuration.scopes is None or scope in configuration.scopes),
        **in_each_language("client_name", tool_name),
        LTI_TOOL: {
            "domain": urlsplit(tool).netloc, "target_link_uri": f"{tool}/lti/launch", "custom_parameters": custom,
            "claims": [*CLAIMS, *(["email"] if current_app.config["MAIL_SERVER"] else [])],
            **in_each_language("description", lambda: _("Workshops, peer-sharing walls and coaching modules: to work, share and learn together.")),
            "messages": our_messages(configuration, f"{tool}/lti/launch"),
        },
    }


def our_messages(configuration: PlatformConfiguration, launch: str) -> list[dict]:
    messages = [{"type": RESOURCE_LINK, "target_link_uri": launch, **in_each_language("label", tool_name)}]
    if DEEP_LINKING in configuration.placements:
        choosing = {"type": DEEP_LINKING, "target_link_uri": launch, **in_each_language("label", tool_name)}
        if "ContentArea" in configuration.placements[DEEP_LINKING]:
            choosing["placements"] = ["ContentArea"]
        messages.append(choosing)
    return messages
