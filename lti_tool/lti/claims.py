"""What a verified message says, in the words of this tool. Nothing of it is believed before its kind was checked. LTI core 5."""
from dataclasses import dataclass

from flask import current_app

from ..people import Arrival
from ..web.headers import origin_of
from ..web.text import clean
from .carried import Carried, carried_by
from .content_refusals import (ClaimIsMissing, ClaimIsWrong, DeploymentIsNotNamed, OtherTarget, UnknownDeployment,
                               UnsupportedMessage, WrongVersion)
from .grade_service import ENDPOINT, GradeService, grade_service_of
from .platform import suitable_id
from .roles import is_admin, is_facilitator

LTI = "https://purl.imsglobal.org/spec/lti/claim/"
DEEP_LINKING = "https://purl.imsglobal.org/spec/lti-dl/claim/deep_linking_settings"
NAMES_AND_ROLES = "https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice"
TITLE_LIMIT = 200
KINDS = {  # of what may be missing; null counts as missing
    "name": str, "given_name": str, "family_name": str, "email": str, "locale": str,
    LTI + "context": dict, LTI + "resource_link": dict, LTI + "launch_presentation": dict, LTI + "custom": dict, LTI + "lis": dict,
    LTI + "tool_platform": dict, LTI + "role_scope_mentor": list, DEEP_LINKING: dict,
    ENDPOINT: dict,
    NAMES_AND_ROLES: dict,
}


@dataclass(frozen=True)
class LaunchMessage:
    """Somebody opens a link, or wants to choose links: who arrives in which course, and with what."""

    arrival: Arrival
    resource_link: str  # empty where links are to be chosen
    link_title: str
    carried: Carried
    deep_linking: dict | None  # the settings of a deep linking request
    roster_url: str | None  # of the platform's names and roles service for this course
    grades: GradeService  # what the platform offers for this link
    claims: dict  # all of it, for the launch doctor; nothing of it is kept as it is


def check_kinds(claims: dict) -> None:
    for claim, kind in KINDS.items():
        if claims.get(claim) is not None and not isinstance(claims[claim], kind):
            raise ClaimIsWrong(claim)


def required_id(claims: dict, claim: str, called: str = "") -> str:
    """An id of at most 255 characters. Raises when it is missing or no such text."""
    called = called or claim
    if claims.get(claim) in (None, ""):
        raise ClaimIsMissing(called)
    if not suitable_id(claims[claim]):
        raise ClaimIsWrong(called)
    return claims[claim]


def deployment_of(claims: dict, known: frozenset[str]) -> str:
    """One of those that are known; where none is, because the platform registered itself without one, any."""
    deployment_id = claims.get(LTI + "deployment_id")
    if deployment_id in (None, ""):
        raise DeploymentIsNotNamed
    if not suitable_id(deployment_id):
        raise ClaimIsWrong("deployment_id")
    if known and deployment_id not in known:
        raise UnknownDeployment(deployment_id)
    return deployment_id


def check_message(claims: dict) -> None:
    """Version, type, and that the link leads to us."""
    if claims.get(LTI + "version") != "1.3.0":
        raise WrongVersion
    message_type = claims.get(LTI + "message_type")
    if message_type == "LtiDeepLinkingRequest":
        check_deep_linking(claims)
    elif message_type != "LtiResourceLinkRequest":
        raise UnsupportedMessage("message_type is missing" if message_type is None else "message_type is none of ours")
    target = claims.get(LTI + "target_link_uri")
    if not target:
        raise ClaimIsMissing("target_link_uri")
    if not isinstance(target, str) or origin_of(target) != origin_of(current_app.config["PUBLIC_URL"]):
        raise OtherTarget


def check_deep_linking(claims: dict) -> None:
    """LTI deep linking 4.4.1: where to send the choice, and of what kinds it may be."""
    settings = claims.get(DEEP_LINKING)
    if settings is None:
        raise ClaimIsMissing("deep_linking_settings")
    for name, kind in (("deep_link_return_url", str), ("accept_types", list), ("accept_presentation_document_targets", list)):
        if not settings.get(name):
            raise ClaimIsMissing(name)
        if not isinstance(settings[name], kind):
            raise ClaimIsWrong(name)


def roles_of(claims: dict) -> list[str]:
    """May be empty, must be there (LTI core 5.3.7)."""
    roles = claims.get(LTI + "roles")
    if roles is None:
        raise ClaimIsMissing("roles")
    if not isinstance(roles, list) or not all(isinstance(role, str) for role in roles):
        raise ClaimIsWrong("roles")
    return roles


def name_of(claims: dict) -> str | None:
    """A person's name, or None. Never an e-mail address, which some platforms send in its place."""
    parts = (claims.get("given_name"), claims.get("family_name"))
    for name in (claims.get("name"), " ".join(part for part in parts if part)):
        name = " ".join(clean(name or "").split())
        if name and "@" not in name:
            return name
    return None


def locale_of(claims: dict) -> str | None:
    """launch_presentation.locale (LTI core 5.4.4), a BCP 47 tag."""
    locale = (claims.get(LTI + "launch_presentation") or {}).get("locale")
    return locale if isinstance(locale, str) and 0 < len(locale) <= 35 and locale.isascii() and locale.isprintable() else None


def roster_url_of(claims: dict) -> str | None:
    """context_memberships_url (LTI names and role provisioning services 2.0, 3.2.1), when it is an address that is asked for here."""
    address = (claims.get(NAMES_AND_ROLES) or {}).get("context_memberships_url")
    return address if isinstance(address, str) and 0 < len(address) <= 2000 and origin_of(address) else None


def title_of(claim: dict) -> str:
    title = claim.get("title") or claim.get("label") or ""
    return " ".join(clean(title).split())[:TITLE_LIMIT] if isinstance(title, str) else ""


def read_message(claims: dict, client_id: str, deployment_ids: frozenset[str]) -> LaunchMessage:
    """Checks the verified claims and says them in our words. `client_id` is the one that the audience was checked against."""
    deployment_id = deployment_of(claims, deployment_ids)
    check_kinds(claims)
    check_message(claims)
    subject, roles = required_id(claims, "sub"), roles_of(claims)
    link, context = claims.get(LTI + "resource_link") or {}, claims.get(LTI + "context")
    is_deep_linking = claims[LTI + "message_type"] == "LtiDeepLinkingRequest"
    resource_link = "" if is_deep_linking else required_id(link, "id", "resource_link.id")
    # Without a context the link is a course of its own; links are chosen for a course.
    context_id = required_id(context or {}, "id", "context.id") if context or is_deep_linking else f"link:{resource_link}"
    arrival = Arrival(
        issuer=claims["iss"], client_id=client_id, deployment_id=deployment_id, subject=subject, context_id=context_id,
        course_title=title_of(context or link), as_facilitator=is_facilitator(roles), as_admin=is_admin(roles),
        name=name_of(claims), locale=locale_of(claims), email=claims.get("email"))
    return LaunchMessage(arrival, resource_link, title_of(link), carried_by(claims.get(LTI + "custom")), claims[DEEP_LINKING] if is_deep_linking else None,
                         roster_url_of(claims), grade_service_of(claims), claims)
