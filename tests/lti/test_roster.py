"""The platform's list of a course's people: read as a whole or not at all, when it is time, from what a launch says."""
import json
import threading
from contextlib import suppress
from pathlib import Path

import pytest
import requests
import sqlalchemy as sa
from werkzeug.wrappers import Response

from lti_tool.db import db, transaction
from lti_tool.db.chores import do_chores
from lti_tool.jobs import Job, work_off
from lti_tool.lti import find_platform, problem_named, read_roster
from lti_tool.lti.service_problem import ServiceProblem
from lti_tool.people import CourseContext, RosterEntry
from tests.support.cast import AINO, EEVA, FACILITATOR, MARJA, ORJAN, VOCABULARY, Person
from tests.support.platform import MISSING, LearningPlatform
from tests.support.rows import rows_with
from tests.support.services import CONTAINER, answer_of
from tests.support.visitor import Visitor

pytestmark = pytest.mark.usefixtures("in_english")

RECORDED = Path(__file__).resolve().parent.parent / "fixtures" / "moodle"
NAMELESS = {"name": MISSING, "given_name": MISSING, "family_name": MISSING, "email": MISSING}


def crowd(count) -> list[Person]:
    return [Person(f"user-{1000 + n}", "Henkilö", f"N{n:04}") for n in range(count)]


class Roster:
    """What is in the database about it."""

    def __init__(self, app, platform):
        self.app, self.services = app, platform.services

    def context(self) -> CourseContext:
        with self.app.app_context(), transaction(writes=False):
            found = db.session.scalar(sa.select(CourseContext).order_by(CourseContext.id))
            db.session.expunge_all()
            return found

    @property
    def problem(self):
        return self.context().roster_problem

    def entries(self) -> dict:
        """subject -> (name, role, whether they are there)."""
        with self.app.app_context(), transaction(writes=False):
            return {entry.subject: (entry.name, entry.role, entry.left_at is None) for entry in db.session.scalars(sa.select(RosterEntry))}

    def planned(self) -> list[str]:
        with self.app.app_context(), transaction(writes=False):
            return [f"{job.kind} {job.about}" for job in db.session.scalars(sa.select(Job).filter_by(kind="roster"))]

    def read(self) -> dict:
        """Does what is planned; who is on the list then."""
        work_off(self.app)
        return self.entries()

    def read_again(self) -> dict:
        """As the page's button does."""
        number = self.context().id
        with self.app.app_context(), suppress(ServiceProblem):
            read_roster(number)
        return self.entries()


@pytest.fixture
def roster(app, platform):
    """The platform offers a list of Aino, Örjan and Marja."""
    platform.services.offer(AINO, ORJAN, MARJA)
    return Roster(app, platform)


@pytest.fixture
def read(roster, enter):
    """Marja has launched, and the list has been read."""
    enter(MARJA)
    roster.read()
    roster.before = roster.entries()
    assert set(roster.before) == {AINO.sub, ORJAN.sub, MARJA.sub} and not roster.problem
    return roster


def test_a_facilitator_s_launch_lets_the_list_be_read(roster, enter):
    enter(AINO)
    assert roster.planned() == []
    enter(MARJA)
    assert roster.planned() == ["roster context:1"]
    assert roster.read() == {AINO.sub: (AINO.name, "participant", True), ORJAN.sub: (ORJAN.name, "participant", True), MARJA.sub: (MARJA.name, "facilitator", True)}
    assert roster.planned() == [] and roster.context().roster_at is not None


def test_no_address_and_no_user_name_is_kept(read, app):
    assert rows_with(app, [AINO.email, "ext_user_username", "secret"]) == []


def test_it_is_read_again_after_a_day_and_not_sooner(read, enter, clock):
    clock.forward(hours=23)
    enter(MARJA)
    assert read.planned() == []
    clock.forward(hours=2)
    enter(MARJA)
    assert read.planned() == ["roster context:1"]


