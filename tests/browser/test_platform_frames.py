"""The demo platform's frames around a tool: it registers itself in one, is asked for content in a dialog, and keeps words in a third."""
import threading
import time
import uuid

import jwt
import pytest
import requests
from flask import Flask, request
from playwright.sync_api import expect
from werkzeug.serving import make_server

from tests.demo.tool import DL, TOOL_CONFIGURATION
from tests.support.platform import LTI, jwk_of, rsa_key

from .stage import Platform, Quiet, listening

pytestmark = pytest.mark.browser
PAGE = "<!doctype html><html lang=en><title>Tool</title>"
KEEPS = """
<output id=said></output><script>
const storage = window.parent.frames["%s"], told = [];
addEventListener("message", (event) => { told.push(event.data); document.getElementById("said").textContent = JSON.stringify(told); });
window.parent.postMessage({subject: "lti.capabilities", message_id: "1"}, "*");
function ask(message) { storage.postMessage(message, "%s"); }
function wait() {
  if (told.some((message) => message.subject === "lti.put_data.response" && message.message_id === "2")) {
    for (const message of [{subject: "lti.get_data", message_id: "3", key: "state"}, {subject: "lti.get_data", message_id: "4", key: "other"},
                           {subject: "lti.get_data", message_id: "5"}, {subject: "lti.unheard", message_id: "6"}]) ask(message);
  } else { ask({subject: "lti.put_data", message_id: "2", key: "state", value: "kept"}); setTimeout(wait, 50); }
}
wait();
</script>"""


class ServedTool:
    """A tool with pages, at an origin of its own."""

    def __init__(self):
        self.socket, self.key, self.known = listening(), rsa_key("stand-in"), {}
        self.origin = "http://localhost:{}".format(self.socket.getsockname()[1])
        self.app = Flask(__name__)
        for path, view in {"/jwks": self.jwks, "/register": self.register, "/login": self.login, "/launch": self.launch}.items():
            self.app.add_url_rule(path, view_func=view, methods=["GET", "POST"])
        self.server = make_server("127.0.0.1", 0, self.app, threaded=True, request_handler=Quiet, fd=self.socket.fileno())
        threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()

    def stop(self):
        self.server.shutdown()
        self.server.server_close()
        self.socket.close()

    def jwks(self):
        return {"keys": [jwk_of(self.key, "k")]}

    def register(self):
        said = requests.get(request.args["openid_configuration"], timeout=10).json()
        words = {
            "application_type": "web", "response_types": ["id_token"], "token_endpoint_auth_method": "private_key_jwt", "client_name": "Palvelun työkalu",
            "initiate_login_uri": f"{self.origin}/login", "redirect_uris": [f"{self.origin}/launch"], "jwks_uri": f"{self.origin}/jwks",
            TOOL_CONFIGURATION: {"domain": self.origin.partition("//")[2], "target_link_uri": f"{self.origin}/launch",
                                 "messages": [{"type": "LtiDeepLinkingRequest"}]}}
        answer = requests.post(said["registration_endpoint"], json=words, timeout=10,
                               headers={"Authorization": f"Bearer {request.args['registration_token']}"})
        self.known = {"issuer": said["issuer"], "auth": said["authorization_endpoint"], **answer.json()}
        return f"""{PAGE}<button onclick="(window.opener || window.parent).postMessage({{subject: 'org.imsglobal.lti.close'}}, '*')">Done</button>"""

    def login(self):
        asked = request.form
        self.storage = asked.get("lti_storage_target")
        fields = {"scope": "openid", "response_type": "id_token", "response_mode": "form_post", "prompt": "none", "nonce": uuid.uuid4().hex, "state": "s",
                  "client_id": asked["client_id"], "redirect_uri": f"{self.origin}/launch", "login_hint": asked["login_hint"],
                  "lti_message_hint": asked["lti_message_hint"]}
        return self.form(self.known["auth"], fields, "Go on", "document.forms[0].submit()")

    def launch(self):
        claims = jwt.decode(request.form["id_token"], options={"verify_signature": False})
        if claims[LTI + "message_type"] == "LtiResourceLinkRequest":
            return PAGE + "<h1>Opened</h1>" + (KEEPS % (self.storage, self.known["issuer"]) if self.storage else "")
        now = int(time.time())
        answer = {"iss": claims["aud"], "aud": claims["iss"], "iat": now, "exp": now + 60, "nonce": uuid.uuid4().hex,
                  LTI + "deployment_id": claims[LTI + "deployment_id"], LTI + "message_type": "LtiDeepLinkingResponse", LTI + "version": "1.3.0",
                  DL + "content_items": [{"type": "ltiResourceLink", "title": "Valittu seinä"}]}
        signed = jwt.encode(answer, self.key, algorithm="RS256", headers={"kid": "k"})
        return self.form(claims[DL + "deep_linking_settings"]["deep_link_return_url"], {"JWT": signed}, "Choose")

    @staticmethod
    def form(action, fields, button, script=""):
        hidden = "".join(f"<input type=hidden name='{name}' value='{value}'>" for name, value in fields.items())
        return f'{PAGE}<form method=post action="{action}">{hidden}<button>{button}</button></form><script>{script}</script>'


