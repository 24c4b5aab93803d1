"""Access tokens of the demo platform: who shows by a signature that it is the tool gets one, for what it registered."""
import json
import time

import pytest

from tests.support.platform import MISSING, rsa_key

from .tool import ROSTER, SCORES, StandInTool

MEMBERSHIPS = "/services/CourseSection/1/bindings/2/memberships"


def test_a_token_comes_as_json_that_calls_itself_a_web_page(tool):
    answer = tool.ask_token(SCORES, ROSTER, "https://purl.imsglobal.org/spec/lti-ts/scope/toolsetting")
    assert answer.status_code == 200 and answer.content_type == "text/html; charset=utf-8"
    said = json.loads(answer.text)
    assert said["token_type"] == "Bearer" and said["expires_in"] == 3600 and said["scope"] == f"{SCORES} {ROSTER}"


def test_a_scope_that_the_tool_did_not_register_is_not_given(new_tool):
    new_tool.register(words={**new_tool.words(), "scope": ROSTER})
    answer = new_tool.ask_token(SCORES)
    assert answer.status_code == 400 and json.loads(answer.text) == {"error": "invalid_scope"}


@pytest.mark.parametrize("changed", [{"iss": "nobody"}, {"sub": "somebody-else"}, {"aud": "https://other.example/token"}, {"exp": 1_000_000_000},
                                     {"jti": MISSING}, {"exp": MISSING}], ids=str)
def test_an_assertion_has_to_be_right(tool, changed):
    answer = tool.ask_token(ROSTER, assertion=tool.assertion(**changed))
    assert answer.status_code == 400 and json.loads(answer.text)["error"] == "invalid_client"


def test_an_assertion_is_good_once_and_signed_by_the_tool(tool):
    assertion = tool.assertion()
    assert tool.ask_token(ROSTER, assertion=assertion).status_code == 200
    assert tool.ask_token(ROSTER, assertion=assertion).status_code == 400
    tool.key = rsa_key("stranger")
    assert tool.ask_token(ROSTER).status_code == 400
    assert tool.ask_token(ROSTER, assertion="x").status_code == 400
    assert tool.ask_token(ROSTER, grant_type="password").status_code == 400


def test_a_token_opens_only_what_it_is_for(tool, platform):
    assert tool.browser.get(MEMBERSHIPS).status_code == 401
    assert tool.ask(MEMBERSHIPS, SCORES).status_code == 401
    assert tool.ask(MEMBERSHIPS, token="guessed").status_code == 401
    other = StandInTool(platform, "https://other.example")
    other.register()
    assert other.ask(MEMBERSHIPS, ROSTER).status_code == 401
    refusal = tool.browser.get(MEMBERSHIPS).json
    assert refusal["reason"] == "Unauthorized" and refusal["request"]["url"] == MEMBERSHIPS


def test_a_token_ends_with_its_hour_and_with_its_tool(tool, browser, monkeypatch):
    import demo.platform.access_token as access_token
    token, real = tool.token(ROSTER), time.time
    monkeypatch.setattr(access_token.time, "time", lambda: real() + 3700)
    assert tool.ask(MEMBERSHIPS, token=token).status_code == 401
    monkeypatch.undo()
    assert tool.ask(MEMBERSHIPS, token=token).status_code == 200
    browser.post("/as/otto/tools/2/delete")
    assert tool.ask(MEMBERSHIPS, token=token).status_code == 401
