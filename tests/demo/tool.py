"""A tool in a few lines, to see what the demo platform does: it registers itself, is launched, answers questions, and asks the services."""
import io
import json
import time
import uuid
from urllib.parse import parse_qs, urlsplit

import jwt
import requests
from requests.adapters import BaseAdapter
from werkzeug.test import Client
from werkzeug.wrappers import Request, Response

from tests.support.platform import LTI, Form, jwk_of, rsa_key, without_missing

ORIGIN = "https://standin.example"
DL = "https://purl.imsglobal.org/spec/lti-dl/claim/"
SCORES, LINE_ITEMS = "https://purl.imsglobal.org/spec/lti-ags/scope/score", "https://purl.imsglobal.org/spec/lti-ags/scope/lineitem"
RESULTS = "https://purl.imsglobal.org/spec/lti-ags/scope/result.readonly"
ROSTER = "https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly"
TOOL_CONFIGURATION = "https://purl.imsglobal.org/spec/lti-tool-configuration"
CUSTOM = {"history": "$Context.id.history", "groups": "$Moodle.Person.userGroupIds", "eq": "a=b", "Title": "$ResourceLink.title", "odd": "$No.such"}


class Reaching(BaseAdapter):
    """What the platform asks of the tool arrives there without sockets. `asked` lists it."""

    def __init__(self, application):
        super().__init__()
        self.application, self.asked = application, []

    def send(self, request, stream=False, timeout=None, verify=True, cert=None, proxies=None):
        assert timeout is not None, f"{request.url} was asked without a time-out"
        self.asked.append(request.url)
        given = Client(self.application).get(urlsplit(request.url).path)
        answer = requests.Response()
        answer.status_code, answer.url, answer.request, answer.raw = given.status_code, request.url, request, io.BytesIO(given.data)
        return answer

    def close(self):
        pass