def test_a_course_that_is_visited_is_read_every_day(read, app, clock):
    assert not do_chores(app) and read.planned() == []
    clock.forward(hours=25)
    assert not do_chores(app) and read.planned() == ["roster context:1"]
    read.read()
    clock.forward(days=31)
    assert not do_chores(app) and read.planned() == []


def test_a_platform_that_offers_no_list_is_not_asked(app, platform, enter, clock):
    roster = Roster(app, platform)
    enter(MARJA)
    clock.forward(hours=25)
    do_chores(app)
    assert roster.planned() == [] and roster.context().roster_url is None


def test_where_the_list_is_follows_the_launches(read, platform, enter):
    assert read.context().roster_url == platform.issuer + platform.services.path()
    platform.services.offered = False
    enter(AINO)
    assert read.context().roster_url is None
    assert read.entries() == read.before


@pytest.mark.parametrize("address", ["", 7, None, "ftp://moodle.example/members", "https://[", "https://" + "x" * 2000])
def test_what_is_no_address_at_all_counts_as_no_list(roster, enter, address):
    enter(MARJA, **{"https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice": {"context_memberships_url": address}})
    assert roster.context().roster_url is None and roster.planned() == []


@pytest.mark.parametrize("address", ["http://moodle.example/members", "https://marja@moodle.example/members", "https://moodle.example/members#all"])
def test_an_address_that_is_not_safe_is_never_asked(roster, enter, platform, address):
    enter(MARJA, **{"https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice": {"context_memberships_url": address}})
    assert roster.read() == {}
    assert roster.problem == "AddressIsUnsafe" and not platform.services.asked


# --- what a list says ---


def test_a_recorded_answer_of_moodle_is_taken_as_it_is(roster, enter, platform):
    recorded = json.loads((RECORDED / "services_nrps.json").read_text(encoding="utf-8"))
    platform.services.spoilt[platform.services.path("2")] = answer_of(recorded["body"], kind=recorded["resp_headers"]["Content-Type"])
    enter(MARJA, course="2")
    assert roster.read() == {
        "5": ("Väinö Hämäläinen", "facilitator", True), "6": ("Aino Kärkkäinen", "participant", True), "3": ("Päivi Mäkelä-Öhman", "facilitator", True),
        "9": ("Inkeri Näkkäläjärvi", "participant", True), "8": ("Yrjö Pöysti", "participant", True), "4": ("Åsa Sjöström-Bäckman", "participant", True),
        "7": ("Örjan Åkerlund", "participant", True)}


ROLES = [(["Instructor"], "facilitator"), (["Learner"], "participant"), ([f"{VOCABULARY}/membership#Instructor"], "facilitator"),
         ([f"{VOCABULARY}/membership/Instructor#TeachingAssistant", "Learner"], "facilitator"), ([f"{VOCABULARY}/unknown/x#Instructor"], "participant"),
         (["Administrator"], "participant"), ([f"{VOCABULARY}/membership/Learner#Instructor"], "participant"), ([], "participant"), (None, "participant"),
         ("Instructor", "participant"), ([None, ["Instructor"], {"a": 1}, 7], "participant")]


@pytest.mark.parametrize("roles, expected", ROLES)
def test_roles_are_short_words_or_whole_names_and_nothing_unknown_elevates(roster, enter, roles, expected):
    roster.services.enrol(AINO, roles=roles)
    enter(MARJA)
    assert roster.read()[AINO.sub][1] == expected


NAMES = [({"name": "aino@people.example"}, "Aino Sarapuisto"), ({"name": "aino@people.example", "given_name": None, "family_name": 7}, None),
         ({"name": "  Aino\n\x00 Sara  "}, "Aino Sara"), ({"name": None, "given_name": "Aino", "family_name": ""}, "Aino"),
         ({"name": "", "given_name": "", "family_name": ""}, None), ({"name": {"full": "Aino"}, "given_name": [], "family_name": None}, None), ({"name": "Ä" * 200}, "Ä" * 80),
         ({"name": "<script>alert(1)</script>"}, "<script>alert(1)</script>"), ({"name": "\ud800 Aino"}, "Aino")]


