"""The platform's side of choosing links: its question, and what it makes of the answer."""
from typing import NamedTuple

import jwt
from jwt import PyJWK

from .page import Seen
from .platform import MISSING, TOOL, Form
from .visitor import Visitor

SETTINGS = "https://purl.imsglobal.org/spec/lti-dl/claim/deep_linking_settings"
DL = "https://purl.imsglobal.org/spec/lti-dl/claim/"
GRADES = "https://purl.imsglobal.org/spec/lti-ags/claim/endpoint"
RETURN = "https://moodle.example/mod/lti/contentitem_return.php?course=2&id=1&sesskey=secret-of-the-person"
SCOPES = ["https://purl.imsglobal.org/spec/lti-ags/scope/lineitem", "https://purl.imsglobal.org/spec/lti-ags/scope/score"]


def question(**settings) -> dict:
    """The claims of a deep linking request as Moodle sends it; `settings` replace its own, MISSING leaves one out."""
    asked = {"accept_types": ["ltiResourceLink"], "accept_presentation_document_targets": ["frame", "iframe", "window"], "accept_copy_advice": False,
             "accept_multiple": True, "accept_unsigned": False, "auto_create": False, "can_confirm": False, "deep_link_return_url": RETURN,
             "title": "Työtila", "text": "", **settings}
    return {"message_type": "LtiDeepLinkingRequest", "resource_link": MISSING, SETTINGS: {name: value for name, value in asked.items() if value is not MISSING}}


def with_grades(**settings) -> dict:
    return {**question(**settings), GRADES: {"scope": SCOPES, "lineitems": "https://moodle.example/lineitems"}}


class Answer(NamedTuple):
    """What arrives at the platform."""

    address: str
    claims: dict

    @property
    def items(self) -> list[dict]:
        return self.claims[DL + "content_items"]


def answer_in(seen: Seen, visitor: Visitor) -> Answer:
    """Taken from the page's form, and checked with the keys that the tool publishes."""
    assert seen.status == 200, seen.text
    form = Form(seen.html)
    assert form.attributes["method"] == "post" and set(form.fields) == {"JWT"}
    token = form.fields["JWT"]
    keys = {key["kid"]: key for key in visitor.client.get("/lti/jwks", base_url=TOOL).get_json()["keys"]}
    key = PyJWK(keys[jwt.get_unverified_header(token)["kid"]])
    claims = jwt.decode(token, key.key, algorithms=["RS256"], audience=visitor.platform.issuer, issuer=visitor.platform.client_id,
                        options={"verify_exp": False, "verify_iat": False})
    assert claims["iat"] <= visitor.app.extensions["clock"]().timestamp() < claims["exp"], "by the application's clock, which tests set"
    return Answer(form.address, claims)


def choose(visitor: Visitor, *keys, **fields) -> Seen:
    """Sends the picker on which the visitor is, with these lines chosen."""
    form = visitor.open(visitor.address).form(visitor.address)  # the first is that of Cancel: both carry the same operation
    return visitor.ask("POST", visitor.address, data={**form.values, "choose": list(keys), **fields})


def opened_link(enter, person, item, link, **how) -> Visitor:
    """Somebody opens the link that the platform made of an item."""
    custom = {**item["custom"], **how.pop("custom", {})}
    return enter(person, link=link, custom=custom, resource_link={"id": link, "title": how.pop("title", item["title"])}, **how)
