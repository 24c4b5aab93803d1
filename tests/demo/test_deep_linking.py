"""A teacher chooses content in a tool, and it becomes activities of the course."""
import html
import json
import re
import time
from pathlib import Path

import jwt
import pytest

from tests.support.platform import LTI, MISSING, jwk_of, rsa_key

from .tool import DL, ORIGIN

RECORDED = Path(__file__).resolve().parent.parent / "fixtures" / "moodle"
LINK = {"type": "ltiResourceLink", "title": "Seinä", "text": "Hyviä käytäntöjä", "custom": {"opens": "activity-12", "Mixed_Case": "Å=ö;2"}}
GRADED = {**LINK, "title": "Arvioitava", "lineItem": {"scoreMaximum": 5, "resourceId": "activity-12", "tag": "osallistuminen", "label": "Muu nimi"}}
SETTINGS = DL + "deep_linking_settings"


def recorded(name):
    return json.loads((RECORDED / f"{name}.json").read_text(encoding="utf-8"))["claims"]


def course(browser, person="marja", course="1"):
    return browser.get(f"/as/{person}/courses/{course}?lang=en").text


def onward(answer):
    """Where the page that took the answer leads the whole window."""
    return html.unescape(re.search(r'id="back" target="_top" href="([^"]+)"', answer.text)[1])


def test_the_question_is_moodles(tool):
    asked, moodle = tool.question(), recorded("launch_deep_linking_teacher")
    # Moodle's own description of itself and a service for single settings are not needed by anybody here.
    assert moodle.keys() == asked.keys()
    same = set(moodle[SETTINGS]) - {"deep_link_return_url", "title"}
    assert {name: asked[SETTINGS][name] for name in same} == {name: moodle[SETTINGS][name] for name in same}
    assert asked[LTI + "target_link_uri"] == f"{ORIGIN}/choose" and "sesskey=" in asked[SETTINGS]["deep_link_return_url"]
    assert asked[LTI + "custom"]["title"] is None  # no link yet


def test_chosen_links_become_activities_with_all_that_they_carry(tool, browser):
    answer = tool.answer(tool.question(section=2), LINK, GRADED)
    assert answer.status_code == 200 and "to-course.js" in answer.text and onward(answer).partition("?")[2] in ("added=2&lang=fi", "lang=fi&added=2")
    page = course(browser, "aino")
    assert page.index("Kysy mitä vain") < page.index(">Seinä<") < page.index(">Arvioitava<") < page.index("Tekeillä</h2>")
    assert "Hyviä käytäntöjä" in page and "Graded, 5 at most" in page and "Muu nimi" not in page
    claims = tool.opened("102")
    assert claims[LTI + "resource_link"] == {"id": "102", "title": "Arvioitava", "description": "Hyviä käytäntöjä"}
    assert claims[LTI + "custom"].items() >= {"opens": "activity-12", "mixed_case": "Å=ö;2", "Mixed_Case": "Å=ö;2"}.items()
    assert claims["https://purl.imsglobal.org/spec/lti-ags/claim/endpoint"]["lineitem"].endswith("/lineitem?type_id=2")
    assert "lineitem" not in tool.opened("101")["https://purl.imsglobal.org/spec/lti-ags/claim/endpoint"]


def test_a_links_own_address_is_its_target(tool):
    tool.answer(tool.question(), {**LINK, "url": f"{ORIGIN}/launch?board=7"}, {**LINK, "url": "javascript:alert(1)"})
    assert tool.opened("101")[LTI + "target_link_uri"] == f"{ORIGIN}/launch?board=7"
    assert tool.asked_at("/as/aino/links/101/launch").fields["target_link_uri"] == f"{ORIGIN}/launch?board=7"
    assert tool.opened("102")[LTI + "target_link_uri"] == f"{ORIGIN}/launch"


def test_what_is_no_link_becomes_nothing_and_is_told(tool, browser):
    answer = tool.answer(tool.question(), LINK, {"type": "html", "html": "<b>x</b>", "title": "Teksti"}, {"type": "link", "url": ORIGIN})
    assert "html, link" in answer.text
    assert "html, link" in browser.get(onward(answer)).text
    assert ">Seinä<" in course(browser) and "Teksti" not in course(browser)


def test_an_answer_without_anything_leads_back_quietly(tool, browser):
    before = course(browser)
    answer = tool.answer(tool.question())
    assert answer.status_code == 200 and "to-course.js" in answer.text and "/as/marja/courses/1" in answer.text
    assert course(browser) == before


def test_a_message_is_shown_but_an_error_is_not_and_takes_nothing(tool, browser):
    answer = tool.answer(tool.question(), **{DL + "msg": "Valitsit <yhden>"})
    assert "Valitsit &lt;yhden&gt;" in answer.text and "Valitsit &lt;yhden&gt;" in browser.get(onward(answer)).text
    answer = tool.answer(tool.question(), LINK, **{DL + "errormsg": "Ei oikeuksia"})
    assert answer.status_code == 200 and "Ei oikeuksia" not in answer.text
    assert ">Seinä<" not in course(browser)