@pytest.mark.every_case
@pytest.mark.parametrize("said, name", NAMES)
def test_names_are_cleaned_and_an_address_is_none(roster, enter, said, name):
    roster.services.enrol(AINO, **said)
    enter(MARJA)
    assert roster.read()[AINO.sub][0] == name


@pytest.mark.parametrize("status, is_there", [("Active", True), ("active", True), (None, True), ("Pending", True), (7, True), ("Inactive", False), ("DELETED", False)])
def test_who_is_inactive_or_deleted_is_not_there(roster, enter, status, is_there):
    roster.services.enrol(AINO, status=status)
    enter(MARJA)
    assert (AINO.sub in roster.read()) == is_there


@pytest.mark.every_case
@pytest.mark.parametrize("number", [None, "", 7, "x" * 256, "a\nb", ["user-11"]])
def test_who_has_no_usable_id_is_passed_over(roster, enter, number):
    roster.services.enrolled["kkv"] += [None, "Aino", {"user_id": number, "roles": ["Instructor"]}]
    enter(MARJA)
    assert set(roster.read()) == {AINO.sub, ORJAN.sub, MARJA.sub}


def test_somebody_who_is_listed_twice_is_one(roster, enter):
    roster.services.enrolled["kkv"].append({**roster.services.enrolled["kkv"][0], "name": "Toinen"})
    enter(MARJA)
    assert roster.read()[AINO.sub] == (AINO.name, "participant", True)


def test_the_roster_changes_no_role_that_a_launch_told(roster, enter, seen):
    """As in Moodle, where a non-editing teacher is Instructor in the token and Learner in the list."""
    enter(MARJA)
    enter(ORJAN, role=FACILITATOR)
    roster.services.enrol(MARJA, roles=["Learner"])
    roster.services.enrol(AINO, roles=["Instructor"])
    enter(AINO)
    roster.read()
    assert [seen.membership(person)[0] for person in (MARJA, ORJAN, AINO)] == ["facilitator", "facilitator", "participant"]


def test_who_is_no_longer_listed_is_marked_and_unmarked_when_they_come_back(read):
    read.services.expel(ORJAN)
    assert read.read_again()[ORJAN.sub] == (ORJAN.name, "participant", False)
    read.services.enrol(ORJAN, name="Örjan S.", roles=["Instructor"])
    assert read.read_again()[ORJAN.sub] == ("Örjan S.", "facilitator", True)


def test_whoever_launches_is_in_the_course_whatever_the_last_list_said(read, enter):
    read.services.expel(ORJAN)
    read.read_again()
    enter(ORJAN)
    assert read.entries()[ORJAN.sub][2]


def test_who_left_without_ever_having_come_is_forgotten_after_a_month(read, enter, app, clock):
    enter(AINO)
    read.services.expel(ORJAN)
    read.services.expel(AINO)
    read.read_again()
    clock.forward(days=29)
    do_chores(app)
    assert {AINO.sub, ORJAN.sub} <= set(read.entries())
    clock.forward(days=2)
    do_chores(app)
    assert AINO.sub in read.entries() and ORJAN.sub not in read.entries()


def test_names_that_the_platform_sends_no_longer_are_given_back(read):
    read.services.names = "never"
    assert {name for name, _role, _there in read.read_again().values()} == {None}


def test_each_course_has_a_list_of_its_own(read, enter):
    read.services.offer(EEVA, course="perehdytys")
    enter(EEVA, role=FACILITATOR)
    assert EEVA.sub in read.read() and read.entries()[AINO.sub][2]


