"""The demo platform's line items and scores, with what Moodle does against expectation."""
import json

import pytest

from demo.platform.line_item import LOCKED, NO_NUMBERS, find_line_item, treat
from tests.support.platform import MISSING

from .test_deep_linking import GRADED, course
from .tool import LINE_ITEMS, RESULTS, SCORES, StandInTool

SCORE_TYPE = "application/vnd.ims.lis.v1.score+json"
ITEM_TYPE = "application/vnd.ims.lis.v2.lineitem+json"


@pytest.fixture
def item(tool):
    """The address of a line item of at most 5."""
    tool.answer(tool.question(), GRADED)
    return tool.opened("101")["https://purl.imsglobal.org/spec/lti-ags/claim/endpoint"]["lineitem"]


def scores(item):
    before, _, query = item.partition("?")
    return f"{before}/scores?{query}"


def send(tool, item, given=4, person="6", at="2026-11-21T17:22:56.123Z", progress="FullyGraded", media_type=SCORE_TYPE, **more):
    said = {"userId": person, "scoreGiven": given, "scoreMaximum": 5, "comment": "Hyvää työtä, Aino!", "timestamp": at, "activityProgress": "Completed",
            "gradingProgress": progress, **more}
    said = {name: value for name, value in said.items() if value is not MISSING}
    return tool.ask(scores(item), SCORES, method="POST", data=json.dumps(said), headers={"Content-Type": media_type})


def given(tool, item):
    before, _, query = item.partition("?")
    results = json.loads(tool.ask(f"{before}/results?{query}", RESULTS).text)
    return {result["userId"]: result.get("resultScore") for result in results}


def test_a_line_item_is_what_was_chosen(tool, item):
    said = json.loads(tool.ask(item, LINE_ITEMS).text)
    assert item.endswith("/lineitem?type_id=2") and said["id"] == item
    assert (said["label"], said["scoreMaximum"], said["resourceId"], said["tag"], said["resourceLinkId"]) == (
        "Arvioitava", 5, "activity-12", "osallistuminen", "101")
    listed = tool.opened("101")["https://purl.imsglobal.org/spec/lti-ags/claim/endpoint"]["lineitems"]
    assert [one["id"] for one in json.loads(tool.ask(listed, LINE_ITEMS).text)] == [item]
    assert json.loads(tool.ask(f"{listed}&resource_link_id=102", LINE_ITEMS).text) == []
    assert len(json.loads(tool.ask(f"{listed}&resource_id=activity-12&tag=osallistuminen", LINE_ITEMS).text)) == 1


def test_a_grade_is_shown_to_marja_and_to_its_owner(tool, item, browser):
    answer = send(tool, item)
    assert (answer.status_code, answer.text) == (200, "") and answer.content_type.startswith(SCORE_TYPE)
    page = course(browser)
    assert "Hyvää työtä, Aino!" in page and "<td>4</td>" in page
    assert "Hyvää työtä, Aino!" not in course(browser, "aino") and "Hyvää työtä, Aino!" not in course(browser, "orjan")
    assert "Your grade: 4 / 5" in browser.get("/as/aino/links/101?lang=en").text
    assert "Your grade" not in browser.get("/as/orjan/links/101?lang=en").text


def treated(platform, item, treatment):
    with platform.app_context():
        treat(find_line_item(int(item.partition("/lineitem?")[0].rpartition("/")[2])), treatment)


def test_a_column_without_numbers_takes_every_score_and_shows_none(tool, item, platform, browser):
    treated(platform, item, NO_NUMBERS)
    assert send(tool, item).status_code == 200
    assert given(tool, item) == {"6": None} and "<td>4</td>" not in course(browser)


def test_a_locked_column_answers_with_an_error_and_keeps_what_it_has(tool, item, platform):
    send(tool, item)
    treated(platform, item, LOCKED)
    assert send(tool, item, given=1, at="2026-11-21T17:23:56Z").status_code == 500
    assert given(tool, item) == {"6": 4}
    treated(platform, item, None)
    assert send(tool, item, given=1, at="2026-11-21T17:23:56Z").status_code == 200


@pytest.mark.parametrize("at", ["2026-11-21T17:22:56.123Z", "2026-11-21T17:22:56.900Z", "2026-11-21T17:22:56Z", "2020-01-01T00:00:00Z",
                                "2026-11-21T18:22:56+02:00"])
def test_a_score_of_the_same_second_or_older_is_refused(tool, item, at):
    send(tool, item)
    answer = send(tool, item, given=1, at=at)
    assert (answer.status_code, answer.text) == (409, "[]")
    assert given(tool, item) == {"6": 4}
    assert send(tool, item, given=1, at="2026-11-21T17:22:57Z").status_code == 200
    assert given(tool, item) == {"6": 1}


def test_what_is_not_final_erases_the_grade(tool, item, browser):
    send(tool, item)
    assert send(tool, item, at="2026-11-21T17:23:56Z", progress="PendingManual").status_code == 200
    assert given(tool, item) == {"6": None} and "<td>4</td>" not in course(browser)


@pytest.mark.parametrize(("more", "expected"), [({"given": 9}, 5), ({"given": 50, "scoreMaximum": 100}, 2.5), ({"given": 0}, 0), ({"given": MISSING}, None)],
                         ids=str)
