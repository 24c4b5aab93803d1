"""What the platform tells the tool in an id_token: the claims of a resource link launch, in the shape Moodle 4.5 sends them."""

import secrets
import time
from urllib.parse import urlencode

from ..people import ADMIN, FACILITATOR, PARTICIPANT
from .courses import find_link, find_person
from .registration import NAME

LTI = "https://purl.imsglobal.org/spec/lti/claim/"
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


def resource_link_claims(launch, nonce, issuer, tool, share_names):
    """All claims of one launch; without `share_names` neither name nor e-mail (Moodle's privacy setting "never")."""
    person = find_person(launch.person)
    course, link = find_link(launch.link)
    now = int(time.time())
    claims = {
        "nonce": nonce,
        "iat": now,
        "exp": now + LIFETIME,
        "iss": issuer,
        "aud": tool.client_id,
        LTI + "deployment_id": tool.deployment_id,
        LTI + "target_link_uri": tool.target_link_uri,
        "sub": person.sub,
        LTI + "lis": {"person_sourcedid": "", "course_section_sourcedid": ""},
        # A role switch hides the person's own role altogether, also an administrator's.
        LTI + "roles": ROLES[PARTICIPANT if launch.as_student else person.role],
        LTI + "context": {"id": course.id, "label": course.label, "title": course.title, "type": ["CourseSection"]},
        LTI + "message_type": "LtiResourceLinkRequest",
        LTI + "resource_link": {"title": link.title, "description": link.description, "id": link.id},
    }
    if share_names:
        claims |= {
            "given_name": person.given,
            "family_name": person.family,
            "name": person.name,
            "email": f"{person.given}.{person.family}@demo.invalid".lower(),
        }
    return claims | {
        LTI + "ext": {"lms": "demo-1"} | ({"user_username": person.key} if share_names else {}),
        LTI + "launch_presentation": {
            "locale": launch.language,
            "document_target": launch.container,
            "return_url": return_url(issuer, launch),
        },
        LTI + "tool_platform": {"product_family_code": "demo", "version": "1", "guid": issuer, "name": NAME},
        LTI + "version": "1.3.0",
        LTI + "custom": dict(link.custom),
    }


def return_url(issuer, launch):
    """Where the tool leads back to. Like Moodle's it carries a secret of the person's session, which no log may keep."""
    query = {"container": launch.container, "lang": launch.language, "sesskey": secrets.token_hex(5)}
    if launch.as_student:
        query["role"] = "student"
    return f"{issuer}/as/{launch.person}/links/{launch.link}/return?{urlencode(query)}"