def test_a_course_with_two_contexts_loses_nobody_to_the_other_s_list(read, enter, app, platform):
    read.services.offer(EEVA, course="kkv-2")
    enter(MARJA, course="kkv-2")
    with app.app_context(), transaction():
        first, second = db.session.scalars(sa.select(CourseContext).order_by(CourseContext.id))
        second.course_id = first.course_id
    assert read.read()[EEVA.sub][2] and read.read_again()[EEVA.sub][2]
    assert read.entries()[AINO.sub][2]


# --- names that each link may show ---


def test_names_are_asked_for_through_a_link_where_the_platform_leaves_that_to_each_link(roster, enter):
    roster.services.names, roster.services.naming_links = "delegate", {"l1"}
    enter(MARJA)
    assert roster.read()[AINO.sub][0] == AINO.name
    assert [("rlid=l1" in query) for query in roster.services.asked] == [False, True]


def test_a_link_that_some_do_not_see_takes_nobody_off_the_list(roster, enter):
    roster.services.names, roster.services.naming_links, roster.services.hidden_from = "delegate", {"l1"}, {"l1": {ORJAN.sub}}
    enter(MARJA)
    assert roster.read() == {AINO.sub: (AINO.name, "participant", True), ORJAN.sub: (None, "participant", True), MARJA.sub: (MARJA.name, "facilitator", True)}


def test_a_link_without_names_does_not_take_the_place_of_one_with_names(roster, enter):
    enter(MARJA)
    enter(AINO, link="l2", **NAMELESS)
    assert roster.context().roster_link == "l1"
    enter(AINO, link="l3")
    assert roster.context().roster_link == "l3"


def test_where_names_are_never_sent_everybody_is_still_there(roster, enter):
    roster.services.names = "never"
    enter(MARJA, **NAMELESS)
    assert {name for name, _role, _there in roster.read().values()} == {None} and len(roster.entries()) == 3


def test_a_link_that_is_gone_costs_names_and_nothing_else(roster, enter, platform):
    roster.services.names, roster.services.naming_links = "delegate", {"l1"}
    path = platform.services.path()
    platform.services.spoilt[path] = lambda request: Response(status=404) if "rlid" in request.args else platform.services.members(request, "kkv")
    enter(MARJA)
    assert len(roster.read()) == 3 and roster.entries()[AINO.sub][0] is None and not roster.problem


# --- pages ---


def test_two_thousand_people_come_in_pages(roster, enter):
    for person in crowd(2000):
        roster.services.enrolled["kkv"].append({"user_id": person.sub, "name": person.name, "roles": ["Learner"], "status": "Active"})
    enter(MARJA)
    assert len(roster.read()) == 2003
    assert len(roster.services.asked) == 5


def test_a_platform_may_make_smaller_pages_than_were_asked_for(roster, enter):
    roster.services.page = 1
    enter(MARJA)
    assert len(roster.read()) == 3
    assert len(roster.services.asked) == 3


def paged(links):
    """Answers with one person a page and the next of these links, as they are given."""
    number = iter(range(10_000))

    def answer(_request):
        page = next(number)
        link = links[page] if page < len(links) else None
        return answer_of({"context": {"id": "kkv"}, "members": [{"user_id": f"paged-{page}", "roles": ["Learner"], "name": f"Sivu {page}"}]}, kind=CONTAINER,
                         **({"Link": link} if link else {}))
    return answer


GOOD_LINKS = ['<https://moodle.example/Mod/LTI/Services.php?From=B>; rel="next"', '<?page=2>; rel=next', '</p?a=1>; rel="NEXT"; title="x"',
              '<https://moodle.example/first>; rel="first", <https://moodle.example:443/n>; rel="next last"']


@pytest.mark.parametrize("link", GOOD_LINKS)
def test_the_next_page_is_asked_for_as_it_was_written(roster, enter, platform, link):
    answer = paged([link])
    for path in (platform.services.path(), "/Mod/LTI/Services.php", "/p", "/n"):
        platform.services.spoilt[path] = answer
    enter(MARJA)
    assert set(roster.read()) == {"paged-0", "paged-1"}
    assert link.partition("<https://moodle.example/Mod")[1] == "" or platform.adapter.calls[-1].address == "https://moodle.example/Mod/LTI/Services.php?From=B"


