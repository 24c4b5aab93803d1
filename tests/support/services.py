"""A learning platform's token address and its names and roles service, as Moodle 4.5 answers (see the recorded services_ags_nrps.json)."""
import contextvars
import json
from dataclasses import dataclass, field

import jwt
from jwt.algorithms import RSAAlgorithm
from werkzeug.wrappers import Request, Response

from .cast import FACILITATOR

NRPS = "https://purl.imsglobal.org/spec/lti-nrps/"
READ_MEMBERS = NRPS + "scope/contextmembership.readonly"
CONTAINER = "application/vnd.ims.lti-nrps.v2.membershipcontainer+json"


def answer_of(said, status=200, kind="text/html; charset=utf-8", **headers) -> Response:
    return Response(json.dumps(said), status, content_type=kind, headers=headers)


@dataclass
class Services:
    """What a test changes about them. `enrolled` is by course; `spoilt` has answers that are given in the place of a path's own."""

    platform: object = field(compare=False, repr=False)
    offered: bool = False  # to the tool, in its launches
    allowed: bool = True
    enrolled: dict = field(default_factory=dict)
    names: str = "always"  # always | never | delegate: then each link says it
    naming_links: set = field(default_factory=set)
    hidden_from: dict = field(default_factory=dict)  # link -> user ids: as with a restriction of access
    audience: str | None = None  # whom tokens are to be asked from; None: the token address
    lifetime: object = 3600  # seconds
    page: int | None = None  # so many at most, whatever is asked for
    spoilt: dict = field(default_factory=dict)  # path -> Response, or what makes one of the request
    given: list = field(default_factory=list)  # tokens
    void: set = field(default_factory=set)  # tokens that are no longer taken
    asked: list = field(default_factory=list)  # queries of the names and roles service

    def offer(self, *people, course="kkv"):
        """From now on launches name the service, and these are in the course."""
        self.offered = True
        for person in people:
            self.enrol(person, course)

    def enrol(self, person, course="kkv", **other):
        """Moodle's roles here are short words."""
        self.expel(person, course)
        self.enrolled.setdefault(course, []).append({
            "status": "Active", "roles": ["Instructor" if person.role == FACILITATOR else "Learner"], "user_id": person.sub, "lis_person_sourcedid": "",
            "name": person.name, "given_name": person.given_name, "family_name": person.family_name, "email": person.email, "ext_user_username": "secret",
            **other})

    def expel(self, person, course="kkv"):
        self.enrolled[course] = [member for member in self.enrolled.get(course, []) if member["user_id"] != person.sub]

    def path(self, course="kkv") -> str:
        return f"/mod/lti/services.php/CourseSection/{course}/bindings/1/memberships"

    def claims(self, course) -> dict:
        if not self.offered:
            return {}
        return {NRPS + "claim/namesroleservice": {"context_memberships_url": self.platform.issuer + self.path(course), "service_versions": ["1.0", "2.0"]}}

    def answer(self, request: Request) -> Response | None:
        """None: that is no address of a service."""
        if spoilt := self.spoilt.get(request.path):
            return spoilt if isinstance(spoilt, Response) else spoilt(request)
        if request.path == "/token":
            return self.token(request)
        course = next((course for course in self.enrolled if request.path == self.path(course)), None)
        return self.members(request, course) if course else None

    # --- tokens ---

    def token(self, request: Request) -> Response:
        form = request.form
        if form.get("grant_type") != "client_credentials" or form.get("client_assertion_type") != "urn:ietf:params:oauth:client-assertion-type:jwt-bearer":
            return answer_of({"error": "unsupported_grant_type"}, 400)
        try:
            said = self.verified(form["client_assertion"])
        except (jwt.PyJWTError, StopIteration):
            return answer_of({"error": "invalid_client"}, 400)
        if not said["iss"] == said["sub"] == self.platform.client_id or not said["exp"] > self.platform.now() >= said["iat"] or not said["jti"]:
            return answer_of({"error": "invalid_client"}, 400)
        if not self.allowed or READ_MEMBERS not in form["scope"].split():
            return answer_of({"error": "invalid_scope"}, 400)
        self.given.append(f"token-{len(self.given) + 1}")
        return answer_of({"access_token": self.given[-1], "token_type": "Bearer", "expires_in": self.lifetime, "scope": READ_MEMBERS})

    def verified(self, assertion) -> dict:
        """With the tool's published key. Its request is one of its own, not a part of the tool's that is going on."""
        published = contextvars.Context().run(lambda: self.platform.app.test_client().get("/lti/jwks").json["keys"])
        key = next(key for key in published if key["kid"] == jwt.get_unverified_header(assertion)["kid"])
        return jwt.decode(assertion, RSAAlgorithm.from_jwk(key), algorithms=["RS256"], audience=self.audience or f"{self.platform.issuer}/token",
                          options={"require": ["iss", "sub", "aud", "iat", "exp", "jti"], "verify_exp": False, "verify_iat": False})

    # --- who is in a course ---

    def members(self, request: Request, course) -> Response:
        token = request.headers.get("Authorization", "").removeprefix("Bearer ")
        self.asked.append(request.query_string.decode())
        if token not in self.given or token in self.void:
            return answer_of({"status": 401, "reason": "Unauthorized"}, 401, "application/json; charset=utf-8")
        assert request.headers["Accept"] == CONTAINER
        link, begin = request.args.get("rlid"), request.args.get("from", 0, type=int)
        visible = [member for member in self.enrolled[course] if not (link and member.get("user_id") in self.hidden_from.get(link, ()))]
        size = min(request.args.get("limit", len(visible), type=int), self.page or len(visible)) or 1
        address, headers = self.platform.issuer + self.path(course), {}
        if begin + size < len(visible):
            headers["Link"] = f"<{address}?limit={size}&from={begin + size}{f'&rlid={link}' if link else ''}>; rel=\"next\""
        return answer_of({"id": address, "context": {"id": course, "label": course, "title": course},
                          "members": [self.shown(member, link) for member in visible[begin:begin + size]]}, 200, f"{CONTAINER}; charset=utf-8", **headers)

    def shown(self, member, link):
        named = self.names == "always" or (self.names == "delegate" and link in self.naming_links)
        return member if named else {name: value for name, value in member.items() if name in ("status", "roles", "user_id", "lis_person_sourcedid")}
