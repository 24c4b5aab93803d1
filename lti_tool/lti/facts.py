"""What of a launch is worth knowing when something does not work: how it was sent, never what it says about anybody.

No name, no address, no user id, and nothing as long or as strange as a platform might send it.
"""
from flask_babel import gettext as _

from .carried import ids_in
from .claims import LTI, LaunchMessage
from .grade_service import ENDPOINT as AGS
from .record import short

SCOPE = "https://purl.imsglobal.org/spec/lti-ags/scope/"
SCOPES = ("lineitem", "lineitem.readonly", "result.readonly", "score")
TARGETS = ("iframe", "frame", "window")
ROLES_AT_MOST, ROLE_LIMIT, WORD_LIMIT = 20, 200, 60
MISSING, LITERAL, EMPTY = "missing", "literal", "empty"  # of a parameter that should hold numbers; else how many it holds


def facts_of(message: LaunchMessage, arrived_at, by_storage: bool) -> dict:
    """`arrived_at` is when the message came here by our own clock."""
    claims, arrival = message.claims, message.arrival
    roles = claims[f"{LTI}roles"]
    custom, grades = claims.get(f"{LTI}custom") or {}, claims.get(AGS)
    product = claims.get(f"{LTI}tool_platform") or {}
    scopes = (grades or {}).get("scope")
    return {
        "roles": [short(role)[:ROLE_LIMIT] for role in roles[:ROLES_AT_MOST]], "more_roles": len(roles[ROLES_AT_MOST:]),
        "as": "admin" if arrival.as_admin else "facilitator" if arrival.as_facilitator else "participant",
        "name": arrival.name is not None, "email": bool(claims.get("email")), "locale": arrival.locale,
        "choosing": message.deep_linking is not None, "context": bool(claims.get(f"{LTI}context")), "link": message.resource_link,
        "deployment": arrival.deployment_id, "target": one_of(TARGETS, (claims.get(f"{LTI}launch_presentation") or {}).get("document_target")),
        "address": path_of(claims[f"{LTI}target_link_uri"]),
        "grades": grades is not None, "scopes": [name for name in SCOPES if isinstance(scopes, list) and SCOPE + name in scopes],
        "lineitem": is_there(grades, "lineitem"), "lineitems": is_there(grades, "lineitems"), "roster": message.roster_url is not None,
        "groups": parameter(custom, "groups"), "history": parameter(custom, "history"),
        "clock": round(claims["iat"] - arrived_at.timestamp()), "lifetime": round(claims["exp"] - claims["iat"]),
        "product": word(product.get("product_family_code")), "version": word(product.get("version")),
        "kept_by": "storage" if by_storage else "cookie",
    }


def word(value) -> str:
    return short(value)[:WORD_LIMIT] if isinstance(value, str) else ""


def one_of(known, value) -> str:
    """"" where nothing was said."""
    return value if isinstance(value, str) and value in known else "" if value is None else "other"


def path_of(address: str) -> str:
    """What follows our own origin; "launch" for the address that all our links have."""
    path = address.partition("://")[2].partition("/")[2].partition("?")[0].partition("#")[0].rstrip("/")
    return "launch" if path == "lti/launch" else "other"


def is_there(claim: dict | None, name: str) -> bool:
    return bool(claim) and isinstance(claim.get(name), str) and claim[name] != ""


def parameter(custom: dict, name: str) -> str | int:
    """What became of a variable that the platform was to replace by numbers."""
    value = custom.get(name)
    if not isinstance(value, str):
        return MISSING
    if value.startswith("$"):
        return LITERAL
    return len(ids_in(value)) or EMPTY


def in_words(facts: dict) -> dict:
    """For whom they are about."""
    titles = {
        "roles": _("Roles as sent"), "more_roles": _("Further roles"), "as": _("Taken as"), "name": _("Name sent"), "email": _("E-mail address sent"),
        "locale": _("Language"), "choosing": _("Content was being chosen"), "context": _("Course named"), "link": _("Number of the link"),
        "deployment": _("Deployment"), "target": _("Opened in"), "address": _("Where the link leads"), "grades": _("Grades offered"),
        "scopes": _("Allowed with grades"), "lineitem": _("A column of grades for the link"), "lineitems": _("Columns of grades"),
        "roster": _("List of the course's people offered"), "groups": _("Groups"), "history": _("Earlier courses"),
        "clock": _("Clock ahead of ours, in seconds"), "lifetime": _("Message good for, in seconds"), "product": _("Learning platform"),
        "version": _("Version"), "kept_by": _("Sign-in kept by"),
    }
    values = {
        "as": {"admin": _("Course admin"), "facilitator": _("Facilitator"), "participant": _("Participant")},
        "target": {"iframe": _("a frame"), "frame": _("a frame"), "window": _("a window of its own"), "other": _("something else")},
        "address": {"launch": _("the usual address"), "other": _("another address of this tool")},
        "groups": {MISSING: _("not sent"), LITERAL: _("not filled in by the platform"), EMPTY: _("none")},
        "kept_by": {"cookie": _("a cookie"), "storage": _("the platform's storage")},
    }
    values["history"] = values["groups"]
    return {title: said(facts.get(name), values.get(name, {})) for name, title in titles.items()}


def said(value, words: dict):
    return ", ".join(value) if isinstance(value, list) else words.get(value, value)