def test_a_link_to_something_else_than_the_next_page_is_none(roster, enter, platform):
    platform.services.spoilt[platform.services.path()] = paged(['<https://moodle.example/differences>; rel="differences"'])
    enter(MARJA)
    assert set(roster.read()) == {"paged-0"}


def test_a_token_that_ended_before_its_time_is_replaced_once(read):
    read.services.void = set(read.services.given)
    read.services.expel(ORJAN)
    assert not read.read_again()[ORJAN.sub][2] and not read.problem
    assert len(read.services.given) == 2


# --- what is no list ---


def with_members(members, **other):
    return answer_of({"context": {"id": "kkv"}, "members": members, **other}, kind=CONTAINER)


def away(_request):
    raise requests.ReadTimeout


BAD_PAGES = {
    "in a circle": (['<?a=1>; rel="next"', '<?a=2>; rel="next"', '<?a=1>; rel="next"'], "AnswerIsUnreadable"),
    "more than a hundred": ([f'<?a={n}>; rel="next"' for n in range(200)], "ListIsTooLarge"),
    "to another site": (['<https://evil.example/members>; rel="next"'], "AddressIsUnsafe"),
    "to another port": (['<https://moodle.example:8443/members>; rel="next"'], "AddressIsUnsafe"),
    "without encryption": (['<http://moodle.example/members>; rel="next"'], "AddressIsUnsafe"),
    "with a password": (['<https://a:b@moodle.example/members>; rel="next"'], "AddressIsUnsafe"),
    "to half an address": (['<https://[>; rel="next"'], "AddressIsUnsafe"),
    "to what is gone": (['</nowhere>; rel="next"'], "ServiceIsNotThere"),
    "to a web page": (['</page>; rel="next"'], "AnswerIsUnreadable"),
}
BAD = {
    "a web page": (Response("<!DOCTYPE html><title>Error</title>", content_type="text/html"), "AnswerIsUnreadable"),
    "no members": (answer_of({"context": {"id": "kkv"}}), "AnswerIsUnreadable"),
    "null for members": (with_members(None), "AnswerIsUnreadable"),
    "members that are none": (with_members([None, 7, {"name": "Aino"}]), "AnswerIsUnreadable"),
    "a list": (answer_of([{"user_id": "7"}]), "AnswerIsUnreadable"),
    "endless brackets": (Response("[" * 100_000), "AnswerIsUnreadable"),
    "no letters": (Response(b"\xff\xfe\x00"), "AnswerIsUnreadable"),
    "five megabytes": (with_members([{"user_id": "7", "name": "x" * 5_000_000}]), "ListIsTooLarge"),
    "too many people": (with_members([{"user_id": str(n)} for n in range(20_001)]), "ListIsTooLarge"),
    "another context's": (answer_of({"context": {"id": "perehdytys"}, "members": []}), "ListOfAnotherCourse"),
    "not allowed": (Response(status=403), "ServiceIsNotAllowed"),
    "no token is good enough": (Response(status=401), "ServiceIsNotAllowed"),
    "gone": (Response(status=404), "ServiceIsNotThere"),
    "moved": (Response(status=302, headers={"Location": "https://evil.example/"}), "ServiceIsNotThere"),
    "out of order": (Response(status=500), "PlatformDoesNotAnswer"),
    "overloaded": (Response(status=429), "PlatformDoesNotAnswer"),
    "away": (away, "PlatformDoesNotAnswer"),
    "a teapot": (Response(status=418), "AnswerIsUnreadable"),
}


def check_that_nothing_changed(read, platform, problem):
    read_at = read.context().roster_at
    assert read.read_again() == read.before
    assert (read.problem, read.context().roster_at) == (problem, read_at)
    assert not any("evil" in call.address for call in platform.adapter.calls)
    platform.services.spoilt.clear()
    assert read.read_again() == read.before and not read.problem


