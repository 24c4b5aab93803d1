"""Links that teachers add without content, once more, and take away again; and what a launch of them says."""
import pytest

from tests.support.platform import LTI

from .test_deep_linking import GRADED, course


def ids(browser, person="marja", number="1"):
    """The links of the course in the order in which they stand."""
    page = browser.get(f"/as/{person}/courses/{number}").text
    return [part.partition("?")[0].partition('"')[0] for part in page.partition("<main")[2].split("/links/")[1:] if "/launch" not in part[:20] and
            not part.split('"')[0].endswith(("/duplicate", "/delete"))]


def test_a_bare_link_opens_with_nothing_but_what_the_tool_always_gets(tool, browser):
    assert browser.post("/as/marja/courses/1/add/2?section=3", data={"title": "  Tyhjä   linkki "}).status_code == 303
    claims = tool.opened("101")
    assert claims[LTI + "resource_link"]["title"] == "Tyhjä linkki"
    assert set(claims[LTI + "custom"]) == {"history", "groups", "eq", "title", "Title", "odd"}
    assert ids(browser)[-2:] == ["9", "101"]


def test_a_bare_link_can_be_graded(tool, browser):
    browser.post("/as/marja/courses/1/add/1?section=0", data={"title": "Arvioitava", "maximum": "20"})
    browser.post("/as/marja/courses/1/add/1?section=0", data={"title": "Ei näin", "maximum": "-3"})
    assert course(browser).count("Graded, 20 at most") == 2  # at the link and over its grades
    assert course(browser).count("Graded,") == 2


def test_a_link_needs_a_name_and_a_place(tool, browser):
    assert browser.post("/as/marja/courses/1/add/2", data={"title": "  "}).status_code == 400
    for section in ("99", "-1"):
        assert browser.post(f"/as/marja/courses/1/add/2?section={section}", data={"title": "x"}).status_code == 404


def test_a_duplicate_stands_behind_its_link_and_carries_on_all_but_the_number(tool, browser):
    tool.answer(tool.question(), GRADED)
    assert browser.post("/as/marja/links/101/duplicate").status_code == 303
    assert browser.post("/as/marja/links/2/duplicate").status_code == 303
    assert browser.post("/as/marja/links/2/duplicate").status_code == 303
    order = ids(browser)
    assert order[order.index("2"):order.index("3")] == ["2", "104", "103"]
    assert order[order.index("101"):][:2] == ["101", "102"]
    first, second = tool.opened("101"), tool.opened("102")
    assert second[LTI + "resource_link"]["title"] == "Arvioitava (kopio)"
    assert second[LTI + "context"] == first[LTI + "context"]
    assert second[LTI + "custom"] == {**first[LTI + "custom"], "title": "Arvioitava (kopio)", "Title": "Arvioitava (kopio)"}
    endpoint = "https://purl.imsglobal.org/spec/lti-ags/claim/endpoint"
    assert second[endpoint]["lineitem"] != first[endpoint]["lineitem"]


def test_an_added_link_can_be_deleted_and_a_built_in_one_cannot(tool, browser):
    browser.post("/as/marja/links/2/duplicate")
    browser.post("/as/marja/links/101/duplicate")
    assert browser.post("/as/marja/links/101/delete").status_code == 303
    assert browser.get("/as/aino/links/101").status_code == 404
    order = ids(browser)
    assert order[order.index("2"):order.index("3")] == ["2", "102"]
    assert browser.post("/as/marja/links/2/delete").status_code == 404
    browser.post("/as/marja/links/2/duplicate")
    assert "103" in ids(browser)  # no number is given twice


@pytest.mark.parametrize("person", ["aino", "eeva"])
def test_others_change_nothing(browser, person):
    browser.post("/as/marja/links/2/duplicate")
    for act in ("duplicate", "delete"):
        assert browser.post(f"/as/{person}/links/101/{act}").status_code == 403
    assert browser.get("/as/eeva/links/101").status_code == 403


def test_a_link_that_is_deleted_between_click_and_launch_tells_nobody_anything(tool, browser):
    tool.answer(tool.question(), GRADED)
    form = tool.asked_at("/as/aino/links/101/launch")
    browser.post("/as/marja/links/101/delete")
    answer = tool.authenticate(form.fields)
    assert "id_token" not in answer.text and "invalid_request" in answer.text


def test_what_is_added_is_there_after_a_restart(tool, platform, browser):
    from demo.platform import create_platform
    tool.answer(tool.question(), GRADED)
    again = create_platform(platform.store.path.parent, "https://tool.example", "https://demo.example").test_client()
    assert ids(again) == ids(browser) and "Kokeilutyökalu" in again.get("/as/otto/tools").text


def test_a_tool_gets_only_its_own_launches(tool):
    ours = tool.asked_at("/as/aino/links/1/launch").fields  # of the built-in tool
    answer = tool.authenticate({**ours, "client_id": tool.client_id})
    assert "id_token" not in answer.text


def test_a_foreign_redirect_address_is_refused_to_the_letter(tool):
    fields = tool.asked_at("/as/marja/courses/1/tools/2/select").fields
    for wrong in ("https://standin.example/launch/", "https://standin.example/launch?x=1", "https://evil.example/launch"):
        assert tool.authenticate(fields, redirect_uri=wrong).status_code == 400
    assert tool.authenticate(fields, client_id="nobody").status_code == 400
