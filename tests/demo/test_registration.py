"""A tool registers itself at the demo platform, as at Moodle."""
import json
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.support.platform import Form

from .tool import ORIGIN, TOOL_CONFIGURATION, StandInTool

CONFIGURATION = "https://demo.example/.well-known/openid-configuration"


def listed(browser):
    return browser.get("/as/otto/tools?lang=en").text


def test_the_tools_page_opens_with_its_own_query_kept(new_tool):
    query = new_tool.invited()
    assert query.keys() == {"invitation", "openid_configuration", "registration_token"}
    assert query["invitation"] == "a b" and query["openid_configuration"] == CONFIGURATION


def test_the_platform_describes_itself(browser):
    said = browser.get(urlsplit(CONFIGURATION).path).json
    assert said["issuer"] == "https://demo.example"
    assert said["registration_endpoint"] == "https://demo.example/register" and said["jwks_uri"] == "https://demo.example/jwks"
    own = said["https://purl.imsglobal.org/spec/lti-platform-configuration"]
    assert own["product_family_code"] == "moodle" and "Context.id.history" in own["variables"]
    assert {message["type"] for message in own["messages_supported"]} == {"LtiResourceLinkRequest", "LtiDeepLinkingRequest"}


def test_a_registration_is_confirmed_as_moodle_does(new_tool):
    said = new_tool.register(active=False)
    own = said[TOOL_CONFIGURATION]
    assert said["client_id"] and own["deployment_id"] == "2" and own["custom_parameters"]["eq"] == "a"
    assert own["claims"] == ["sub", "iss", "name", "family_name", "given_name", "email"]
    assert own["messages"] == [{"type": "LtiDeepLinkingRequest", "target_link_uri": f"{ORIGIN}/choose"}]


def test_a_new_tool_is_pending_until_otto_activates_it_and_marja_shows_it_in_her_course(new_tool, browser):
    new_tool.register(active=False)
    assert "Pending" in listed(browser)
    assert "Kokeilutyökalu" not in browser.get("/as/marja/courses/1/tools").text
    assert browser.get("/as/marja/courses/1/tools/2/select").status_code == 400

    assert browser.post("/as/otto/tools/2/active").status_code == 303
    assert "Pending" not in listed(browser)
    assert "Kokeilutyökalu" not in browser.get("/as/marja/courses/1/add").text

    assert browser.post("/as/marja/courses/1/tools/2/chooser", data={"shown": "1"}).status_code == 303
    assert "Kokeilutyökalu" in browser.get("/as/marja/courses/1/add").text
    assert "Kokeilutyökalu" not in browser.get("/as/eeva/courses/2/add").text
    browser.post("/as/marja/courses/1/tools/2/chooser")
    assert "Kokeilutyökalu" not in browser.get("/as/marja/courses/1/add").text


def test_otto_can_show_a_tool_in_all_courses_and_a_course_can_hide_it(new_tool, browser):
    new_tool.register()
    browser.post("/as/otto/tools/2/offered", data={"offered": "1"})
    assert all("Kokeilutyökalu" in browser.get(path).text for path in ("/as/marja/courses/1/add", "/as/eeva/courses/2/add"))
    browser.post("/as/eeva/courses/2/tools/2/chooser")
    assert "Kokeilutyökalu" not in browser.get("/as/eeva/courses/2/add").text
    browser.post("/as/otto/tools/2/offered")
    assert "Kokeilutyökalu" not in browser.get("/as/marja/courses/1/add").text


def test_a_token_is_good_for_one_registration(new_tool):
    token = new_tool.invited()["registration_token"]
    assert new_tool.send_registration(token).status_code == 200
    again = new_tool.send_registration(token)
    assert (again.status_code, again.text) == (401, "token_already_used")


def test_a_registration_that_was_refused_can_be_mended_with_the_same_token(new_tool):
    token = new_tool.invited()["registration_token"]
    assert new_tool.send_registration(token, new_tool.words(domain="elsewhere.example")).status_code == 400
    assert new_tool.send_registration(token).status_code == 200


def test_a_token_ends_after_an_hour(new_tool, monkeypatch):
    import demo.platform.dynamic_registration as registration
    real = registration.time.time
    monkeypatch.setattr(registration.time, "time", lambda: real() - 3700)
    token = new_tool.invited()["registration_token"]
    monkeypatch.undo()
    assert new_tool.send_registration(token).status_code == 401


def test_nobody_registers_without_a_token_of_ours(new_tool, browser, tmp_path):
    assert browser.post("/register", json=new_tool.words()).status_code == 401
    assert new_tool.send_registration("x.y.z").status_code == 401
    from demo.platform import create_platform
    other = StandInTool(create_platform(tmp_path / "other", issuer="https://other.example"))
    assert new_tool.send_registration(other.invited()["registration_token"]).status_code == 401


def test_a_message_of_the_platform_is_no_registration_token(tool):
    id_token = Form(tool.authenticate(tool.asked_at("/as/marja/courses/1/tools/2/select").fields).text).fields["id_token"]
    assert tool.send_registration(id_token).status_code == 401