class StandInTool:
    def __init__(self, platform, origin=ORIGIN):
        self.platform, self.origin, self.browser = platform, origin, platform.test_client()
        self.key, self.kid, self.published = rsa_key("stand-in"), "tool-key", [jwk_of(rsa_key("stand-in"), "tool-key")]
        self.reaching = Reaching(self.wsgi)
        platform.requests.mount(origin, self.reaching)
        self.client_id = self.deployment_id = None

    def wsgi(self, environ, start_response):
        here = Request(environ).path == "/jwks"
        answer = Response(json.dumps({"keys": self.published}) if here else "not here", 200 if here else 404)
        return answer(environ, start_response)

    # --- registration ---

    def words(self, **own):
        """What it says of itself; `own` goes into the tool configuration."""
        return {
            "application_type": "web", "response_types": ["id_token"], "grant_types": ["client_credentials", "implicit"],
            "initiate_login_uri": f"{self.origin}/login", "redirect_uris": [f"{self.origin}/launch"], "client_name": "Kokeilutyökalu",
            "jwks_uri": f"{self.origin}/jwks", "token_endpoint_auth_method": "private_key_jwt",
            "scope": " ".join((SCORES, LINE_ITEMS, RESULTS, ROSTER)),
            TOOL_CONFIGURATION: {
                "domain": urlsplit(self.origin).netloc, "description": "Kokeiluun", "target_link_uri": f"{self.origin}/launch", "custom_parameters": CUSTOM,
                "claims": ["iss", "sub", "name", "given_name", "family_name", "email"],
                "messages": [{"type": "LtiResourceLinkRequest"}, {"type": "LtiDeepLinkingRequest", "target_link_uri": f"{self.origin}/choose"}], **own}}

    def invited(self, choose=None, address="/register?invitation=a%20b"):
        """The address at which Otto's page opens it, as a dictionary of its query. `choose` is the tool that is meant, 0 for a new one."""
        query = {"url": self.origin + address, **({} if choose is None else {"tool": choose})}
        answer = self.browser.get("/as/otto/tools/registration/start", query_string=query)
        assert answer.status_code == 302, answer.text
        return {name: values[0] for name, values in parse_qs(urlsplit(answer.location).query).items()}

    def send_registration(self, token, words=None):
        return self.browser.post("/register", json=words or self.words(), headers={"Authorization": f"Bearer {token}"})

    def register(self, active=True, course=None, words=None, choose=None):
        answer = self.send_registration(self.invited(choose)["registration_token"], words)
        assert answer.status_code == 200, answer.text
        self.client_id, self.deployment_id = answer.json["client_id"], answer.json[TOOL_CONFIGURATION]["deployment_id"]
        if active:
            self.browser.post(f"/as/otto/tools/{self.deployment_id}/active")
        if course:
            self.browser.post(f"/as/marja/courses/{course}/tools/{self.deployment_id}/chooser", data={"shown": "1"})
        return answer.json

    # --- messages ---

    def asked_at(self, path):
        """The fields of the login initiation to which a page of the platform leads."""
        answer = self.browser.get(path)
        assert answer.status_code == 200, answer.text
        return Form(answer.text)

    def authenticate(self, initiation, **changed):
        """Asks who it is; the form that the platform sends back."""
        question = {"scope": "openid", "response_type": "id_token", "response_mode": "form_post", "prompt": "none", "nonce": uuid.uuid4().hex,
                    "state": "s", "client_id": initiation["client_id"], "redirect_uri": f"{self.origin}/launch",
                    "login_hint": initiation["login_hint"], "lti_message_hint": initiation["lti_message_hint"], **changed}
        return self.browser.get("/auth", query_string=question)

    def launched(self, path):
        """The claims of the message to which a page of the platform leads."""
        answer = Form(self.authenticate(self.asked_at(path).fields).text)
        assert answer.address == f"{self.origin}/launch" and answer.fields["state"] == "s"
        return self.read(answer.fields["id_token"])

    def read(self, id_token):
        key = jwt.PyJWKSet.from_dict(self.browser.get("/jwks").json)[jwt.get_unverified_header(id_token)["kid"]]
        return jwt.decode(id_token, key, algorithms=["RS256"], audience=self.client_id, issuer=self.platform.issuer)

    def opened(self, link, person="aino", course="1"):
        return self.launched(f"/as/{person}/links/{link}/launch")

    def question(self, person="marja", course="1", section=1):
        return self.launched(f"/as/{person}/courses/{course}/tools/{self.deployment_id}/select?section={section}")

    def answer(self, question, *items, key=None, kid=None, **changed):
        """Answers the question with content items. `changed` replaces claims; MISSING leaves one out."""
        now = int(time.time())
        claims = without_missing({
            "iss": self.client_id, "aud": [self.platform.issuer], "iat": now, "exp": now + 600, "nonce": uuid.uuid4().hex,
            LTI + "deployment_id": self.deployment_id, LTI + "message_type": "LtiDeepLinkingResponse", LTI + "version": "1.3.0",
            DL + "content_items": list(items), **changed})
        signed = jwt.encode(claims, key or self.key, algorithm="RS256", headers={"kid": kid or self.kid})
        return self.send_answer(question, signed)

    def send_answer(self, question, signed):
        address = urlsplit(question[DL + "deep_linking_settings"]["deep_link_return_url"])
        return self.browser.post(address.path, query_string=address.query, data={"JWT": signed})

    # --- services ---

    def assertion(self, **changed):
        now = int(time.time())
        claims = without_missing({"iss": self.client_id, "sub": self.client_id, "aud": f"{self.platform.issuer}/token", "iat": now, "exp": now + 60,
                                  "jti": uuid.uuid4().hex, **changed})
        return jwt.encode(claims, self.key, algorithm="RS256", headers={"kid": self.kid})

    def ask_token(self, *scopes, assertion=None, **changed):
        return self.browser.post("/token", data={
            "grant_type": "client_credentials", "client_assertion_type": "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
            "client_assertion": assertion or self.assertion(), "scope": " ".join(scopes), **changed})

    def token(self, *scopes):
        answer = self.ask_token(*scopes)
        assert answer.status_code == 200, answer.text
        return json.loads(answer.text)["access_token"]

    def ask(self, address, *scopes, method="GET", token=None, **how):
        """Asks a service at its full address, or at a path of the platform."""
        headers = {"Authorization": f"Bearer {token or self.token(*scopes)}", **how.pop("headers", {})}
        return self.browser.open(address.removeprefix(self.platform.issuer), method=method, headers=headers, **how)
