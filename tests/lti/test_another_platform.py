"""A platform that others wrote (lti1p3platform) launches the tool: its own login request, message and key set."""
import json
from urllib.parse import parse_qs, urlsplit

import pytest
from cryptography.hazmat.primitives import serialization
from lti1p3platform.ltiplatform import LTI1P3PlatformConfAbstract
from lti1p3platform.message_launch import LTIAdvantageMessageLaunchAbstract
from lti1p3platform.oidc_login import OIDCLoginAbstract
from lti1p3platform.registration import Registration
from lti1p3platform.request import Request as PlatformRequest
from werkzeug.wrappers import Request, Response

from lti_tool.db import transaction
from lti_tool.lti import add_platform
from tests.support.cast import AINO, MARJA, OTTO, ROLES
from tests.support.platform import TOOL, Form, rsa_key
from tests.support.transport import WsgiAdapter

ISSUER = "https://lms.example"
CLIENT = "their-client"


class Configuration(LTI1P3PlatformConfAbstract):
    def init_platform_config(self, **options):
        key = rsa_key("lti1p3platform")
        private = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()).decode()
        public = key.public_key().public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo).decode()
        self._registration = (
            Registration().set_iss(ISSUER).set_client_id(CLIENT).set_deployment_id("1").set_launch_url(f"{TOOL}/lti/launch")
            .set_deeplink_launch_url(f"{TOOL}/lti/launch").set_oidc_login_url(f"{TOOL}/lti/login").set_tool_key_set({"keys": []})
            .set_platform_public_key(public).set_platform_private_key(private))

    def get_registration_by_params(self, **options):
        return self._registration


class Login(OIDCLoginAbstract):
    def set_lti_message_hint(self, **options):
        self._lti_message_hint = options["hint"]

    def get_redirect(self, url):
        return url


class Question(PlatformRequest):
    """The tool's question, as the platform reads it."""

    def build_metadata(self, words):
        return {"method": "GET", "form_data": {}, "get_data": words, "headers": {}, "content_type": "", "path": "/auth", "json": None}


class Launch(LTIAdvantageMessageLaunchAbstract):
    person = AINO

    def prepare_launch(self, preflight):
        self.set_user_data(self.person.sub, ROLES[self.person.role], self.person.name, self.person.email)
        self.set_resource_link_claim("rl-1", "description", "Linkki")
        self.set_launch_context_claim("c1", ["CourseSection"], "Kurssi", "K")
        self.set_ags(f"{ISSUER}/lineitems", f"{ISSUER}/lineitems/1")
        self.set_nrps(f"{ISSUER}/members")

    def render_launch_form(self, launch_data, **options):
        return launch_data


def lms(environ, start_response):
    path = Request(environ).path
    body = json.dumps(Configuration().get_jwks()) if path == "/jwks" else ""
    return Response(body, 200 if body else 404, content_type="application/json")(environ, start_response)


@pytest.fixture
def their_platform(app):
    app.extensions["lti_requests"].mount(ISSUER, WsgiAdapter(lms))
    with app.app_context(), transaction():
        add_platform(ISSUER, CLIENT, ["1"], f"{ISSUER}/auth", f"{ISSUER}/token", f"{ISSUER}/jwks", "LMS")


@pytest.mark.parametrize("person, expected", [(AINO, ("participant", False)), (MARJA, ("facilitator", False)), (OTTO, ("facilitator", True))])
def test_it_launches(person, expected, their_platform, client, seen):
    login = Login(None, Configuration())
    login.set_lti_message_hint(hint="rl")
    asked = urlsplit(login.initiate_login(person.sub))
    page = client.get(asked.path, query_string=asked.query, base_url=TOOL, headers={"Sec-Fetch-Site": "cross-site"})
    form = Form(page.text)
    assert form.address == f"{ISSUER}/auth"
    launch = Launch(Question(form.fields), Configuration())
    launch.person = person
    message = launch.lti_launch()
    response = client.post("/lti/launch", base_url=TOOL, data={"id_token": message["id_token"], "state": message["state"]},
                           headers={"Sec-Fetch-Site": "cross-site", "Origin": ISSUER})
    assert response.status_code == 303, response.text
    assert seen.membership(person) == expected
    assert parse_qs(asked.query)["iss"] == [ISSUER]