@pytest.fixture(scope="module")
def served():
    tool = ServedTool()
    yield tool
    tool.stop()


@pytest.fixture
def stage(served, tmp_path):
    platform = Platform(tmp_path / "platform", "http://localhost:9")
    yield platform
    platform.stop()


@pytest.fixture
def page(browser):
    page = browser.new_page(viewport={"width": 1280, "height": 800}, locale="en")
    page.set_default_timeout(30_000)
    yield page
    page.close()


def register(page, stage, served):
    page.goto(f"{stage.address}/as/otto/tools?lang=en")
    page.get_by_label("Tool URL").fill(f"{served.origin}/register?invitation=x")
    page.get_by_role("button", name="Add LTI Advantage").click()
    page.frame_locator("#registration").get_by_role("button", name="Done").click()
    expect(page.get_by_role("heading", name="Palvelun työkalu")).to_be_visible()


def test_the_frame_closes_when_the_tool_says_so_and_the_tool_waits_in_the_list(page, stage, served):
    page.goto(f"{stage.address}/as/otto/tools/registration?lang=en&url={served.origin}/register")
    page.evaluate("postMessage({subject: 'org.imsglobal.lti.close'}, '*')")  # of the page itself: nobody's but the tool's word counts
    done = page.frame_locator("#registration").get_by_role("button", name="Done")
    expect(done).to_be_visible()
    done.click()
    expect(page.locator("#tool-2 .state")).to_have_text("Pending")
    page.get_by_role("button", name="Activate Palvelun työkalu").click()
    expect(page.locator("#tool-2 .state")).to_have_text("Active")


def test_marja_chooses_content_in_a_dialog_as_large_as_moodles(page, stage, served):
    register(page, stage, served)
    page.get_by_role("button", name="Activate").click()
    page.goto(f"{stage.address}/as/marja/courses/1/tools?lang=en")
    page.get_by_role("button", name="Show in activity chooser: Palvelun työkalu").click()
    page.goto(f"{stage.address}/as/marja/courses/1?lang=en")
    page.get_by_role("link", name="Add an activity to the section Tekeillä").click()
    page.get_by_role("link", name="Palvelun työkalu").click()

    page.get_by_role("link", name="Select content").click()
    frame = page.locator("#selecting-frame")
    expect(page.frame_locator("#selecting-frame").get_by_role("button", name="Choose")).to_be_visible()
    box = frame.bounding_box()
    assert (round(box["width"]), round(box["height"])) == (770, 578)
    page.keyboard.press("Escape")
    expect(frame).to_be_hidden()

    page.get_by_role("link", name="Select content").click()
    page.frame_locator("#selecting-frame").get_by_role("button", name="Choose").click()
    expect(page.get_by_role("status")).to_have_text("Activities added: 1")
    page.get_by_role("main").get_by_role("link", name="Valittu seinä", exact=True).click()
    expect(page.frame_locator("#contentframe").get_by_role("heading", name="Opened")).to_be_visible()


def test_the_platforms_storage_keeps_words_for_the_tools_origin_only(page, stage, served):
    register(page, stage, served)
    page.get_by_role("button", name="Activate").click()
    stage.app.test_client().post("/options", data={"privacy": "always", "platform_storage": "on"})
    stage.app.test_client().post("/as/marja/courses/1/add/2?section=0", data={"title": "Muisti"})
    page.goto(f"{stage.address}/as/aino/links/101")
    said = page.frame_locator("#contentframe").locator("#said")
    expect(said).to_contain_text('"message_id":"6"')
    told = {message["message_id"]: message for message in page.frame(url=f"{served.origin}/launch").evaluate("told")}
    frames = {one["subject"]: one.get("frame") for one in told["1"]["supported_messages"]}
    assert frames == {"lti.capabilities": None, "lti.get_data": "platform_storage", "lti.put_data": "platform_storage"}
    assert told["3"]["value"] == "kept" and told["4"]["value"] is None
    assert told["5"]["error"]["code"] == "bad_request" and told["6"]["error"]["code"] == "unsupported_subject"

    # Another origin in the same page, as an embedded stranger would be.
    page.evaluate("""(url) => new Promise((done) => { const frame = document.createElement("iframe"); frame.name = "stranger"; frame.onload = done;
        frame.src = url; document.body.append(frame); })""", f"{served.origin.replace('localhost', '127.0.0.1')}/jwks")
    answer = page.frame(name="stranger").evaluate("""() => new Promise((done) => { addEventListener("message", (event) => done(event.data));
        parent.frames["platform_storage"].postMessage({subject: "lti.get_data", message_id: "7", key: "state"}, "*"); })""")
    assert answer["error"]["code"] == "wrong_origin" and "kept" not in str(answer)
