"""A platform that others wrote (lti1p3platform) launches the tool, lets links be chosen and tells who is in the course: its own login request, messages, key set,
tokens and list, and its own reading of our answer."""
import contextvars
import json
import types
from urllib.parse import parse_qs, urlsplit

import pytest
import sqlalchemy as sa
from cryptography.hazmat.primitives import serialization
from lti1p3platform.exceptions import LtiException
from lti1p3platform.ltiplatform import LTI1P3PlatformConfAbstract
from lti1p3platform.membership import Context
from lti1p3platform.message_launch import LTIAdvantageMessageLaunchAbstract
from lti1p3platform.oidc_login import OIDCLoginAbstract
from lti1p3platform.registration import Registration
from lti1p3platform.request import Request as PlatformRequest
from lti1p3platform.response import generate_next_link
from lti1p3platform.service_connector import NamesRoleProvisioningService
from werkzeug.wrappers import Request, Response

from lti_tool.db import db, transaction
from lti_tool.jobs import work_off
from lti_tool.lti import add_platform
from lti_tool.people import RosterEntry
from tests.support.cast import AINO, MARJA, OTTO, ROLES
from tests.support.deep_linking import DL, answer_in, choose
from tests.support.platform import TOOL, Form, rsa_key
from tests.support.transport import WsgiAdapter
from tests.support.visitor import Visitor

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
    person, link, custom = AINO, "rl-1", None

    def prepare_launch(self, preflight):
        self.set_user_data(self.person.sub, ROLES[self.person.role], self.person.name, self.person.email)
        self.set_resource_link_claim(self.link, "description", "Linkki")
        self.set_custom_parameters_claim(self.custom or {})
        self.set_launch_context_claim("c1", ["CourseSection"], "Kurssi", "K")
        self.set_ags(f"{ISSUER}/lineitems", f"{ISSUER}/lineitems/1")
        self.set_nrps(f"{ISSUER}/members")

    def render_launch_form(self, launch_data, **options):
        return launch_data


class Choosing(Launch):
    """The question which links it is to have. It names a resource link, as a launch does; by the specification such a question has none."""

    def prepare_launch(self, preflight):
        super().prepare_launch(preflight)
        self.set_dl(f"{ISSUER}/links", "Linkit", "", {"ltiResourceLink", "html"}, "their-data")  # it sends on whatever it is given, text or not


class Asked(PlatformRequest):
    """A request to one of its services."""

    def build_metadata(self, request):
        return {"method": request.method, "form_data": request.form.to_dict(), "get_data": {name: int(value) if value.isdigit() else value for name, value in request.args.items()},
                "headers": request.headers, "content_type": request.content_type, "path": request.path, "json": None}


class Members(NamesRoleProvisioningService):
    """One person a page, whatever is asked for."""

    listed = [{"user_id": AINO.sub, "roles": ["Learner"], "name": AINO.name}, {"user_id": MARJA.sub, "roles": ROLES[MARJA.role], "name": MARJA.name}]

    def get_member_data_page(self, page=1, limit=None, role=None, since=None):
        return {"content": [dict(self.listed[page - 1])], "has_next": page < len(self.listed)}

    def get_context_by_id(self):
        return Context("c1", "K", "Kurssi")


def lms(environ, start_response):
    request, configuration = Request(environ), Configuration()
    asked = Asked(request)
    if request.path == "/jwks":
        answer = Response(json.dumps(configuration.get_jwks()), content_type="application/json")
    elif request.path == "/token":
        configuration.get_registration().set_tool_key_set(contextvars.Context().run(lambda: environ["tool"].test_client().get("/lti/jwks").json))
        try:
            answer = Response(json.dumps(configuration.get_access_token(asked.form_data)), content_type="application/json")
        except LtiException as error:
            answer = Response(str(error), 401)
    elif request.path == "/members":
        service = Members(asked, configuration, f"{ISSUER}/members")
        said = service.handle_resp(service.handle_get_members)
        following = (said.result or {}).pop("next", None)
        answer = Response(json.dumps(said.result), said.code, content_type=said.media_type, headers={"Link": generate_next_link(following)} if following else None)
    else:
        answer = Response(status=404)
    return answer(environ, start_response)