def test_a_score_is_scaled_and_never_above_the_maximum(tool, item, more, expected):
    assert send(tool, item, **more).status_code == 200
    assert given(tool, item) == {"6": expected}


@pytest.mark.parametrize("person", ["3", "2", "101", "4", "999", ""])
def test_teachers_and_people_who_are_not_enrolled_get_no_grade(tool, item, person):
    assert send(tool, item, person=person).status_code == 400
    assert given(tool, item) == {}


@pytest.mark.parametrize("more", [{"at": "yesterday"}, {"at": "2026-11-21T17:22:56"}, {"at": MISSING}, {"given": "many"}, {"given": -1},
                                  {"given": float("nan")}, {"progress": MISSING}, {"activityProgress": MISSING}, {"userId": MISSING}], ids=str)
def test_a_score_that_is_not_as_it_must_be_is_refused(tool, item, more):
    assert send(tool, item, **more).status_code == 400
    assert given(tool, item) == {}


@pytest.mark.parametrize("media_type", ["application/json", f"{SCORE_TYPE}; charset=utf-8", ""])
def test_a_score_has_exactly_its_media_type(tool, item, media_type):
    assert send(tool, item, media_type=media_type).status_code == 400


def test_where_the_scores_are_put_behind_the_query_nothing_is_found(tool, item):
    assert tool.ask(f"{item}/scores", SCORES, method="POST", data="{}", headers={"Content-Type": SCORE_TYPE}).status_code in (401, 404, 405)


def test_results_are_not_paged(tool, item):
    before, _, query = item.partition("?")
    assert tool.ask(f"{before}/results?{query}&limit=1", RESULTS).status_code == 404


def test_a_second_line_item_takes_the_lineitem_out_of_the_launch(tool, item):
    endpoint = tool.opened("101")["https://purl.imsglobal.org/spec/lti-ags/claim/endpoint"]
    words = {"scoreMaximum": 60, "label": "Toinen sarake", "resourceId": "x", "tag": "t", "resourceLinkId": "101"}
    added = tool.ask(endpoint["lineitems"], LINE_ITEMS, method="POST", data=json.dumps(words), headers={"Content-Type": ITEM_TYPE})
    assert added.status_code == 201
    second = json.loads(added.text)["id"]
    assert "lineitem" not in tool.opened("101")["https://purl.imsglobal.org/spec/lti-ags/claim/endpoint"]
    words |= {"label": "Uusi nimi", "scoreMaximum": 100}
    assert tool.ask(second, LINE_ITEMS, method="PUT", data=json.dumps(words), headers={"Content-Type": ITEM_TYPE}).status_code == 200
    assert json.loads(tool.ask(second, LINE_ITEMS).text)["label"] == "Uusi nimi"
    assert tool.ask(second, LINE_ITEMS, method="DELETE").status_code == 204
    assert tool.opened("101")["https://purl.imsglobal.org/spec/lti-ags/claim/endpoint"]["lineitem"] == item


@pytest.mark.parametrize("words", [{}, {"label": "x"}, {"label": "", "scoreMaximum": 1}, {"label": "x", "scoreMaximum": 0}, {"label": "x", "scoreMaximum": "y"}],
                         ids=str)
def test_a_line_item_needs_a_label_and_a_maximum(tool, item, words):
    answer = tool.ask("/services/1/lineitems?type_id=2", LINE_ITEMS, method="POST", data=json.dumps(words), headers={"Content-Type": ITEM_TYPE})
    assert answer.status_code == 400


def test_line_items_are_each_tools_own(tool, item, platform, browser):
    other = StandInTool(platform, "https://other.example")
    other.register(course="1")
    foreign = item.replace("type_id=2", "type_id=3")
    assert other.ask(item, LINE_ITEMS).status_code == 401
    assert other.ask(foreign, LINE_ITEMS).status_code == 404
    assert other.ask(foreign, LINE_ITEMS, method="DELETE").status_code == 404
    assert json.loads(other.ask("/services/1/lineitems?type_id=3", LINE_ITEMS).text) == []
    words = json.dumps({"label": "x", "scoreMaximum": 1, "resourceLinkId": "101"})
    taken = other.ask("/services/1/lineitems?type_id=3", LINE_ITEMS, method="POST", data=words, headers={"Content-Type": ITEM_TYPE})
    assert taken.status_code == 403


def test_reading_is_not_writing(new_tool):
    new_tool.register(course="1", words={**new_tool.words(), "scope": "https://purl.imsglobal.org/spec/lti-ags/scope/lineitem.readonly"})
    new_tool.answer(new_tool.question(), GRADED)
    endpoint = new_tool.opened("101")["https://purl.imsglobal.org/spec/lti-ags/claim/endpoint"]
    read = "https://purl.imsglobal.org/spec/lti-ags/scope/lineitem.readonly"
    assert endpoint["scope"] == [read] and new_tool.ask(endpoint["lineitem"], read).status_code == 200
    assert new_tool.ask(endpoint["lineitem"], read, method="DELETE").status_code == 401
    assert new_tool.ask(scores(endpoint["lineitem"]), read, method="POST", data="{}", headers={"Content-Type": SCORE_TYPE}).status_code == 401