@pytest.mark.parametrize("changed", [
    {"iss": "somebody-else"}, {"aud": "https://other.example"}, {"nonce": MISSING}, {"exp": 1_000_000_000}, {"exp": MISSING}, {"iat": MISSING},
    {LTI + "deployment_id": "1"}, {LTI + "message_type": "LtiResourceLinkRequest"}, {LTI + "version": "1.1"},
    {DL + "content_items": "x"}, {DL + "content_items": ["x"]}], ids=str)
def test_an_answer_that_is_not_as_it_must_be_adds_nothing(tool, browser, changed):
    answer = tool.answer(tool.question(), *([] if DL + "content_items" in changed else [LINK]), **changed)
    assert answer.status_code == 400 and ">Seinä<" not in course(browser)


def test_a_foreign_or_missing_signature_adds_nothing(tool, browser):
    assert tool.answer(tool.question(), LINK, key=rsa_key("stranger")).status_code == 400
    assert tool.answer(tool.question(), LINK, kid="unknown").status_code == 400
    now = int(time.time())
    unsigned = {"iss": tool.client_id, "aud": "https://demo.example", "iat": now, "exp": now + 60, "nonce": "n"}
    assert tool.send_answer(tool.question(), jwt.encode(unsigned, None, algorithm="none")).status_code == 400
    secret = jwt.encode(unsigned, "s" * 40, algorithm="HS256", headers={"kid": tool.kid})
    assert tool.send_answer(tool.question(), secret).status_code == 400
    assert tool.send_answer(tool.question(), "").status_code == 400
    assert ">Seinä<" not in course(browser)


def test_a_key_that_the_tool_no_longer_publishes_is_not_believed(tool):
    tool.published = [jwk_of(rsa_key("next"), "next-key")]
    assert tool.answer(tool.question(), LINK).status_code == 400
    assert tool.answer(tool.question(), LINK, key=rsa_key("next"), kid="next-key").status_code == 200


def test_a_tool_that_does_not_answer_is_told_of(tool):
    tool.published = None
    tool.reaching.application = lambda environ, start: (start("500 Oops", []), [b"oops"])[1]
    assert tool.answer(tool.question(), LINK).status_code == 400


def test_a_question_is_answered_once_and_a_nonce_is_used_once(tool, browser):
    question = tool.question()
    assert tool.answer(question, LINK, nonce="one").status_code == 200
    assert tool.answer(question, LINK).status_code == 400
    assert tool.answer(tool.question(), LINK, nonce="one").status_code == 400
    assert course(browser).count(">Seinä</a>") == 2  # in the index and on the page


def test_an_answer_belongs_to_who_asked_and_where(tool, browser):
    mine, other = tool.question(), tool.question("otto")
    strange = {SETTINGS: {"deep_link_return_url": mine[SETTINGS]["deep_link_return_url"].replace("/as/marja/", "/as/otto/")}}
    assert tool.answer(strange, LINK).status_code == 400
    no_key = {SETTINGS: {"deep_link_return_url": other[SETTINGS]["deep_link_return_url"].partition("sesskey=")[0] + "sesskey=guessed"}}
    assert tool.answer(no_key, LINK).status_code == 400
    assert tool.answer(other, LINK).status_code == 200


@pytest.mark.parametrize("who", ["/as/aino", "/as/orjan", "/as/eeva"])
def test_only_the_courses_teachers_may_ask(tool, browser, who):
    for path in ("tools/2/select", "add", "add/2", "tools", "copy"):
        assert browser.get(f"{who}/courses/1/{path}").status_code == 403
    assert browser.post(f"{who}/courses/1/add/2", data={"title": "x"}).status_code == 403
    assert browser.get("/as/marja/courses/1/tools/2/select?role=student").status_code == 403


def test_the_built_in_tool_is_asked_at_its_launch_address(tool):
    form = tool.asked_at("/as/eeva/courses/2/tools/1/select?section=1")
    assert form.address == "https://tool.example/lti/login"
    assert form.fields["target_link_uri"] == "https://tool.example/lti/launch" and form.fields["login_hint"] == "4"
    assert "LtiDeepLinkingRequest" in json.loads(form.fields["lti_message_hint"])["launchid"]


def test_a_tool_without_deep_linking_offers_only_a_bare_link(new_tool, browser):
    new_tool.register(course="1", words=new_tool.words(messages=[]))
    page = browser.get("/as/marja/courses/1/add/2?lang=en").text
    assert 'id="select"' not in page and "Add without content" in page
    assert browser.get("/as/marja/courses/1/tools/2/select").status_code == 404


def test_hostile_words_stay_words(tool, browser):
    tool.answer(tool.question(), {**GRADED, "title": "<script>alert(1)</script>", "text": "<img src=x>", "custom": {"<b>": "</script>\nsecond=1"}})
    for person in ("aino", "marja"):
        page = course(browser, person)
        assert "<script>alert" not in page and "<img src=x>" not in page and "&lt;script&gt;alert(1)" in page
    custom = tool.opened("101")[LTI + "custom"]
    assert custom["<b>"] == "</script> second=1" and "second" not in custom
