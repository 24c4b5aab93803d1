"""Copies of courses: a course of its own with the same people and links that remember what they carried."""
import json

import pytest

from tests.support.platform import LTI

from .test_activities import ids
from .test_deep_linking import GRADED, course, recorded
from .tool import ROSTER, SCORES

ENDPOINT = "https://purl.imsglobal.org/spec/lti-ags/claim/endpoint"
WORDS = {"title": "Kirjaamisen kehittäjäverkosto, kevät", "label": "KEHVERK_1"}


def copy_of(browser, number, person="marja", **words):
    answer = browser.post(f"/as/{person}/courses/{number}/copy", data={**WORDS, **words})
    assert answer.status_code == 303, answer.text
    return answer.location.partition("/courses/")[2].partition("?")[0]


def test_a_copy_has_new_numbers_and_carries_on_what_its_links_carried(tool, browser):
    tool.answer(tool.question(), GRADED)
    copy = copy_of(browser, "1")
    assert copy == "11"
    old, new = ids(browser), ids(browser, number=copy)
    assert len(old) == len(new) and not set(old) & set(new)
    place = old.index("101")
    source, copied = tool.opened("101"), tool.opened(new[place])
    assert copied[LTI + "context"] == {"id": "11", "label": WORDS["label"], "title": WORDS["title"], "type": ["CourseSection"]}
    assert copied[LTI + "custom"] == {**source[LTI + "custom"], "history": "1", "groups": "111"}
    assert copied[LTI + "resource_link"] == {**source[LTI + "resource_link"], "id": new[place]}
    assert copied[ENDPOINT]["lineitem"] != source[ENDPOINT]["lineitem"]
    item = json.loads(tool.ask(copied[ENDPOINT]["lineitem"], "https://purl.imsglobal.org/spec/lti-ags/scope/lineitem").text)
    assert (item["resourceId"], item["tag"], item["scoreMaximum"], item["resourceLinkId"]) == ("activity-12", "osallistuminen", 5, new[place])
    assert copied.keys() == recorded("launch_in_copied_course").keys() - {"https://purl.imsglobal.org/spec/lti-bo/claim/basicoutcome"}


def test_a_copy_of_a_copy_names_both_the_nearest_first(tool, browser):
    tool.answer(tool.question(), GRADED)
    second = copy_of(browser, copy_of(browser, "1"), "otto")
    assert second == "12"
    link = ids(browser, number=second)[-1]
    tool.answer(tool.question(course=second), GRADED)
    link = ids(browser, number=second)[2]
    assert tool.question(course=second)[LTI + "custom"]["history"] == "11,1"
    assert tool.browser.get(f"/as/marja/links/{link}").status_code == 200


def test_no_grade_is_copied(tool, browser):
    tool.answer(tool.question(), GRADED)
    address = tool.opened("101")[ENDPOINT]["lineitem"].replace("/lineitem?", "/lineitem/scores?")
    score = {"userId": "6", "scoreGiven": 4, "scoreMaximum": 5, "timestamp": "2026-11-21T17:22:56Z", "activityProgress": "Completed",
             "gradingProgress": "FullyGraded"}
    sent = tool.ask(address, SCORES, method="POST", data=json.dumps(score), headers={"Content-Type": "application/vnd.ims.lis.v1.score+json"})
    assert sent.status_code == 200 and "<td>4</td>" in course(browser)
    assert "<td>4</td>" not in course(browser, course=copy_of(browser, "1"))


def test_the_same_people_are_in_the_copy(tool, browser):
    copy = copy_of(browser, "1")
    address = f"/services/CourseSection/{copy}/bindings/2/memberships"
    assert len(json.loads(tool.ask(address, ROSTER).text)["members"]) == 40
    assert WORDS["title"] in browser.get("/as/aino/courses").text
    assert WORDS["title"] not in browser.get("/as/eeva/courses").text
    assert browser.get(f"/as/eeva/courses/{copy}").status_code == 403


def test_the_copy_goes_its_own_way(tool, browser):
    copy = copy_of(browser, "1")
    first = ids(browser, number=copy)[0]
    browser.post(f"/as/marja/courses/{copy}/add/1?section=0", data={"title": "Vain kopiossa"})
    browser.post(f"/as/marja/links/{first}/delete")
    assert "Vain kopiossa" in course(browser, course=copy) and "Vain kopiossa" not in course(browser)
    assert first not in ids(browser, number=copy) and ids(browser)[0] == "1"


def test_a_copy_can_be_deleted_and_its_own_copies_stay(browser):
    first = copy_of(browser, "1")
    second = copy_of(browser, first)
    assert browser.post(f"/as/marja/courses/{first}/delete").status_code == 303
    assert browser.get(f"/as/marja/courses/{first}").status_code == 404
    assert browser.get(f"/as/marja/courses/{second}").status_code == 200
    assert browser.get("/as/marja/courses").status_code == 200
    assert copy_of(browser, "1") == "13"  # no number is given twice
    assert browser.post("/as/marja/courses/1/delete").status_code == 404


@pytest.mark.parametrize("person", ["aino", "eeva"])
def test_only_the_courses_teachers_copy_it_and_delete_the_copy(browser, person):
    copy = copy_of(browser, "1")
    for path in ("1/copy", f"{copy}/delete"):
        assert browser.post(f"/as/{person}/courses/{path}", data=WORDS).status_code == 403
    assert browser.post(f"/as/otto/courses/{copy}/delete?role=student").status_code == 403
    assert browser.get(f"/as/marja/courses/{copy}").status_code == 200


def test_a_copy_needs_names(browser):
    for missing in ("title", "label"):
        assert browser.post("/as/marja/courses/1/copy", data={**WORDS, missing: " "}).status_code == 400
