"""A learning platform for tests: real signed launches through the client, and every way to spoil one."""
import functools
import html.parser
import json
from unittest.mock import sentinel
from urllib.parse import urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa
from jwt.algorithms import RSAAlgorithm
from werkzeug.wrappers import Request, Response

from lti_tool.db import transaction
from lti_tool.lti import add_platform

from .cast import COURSES, ROLES
from .services import Services
from .transport import WsgiAdapter

TOOL = "https://tool.example"
LTI = "https://purl.imsglobal.org/spec/lti/claim/"
PLAIN_CLAIMS = {"iss", "aud", "azp", "sub", "iat", "exp", "nbf", "nonce", "name", "given_name", "family_name", "email", "locale", "picture"}
MISSING = sentinel.MISSING  # as a claim's or header's value: leave it out


@functools.cache
def rsa_key(called="platform", bits=2048):
    """Made once for all tests: it takes a tenth of a second."""
    return rsa.generate_private_key(public_exponent=65537, key_size=bits)


def jwk_of(key, kid, **more):
    return {**json.loads(RSAAlgorithm.to_jwk(key.public_key())), "kid": kid, "alg": "RS256", "use": "sig", **more}


def full_name(claim):
    return claim if claim in PLAIN_CLAIMS or "://" in claim else LTI + claim


def without_missing(values):
    return {name: value for name, value in values.items() if value is not MISSING}


class Form(html.parser.HTMLParser):
    """The first form of a page: its address and its fields."""

    def __init__(self, page):
        super().__init__()
        self.address, self.attributes, self.fields, self._inside = None, {}, {}, False
        _before, begins, rest = page.partition("<form")  # to read the icons and all else too takes as long as the rest of a launch
        self.feed(begins + rest.partition("</form>")[0])

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        if tag == "form" and self.address is None:
            self.address, self.attributes, self._inside = attrs.get("action"), attrs, True
        elif tag == "input" and self._inside and attrs.get("name"):
            self.fields[attrs["name"]] = attrs.get("value", "")

    def handle_endtag(self, tag):
        if tag == "form":
            self._inside = False


