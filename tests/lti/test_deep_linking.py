"""Choosing links inside the platform (LTI deep linking 2.0): who may ask, where the answer may go, and that it is signed."""
import pytest

from lti_tool.activities.link_token import LinkToken
from lti_tool.db.chores import do_chores
from lti_tool.lti.deep_linking_request import DeepLinkingRequest
from tests.lti.test_moodle import open_recorded
from tests.support.cast import AINO, MARJA, OTTO
from tests.support.deep_linking import DL, GRADES, RETURN, SETTINGS, answer_in, choose, opened_link, question, with_grades
from tests.support.page import Seen
from tests.support.platform import LTI, MISSING, TOOL, LearningPlatform
from tests.support.rows import rows_with
from tests.support.visitor import Visitor

pytestmark = pytest.mark.usefixtures("in_english")


def asked(platform, client, person=MARJA, **claims):
    return platform.launch(client, person, **claims)


def test_a_facilitator_is_led_to_the_choice(platform, client, seen):
    response = asked(platform, client, **question())
    assert (response.status_code, response.headers["Location"]) == (303, "/deep-links/1")
    kept, = seen.all(DeepLinkingRequest)
    assert (kept.deployment_id, kept.answered_at) == ("1", None)
    assert seen.counts()["placements"] == 0, "there is no link yet"


def test_the_secret_in_the_return_address_is_not_in_the_database(app, platform, client):
    asked(platform, client, **question(data="data-of-the-platform"))
    assert rows_with(app, ["sesskey", "secret-of-the-person", "contentitem_return", "data-of-the-platform"]) == []


def test_nothing_of_the_return_address_is_in_the_log(platform, client, caplog):
    caplog.set_level("DEBUG")
    asked(platform, client, **question())
    asked(platform, client, **question(deep_link_return_url="https://evil.example/?sesskey=secret-of-the-person"))
    assert "sesskey" not in caplog.text and "secret-of-the-person" not in caplog.text


def test_a_participant_is_refused_and_nothing_is_kept(platform, client, seen):
    response = asked(platform, client, AINO, **question())
    assert response.status_code == 403 and "Links are chosen by facilitators" in response.text
    assert "sesskey" not in response.text
    assert seen.all(DeepLinkingRequest) == [] and not any(seen.counts().values())
    assert seen.records()[-1].outcome == "ChoosingIsForFacilitators"


@pytest.mark.parametrize("address", [
    "javascript:alert(1)", "data:text/html,x", "https://evil.example/return", "//evil.example/return", "/return", "http://moodle.example/return",
    "https://moodle.example.evil.example/", "https://moodle.example@evil.example/", "https://user@moodle.example/", "https://moodle.example:8443/",
    "https://evil.example\\@moodle.example/", "https://moodle.example\\@evil.example/", "https://moodle.example/\nx", "https://moodle.example/a b",
    "https://[moodle.example/", "ftp://moodle.example/", "https://moodle.example/" + "x" * 4001])
def test_an_answer_goes_to_the_platform_and_nowhere_else(address, platform, client, seen):
    response = asked(platform, client, **question(deep_link_return_url=address))
    assert response.status_code == 400 and "where your choice is to be sent" in response.text
    assert seen.records()[-1].outcome == "ReturnAddressIsWrong"
    assert seen.all(DeepLinkingRequest) == []


@pytest.mark.parametrize(("settings", "outcome"), [
    ({"deep_link_return_url": MISSING}, "ClaimIsMissing"), ({"deep_link_return_url": ""}, "ClaimIsMissing"), ({"deep_link_return_url": ["https://moodle.example/"]}, "ClaimIsWrong"),
    ({"accept_types": MISSING}, "ClaimIsMissing"), ({"accept_types": "ltiResourceLink"}, "ClaimIsWrong"), ({"accept_types": ["file", "html", {}]}, "OtherTypesWanted"),
    ({"data": {"a": "b"}}, "ClaimIsWrong"), ({"data": "x" * 20_001}, "ClaimIsWrong")])
def test_a_question_that_cannot_be_answered_is_refused_in_words(settings, outcome, platform, client, seen):
    assert asked(platform, client, **question(**settings)).status_code == 400
    assert seen.records()[-1].outcome == outcome
    assert seen.all(DeepLinkingRequest) == []


def test_a_platform_of_several_addresses_may_be_answered_at_each(app, platform, client):
    from lti_tool.db import transaction
    from lti_tool.lti import find_platform
    with app.app_context(), transaction():
        find_platform(platform.issuer, platform.client_id).change(frame_origins=["https://courses.moodle.example"])
    response = asked(platform, client, **question(deep_link_return_url="https://courses.moodle.example/return"))
    assert response.status_code == 303


