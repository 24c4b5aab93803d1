"""The page of people: who has been here, who has not yet, who has left; the platform's list read anew, and what is said when that fails."""
import re
import threading

import pytest
import requests
import sqlalchemy as sa
from werkzeug.wrappers import Response

from lti_tool.db import db, transaction
from lti_tool.jobs import work_off
from lti_tool.lti.turns import AT_ONCE
from lti_tool.people import Membership
from tests.support.bulk import many_listed
from tests.support.cast import AINO, EEVA, FACILITATOR, MARJA, ORJAN, OTTO, Person
from tests.support.page import heading_of, words_of
from tests.support.platform import MISSING
from tests.support.services import answer_of

pytestmark = pytest.mark.usefixtures("in_english")

ILONA = Person("user-13", "Ilona", "Ekroos")
NAMELESS = {"name": MISSING, "given_name": MISSING, "family_name": MISSING, "email": MISSING}


class People:
    """What a facilitator sees of the page, in English."""

    def __init__(self, board, marja, clock):
        self.path, self.marja, self.clock, self.board = f"{board.home}/people", marja, clock, board

    def open(self, query=""):
        return self.marja.open(self.path + query)

    def sections(self, query="") -> dict:
        """heading -> names, in their order."""
        return {heading_of(section): [heading_of(item) for item in section.iter("li") if item.get("class") == "task"] for section in self.open(query).all("section")}

    def row(self, name, query="") -> str:
        return next(words_of(item) for item in self.open(query).all("li", class_="task") if heading_of(item) == name)

    def says(self) -> str:
        """Above the list."""
        return self.open().words("main").partition("Everybody")[0]

    def refresh(self):
        self.clock.forward(minutes=1)
        return self.marja.press(self.open(), f"{self.board.home}/roster")


@pytest.fixture
def people(board, enter, clock):
    return People(board, enter(MARJA._replace(locale="en")), clock)


@pytest.fixture
def listed(people, platform, enter):
    """The platform lists Aino, Örjan, Ilona and Marja; Aino and Marja have been here. The list has been read."""
    platform.services.offer(AINO, ORJAN, ILONA, MARJA)
    enter(MARJA._replace(locale="en"))
    enter(AINO)
    assert people.refresh().status == 200
    return people


def test_everybody_is_in_one_list_in_three_parts(listed, platform):
    platform.services.expel(ILONA)
    listed.refresh()
    assert listed.sections() == {"Have been here": ["Marja Kallioinen", "Aino Sarapuisto"], "Have not been here yet": ["Örjan Strandvik"],
                                 "No longer in the course": ["Ilona Ekroos"]}


def test_how_many_are_in_the_course_and_have_been_here_stands_at_the_top(listed, platform, enter):
    assert "4 people are in the course. 2 of them have been here." in listed.says()
    enter(OTTO)  # an administrator of the platform who is not enrolled
    assert "4 people are in the course. 2 of them have been here. 1 more has been here and is not on the platform's list." in listed.says()
    assert "not on the platform's list" in listed.row(OTTO.name)
    platform.services.expel(AINO)
    listed.refresh()
    assert "3 people are in the course. 1 of them has been here." in listed.says()


def test_when_the_list_was_read_is_said(listed, clock):
    assert re.search(r"The learning platform's list was read: \d\d:\d\d", listed.says())


def test_before_it_was_ever_read_the_page_says_so_and_offers_it(people, platform, enter):
    platform.services.offer(AINO)
    enter(AINO)
    assert "has not been read from the learning platform yet" in people.says()
    assert people.refresh().status == 200
    assert people.sections()["Have been here"] == ["Marja Kallioinen", "Aino Sarapuisto"]


def test_a_platform_that_offers_no_list_leaves_those_who_have_been_here(people, enter):
    enter(AINO)
    says = people.says()
    assert "2 people have been here." in says and "does not offer its list of people" in says
    assert "Use this service to retrieve members' information as per privacy settings" in says
    assert people.sections() == {"Have been here": ["Marja Kallioinen", "Aino Sarapuisto"]}
    assert people.marja.post(f"{people.board.home}/roster").status == 303


def test_a_list_that_could_not_be_read_stays_and_the_page_names_the_setting(listed, platform, clock):
    platform.services.allowed = False
    clock.forward(hours=2)
    before = listed.sections()
    page = listed.refresh()
    assert page.status == 200 and listed.sections() == before
    for words in ("could not be read from the learning platform", "Names and Role Provisioning is not allowed for this tool.", "IMS LTI Names and Role Provisioning",
                  "Use this service to retrieve members' information as per privacy settings", "What stands below is from the last reading"):
        assert words in page.text


