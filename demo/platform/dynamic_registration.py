"""How a tool registers itself (LTI Dynamic Registration 1.0): the platform's own description, the token for one registration, and the answer."""

import secrets
import time
from urllib.parse import parse_qsl, urlencode, urlsplit

import jwt
from flask import Blueprint, current_app, jsonify, redirect, render_template, request, url_for

from .custom import VARIABLES
from .message import DEEP_LINKING, RESOURCE_LINK
from .once import first_use
from .problem import Problem
from .registration import PRODUCT, VERSION
from .scopes import SCOPES
from .tool import find_tool, keep_tool, tools_of_domain
from .tool_registration import NotRegistered, confirmation, new_client_id, tool_from
from .viewer import administrator

room = Blueprint("dynamic_registration", __name__)
HOUR = 3600  # seconds: how long a token is good
NEW, UPDATE = "reg", "reg-update"  # a token's scope, in Moodle's words
PLATFORM_CONFIGURATION = "https://purl.imsglobal.org/spec/lti-platform-configuration"


@room.get("/.well-known/openid-configuration")
def configuration():
    issuer = current_app.issuer
    return jsonify({
        "issuer": issuer,
        "token_endpoint": f"{issuer}/token",
        "token_endpoint_auth_methods_supported": ["private_key_jwt"],
        "token_endpoint_auth_signing_alg_values_supported": ["RS256"],
        "jwks_uri": f"{issuer}/jwks",
        "authorization_endpoint": f"{issuer}/auth",
        "registration_endpoint": f"{issuer}/register",
        "scopes_supported": [*SCOPES, "openid"],
        "response_types_supported": ["id_token"],
        "subject_types_supported": ["public", "pairwise"],
        "id_token_signing_alg_values_supported": ["RS256"],
        "claims_supported": ["sub", "iss", "name", "given_name", "family_name", "email"],
        PLATFORM_CONFIGURATION: {
            "product_family_code": PRODUCT,
            "version": VERSION,
            "messages_supported": [{"type": RESOURCE_LINK}, {"type": DEEP_LINKING, "placements": ["ContentArea"]}],
            "variables": list(VARIABLES),
        },
    })


@room.get("/as/<person>/tools/registration/start")
def start(person):
    """In the frame of the administrator's page. Where the domain is known it is first asked, as in Moodle, whether that tool is meant."""
    me, url, chosen = administrator(), request.args.get("url", "").strip(), request.args.get("tool", type=int)
    if urlsplit(url).scheme not in ("http", "https") or not urlsplit(url).netloc:
        raise Problem("no_address", url=url)
    same = tools_of_domain(url)
    if same and chosen is None:
        return render_template("registration_choice.html", viewer=me, tools=same, url=url)
    if chosen and chosen not in [tool.id for tool in same]:
        raise Problem("tool_gone", 404)
    added = {"openid_configuration": f"{current_app.issuer}{url_for('dynamic_registration.configuration', lang=None, role=None)}",
             "registration_token": token_for(chosen)}
    parts = urlsplit(url)
    return redirect(parts._replace(query=urlencode([*parse_qsl(parts.query, keep_blank_values=True), *added.items()]), fragment="").geturl())


def token_for(tool):
    """Good for one registration within the hour: of a new client, or of what is new with a known tool."""
    now = int(time.time())
    claims = {"sub": str(tool) if tool else new_client_id(), "scope": UPDATE if tool else NEW, "iat": now, "exp": now + HOUR}
    return current_app.signature.sign(claims | {"jti": secrets.token_hex(8)})


@room.post("/register")
def register():
    kind, _, token = request.headers.get("Authorization", "").partition(" ")
    if kind != "Bearer":
        return "missing_registration_token", 401
    try:
        # A registration has to carry what only a registration token says.
        claims = jwt.decode(token.strip(), current_app.signature.key.public_key(), algorithms=["RS256"],
                            options={"require": ["sub", "scope", "exp", "jti"]})
    except jwt.PyJWTError:
        return "invalid_registration_token", 401
    known = find_tool(claims["sub"]) if claims["scope"] == UPDATE else None
    if claims["scope"] not in (NEW, UPDATE) or (claims["scope"] == UPDATE and known is None):
        return "invalid_registration_token", 401
    said = request.get_json(force=True, silent=True)
    try:
        tool = tool_from(said if isinstance(said, dict) else {}, known, claims["sub"])
    except NotRegistered as fault:
        return str(fault), 400
    if not first_use("registration", claims["jti"], claims["exp"]):
        return "token_already_used", 401
    return jsonify(confirmation(keep_tool(tool)))
