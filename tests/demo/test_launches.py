"""What a launch of the demo platform says: Moodle's words, filled in as Moodle does."""
import pytest

from tests.support.platform import LTI

from .test_deep_linking import LINK, recorded

EXTRA_OF_MOODLE = {"https://purl.imsglobal.org/spec/lti-bo/claim/basicoutcome"}  # of LTI 1.1: no tool of 1.3 needs it


@pytest.fixture
def link(tool):
    tool.answer(tool.question(), {**LINK, "custom": {
        "board-Id": "7", "embedded": "id-$User.id-x", "unknown": "$ResourceLink.id.history", "link": "$ResourceLink.id", "history": "overwritten",
        "user": "$User.username", "mail": "$Person.email.primary", "name": "$Person.name.full"}})
    return "101"


def test_a_launch_has_moodles_claims(tool, link):
    claims, moodle = tool.opened(link), recorded("launch_student_graded_link")
    assert claims.keys() == moodle.keys() - EXTRA_OF_MOODLE
    for name in ("context", "launch_presentation", "resource_link", "ext", "lis"):
        assert claims[LTI + name].keys() == moodle[LTI + name].keys(), name
    assert claims[LTI + "roles"] == moodle[LTI + "roles"]
    assert claims["exp"] - claims["iat"] == moodle["exp"] - moodle["iat"] == 60
    assert isinstance(claims["aud"], str) and "azp" not in claims


@pytest.mark.parametrize(("person", "like"), [("marja", "launch_editing_teacher"), ("otto", "launch_site_admin")])
def test_teachers_and_administrators_have_moodles_roles(tool, link, person, like):
    assert tool.opened(link, person)[LTI + "roles"] == recorded(like)[LTI + "roles"]


def test_a_teacher_who_looks_as_a_student_is_a_learner(tool, link):
    claims = tool.launched(f"/as/otto/links/{link}/launch?role=student")
    assert claims[LTI + "roles"] == recorded("launch_student")[LTI + "roles"] and claims["sub"] == "2"


def test_variables_are_filled_in_only_when_they_are_the_whole_value(tool, link):
    custom = tool.opened(link)[LTI + "custom"]
    assert custom["embedded"] == "id-$User.id-x" and custom["unknown"] == "$ResourceLink.id.history" and custom["odd"] == "$No.such"
    assert custom["link"] == "101" and custom["eq"] == "a=b"


def test_a_key_arrives_twice_when_moodle_would_write_it_differently(tool, link):
    custom = tool.opened(link)[LTI + "custom"]
    assert custom["board_id"] == custom["board-Id"] == "7"
    assert custom["title"] == custom["Title"] == "Seinä"


def test_no_link_overwrites_what_is_the_tools(tool, link):
    assert tool.opened(link)[LTI + "custom"]["history"] == ""


@pytest.mark.parametrize(("person", "groups"), [("aino", "1"), ("orjan", "1,2"), ("marja", "")])
def test_groups_arrive_as_numbers(tool, link, person, groups):
    claims = tool.opened(link, person)
    assert claims[LTI + "custom"]["groups"] == groups
    assert "Ruotsinkieliset" not in str(claims)


def test_without_names_only_the_user_name_leaks_as_in_moodle(tool, link, set_options):
    set_options("never")
    claims, moodle = tool.opened(link), recorded("launch_student_privacy_never")
    assert claims.keys() == moodle.keys()
    assert claims[LTI + "ext"].keys() == moodle[LTI + "ext"].keys()
    custom = claims[LTI + "custom"]
    assert custom["name"] is None and custom["mail"] is None and custom["user"] == "aino"
    assert "Sarapuisto" not in str(claims) and "@" not in str(claims)


def test_with_delegation_a_launch_has_names(tool, link, set_options):
    set_options("delegate")
    assert tool.opened(link)["name"] == "Aino Sarapuisto"


def test_the_built_in_tool_gets_history_groups_and_the_services(tool):
    fields = tool.asked_at("/as/orjan/links/1/launch").fields
    assert fields["client_id"] == "demo-workspace" and fields["lti_deployment_id"] == "1"
    from tests.support.platform import Form
    answer = tool.authenticate(fields, redirect_uri="https://tool.example/lti/launch")
    tool.client_id = "demo-workspace"
    claims = tool.read(Form(answer.text).fields["id_token"])
    assert claims[LTI + "custom"] == {"opens": "home", "history": "", "groups": "1,2"}
    services = {name.partition("/spec/")[2] for name in claims if "/claim/endpoint" in name or "namesroleservice" in name}
    assert services == {"lti-ags/claim/endpoint", "lti-nrps/claim/namesroleservice"}


def test_a_hint_is_good_for_one_launch_of_that_person(tool, link):
    fields = tool.asked_at(f"/as/aino/links/{link}/launch").fields
    assert "login_required" in tool.authenticate(fields, login_hint="7").text
    fields = tool.asked_at(f"/as/aino/links/{link}/launch").fields
    assert "id_token" in tool.authenticate(fields).text
    assert "id_token" not in tool.authenticate(fields).text


def test_platform_storage_is_offered_only_when_it_is_switched_on(tool, link, browser, set_options):
    path = f"/as/aino/links/{link}"
    assert "lti_storage_target" not in tool.asked_at(f"{path}/launch").fields and "platform_storage" not in browser.get(path).text
    set_options("always", "platform_storage")
    assert tool.asked_at(f"{path}/launch").fields["lti_storage_target"] == "platform_storage"
    assert "lti_storage_target" not in tool.asked_at(f"{path}/launch?in=window").fields
    page = browser.get(path).text
    assert page.index('name="platform_storage"') < page.index('id="contentframe"')
    origins = browser.get("/storage").text
    assert "https://standin.example" in origins and "https://tool.example" in origins


def test_a_tool_that_waits_may_not_use_the_storage(new_tool, browser):
    new_tool.register(active=False)
    assert "standin.example" not in browser.get("/storage").text
