"""What goes back to the platform: the chosen links, signed by us (LTI deep linking 2.0, 4.5). Data only: nothing here asks the database."""
import secrets
from typing import NamedTuple

import jwt
from flask import current_app

from ..db import now
from .claims import LTI
from .deep_linking_request import LINK, DeepLinkingRequest

DL = "https://purl.imsglobal.org/spec/lti-dl/claim/"
LIFETIME = 5 * 60  # seconds
TEXT_LIMIT = 300


class Answer(NamedTuple):
    """Plain values that need no transaction."""

    return_url: str
    issuer: str
    client_id: str
    deployment_id: str
    data: str | None
    links: list[dict]


def answer_of(request: DeepLinkingRequest) -> Answer:
    """Of one that was answered."""
    asked, platform = request.asked, request.platform
    return Answer(asked.return_url, platform.issuer, platform.client_id, request.deployment_id, asked.data, request.links)


def link_item(title: str, text: str, custom: dict, points: int | None = None, resource: str = "", tag: str = "") -> dict:
    """One link. `points`: with a grade item of so many. Leads to our launch address: what it opens is in `custom`, which platforms keep in copies."""
    site = current_app.config["PUBLIC_URL"]
    item = {"type": LINK, "title": title, "url": f"{site}/lti/launch", "custom": custom}
    if text:
        item["text"] = text if len(text) <= TEXT_LIMIT else text[:TEXT_LIMIT - 1].rstrip() + "…"
    if site.startswith("https:"):
        item["icon"] = {"url": f"{site}/static/logo.svg"}
    if points:
        item["lineItem"] = {"scoreMaximum": points, "label": title, "resourceId": resource, "tag": tag}
    return item


def signed(answer: Answer, key, message: str = "") -> str:
    """The LtiDeepLinkingResponse as a JWT. `key` is (kid, private key); `message` is for the person, in their language."""
    kid, private = key
    at = int(now().timestamp())
    claims = {
        "iss": answer.client_id, "aud": answer.issuer, "iat": at, "exp": at + LIFETIME, "nonce": secrets.token_urlsafe(24),
        LTI + "deployment_id": answer.deployment_id, LTI + "message_type": "LtiDeepLinkingResponse", LTI + "version": "1.3.0",
        DL + "content_items": answer.links,
    }
    if answer.data is not None:
        claims[DL + "data"] = answer.data
    if message:
        claims[DL + "msg"] = message
    return jwt.encode(claims, private, algorithm="RS256", headers={"kid": kid})