@pytest.mark.parametrize("links, problem", BAD_PAGES.values(), ids=BAD_PAGES)
def test_pages_that_lead_nowhere_good_leave_the_former_list(read, platform, links, problem):
    platform.services.spoilt |= {platform.services.path(): paged(links), "/page": Response("<p>No"), "/nowhere": Response(status=404)}
    check_that_nothing_changed(read, platform, problem)


@pytest.mark.parametrize("answer, problem", BAD.values(), ids=BAD)
def test_what_is_no_list_leaves_the_former_one_and_is_named(read, platform, answer, problem):
    platform.services.spoilt[platform.services.path()] = answer
    check_that_nothing_changed(read, platform, problem)


def test_every_problem_has_words_and_a_way_to_mend_it(app):
    with app.test_request_context():
        for kind in ServiceProblem.__subclasses__():
            assert problem_named(kind.__name__) is kind
            assert len(kind.what()) > 10 and len(kind.repair()) > 10
        assert problem_named("") is None and problem_named("AProblemOfAnotherVersion").what()


def test_a_service_that_was_switched_off_in_moodle_is_named_so(read, enter, clock):
    read.services.allowed = False
    clock.forward(hours=2)
    read.read_again()
    assert read.problem == "ServiceIsNotAllowed"


def test_a_platform_that_is_switched_off_here_is_not_asked(read, app, platform):
    asked = len(platform.adapter.calls)
    with app.app_context(), transaction():
        find_platform(platform.issuer, platform.client_id).disable()
    assert read.read_again() == read.before
    assert read.problem == "PlatformIsSwitchedOff" and len(platform.adapter.calls) == asked


# --- trying again ---


def test_what_may_pass_by_itself_is_tried_again_and_what_does_not_waits_for_a_facilitator(read, platform, enter, clock):
    platform.services.spoilt[platform.services.path()] = Response(status=503)
    clock.forward(hours=25)
    enter(MARJA)
    read.read()
    assert read.planned() == ["roster context:1"]
    platform.services.spoilt[platform.services.path()] = Response(status=403)
    clock.forward(minutes=2)
    read.read()
    assert read.planned() == [] and read.problem == "ServiceIsNotAllowed"
    enter(MARJA)
    assert read.planned() == []
    clock.forward(minutes=6)
    platform.services.spoilt.clear()
    enter(MARJA)
    assert read.read() == read.before and not read.problem


def test_somebody_who_has_erased_themselves_is_listed_anew_only_by_the_platform(read, enter):
    aino = enter(AINO)
    aino.post("/me/erasure", sure="yes", texts="erase")
    assert AINO.sub not in read.entries()
    assert read.read_again()[AINO.sub] == (AINO.name, "participant", True)


def test_two_readings_at_once_take_the_list_over_one_after_the_other(roster, enter, platform, app):
    enter(MARJA)
    number, begin = roster.context().id, threading.Barrier(2)

    def answer(request):
        begin.wait(10)
        return platform.services.members(request, "kkv")

    def read():
        with app.app_context():
            read_roster(number)

    platform.services.spoilt[platform.services.path()] = answer
    readers = [threading.Thread(target=read) for _each in range(2)]
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join()
    assert len(roster.entries()) == 3 and not roster.problem


def test_two_platforms_with_the_same_numbers_have_nothing_to_do_with_each_other(read, app):
    other = LearningPlatform(issuer="https://other.example", client_id="client-9")
    other.register(app)
    other.services.offer(AINO._replace(family_name="Toinen"), course="kkv")
    Visitor(app, other, MARJA).launch()
    read.read()
    with app.app_context(), transaction(writes=False):
        names = {(entry.issuer, entry.name) for entry in db.session.scalars(sa.select(RosterEntry).filter_by(subject=AINO.sub))}
    assert names == {("https://moodle.example", AINO.name), ("https://other.example", "Aino Toinen")}
