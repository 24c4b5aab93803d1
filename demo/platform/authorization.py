"""The second step of a launch: the tool asks who it is (OIDC authentication request), and the answer is a signed id_token.

A request that may come from somebody else is answered with a page; any other fault goes back to the tool as OIDC says.
"""

import json

from flask import Blueprint, current_app, jsonify, render_template, request

from .claims import resource_link_claims
from .courses import find_person
from .store import PRIVACY_NEVER

room = Blueprint("authorization", __name__)

# What has to be said in one way only, and how OIDC names it when it is said in another (OIDC Core 3.1.2.6).
FIXED = (
    ("scope", "openid", "invalid_scope"),
    ("response_type", "id_token", "unsupported_response_type"),
    ("response_mode", "form_post", "invalid_request"),
    ("prompt", "none", "invalid_request"),
)


class NotOurTool(Exception):
    """Nobody may be sent back to whoever asked."""

    def __init__(self, word, **values):
        self.word, self.values = word, values


class Refused(Exception):
    def __init__(self, error, description):
        self.error, self.description = error, description


@room.route("/auth", methods=["GET", "POST"])
def auth():
    asked = request.form if request.method == "POST" else request.args
    redirect_uri = the_tools_own_address(asked)
    try:
        launch = the_launch(asked)
    except Refused as refused:
        answer = {"error": refused.error, "error_description": refused.description}
    else:
        answer = {"id_token": token(launch, asked["nonce"])}
    if "state" in asked:
        answer["state"] = asked["state"]
    return render_template("post.html", action=redirect_uri, fields=answer)


@room.get("/jwks")
def jwks():
    return jsonify(current_app.signature.key_set)


def the_tools_own_address(asked):
    tool = current_app.tool
    if asked.get("client_id") != tool.client_id:
        raise NotOurTool("unknown_client", client_id=asked.get("client_id", ""))
    # To the letter (OIDC Core 3.1.2.1): not even a query string may differ.
    if asked.get("redirect_uri") not in tool.redirect_uris:
        raise NotOurTool("unknown_redirect", redirect_uri=asked.get("redirect_uri", ""))
    return asked["redirect_uri"]


def the_launch(asked):
    for name, value, error in FIXED:
        if asked.get(name) != value:
            raise Refused(error, f"{name} must be {value}")
    if not asked.get("nonce"):
        raise Refused("invalid_request", "nonce is missing")
    launch = current_app.store.spend(launch_id(asked.get("lti_message_hint")))
    if launch is None:
        raise Refused("invalid_request", "lti_message_hint is unknown or was used before")
    if asked.get("login_hint") != find_person(launch.person).sub:
        raise Refused("login_required", "login_hint is somebody else's")
    return launch


def launch_id(hint):
    try:
        return str(json.loads(hint)["launchid"])
    except (TypeError, ValueError, KeyError) as error:
        raise Refused("invalid_request", "lti_message_hint is missing or not as it was sent") from error


def token(launch, nonce):
    share_names = not current_app.store.option(PRIVACY_NEVER)
    claims = resource_link_claims(launch, nonce, current_app.issuer, current_app.tool, share_names)
    return current_app.signature.sign(claims)