def test_a_platform_that_is_away_costs_nothing_but_the_news(listed, platform):
    def away(_request):
        raise requests.ConnectTimeout
    platform.services.spoilt[platform.services.path()] = away
    assert "did not answer" in listed.refresh().text
    platform.services.spoilt.clear()
    assert "could not be read" not in listed.refresh().text


def test_the_platform_is_asked_at_most_every_half_a_minute(listed, platform, enter, clock):
    asked = len(platform.services.asked)
    clock.forward(seconds=10)
    refused = listed.marja.post(f"{listed.board.home}/roster")
    assert refused.status == 429 and "The list was read a moment ago" in refused.text
    assert enter(MARJA).post(f"{listed.board.home}/roster").status == 429
    clock.forward(seconds=21)
    assert listed.marja.post(f"{listed.board.home}/roster").status == 303
    assert len(platform.services.asked) == asked + 1


def test_of_two_who_press_at_once_one_asks_the_platform(listed, platform, enter, clock):
    clock.forward(minutes=1)
    two, asked, begin, came = [enter(MARJA), enter(OTTO)], len(platform.services.asked), threading.Barrier(2), []

    def press(visitor):
        begin.wait(10)
        came.append(visitor.post(f"{listed.board.home}/roster").status)

    threads = [threading.Thread(target=press, args=[visitor]) for visitor in two]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(came) == [303, 429] and len(platform.services.asked) == asked + 1


def test_when_many_wait_already_it_is_read_in_a_moment(listed, platform, enter, app):
    asked, turns = len(platform.services.asked), app.extensions["lti_roster_turns"]
    while turns.acquire(blocking=False):
        pass
    try:
        assert "asked in a moment" in listed.refresh().text
    finally:
        turns.release(AT_ONCE)
    assert len(platform.services.asked) == asked
    work_off(app)
    assert len(platform.services.asked) == asked + 1


def test_participants_and_strangers_read_no_list(listed, enter, platform, clock):
    clock.forward(minutes=1)
    asked = len(platform.services.asked)
    assert enter(AINO).post(f"{listed.board.home}/roster").status == 403
    assert enter(EEVA, role=FACILITATOR).post(f"{listed.board.home}/roster").status == 404
    assert len(platform.services.asked) == asked


def test_the_role_of_a_launch_is_shown_not_that_of_the_list(listed, platform, enter):
    platform.services.enrol(AINO, roles=["Instructor"])
    platform.services.enrol(ORJAN, roles=["Instructor"])
    platform.services.enrol(MARJA, roles=["Learner"])
    listed.refresh()
    assert "Participant ·" in listed.row(AINO.name) and "Facilitator ·" in listed.row("Marja Kallioinen")
    assert listed.row(ORJAN.name).endswith("Facilitator")


def test_who_has_left_keeps_what_they_wrote_and_is_offered_no_rights(listed, platform, enter):
    note = listed.board.note(enter(AINO), "Pysyy tässä")
    platform.services.expel(AINO)
    listed.refresh()
    row = listed.row(AINO.name)
    assert "not listed since" in row and "Make co-facilitator" not in row
    assert note in listed.board.marja.open(listed.board.path).numbers("note")
    platform.services.enrol(AINO)
    listed.refresh()
    assert "Make co-facilitator" in listed.row(AINO.name)


def test_people_without_names_are_told_apart_as_far_as_can_be(people, platform, enter):
    platform.services.offer(AINO, ORJAN, MARJA)
    platform.services.names = "never"
    enter(MARJA._replace(locale="en"), **NAMELESS)
    enter(AINO, **NAMELESS)
    people.refresh()
    assert people.sections() == {"Have been here": ["Participant 1", "Participant 2"], "Have not been here yet": ["Somebody without a name"]}


def test_an_address_is_never_shown_for_a_name(listed, platform):
    platform.services.enrol(ORJAN, name=ORJAN.email, given_name="", family_name="")
    listed.refresh()
    assert listed.sections()["Have not been here yet"] == ["Ilona Ekroos", "Somebody without a name"]
    assert "@people.example" not in listed.open().text


@pytest.mark.parametrize("name", ["<script>alert(1)</script>", "{{ 7 * 7 }}", "Robert'); DROP TABLE person;--", "نور", "👩‍💻 Aino"])
def test_a_name_is_shown_as_the_platform_sent_it(listed, platform, name):
    platform.services.enrol(ORJAN, name=name)
    listed.refresh()
    assert name in listed.sections()["Have not been here yet"]


# --- finding people ---