@pytest.fixture
def their_platform(app):
    app.extensions["lti_requests"].mount(ISSUER, WsgiAdapter(lambda environ, start_response: lms({**environ, "tool": app}, start_response)))
    with app.app_context(), transaction():
        add_platform(ISSUER, CLIENT, ["1"], f"{ISSUER}/auth", f"{ISSUER}/token", f"{ISSUER}/jwks", "LMS")
    return types.SimpleNamespace(launch=launch, issuer=ISSUER, client_id=CLIENT)


def launch(client, person, message=Launch, **what):
    login = Login(None, Configuration())
    login.set_lti_message_hint(hint="rl")
    asked = urlsplit(login.initiate_login(person.sub))
    page = client.get(asked.path, query_string=asked.query, base_url=TOOL, headers={"Sec-Fetch-Site": "cross-site"})
    form = Form(page.text)
    assert form.address == f"{ISSUER}/auth" and parse_qs(asked.query)["iss"] == [ISSUER]
    message = message(Question(form.fields), Configuration())
    vars(message).update(what, person=person)
    said = message.lti_launch()
    return client.post("/lti/launch", base_url=TOOL, data={"id_token": said["id_token"], "state": said["state"]},
                       headers={"Sec-Fetch-Site": "cross-site", "Origin": ISSUER})


@pytest.mark.parametrize("person, expected", [(AINO, ("participant", False)), (MARJA, ("facilitator", False)), (OTTO, ("facilitator", True))])
def test_it_launches(person, expected, their_platform, client, seen):
    response = launch(client, person)
    assert response.status_code == 303, response.text
    assert seen.membership(person) == expected


def test_it_tells_who_is_in_the_course(their_platform, client, app):
    launch(client, MARJA)
    work_off(app)
    with app.app_context(), transaction(writes=False):
        listed = {(entry.subject, entry.name, entry.role) for entry in db.session.scalars(sa.select(RosterEntry))}
    assert listed == {(AINO.sub, AINO.name, "participant"), (MARJA.sub, MARJA.name, "facilitator")}


def test_it_takes_the_links_that_were_chosen_and_they_open_that(their_platform, client, app):
    def arrive(person, **what):
        return Visitor(app, their_platform, person).launch(**what)

    marja = arrive(MARJA, message=Choosing)
    assert marja.address == "/deep-links/1"
    page = choose(marja, "home", "new-board-", **{"title-new-board-": "Työpaja 6", "open": "yes"})
    answer = answer_in(page, marja)
    assert (answer.address, answer.claims[DL + "data"]) == (f"{ISSUER}/links", "their-data")
    configuration = Configuration()
    configuration.get_registration().set_tool_key_set(client.get("/lti/jwks").json)
    home, board = configuration.validate_deeplinking_resp({"JWT": Form(page.html).fields["JWT"]})
    assert [(item["type"], item["title"], item["url"]) for item in (home, board)] == [
        ("ltiResourceLink", "Työpajat ja taulut", f"{TOOL}/lti/launch"), ("ltiResourceLink", "Työpaja 6", f"{TOOL}/lti/launch")]
    assert arrive(AINO, link="rl-2", custom=home["custom"]).address.startswith("/courses/")
    assert arrive(AINO, link="rl-3", custom=board["custom"]).address.startswith("/boards/")
    stranger = {**home["custom"], "link": "a-token-that-was-never-given-out"}
    assert arrive(AINO, link="rl-3", custom=stranger).address.startswith("/boards/"), "what somebody wrote themselves changes nothing"
    assert arrive(AINO, link="rl-3", custom=home["custom"]).address.startswith("/courses/"), "what was chosen anew for the same link does"
    assert arrive(AINO, link="rl-3", custom=board["custom"]).address.startswith("/boards/")
