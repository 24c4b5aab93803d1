"""The login request, and the page that asks the platform back."""
import re

import pytest

from lti_tool.db import transaction
from lti_tool.lti import find_platform
from tests.support.cast import AINO
from tests.support.platform import MISSING, TOOL, Form, LearningPlatform


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_a_login_may_come_by_either_method(method, platform, client):
    assert platform.launch(client, AINO, method=method).status_code == 303


def test_a_login_may_be_posted_with_its_words_in_the_address(platform, client):
    response = client.post("/lti/login", base_url=TOOL, query_string=platform.initiation(AINO), headers=platform.headers())
    assert response.status_code == 200 and Form(response.text).fields["login_hint"] == AINO.sub


def test_the_question_has_every_word_that_openid_connect_asks_for(platform, client):
    """LTI security framework 5.1.1.2."""
    fields = platform.begin(client, AINO).fields
    assert {name: fields[name] for name in ("scope", "response_type", "response_mode", "prompt", "client_id", "redirect_uri", "login_hint")} == {
        "scope": "openid", "response_type": "id_token", "response_mode": "form_post", "prompt": "none", "client_id": "client-1",
        "redirect_uri": f"{TOOL}/lti/launch", "login_hint": AINO.sub}
    assert len(fields["state"]) > 32 and len(fields["nonce"]) >= 32


def test_every_login_has_a_state_and_a_nonce_of_its_own(platform, client):
    asked = [platform.begin(client, AINO).fields for _each in range(3)]
    assert len({fields["state"] for fields in asked} | {fields["nonce"] for fields in asked}) == 6


def test_hints_are_given_back_as_they_came(platform, client):
    hint = '{"a": "ä&<\\"\'>", "b": "+ %20"}'
    form = platform.begin(client, AINO, lti_message_hint=hint, login_hint="  7 ")
    assert form.fields["lti_message_hint"] == hint and form.fields["login_hint"] == "  7 "


def test_the_address_of_the_question_may_have_words_of_its_own(app, platform, client):
    """A GET form would drop them."""
    with app.app_context(), transaction():
        find_platform(platform.issuer, platform.client_id).change(auth_login_url=f"{platform.issuer}/auth?tenant=a%26b&x=")
    form = platform.begin(client, AINO)
    assert form.fields["tenant"] == "a&b" and form.fields["x"] == ""


def test_the_state_has_a_short_cookie_that_only_this_origin_can_set(platform, client):
    response = platform.ask(client, AINO)
    state = Form(response.text).fields["state"]
    cookie, = response.headers.getlist("Set-Cookie")
    assert cookie.startswith(f"__Host-lti-{state}=")
    for word in ("Secure", "HttpOnly", "Path=/", "SameSite=None", "Partitioned", "Max-Age=600"):
        assert word in cookie.split("; ")
    assert "Domain" not in cookie


def test_the_page_can_ask_whether_its_cookie_came_back(platform, client, other_client):
    form = platform.begin(client, AINO)
    check = form.attributes["data-check"]
    assert check == f"/lti/cookie?state={form.fields['state']}"
    assert client.get(check, base_url=TOOL).json == {"came_back": True}
    assert other_client.get(check, base_url=TOOL).json == {"came_back": False}
    assert client.get("/lti/cookie", base_url=TOOL).json == {"came_back": False}
    assert client.get(check, base_url=TOOL).headers["Cache-Control"] == "no-store"


def test_the_page_has_a_visible_button_and_a_hidden_way_into_a_window(platform, client):
    """The window begins the login again, with hints that are not used up yet."""
    page = platform.ask(client, AINO, ui_locales="sv").text
    assert '<html lang="sv">' in page
    door = page[page.index('id="window-part"'):]
    assert re.match(r'[^>]* hidden>', door)
    again = Form(door)
    assert again.address == "/lti/login" and again.attributes["target"] == "_blank"
    assert again.fields == platform.initiation(AINO)
    response = client.post("/lti/login", base_url=TOOL, data=again.fields, headers={"Sec-Fetch-Site": "same-origin"})
    assert Form(response.text).fields["lti_message_hint"] == again.fields["lti_message_hint"]


def test_the_page_has_no_inline_script_and_may_send_its_form_to_the_platform_only(app, platform, client):
    with app.app_context(), transaction():
        find_platform(platform.issuer, platform.client_id).change(frame_origins=["https://school.canvas.example"])
    response = platform.ask(client, AINO)
    policy = dict(directive.strip().split(" ", 1) for directive in response.headers["Content-Security-Policy"].split(";"))
    assert policy["form-action"] == "'self' https://moodle.example https://school.canvas.example"
    assert policy["frame-ancestors"] == "https:"
    assert policy["script-src"] == "'self'"
    assert not re.search(r"<script(?![^>]* src=)|\son\w+=|\sstyle=|javascript:", response.text)


REFUSED = {
    "no issuer": ({"iss": MISSING}, "LoginIsIncomplete", "incomplete"),
    "no login hint": ({"login_hint": MISSING}, "LoginIsIncomplete", "incomplete"),
    "unknown issuer": ({"iss": "https://elsewhere.example"}, "UnknownPlatform", "https://elsewhere.example"),
    "an issuer that is markup": ({"iss": "<script>alert(1)</script>"}, "UnknownPlatform", "&lt;script&gt;"),
    "an issuer with a zero": ({"iss": "https://moodle.example\x00"}, "UnknownPlatform", "not known here"),
    "an endless issuer": ({"iss": "https://" + "x" * 10000}, "UnknownPlatform", "not known here"),
    "unknown client": ({"client_id": "kV8rTz2"}, "UnknownClient", "“kV8rTz2”; “client-1” is stored here"),
    "a client with a zero": ({"client_id": "client\x00"}, "UnknownPlatform", "not known here"),
}


@pytest.mark.every_case
@pytest.mark.parametrize("name", REFUSED)
def test_a_login_that_leads_nowhere_says_why(name, platform, client, seen, caplog):
    words, refusal, sentence = REFUSED[name]
    response = platform.ask(client, AINO, **words)
    assert 400 <= response.status_code < 500 and sentence in response.text
    assert "alert(1)</script>" not in response.text and "Set-Cookie" not in response.headers
    assert "frame-ancestors https:" in response.headers["Content-Security-Policy"]
    record, = seen.records()
    assert record.outcome == refusal and len(record.issuer) <= 255 and record.reference in caplog.text
    assert seen.attempts() == []


def test_the_client_may_be_left_out_where_there_is_only_one(app, platform, client, seen):
    assert platform.begin(client, AINO, client_id=MISSING).fields["client_id"] == "client-1"
    LearningPlatform(client_id="client-2").register(app)
    assert platform.ask(client, AINO, client_id=MISSING).status_code == 403
    assert seen.records()[-1].outcome == "ClientIsNotNamed"


def test_a_disabled_platform_lets_nobody_in(app, platform, client, seen):
    with app.app_context(), transaction():
        find_platform(platform.issuer, platform.client_id).disable()
    assert platform.ask(client, AINO).status_code == 403
    assert seen.records()[-1].outcome == "PlatformIsDisabled"


def test_logins_that_were_never_answered_are_forgotten(platform, client, clock, seen):
    platform.begin(client, AINO)
    platform.begin(client, AINO)
    clock.forward(minutes=11)
    platform.begin(client, AINO)
    assert len(seen.attempts()) == 1


def test_a_state_is_kept_hashed(platform, client, seen):
    form = platform.begin(client, AINO)
    attempt, = seen.attempts()
    assert form.fields["state"] not in attempt.state and len(attempt.state) == 64