def test_on_a_developer_s_own_machine_the_answer_may_go_over_http(app, platform, client):
    for demo, status in ((False, 400), (True, 303)):
        app.config["DEMO"] = demo
        platform.issuer = "http://127.0.0.1:5001"
        platform.reach(app)
        if not demo:
            continue
        platform.register(app)
        assert asked(platform, client, **question(deep_link_return_url="http://127.0.0.1:5001/return")).status_code == status


# --- the answer ---

def test_the_answer_is_as_the_specification_says(board, enter, platform, clock):
    marja = enter(MARJA, **question(data="opaque-data"))
    page = choose(marja, f"activity-{board.id}")
    answer = answer_in(page, marja)
    assert answer.address == RETURN
    claims = answer.claims
    assert (claims["iss"], claims["aud"]) == (platform.client_id, platform.issuer)
    assert claims["iat"] <= platform.now() < claims["exp"] <= claims["iat"] + 600 and len(claims["nonce"]) >= 20
    assert claims[LTI + "message_type"] == "LtiDeepLinkingResponse"
    assert (claims[LTI + "version"], claims[LTI + "deployment_id"]) == ("1.3.0", "1")
    assert claims[DL + "data"] == "opaque-data"
    item, = answer.items
    token = item["custom"]["link"]
    assert item == {"type": "ltiResourceLink", "title": "Rakenteinen kirjaaminen", "url": f"{TOOL}/lti/launch", "icon": {"url": f"{TOOL}/static/logo.svg"},
                    "custom": {"opens": f"activity-{board.id}", "link": token}}
    assert len(token) >= 32
    assert f"form-action 'self' {platform.issuer};" in page.headers["Content-Security-Policy"]
    assert marja.open("/static/logo.svg").status == 200


def test_without_data_none_is_sent_back(board, enter):
    marja = enter(MARJA, **question())
    assert DL + "data" not in answer_in(choose(marja, "home"), marja).claims


def test_the_page_that_sends_the_answer_escapes_everything(board, enter):
    address = RETURN + '&x="><script>alert(1)</script>&y=\''.replace(" ", "")
    marja = enter(MARJA, **question(deep_link_return_url=address, data='"><script>alert(2)</script>'))
    page = choose(marja, "home")
    assert answer_in(page, marja).address == address
    assert "<script>alert" not in page.html and [script.get("src", "").startswith("/static/") for script in page.all("script")] == [True]


def test_each_link_has_a_token_of_its_own(board, enter, seen):
    tokens = []
    for _time in range(2):
        marja = enter(MARJA, **question())
        tokens += [item["custom"]["link"] for item in answer_in(choose(marja, "home", f"activity-{board.id}"), marja).items]
    assert len(set(tokens)) == 4
    assert [(kept.token, kept.activity_id) for kept in seen.all(LinkToken)] == list(zip(tokens, [None, board.id] * 2))


def test_grade_items_come_along_when_they_are_wanted(board, enter):
    marja = enter(MARJA, **with_grades())
    page = choose(marja, "home", f"activity-{board.id}", **{f"graded-activity-{board.id}": "yes", f"points-activity-{board.id}": "25"})
    home, activity = answer_in(page, marja).items
    assert "lineItem" not in home
    assert activity["lineItem"] == {"scoreMaximum": 25, "label": "Rakenteinen kirjaaminen", "resourceId": f"activity-{board.id}", "tag": "board"}


@pytest.mark.parametrize(("claims", "offered"), [
    (with_grades(), True), (with_grades(accept_lineitem=True), True), (with_grades(accept_lineitem=False), False), (question(accept_lineitem=True), True), (question(), False),
    ({**with_grades(), GRADES: {"scope": ["https://purl.imsglobal.org/spec/lti-ags/scope/result.readonly"]}}, False),
    ({**with_grades(accept_lineitem=True), GRADES: {"scope": []}}, False), ({**with_grades(), GRADES: {"scope": None}}, False)])
def test_a_grade_item_is_offered_only_where_the_platform_takes_one(claims, offered, board, enter):
    marja = enter(MARJA, **claims)
    assert ("With a grade item" in enter_in_english(marja)) is offered
    page = choose(marja, "home", **{"graded-home": "yes", "points-home": "10"})
    assert ("lineItem" in answer_in(page, marja).items[0]) is offered


def enter_in_english(visitor) -> str:
    visitor.post("/me/settings", language="en")
    return visitor.open(visitor.address).text


def test_cancelling_answers_with_nothing(board, enter, seen):
    marja = enter(MARJA, **question(data="opaque-data"))
    form = marja.open(marja.address).form(marja.address)
    answer = answer_in(marja.ask("POST", marja.address, data={**form.values, "cancel": "yes"}), marja)
    assert (answer.address, answer.items, answer.claims[DL + "data"]) == (RETURN, [], "opaque-data")
    assert seen.all(LinkToken) == []


# --- one answer ---

