"""Access tokens: a tool shows who it is by a signed assertion and gets a token for the services (1EdTech Security Framework 1.1, 4.1)."""

import hashlib
import json
import secrets
import time

import jwt
from flask import Blueprint, Response, current_app, request

from .once import first_use
from .tool import find_tool, tool_of_client
from .tool_message import NotBelieved, read_message

room = Blueprint("access_token", __name__)
LIFETIME = 3600  # seconds
ASSERTION = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"


@room.post("/token")
def token():
    if request.form.get("grant_type") != "client_credentials" or request.form.get("client_assertion_type") != ASSERTION:
        return answer(400, error="unsupported_grant_type")
    try:
        tool = who_asks(request.form.get("client_assertion", ""))
    except NotBelieved as fault:
        return answer(400, error="invalid_client", error_description=str(fault))
    scopes = [scope for scope in request.form.get("scope", "").split() if scope in tool.scopes]
    if not scopes:
        return answer(400, error="invalid_scope")
    return answer(200, access_token=give(tool, scopes), token_type="Bearer", expires_in=LIFETIME, scope=" ".join(scopes))


def answer(status, **said):
    # Moodle calls its JSON a web page here.
    return Response(json.dumps(said), status, content_type="text/html; charset=utf-8")


def who_asks(assertion):
    try:
        claimed = jwt.decode(assertion, options={"verify_signature": False}).get("iss")
    except jwt.PyJWTError as error:
        raise NotBelieved(str(error)) from error
    tool = tool_of_client(str(claimed))
    if tool is None or not tool.active:
        raise NotBelieved("no active tool has this client id")
    # Moodle does not look at the audience; a tool that gets it wrong should hear of it here.
    claims = read_message(assertion, tool, [f"{current_app.issuer}/token", current_app.issuer], ["sub", "jti"])
    if claims["sub"] != tool.client_id:
        raise NotBelieved("sub has to be the client id")
    if not first_use("assertion", f"{tool.id} {claims['jti']}", claims["exp"] + 60):
        raise NotBelieved("this assertion was used before")
    return tool


def give(tool, scopes):
    token = secrets.token_urlsafe(32)
    with current_app.store.database() as db:
        db.execute("DELETE FROM access_token WHERE until < ?", (time.time(),))
        db.execute("INSERT INTO access_token VALUES (?, ?, ?, ?)", (digest(token), tool.id, " ".join(scopes), int(time.time()) + LIFETIME))
    return token


def holder(*scopes):
    """The tool whose token came with the request and is good for one of the scopes, or None."""
    kind, _, token = request.headers.get("Authorization", "").partition(" ")
    row = current_app.store.row("SELECT * FROM access_token WHERE digest = ? AND until > ?", digest(token.strip()), int(time.time()))
    if kind != "Bearer" or row is None or not set(scopes) & set(row["scopes"].split()):
        return None
    tool = find_tool(row["tool"])
    return tool if tool and tool.active else None


def digest(token):
    return hashlib.sha256(token.encode()).hexdigest()