class LearningPlatform:
    """`register(app)` makes it known to the tool; `launch(client, AINO)` opens a link as a browser would."""

    def __init__(self, issuer="https://moodle.example", client_id="client-1", deployment_id="1", name="Oppimisalusta"):
        self.issuer, self.client_id, self.deployment_id, self.name = issuer, client_id, deployment_id, name
        self.key, self.kid = rsa_key(), "key-1"
        self.published = [jwk_of(self.key, self.kid)]  # what its JWKS says
        self.jwks_answer = None  # a werkzeug Response in its place
        self.browser_language = "en"
        self.services = Services(self)
        self.adapter = WsgiAdapter(self.wsgi)
        self.app = None

    @property
    def auth_login_url(self):
        return f"{self.issuer}/auth"

    @property
    def registration(self):
        return {"issuer": self.issuer, "client_id": self.client_id, "deployment_ids": [self.deployment_id], "name": self.name,
                "auth_login_url": self.auth_login_url, "auth_token_url": f"{self.issuer}/token", "key_set_url": f"{self.issuer}/jwks"}

    def register(self, app):
        self.reach(app)
        with app.app_context(), transaction():
            add_platform(**self.registration)

    def reach(self, app):
        """The tool's requests to this platform arrive here."""
        self.app = app
        app.extensions["lti_requests"].mount(self.issuer, self.adapter)

    def wsgi(self, environ, start_response):
        request = Request(environ)
        answer = self.services.answer(request) or Response("not here", 404)
        if request.path == "/jwks":
            answer = self.jwks_answer or Response(json.dumps({"keys": self.published}), content_type="application/json")
        return answer(environ, start_response)

    def now(self):
        return int(self.app.extensions["clock"]().timestamp())

    def headers(self):
        return {"Sec-Fetch-Site": "cross-site", "Origin": self.issuer, "Accept-Language": self.browser_language}

    # --- the handshake, step by step ---

    def initiation(self, person, link="l1", **more):
        """The login request that the platform's page makes the browser send."""
        return without_missing({
            "iss": self.issuer, "login_hint": person.sub, "lti_message_hint": json.dumps({"cmid": link}),
            "target_link_uri": f"{TOOL}/lti/launch", "client_id": self.client_id, "lti_deployment_id": self.deployment_id, **more})

    def ask(self, client, person, link="l1", method="POST", **more):
        """The tool's answer to the login request."""
        words = {"query_string" if method == "GET" else "data": self.initiation(person, link, **more)}
        return client.open("/lti/login", method=method, base_url=TOOL, headers=self.headers(), **words)

    def begin(self, client, person, link="l1", method="POST", **more):
        """The form by which the tool asks the platform who this is."""
        response = self.ask(client, person, link, method, **more)
        assert response.status_code == 200, response.text
        form = Form(response.text)
        assert form.address == self.auth_login_url and form.attributes["method"] == "get"
        return form

    everybody_in_english = False  # see the fixture in_english

    def language_of(self, person) -> str:
        return "en" if self.everybody_in_english and person.locale == "fi" else person.locale

    def claims(self, nonce, person, /, course=None, link="l1", role=None, **claims):
        """The message's words. Short names of LTI claims will do; MISSING leaves one out."""
        course, at = course or person.course, self.now()
        return without_missing({
            "iss": self.issuer, "aud": self.client_id, "sub": person.sub, "iat": at, "exp": at + 60, "nonce": nonce,
            "name": person.name, "given_name": person.given_name, "family_name": person.family_name, "email": person.email,
            LTI + "deployment_id": self.deployment_id, LTI + "message_type": "LtiResourceLinkRequest", LTI + "version": "1.3.0",
            LTI + "target_link_uri": f"{TOOL}/lti/launch", LTI + "roles": ROLES[role or person.role],
            LTI + "resource_link": {"id": link, "title": f"Linkki {link}"},
            LTI + "context": {"id": course, "title": COURSES.get(course, course), "type": ["CourseSection"]},
            LTI + "launch_presentation": {"locale": self.language_of(person), "document_target": "iframe",
                                          "return_url": f"{self.issuer}/return?sesskey=secret-of-the-person"},
            **self.services.claims(course),
            **{full_name(name): value for name, value in claims.items()}})

    def sign(self, claims, key=None, header=None, algorithm="RS256"):
        return jwt.encode(claims, key or self.key, algorithm=algorithm, headers=without_missing({"kid": self.kid, **(header or {})}))

    def answer(self, client, **form):
        """Brings the platform's answer to the tool, as the self-submitting form in the browser does."""
        return client.post("/lti/launch", base_url=TOOL, data=without_missing(form), headers=self.headers())

    def launch(self, client, person, course=None, link="l1", role=None, *, method="POST", key=None, header=None, algorithm="RS256",
               sent=None, **claims):
        """The whole of it; the answer to the launch. `sent` replaces fields of the final form."""
        form = self.begin(client, person, link, method)
        message = self.claims(form.fields["nonce"], person, course, link, role, **claims)
        id_token = self.sign(message, key, header, algorithm)
        return self.answer(client, **{"id_token": id_token, "state": form.fields["state"], **(sent or {})})

    def arrive(self, client, person, course=None, link="l1", role=None, **claims):
        """A launch that must succeed; the path it leads to."""
        response = self.launch(client, person, course, link, role, **claims)
        assert response.status_code == 303, response.text
        return urlsplit(response.location).path

    def token_for(self, client, person, **claims):
        """(form, id_token) of a launch that is not sent yet."""
        form = self.begin(client, person)
        return form, self.sign(self.claims(form.fields["nonce"], person, **claims))
