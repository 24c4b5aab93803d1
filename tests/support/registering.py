"""A learning platform that connects itself, in the shapes that a real Moodle 4.5 sent; and its admin, who looks at our page in a frame."""
import copy
import json
import threading
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import sqlalchemy as sa
from werkzeug.wrappers import Request, Response

from lti_tool.db import transaction
from lti_tool.lti import Deployment, Platform
from lti_tool.lti.invitation import invite

from .page import Seen
from .platform import TOOL, LearningPlatform

RECORDED = Path(__file__).resolve().parent.parent / "fixtures" / "moodle"
ISSUER, HOST = "https://moodle.test:8443", "moodle.test:8443"
TOKEN = "the-registration-token-of-the-platform"
LTI_PLATFORM = "https://purl.imsglobal.org/spec/lti-platform-configuration"
LTI_TOOL = "https://purl.imsglobal.org/spec/lti-tool-configuration"


def recorded(name):
    return json.loads((RECORDED / f"{name}.json").read_text(encoding="utf-8"))


class RegisteringPlatform(LearningPlatform):
    """`configuration` and `confirmation` are what it says; `told` are the registrations that it got, with their headers."""

    def __init__(self, issuer=ISSUER):
        self.configuration = json.loads(json.dumps(recorded("openid_configuration")).replace(ISSUER, issuer))
        self.confirmation = copy.deepcopy(recorded("registration_response")["body"])
        self.configuration_answer = self.registration_answer = None  # werkzeug Responses in their place
        self.told, self.meanwhile = [], lambda: None
        super().__init__(issuer, self.confirmation["client_id"], self.confirmation[LTI_TOOL]["deployment_id"], "Moodle")

    @property
    def auth_login_url(self):
        return self.configuration["authorization_endpoint"]

    @property
    def configuration_address(self):
        return f"{self.issuer}/mod/lti/openid-configuration.php"

    @property
    def asked(self):
        """The paths that the tool asked for."""
        return [urlsplit(call.address).path for call in self.adapter.calls]

    def wsgi(self, environ, start_response):
        request = Request(environ)
        if request.path == "/mod/lti/openid-configuration.php":
            given = self.configuration_answer or Response(json.dumps(self.configuration), content_type="application/json")
        elif request.path == "/mod/lti/openid-registration.php":
            self.told.append((request.headers, request.get_json()))
            self.meanwhile()
            given = self.registration_answer or Response(json.dumps(self.confirmation), content_type="application/json")
        else:
            environ["PATH_INFO"] = "/jwks" if request.path == "/mod/lti/certs.php" else request.path
            return super().wsgi(environ, start_response)
        return given(environ, start_response)


def kept(seen):
    """Everything that is kept of platforms, as plain values."""
    return [{column.key: getattr(platform, column.key) for column in sa.inspect(Platform).column_attrs} for platform in seen.all(Platform)], [
        (deployment.platform_id, deployment.deployment_id) for deployment in seen.all(Deployment)]


def code_of(refused):
    """The refusal's name, as the page says it for a request for help."""
    return refused.one("support-line").get("value").split(" ")[0]


def refused_at_both(admin, code, status, name, **words):
    """By the page, and by what it would send; nobody is asked."""
    asked = list(admin.platform.asked)
    for refused in (admin.open(code, **words), admin.send(**admin.form(code, **words))):
        assert (refused.status, code_of(refused)) == (status, name), refused.text
        assert "Nothing was stored here." in refused.text
    assert admin.platform.asked == asked


def at_the_same_time(app, platform, *forms, meanwhile=lambda: None) -> list[Seen]:
    """The pages' forms, sent so that the platform has been told of all before any is kept. The answers."""
    together, answers = threading.Barrier(len(forms)), []

    def wait():
        together.wait(20)
        meanwhile()
    platform.meanwhile = wait
    browsers = [threading.Thread(target=lambda form=form: answers.append(Admin(app, platform).send(**form))) for form in forms]
    for browser in browsers:
        browser.start()
    for browser in browsers:
        browser.join(60)
    return answers


def make_invitation(app, host=HOST) -> str:
    """The code of a new one."""
    with app.app_context(), transaction():
        _invitation, address = invite(host)
    return parse_qs(urlsplit(address).query)["invitation"][0]


class Admin:
    """A browser before the admin page of a platform."""

    def __init__(self, app, platform, language="en"):
        self.client, self.platform, self.language = app.test_client(), platform, language

    def open(self, code="", method="GET", **words) -> Seen:
        """Our page, as the platform's frame opens it."""
        query = self.form(code, **words)
        return Seen(self.client.open("/lti/register", method=method, base_url=TOOL, buffered=True,
                                     query_string={name: value for name, value in query.items() if value}, headers={
            "Sec-Fetch-Site": "cross-site", "Sec-Fetch-Dest": "iframe", "Origin": self.platform.issuer, "Accept-Language": self.language}))

    def form(self, code="", **words) -> dict:
        """What the platform puts into our address, and our page into its form."""
        return {"invitation": code, "openid_configuration": self.platform.configuration_address, "registration_token": TOKEN, **words}

    def press(self, seen: Seen, **filled) -> Seen:
        """The page's one button."""
        assert seen.status == 200, seen.text
        return self.send(**{**seen.form("/lti/register").values, **filled})

    def send(self, **form) -> Seen:
        return Seen(self.client.post("/lti/register", base_url=TOOL, data=form, buffered=True,
                                     headers={"Sec-Fetch-Site": "same-origin", "Origin": TOOL, "Accept-Language": self.language}))

    def connect(self, code="", **words) -> Seen:
        """Both in one."""
        return self.press(self.open(code, **words))