def test_each_part_has_a_plain_link(listed, platform):
    platform.services.expel(ILONA)
    listed.refresh()
    for state, heading, names in [("here", "Have been here", 2), ("not-yet", "Have not been here yet", 1), ("left", "No longer in the course", 1)]:
        address = f"{listed.path}?show={state}"
        assert address in listed.open().links
        assert list(listed.sections(f"?show={state}")) == [heading] and len(listed.sections(f"?show={state}")[heading]) == names
    assert [words_of(chip) for chip in listed.open("?show=left").all("a", class_="chip", aria_current="true")] == ["No longer in the course 1"]


@pytest.mark.every_case
@pytest.mark.parametrize(("wanted", "found"), [("aino", ["Aino Sarapuisto"]), ("SARA aino", ["Aino Sarapuisto"]), ("örjan", ["Örjan Strandvik"]), ("orjan", []), ("ekröös", []),
                                               ("  ", ["Marja Kallioinen", "Aino Sarapuisto", "Ilona Ekroos", "Örjan Strandvik"]), ("%", []), ("'", []), ("x" * 500, [])])
def test_people_are_found_by_words_of_their_names(listed, wanted, found):
    page = listed.marja.open(listed.path, query_string={"q": wanted})
    assert [heading_of(item) for item in page.all("li", class_="task")] == found


def test_the_form_of_the_search_keeps_the_part(listed):
    page = listed.open("?show=not-yet")
    [form] = page.all("form", role="search")
    assert {field.get("name"): field.get("value") for field in form.iter("input")} == {"show": "not-yet", "q": ""}
    assert [heading_of(item) for item in listed.open("?show=not-yet&q=ilona").all("li", class_="task")] == ["Ilona Ekroos"]
    assert f"{listed.path}?show=not-yet" in listed.open("?show=not-yet&q=ilona").links  # shows all of that part again


@pytest.mark.every_case
@pytest.mark.parametrize("query", ["?show=nobody", "?group=99999", "?group=x", "?page=0", "?page=-1", "?page=x", "?page=99999999999999999999", "?show=here&show=left", "?q=%00"])
def test_an_address_that_asks_for_nothing_there_is_shows_what_there_is(listed, query):
    assert listed.open(query).status == 200
    assert "Nobody is found" not in listed.open(query).text


def test_two_thousand_people_are_in_pages_of_a_hundred(listed, app):
    many_listed(app, listed.board, 1000)
    first, second = listed.open(), listed.open("?page=2")
    assert len(first.all("li", class_="task")) == len(second.all("li", class_="task")) == 100
    assert f"{listed.path}?page=2" in first.links and f"{listed.path}?page=1" in second.links
    last = listed.open("?page=999")
    pages = int(re.search(r"Page (\d+) of \1", last.text)[1])
    names = [heading_of(item) for page in range(1, pages + 1) for item in listed.open(f"?page={page}").all("li", class_="task")]
    assert len(names) == 3008 == int(re.search(r"Everybody (\d+)", first.text)[1])
    assert len(listed.open("?q=henkilö+999").all("li", class_="task")) == 1
    assert f"{listed.path}?show=here&page=2" in listed.open("?show=here").links


def test_after_a_grant_one_is_back_where_one_was(listed, app):
    query = "?show=here&q=aino"
    [form] = [form for form in listed.open(query).all("form") if "cofacilitation" in (form.get("action") or "")]
    answer = listed.marja.press(listed.open(query), form.get("action"), ("grant", "yes"))
    assert (answer.path, answer.response.request.query_string.decode()) == (listed.path, "show=here&q=aino")
    assert "Co-facilitator" in listed.row(AINO.name, query)


@pytest.mark.parametrize("back", ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)"])
def test_nobody_is_led_elsewhere_after_a_grant(listed, app, back):
    with app.app_context(), transaction(writes=False):
        number = db.session.scalar(sa.select(Membership.id).order_by(Membership.id.desc()))
    assert "evil" not in listed.marja.post(f"/memberships/{number}/cofacilitation", grant="yes", back=back).leads_to


def test_nothing_of_the_list_is_in_the_log(listed, platform, caplog):
    platform.services.spoilt[platform.services.path()] = answer_of({"context": {"id": "kkv"}, "members": "Salaisuus"})
    with caplog.at_level("DEBUG"):
        listed.refresh()
        listed.open("?q=Sarapuisto")
    assert not any(word in caplog.text for word in ("Salaisuus", "Sarapuisto", "token-", "rlid"))


def test_the_answer_of_a_hostile_platform_does_no_harm(listed, platform):
    platform.services.spoilt[platform.services.path()] = Response("<script>alert(1)</script>", 500)
    page = listed.refresh()
    assert page.status == 200 and "alert(1)" not in page.html
