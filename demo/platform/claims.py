"""What the platform tells a tool in an id_token: the claims of a launch or of a question for content, in the shape Moodle 4.5 sends them."""

import secrets
import time
from urllib.parse import urlencode

from ..people import ADMIN, FACILITATOR, PARTICIPANT
from .courses import find_course, find_person
from .custom import Setting, custom_claim
from .enrolment import email_of
from .line_item import line_items_of_link
from .message import DEEP_LINKING
from .options import NEVER, privacy
from .registration import NAME, PRODUCT, VERSION
from .scopes import AGS, GRADES, NRPS, ROSTER
from .selection import ask_for_content
from .service_addresses import line_item_address, line_items_address, roster_address

LTI = "https://purl.imsglobal.org/spec/lti/claim/"
DL = "https://purl.imsglobal.org/spec/lti-dl/claim/"
MEMBERSHIP = "http://purl.imsglobal.org/vocab/lis/v2/membership#"
LIFETIME = 60  # seconds

ROLES = {
    PARTICIPANT: [MEMBERSHIP + "Learner"],
    FACILITATOR: [MEMBERSHIP + "Instructor"],
    ADMIN: [
        "http://purl.imsglobal.org/vocab/lis/v2/institution/person#Administrator",
        MEMBERSHIP + "Instructor",
        "http://purl.imsglobal.org/vocab/lis/v2/system/person#Administrator",
    ],
}


def claims_of(message, nonce, issuer, tool):
    """All claims of one message. A name or an e-mail address only if the tool asked for it and the demo's settings allow it."""
    course, person = find_course(message.course), find_person(message.person)
    link = next((link for link in course.links if link.id == message.link), None)
    allowed = privacy() != NEVER
    setting = Setting(person, message.as_student, course, link, allowed and tool.shares_name, allowed and tool.shares_email)
    now = int(time.time())
    return {
        "nonce": nonce,
        "iat": now,
        "exp": now + LIFETIME,
        "iss": issuer,
        "aud": tool.client_id,
        LTI + "deployment_id": tool.deployment_id,
        LTI + "target_link_uri": target_of(message, link, tool),
        "sub": person.sub,
        LTI + "lis": {"person_sourcedid": "", "course_section_sourcedid": ""},
        # A role switch hides the person's own role altogether, also an administrator's.
        LTI + "roles": ROLES[PARTICIPANT if message.as_student else person.role],
        LTI + "context": {"id": course.id, "label": course.label, "title": course.title, "type": ["CourseSection"]},
        LTI + "message_type": message.type,
        **of_person(setting),
        LTI + "tool_platform": {"product_family_code": PRODUCT, "version": VERSION, "guid": issuer, "name": NAME},
        LTI + "version": "1.3.0",
        LTI + "custom": custom_claim(setting, tool),
        **of_services(issuer, tool, course, link),
        **(of_question(message, issuer, tool) if message.type == DEEP_LINKING else of_link(message, issuer, link)),
    }


def target_of(message, link, tool):
    if message.type == DEEP_LINKING:
        return tool.deep_linking_uri
    return link.url or tool.target_link_uri


def of_person(setting):
    person, claims = setting.person, {LTI + "ext": {"lms": "demo-1"}}
    if setting.shares_name:
        claims |= {"given_name": person.given, "family_name": person.family, "name": person.name}
        claims[LTI + "ext"] = {"user_username": person.key, "lms": "demo-1"}
    return claims | ({"email": email_of(person)} if setting.shares_email else {})


def of_services(issuer, tool, course, link):
    """Where the tool reaches the roster and the grades, as far as it may."""
    claims = {}
    if scopes := [scope for scope in GRADES if scope in tool.scopes]:
        endpoint = {"scope": scopes, "lineitems": line_items_address(issuer, course.id, tool.id)}
        items = line_items_of_link(link.id) if link else []
        if len(items) == 1:  # Moodle does not choose among several
            endpoint["lineitem"] = line_item_address(issuer, items[0])
        claims[AGS + "claim/endpoint"] = endpoint
    if ROSTER in tool.scopes:
        roster = {"context_memberships_url": roster_address(issuer, course.id, tool.id), "service_versions": ["1.0", "2.0"]}
        claims[NRPS + "claim/namesroleservice"] = roster
    return claims


def of_link(message, issuer, link):
    return {
        LTI + "resource_link": {"title": link.title, "description": link.description, "id": link.id},
        LTI + "launch_presentation": {
            "locale": message.language,
            "document_target": message.container,
            "return_url": return_url(issuer, message),
        },
    }


def of_question(message, issuer, tool):
    return {
        LTI + "launch_presentation": {"locale": message.language},
        DL + "deep_linking_settings": {
            "accept_types": ["ltiResourceLink"],
            "accept_presentation_document_targets": ["frame", "iframe", "window"],
            "accept_copy_advice": False,
            "accept_multiple": True,
            "accept_unsigned": False,
            "auto_create": False,
            "can_confirm": False,
            "deep_link_return_url": f"{issuer}{ask_for_content(message)}",
            "title": tool.name,
            "text": "",
        },
    }


def return_url(issuer, message):
    """Where the tool leads back to. Like Moodle's it carries a secret of the person's session, which no log may keep."""
    query = {"container": message.container, "lang": message.language, "sesskey": secrets.token_hex(5)}
    if message.as_student:
        query["role"] = "student"
    return f"{issuer}/as/{message.person}/links/{message.link}/return?{urlencode(query)}"