def test_two_tabs_give_one_answer(board, enter):
    marja = enter(MARJA, **question())
    first, second = (marja.open(marja.address).form(marja.address).values for _tab in range(2))
    assert len(answer_in(marja.ask("POST", marja.address, data={**first, "choose": "home"}), marja).items) == 1
    late = marja.ask("POST", marja.address, data={**second, "choose": f"activity-{board.id}"})
    assert late.status == 409 and marja.open(marja.address).status == 409
    assert "JWT" not in late.html and "sesskey" not in late.html


def test_a_double_click_gets_the_same_answer_and_makes_nothing_twice(board, enter, seen):
    marja = enter(MARJA, **question())
    form = {**marja.open(marja.address).form(marja.address).values, "choose": "new-board-", "title-new-board-": "Työpaja 6"}
    first, second = (answer_in(marja.ask("POST", marja.address, data=form), marja) for _click in range(2))
    assert first.items == second.items and first.claims["nonce"] != second.claims["nonce"]
    assert len(seen.all(LinkToken)) == 1
    assert marja.open(board.home).html.count("Työpaja 6") >= 1 and len(marja.open(board.home).numbers("activity")) == 2


def test_a_choice_waits_two_hours(board, enter, clock):
    marja = enter(MARJA, **question())
    form = marja.open(marja.address).form(marja.address).values
    clock.forward(hours=1, minutes=59)
    assert marja.open(marja.address).status == 200
    clock.forward(minutes=2)
    assert marja.open(marja.address).status == 409
    assert marja.ask("POST", marja.address, data={**form, "choose": "home"}).status == 409


def test_old_questions_are_forgotten(app, board, enter, clock, seen):
    marja = enter(MARJA, **question())
    choose(marja, "home")
    clock.forward(hours=2, minutes=1)
    assert do_chores(app) == []
    assert seen.all(DeepLinkingRequest) == []


def test_a_question_is_answered_only_by_whoever_it_was_asked(app, platform, board, enter):
    marja, otto, aino = enter(MARJA, **question()), enter(OTTO), enter(AINO)
    for other in (otto, aino):
        assert other.open(marja.address).status == other.ask("POST", marja.address, data={"choose": "home"}).status == 404
    stranger = Visitor(app, platform, MARJA)
    assert stranger.open(marja.address).status == stranger.ask("POST", marja.address, data={"choose": "home"}).status == 401
    assert len(answer_in(choose(marja, "home"), marja).items) == 1


def test_whoever_is_no_longer_a_facilitator_chooses_nothing(board, enter):
    marja = enter(MARJA, **question())
    enter(MARJA, role="participant")
    assert marja.open(marja.address).status == marja.ask("POST", marja.address, data={"choose": "home"}).status == 403


def test_after_a_change_of_the_secret_nothing_is_answered_wrongly(app, board, enter):
    marja = enter(MARJA, **question())
    app.config["SECRET_KEY"] = "another key of at least thirty-two characters"
    assert marja.open(marja.address).status == 409


# --- Moodle's own words ---

def test_a_recorded_question_of_moodle_is_answered(app, client, seen):
    claims, response = open_recorded(app, client, "launch_deep_linking_teacher")
    assert response.status_code == 303, response.text
    address = response.headers["Location"]
    here = {"Sec-Fetch-Site": "same-origin"}
    page = Seen(client.get(address, base_url=TOOL, headers=here))
    assert "Avainhenkilöverkosto" in page.text
    form = page.form(address)
    sent = Seen(client.post(address, base_url=TOOL, headers=here, data={**form.values, "choose": ["home", "new-board-"], "title-new-board-": "Työpaja 1", "graded-home": "yes",
                                                                        "points-home": "10"}))
    moodle = LearningPlatform(claims["iss"], claims["aud"])
    teacher = Visitor(app, moodle, MARJA)
    answer = answer_in(sent, teacher)
    assert answer.address == claims[SETTINGS]["deep_link_return_url"]
    assert [item["title"] for item in answer.items] == ["Työpajat ja taulut", "Työpaja 1"]
    assert answer.items[0]["lineItem"]["scoreMaximum"] == 10
    assert all(set(item) <= {"type", "title", "text", "url", "custom", "icon", "lineItem"} for item in answer.items), "Moodle takes nothing else"
    assert answer.claims[LTI + "deployment_id"] == claims[LTI + "deployment_id"]


# --- what the links then open ---

def test_a_chosen_link_opens_what_was_chosen_for_everybody(board, enter):
    marja = enter(MARJA, **question())
    home, activity = answer_in(choose(marja, "home", f"activity-{board.id}"), marja).items
    assert opened_link(enter, AINO, home, "l71").address == board.home, "also when a participant is the first to open it"
    assert opened_link(enter, AINO, activity, "l72").address == opened_link(enter, MARJA, activity, "l72").address == board.path
