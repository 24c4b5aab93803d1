"""The demo platform's names and roles service, with what Moodle does against expectation."""
import json

import pytest
from requests.utils import parse_header_links

from .test_deep_linking import LINK
from .tool import ROSTER

MEMBERSHIPS = "/services/CourseSection/1/bindings/2/memberships"


def members(tool, query="", **how):
    answer = tool.ask(MEMBERSHIPS + query, ROSTER, **how)
    assert answer.status_code == 200, answer.text
    return json.loads(answer.text)["members"]


def test_the_roster_holds_thirty_people_in_one_page(tool):
    answer = tool.ask(MEMBERSHIPS, ROSTER)
    assert answer.content_type.startswith("application/vnd.ims.lti-nrps.v2.membershipcontainer+json") and "Link" not in answer.headers
    said = json.loads(answer.text)
    assert said["id"] == "https://demo.example" + MEMBERSHIPS and said["context"]["id"] == "1"
    assert len(said["members"]) == 40
    aino = next(member for member in said["members"] if member["user_id"] == "6")
    assert aino == {"status": "Active", "roles": ["Learner"], "user_id": "6", "lis_person_sourcedid": "", "name": "Aino Sarapuisto",
                    "given_name": "Aino", "family_name": "Sarapuisto", "ext_user_username": "aino", "email": "aino@demo.invalid"}


def test_roles_are_short_words_and_a_teacher_who_may_not_edit_is_a_learner(tool):
    roles = {member["name"]: member["roles"] for member in members(tool)}
    assert roles["Marja Kallioinen"] == roles["Otto Niemi"] == ["Instructor"]
    assert roles["Saga Sandholma"] == ["Learner"]
    assert {member["name"] for member in members(tool, "?role=Instructor")} == {"Marja Kallioinen", "Otto Niemi"}
    assert len(members(tool, "?role=http%3A%2F%2Fpurl.imsglobal.org%2Fvocab%2Flis%2Fv2%2Fmembership%23Learner")) == 38


def test_the_launchs_address_of_the_roster_leads_there(tool):
    address = tool.question()["https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice"]["context_memberships_url"]
    assert len(json.loads(tool.ask(address, ROSTER).text)["members"]) == 40


def pages(tool, address):
    while address:
        answer = tool.ask(address, ROSTER)
        yield [member["user_id"] for member in json.loads(answer.text)["members"]]
        links = parse_header_links(answer.headers.get("Link", ""))
        address = next((link["url"] for link in links if link.get("rel") == "next"), None)


def test_pages_follow_each_other_when_a_limit_is_asked_for(tool):
    found = list(pages(tool, MEMBERSHIPS + "?limit=12"))
    assert [len(page) for page in found] == [12, 12, 12, 4]
    assert sorted(sum(found, [])) == sorted(member["user_id"] for member in members(tool))
    assert [len(page) for page in pages(tool, MEMBERSHIPS + "?limit=15")] == [15, 15, 10]


def test_the_large_course_has_two_thousand_more(tool, set_options):
    set_options("always", "large_course")
    everybody = members(tool)
    assert len(everybody) == len({member["user_id"] for member in everybody}) == len({member["name"] for member in everybody}) == 2040
    assert sum(len(page) for page in pages(tool, MEMBERSHIPS + "?limit=500&role=Learner")) == 2038
    assert len(json.loads(tool.ask("/services/CourseSection/2/bindings/2/memberships", ROSTER).text)["members"]) == 1


def test_names_follow_the_settings(tool, set_options):
    tool.answer(tool.question(), LINK)
    set_options("never")
    for query in ("", "?rlid=101"):
        assert "Sarapuisto" not in str(members(tool, query)) and "@" not in str(members(tool, query))
    set_options("delegate")
    assert "Sarapuisto" not in str(members(tool))
    asked = members(tool, "?rlid=101")
    assert "Aino Sarapuisto" in str(asked) and "aino@demo.invalid" in str(asked)
    assert asked[0]["message"] == [{"https://purl.imsglobal.org/spec/lti/claim/message_type": "LtiResourceLinkRequest"}]


@pytest.mark.parametrize("link", ["1", "999", "x"])
def test_a_link_that_is_not_the_tools_opens_no_names(tool, set_options, link):
    set_options("delegate")
    assert tool.ask(f"{MEMBERSHIPS}?rlid={link}", ROSTER).status_code == 404


def test_a_tool_that_asked_for_no_names_gets_none(new_tool):
    new_tool.register(words=new_tool.words(claims=["sub"]))
    assert "Sarapuisto" not in str(members(new_tool)) and "@" not in str(members(new_tool))


def test_an_unknown_course_has_no_roster(tool):
    assert tool.ask(MEMBERSHIPS.replace("/1/", "/99/"), ROSTER).status_code == 404
