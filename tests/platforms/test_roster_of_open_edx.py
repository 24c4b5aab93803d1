"""Open edX tells who is in the course: tokens for what we sign, its pages, its roles, its refusals; and what the page of people makes of them."""
from urllib.parse import parse_qs, urlsplit

import pytest
import sqlalchemy as sa

from lti_tool.db import db, transaction
from lti_tool.jobs import work_off
from lti_tool.people import CourseContext, RosterEntry
from tests.support.cast import AINO, MARJA, ORJAN, OTTO, Person
from tests.support.page import heading_of
from tests.support.platform import rsa_key

HERE, NOT_YET, LEFT = "Have been here", "Have not been here yet", "No longer in the course"
EVERYBODY = {HERE: {MARJA.name}, NOT_YET: {AINO.name, ORJAN.name, OTTO.name}}


class Roster:
    """Marja's page of people, in English, and what is kept of the list."""

    def __init__(self, app, arrive, clock):
        self.app, self.arrive, self.clock = app, arrive, clock

    def read(self):
        """Marja launches; what that plans is done."""
        self.marja = self.arrive(MARJA)
        self.marja.post("/me/settings", language="en")
        work_off(self.app)
        return self

    @property
    def path(self):
        with self.app.app_context(), transaction(writes=False):
            return f"/courses/{db.session.scalars(sa.select(CourseContext)).one().course_id}"

    def entries(self) -> dict:
        """subject -> (name, role)"""
        with self.app.app_context(), transaction(writes=False):
            return {entry.subject: (entry.name, entry.role) for entry in db.session.scalars(sa.select(RosterEntry))}

    def says(self) -> str:
        return self.marja.open(f"{self.path}/people").text

    def sections(self) -> dict:
        """heading -> names"""
        return {heading_of(section): {heading_of(item) for item in section.iter("li") if item.get("class") == "task"}
                for section in self.marja.open(f"{self.path}/people").all("section")}

    def refresh(self):
        self.clock.forward(minutes=1)
        assert self.marja.press(self.marja.open(f"{self.path}/people"), f"{self.path}/roster").status == 200


@pytest.fixture
def roster(app, arrive, clock):
    return Roster(app, arrive, clock)


def asked_for_members(open_edx) -> list[dict]:
    return [parse_qs(urlsplit(call.address).query) for call in open_edx.adapter.calls if urlsplit(call.address).path.endswith("/memberships")]


def test_a_facilitator_s_launch_lets_its_list_be_read(roster, open_edx):
    assert roster.read().entries() == {AINO.sub: (AINO.name, "participant"), ORJAN.sub: (ORJAN.name, "participant"), MARJA.sub: (MARJA.name, "facilitator"),
                                       OTTO.sub: (OTTO.name, "facilitator")}
    assert open_edx.registration["auth_token_url"] in [call.address for call in open_edx.adapter.calls if call.method == "POST"]


def test_the_facilitator_sees_who_has_been_here_and_who_never_came(roster, arrive):
    assert roster.read().sections() == EVERYBODY
    arrive(AINO)
    assert roster.sections() == {HERE: {MARJA.name, AINO.name}, NOT_YET: {ORJAN.name, OTTO.name}}
    assert "4 people are in the course. 2 of them have been here." in roster.says()


def test_who_is_no_longer_enrolled_is_marked_so(roster, open_edx):
    roster.read()
    open_edx.cast.expel(ORJAN)
    roster.refresh()
    assert roster.sections() == {HERE: {MARJA.name}, NOT_YET: {AINO.name, OTTO.name}, LEFT: {ORJAN.name}}


def test_a_large_course_comes_in_pages(roster, open_edx):
    """Open edX counts pages, Moodle people: the next page is asked for as its Link header says. Without a limit it would send everybody at once."""
    crowd = [Person(f"user-{1000 + n}", "Henkilö", f"N{n:04}") for n in range(1000)]
    open_edx.cast.enrol(*crowd)
    listed = roster.read().entries()
    assert len(listed) == 1004 and {person.sub for person in crowd} < set(listed)
    assert asked_for_members(open_edx) == [{"limit": ["500"]}, {"limit": ["500"], "page": ["2"]}, {"limit": ["500"], "page": ["3"]}]


@pytest.mark.parametrize(("role", "expected"), [
    ("student", "participant"), ("staff", "facilitator"), ("limited_staff", "facilitator"), ("instructor", "facilitator"), ("global_staff", "facilitator"),
    ("Community TA", "facilitator"), ("beta_testers", "participant"), ("Moderator", "participant")])
def test_its_roles_mean_the_same_in_the_list_and_in_a_launch(role, expected, roster, open_edx, arrive):
    open_edx.cast.roles[ORJAN.sub] = role  # "Community TA" is Learner and Instructor#TeachingAssistant at once
    assert roster.read().entries()[ORJAN.sub] == (ORJAN.name, expected)
    people = arrive(ORJAN).open(f"{roster.path}/people")
    assert people.status == (200 if expected == "facilitator" else 403)


def test_a_role_that_it_does_not_translate_is_a_participant_s(roster, open_edx):
    open_edx.cast.roles[ORJAN.sub] = "wiki_editor"  # its list has no roles at all then
    assert roster.read().entries()[ORJAN.sub] == (ORJAN.name, "participant")


# --- Open edX says no ---


def test_without_its_permission_to_share_names_people_are_listed_without(roster, open_edx):
    open_edx.share_names(False)
    assert set(roster.read().entries().values()) == {(None, "participant"), (None, "facilitator")}
    assert roster.sections() == {HERE: {MARJA.name}, NOT_YET: {"Somebody without a name"}}
    assert [asked.get("rlid") for asked in asked_for_members(open_edx)] == [None, ["block-v1:o+kkv+2026+type@lti_consumer+block@b1"]], \
        "it knows no rlid and answers with the same list again"


def test_where_its_list_is_switched_off_the_launch_works_and_the_page_says_so(roster, open_edx):
    open_edx.configure(lti_advantage_enable_nrps=False)
    roster.read()
    assert "does not offer its list of people" in roster.says() and "1 person has been here." in roster.says()
    assert roster.sections() == {HERE: {MARJA.name}} and asked_for_members(open_edx) == []


def test_a_list_that_is_switched_off_later_stays_and_the_page_says_why(roster, open_edx):
    roster.read()
    open_edx.configure(lti_advantage_enable_nrps=False)  # its tokens go on being given, and its list answers 403
    roster.refresh()
    assert "Names and Role Provisioning is not allowed for this tool." in roster.says()
    assert roster.sections() == EVERYBODY
    open_edx.configure(lti_advantage_enable_nrps=True)
    roster.refresh()
    assert "could not be read" not in roster.says()


def test_a_key_that_is_not_ours_gets_no_token_and_the_page_says_so(roster, open_edx):
    open_edx.trust(rsa_key("somebody else's"))
    assert "The learning platform does not recognise this tool." in roster.read().says()
    assert roster.entries() == {} and asked_for_members(open_edx) == []


def test_a_course_that_is_too_large_for_its_list_leaves_those_who_have_been_here(roster, open_edx):
    from lti_consumer.exceptions import LtiError

    open_edx.cast.refusal = LtiError("NRPS is not available")  # more people than COURSE_MEMBER_API_ENROLLMENT_LIMIT: 403, too
    assert "could not be read from the learning platform" in roster.read().says()
    assert roster.sections() == {HERE: {MARJA.name}}