def without(words, name):
    return {key: value for key, value in words.items() if key != name}


@pytest.mark.parametrize("name", ["response_types", "initiate_login_uri", "redirect_uris", "client_name", "jwks_uri", "token_endpoint_auth_method",
                                  TOOL_CONFIGURATION])
def test_what_is_needed_may_not_be_missing(new_tool, name):
    answer = new_tool.send_registration(new_tool.invited()["registration_token"], without(new_tool.words(), name))
    assert (answer.status_code, answer.text) == (400, f"missing required attribute {name}")


@pytest.mark.parametrize("wrong", [{"domain": "elsewhere.example"}, {"domain": "standin.example:8443"}, {"target_link_uri": "javascript:alert(1)"}])
def test_the_domain_is_that_of_the_target(new_tool, wrong):
    answer = new_tool.send_registration(new_tool.invited()["registration_token"], new_tool.words(**wrong))
    assert answer.status_code == 400


def test_names_and_addresses_are_shared_only_when_the_claims_ask_for_them(new_tool):
    new_tool.register(course="1", words=new_tool.words(claims=["iss", "sub"]))
    claims = new_tool.question()
    assert claims["sub"] == "3" and not {"name", "given_name", "family_name", "email"} & claims.keys()
    new_tool.register(choose=2, words=new_tool.words(claims=["iss", "sub", "email"]))
    claims = new_tool.question()
    assert claims["email"] == "marja@demo.invalid" and "name" not in claims


def test_on_a_known_domain_otto_is_asked_whether_to_update_it(tool):
    asked = tool.browser.get("/as/otto/tools/registration/start", query_string={"url": f"{ORIGIN}/register", "lang": "en"})
    assert "A tool of the same server is here already" in asked.text and tool.client_id in asked.text


def test_an_update_keeps_client_id_deployment_and_state(tool, browser):
    before = tool.client_id
    token = tool.invited(choose=2)["registration_token"]
    assert (json.loads(b64(token))["scope"], json.loads(b64(token))["sub"]) == ("reg-update", "2")
    words = {**tool.words(), "client_name": "Uusi nimi", "redirect_uris": [f"{ORIGIN}/launch", f"{ORIGIN}/more"]}
    said = tool.send_registration(token, words)
    assert said.json["client_id"] == before and said.json[TOOL_CONFIGURATION]["deployment_id"] == "2"
    page = listed(browser)
    assert "Uusi nimi" in page and "Kokeilutyökalu" not in page and "Pending" not in page
    assert tool.send_registration(token, words).status_code == 401


def test_a_tool_may_be_registered_again_beside_itself(tool, browser):
    first = tool.client_id
    tool.register(active=False, choose=0)
    assert tool.client_id != first and tool.deployment_id == "3"
    assert listed(browser).count("Kokeilutyökalu</h2>") == 2


def test_an_update_leads_only_to_a_tool_of_that_domain(tool, browser):
    answer = browser.get("/as/otto/tools/registration/start", query_string={"url": f"{ORIGIN}/register", "tool": 1})
    assert answer.status_code == 404


@pytest.mark.parametrize("url", ["", "javascript:alert(1)", "standin.example/register", "file:///etc/passwd"])
def test_only_a_web_address_is_opened(browser, url):
    answer = browser.get("/as/otto/tools/registration/start", query_string={"url": url})
    assert answer.status_code == 400 and "Location" not in answer.headers


@pytest.mark.parametrize("person", ["marja", "aino", "eeva"])
def test_only_otto_manages_tools(browser, tool, person):
    for path in ("", "/registration?url=https://a.example", "/registration/start?url=https://a.example"):
        assert browser.get(f"/as/{person}/tools{path}").status_code == 403
    for act in ("active", "offered", "delete"):
        assert browser.post(f"/as/{person}/tools/2/{act}").status_code == 403
    assert browser.get("/as/otto/tools?role=student").status_code == 403


def test_a_deleted_tools_links_say_so_and_the_built_in_tool_stays(tool, browser):
    tool.answer(tool.question(), {"type": "ltiResourceLink", "title": "Tästä alkaen"})
    assert browser.post("/as/otto/tools/2/delete").status_code == 303
    assert "Kokeilutyökalu" not in listed(browser)
    gone = browser.get("/as/aino/links/101/launch?lang=en")
    assert gone.status_code == 404 and "was deleted from the platform" in gone.text
    assert browser.post("/as/otto/tools/1/delete").status_code == 404
    assert "demo-workspace" in listed(browser)


def test_a_tool_that_is_registered_is_launched_at_its_own_addresses(tool):
    form = tool.asked_at("/as/marja/courses/1/tools/2/select")
    assert form.address == f"{ORIGIN}/login"
    assert form.fields["client_id"] == tool.client_id and form.fields["lti_deployment_id"] == "2"
    assert form.fields["target_link_uri"] == f"{ORIGIN}/choose"
    assert parse_qs(urlsplit(form.address).query) == {}


def b64(token):
    import base64
    part = token.split(".")[1]
    return base64.urlsafe_b64decode(part + "=" * (-len(part) % 4))
