"""The second step of a message: the tool asks who it is (OIDC authentication request), and the answer is a signed id_token.

A request that may come from somebody else is answered with a page; any other fault goes back to the tool as OIDC says.
"""

import json

from flask import Blueprint, current_app, jsonify, render_template, request

from .claims import claims_of
from .courses import find_course, find_person
from .message import RESOURCE_LINK, spend
from .problem import Problem
from .tool import tool_of_client

room = Blueprint("authorization", __name__)

# What has to be said in one way only, and how OIDC names it when it is said in another (OIDC Core 3.1.2.6).
FIXED = (
    ("scope", "openid", "invalid_scope"),
    ("response_type", "id_token", "unsupported_response_type"),
    ("response_mode", "form_post", "invalid_request"),
    ("prompt", "none", "invalid_request"),
)


class Refused(Exception):
    def __init__(self, error, description):
        self.error, self.description = error, description


@room.route("/auth", methods=["GET", "POST"])
def auth():
    asked = request.form if request.method == "POST" else request.args
    tool = the_tool(asked)
    try:
        message = the_message(asked, tool)
    except Refused as refused:
        answer = {"error": refused.error, "error_description": refused.description}
    else:
        answer = {"id_token": current_app.signature.sign(claims_of(message, asked["nonce"], current_app.issuer, tool))}
    if "state" in asked:
        answer["state"] = asked["state"]
    return render_template("post.html", action=asked["redirect_uri"], fields=answer)


@room.get("/jwks")
def jwks():
    return jsonify(current_app.signature.key_set)


def the_tool(asked):
    """Whose own address the answer goes to. Nobody else may be told anything."""
    tool = tool_of_client(asked.get("client_id", ""))
    if tool is None:
        raise Problem("unknown_client", client_id=asked.get("client_id", ""))
    if not tool.active:
        raise Problem("tool_pending", tool=tool.name)
    # To the letter (OIDC Core 3.1.2.1): not even a query string may differ.
    if asked.get("redirect_uri") not in tool.redirect_uris:
        raise Problem("unknown_redirect", redirect_uri=asked.get("redirect_uri", ""))
    return tool


def the_message(asked, tool):
    for name, value, error in FIXED:
        if asked.get(name) != value:
            raise Refused(error, f"{name} must be {value}")
    if not asked.get("nonce"):
        raise Refused("invalid_request", "nonce is missing")
    message = spend(message_id(asked.get("lti_message_hint")))
    if message is None or message.tool != tool.id:
        raise Refused("invalid_request", "lti_message_hint is unknown or was used before")
    if asked.get("login_hint") != find_person(message.person).sub:
        raise Refused("login_required", "login_hint is somebody else's")
    if not is_still_there(message):
        raise Refused("invalid_request", "the link was deleted meanwhile")
    return message


def message_id(hint):
    try:
        return str(json.loads(hint)["launchid"])
    except (TypeError, ValueError, KeyError) as error:
        raise Refused("invalid_request", "lti_message_hint is missing or not as it was sent") from error


def is_still_there(message):
    course = find_course(message.course)
    return course is not None and (message.type != RESOURCE_LINK or any(link.id == message.link for link in course.links))
