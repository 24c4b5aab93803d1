"""The launch doctor: what a facilitator's latest launch said, line by line, and what to change. Nothing personal in it, whatever a platform sends."""
import json

import pytest
import requests
import sqlalchemy as sa
from werkzeug.wrappers import Response

from lti_tool.access.visit import COOKIE
from lti_tool.db import db, transaction
from lti_tool.db.chores import do_chores
from lti_tool.jobs import work_off
from lti_tool.lti import find_platform
from lti_tool.lti.report import LaunchReport
from lti_tool.people import CourseContext, Membership, RosterEntry
from tests.support.cast import AINO, EEVA, MARJA, ORJAN, OTTO
from tests.support.page import Form, words_of
from tests.support.platform import LTI, MISSING, jwk_of, rsa_key
from tests.support.services import answer_of
from tests.support.visitor import BY_SCRIPT

from .test_moodle import open_recorded

pytestmark = pytest.mark.usefixtures("in_english")

MARJA, OTTO, ORJAN = (person._replace(locale="en") for person in (MARJA, OTTO, ORJAN))
AGS, NRPS = "https://purl.imsglobal.org/spec/lti-ags/claim/endpoint", "https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice"
SCOPE = "https://purl.imsglobal.org/spec/lti-ags/scope/"
ALL_SCOPES = [SCOPE + name for name in ("lineitem", "lineitem.readonly", "result.readonly", "score")]
MOODLE = {"tool_platform": {"product_family_code": "moodle", "version": "2024100706", "guid": "x"}}
WHOLE = {**MOODLE, AGS: {"scope": ALL_SCOPES, "lineitems": "https://moodle.example/lineitems"},
         NRPS: {"context_memberships_url": "https://moodle.example/members", "service_versions": ["2.0"]},
         "custom": {"groups": "1,2", "history": ""}}
PAGE = "/courses/1/connection"
CLASSES = {"good": "", "note": "look", "bad": "no", "wait": "wait"}


class Examined:
    """The page as somebody reads it: its lines by their state."""

    def __init__(self, seen):
        self.seen = seen
        assert seen.status == 200, seen.text

    def lines(self, state) -> list[str]:
        return [words_of(line) for line in self.every_line() if line.get("class") == CLASSES[state]]

    def every_line(self) -> list:
        return [line for group in self.seen.all("ul", class_="doctor") for line in group if line.tag == "li"]

    def line_with(self, words) -> tuple[str, str]:
        """(its state, all of it)"""
        found = [(state, line) for state in CLASSES for line in self.lines(state) if words in line]
        assert len(found) == 1, (words, found)
        return found[0]

    @property
    def text(self):
        return self.seen.one("support-text").text


def look(visitor, path=PAGE, **headers) -> Examined:
    return Examined(visitor.open(path, headers={name.replace("_", "-"): value for name, value in headers.items()}))


def facts_in(seen) -> dict:
    report, = seen.all(LaunchReport)
    return report.facts


# --- what is kept of a launch ---

RECORDED = {  # file: (taken as, what became of a variable that Moodle does not know)
    "launch_editing_teacher": ("facilitator", "literal"), "launch_non_editing_teacher": ("facilitator", "literal"), "launch_manager": ("facilitator", "literal"),
    "launch_site_admin": ("admin", "literal"), "launch_in_copied_course": ("admin", "missing"),
}


@pytest.mark.parametrize("name", RECORDED)
def test_a_real_moodle_s_launch_is_reported(name, app, client, seen):
    claims, response = open_recorded(app, client, name)
    assert response.status_code == 303, response.text
    facts, (role, history) = facts_in(seen), RECORDED[name]
    assert (facts["as"], facts["name"], facts["email"], facts["target"], facts["locale"]) == (role, True, True, "iframe", "en")
    assert facts["roles"] == claims[f"{LTI}roles"] and facts["more_roles"] == 0
    assert (facts["deployment"], facts["link"], facts["context"], facts["choosing"]) == (claims[f"{LTI}deployment_id"], claims[f"{LTI}resource_link"]["id"], True, False)
    assert (facts["product"], facts["version"]) == ("moodle", "2024100706") and facts["lifetime"] == 60 and abs(facts["clock"]) <= 2
    assert facts["scopes"] == ["lineitem", "lineitem.readonly", "result.readonly", "score"] and facts["lineitems"] and facts["roster"]
    assert (facts["groups"], facts["history"], facts["kept_by"], facts["address"]) == ("missing", history, "cookie", "other")


@pytest.mark.parametrize("name", RECORDED)
def test_nothing_about_the_person_is_kept_of_it(name, app, client, seen):
    claims, _response = open_recorded(app, client, name)
    kept = json.dumps(facts_in(seen), ensure_ascii=False)
    personal = [claims["name"], claims["family_name"], claims["email"], claims["nonce"], "sesskey", "return.php", "services.php"]
    assert [word for word in personal if word in kept] == []


@pytest.mark.parametrize("name", ["launch_student", "launch_student_graded_link", "launch_student_privacy_never", "launch_teacher_switched_to_student"])
def test_a_participant_s_launch_is_not_reported(name, app, client, seen):
    assert open_recorded(app, client, name)[1].status_code == 303
    assert seen.all(LaunchReport) == []


def test_choosing_links_is_reported_as_that(app, client, seen):
    assert open_recorded(app, client, "launch_deep_linking_teacher")[1].status_code == 303
    facts = facts_in(seen)
    assert (facts["as"], facts["choosing"], facts["link"]) == ("facilitator", True, "")


def test_the_latest_launch_is_the_one_that_counts(enter, seen):
    enter(MARJA, link="l1", **WHOLE)
    enter(OTTO)
    enter(MARJA, link="l2", name=MISSING, given_name=MISSING, family_name=MISSING, email=MISSING)
    first, second = seen.all(LaunchReport)
    assert {first.facts["link"], second.facts["link"]} == {"l2", "l1"} and first.facts["name"] is False and first.facts["grades"] is False


def test_each_course_has_a_report_of_its_own(enter, seen):
    enter(MARJA)
    enter(MARJA, course="perehdytys")
    assert len(seen.all(LaunchReport)) == 2


def test_reports_are_forgotten_after_three_months(app, enter, seen, clock):
    enter(MARJA)
    clock.forward(days=89)
    do_chores(app)
    assert len(seen.all(LaunchReport)) == 1
    clock.forward(days=2)
    do_chores(app)
    assert seen.all(LaunchReport) == []


def test_whoever_it_is_about_can_read_it(enter):
    data = enter(MARJA, **WHOLE).open("/me")
    held = words_of(next(section for section in data.all("section") if section.get("aria-labelledby") == "held-launch_report"))
    for words in ("Roles as sent", "membership#Instructor", "Taken as Facilitator", "Sign-in kept by a cookie", "Earlier courses none", "Groups 2", "Language en"):
        assert words in held, held


# --- what the page says of it ---

def test_when_everything_is_there_nothing_is_to_be_looked_at(enter):
    page = look(enter(MARJA, **WHOLE), Sec_Fetch_Dest="iframe", Sec_Fetch_Storage_Access="none")
    assert page.lines("bad") == [] and [line for line in page.lines("note") if "JavaScript" not in line] == []
    assert "You came as a facilitator." in page.seen.text and "Moodle sends the same role" in page.seen.text
    assert page.line_with("in which of its groups")[1].endswith("You are in 2.")
    assert page.line_with("This page stands in a frame of the platform's page.")[0] == "good"
    assert page.line_with("kept apart for this platform")[0] == "good"


def test_without_javascript_the_sum_counts_that_one_thing_and_says_so(enter):
    page = look(enter(MARJA, **WHOLE))
    assert "1 thing to look at" in page.seen.words("findings-summary")
    assert "Without JavaScript some lines cannot be checked." in page.seen.words("findings-summary")


NO_NAME = dict.fromkeys(("name", "given_name", "family_name", "email"), MISSING)
CASES = {  # claims besides those with which everything is fine: (state, words of the line, what to change)
    "privacy never": (NO_NAME, "note", "No name was sent. Everybody is called by a number, as “Participant 1”",
                      "Set “Share launcher's name with tool” to “Always”. In Moodle: Site administration → Plugins → Activity modules → External tool → Manage tools → "
                      "the pen (Edit) on this tool's card → Privacy"),
    "a variable as it was written": ({"custom": {"groups": "$Moodle.Person.userGroupIds", "history": "$Context.id.history"}}, "note",
                                     "does not know its groups by the name", "Give “Custom parameters” this line of its own: groups=$Moodle.Person.userGroupIds"),
    "no parameters": ({"custom": MISSING}, "note", "does not say from which course this one was copied", "history=$Context.id.history"),
    "a parameter that is null": ({"custom": {"groups": None, "history": "3,4"}}, "note", "does not say in which of its groups", "groups=$Moodle.Person.userGroupIds"),
    "copied twice": ({"custom": {"groups": "", "history": "3,4"}}, "good", "from which courses this one was copied: from 2", ""),
    "in no group": ({"custom": {"groups": "", "history": ""}}, "good", "You are in none.", ""),
    "no grades": ({AGS: MISSING}, "note", "lets this tool send no grades",
                  "Set “IMS LTI Assignment and Grade Services” to “Use this service for grade sync and column management”."),
    "grades without columns": ({AGS: {"scope": [SCOPE + "score"]}}, "note", "lets this tool make no columns", "grade sync and column management"),
    "grades read only": ({AGS: {"scope": [SCOPE + "result.readonly"]}}, "note", "does not allow this tool to send grades", "grade sync and column management"),
    "a graded link": ({AGS: {"scope": ALL_SCOPES, "lineitem": "https://moodle.example/lineitems/2", "lineitems": "https://moodle.example/lineitems"}}, "good",
                      "The link has a column of grades", ""),
    "no list of people": ({NRPS: MISSING}, "note", "does not show this tool who is in the course",
                          "Set “IMS LTI Names and Role Provisioning” to “Use this service to retrieve members' information as per privacy settings”."),
    "no language": ({"launch_presentation": {"document_target": "window"}}, "note", "No language was sent.", "under “View”"),
    "a language that is not ours": ({"launch_presentation": {"locale": "et"}}, "good", "sends “et” as your language", ""),
    "a window": ({"launch_presentation": {"locale": "en", "document_target": "window"}}, "good", "opens the tool in a window of its own", ""),
    "no course": ({"context": MISSING}, "note", "Every link is a course of its own here.", "must send the course"),
    "another address of ours": ({"target_link_uri": "https://tool.example/boards/1"}, "note", "another address of this tool", "Set “Tool URL” to “https://tool.example/lti/launch”."),
    "a short message": ({"exp": 20}, "note", "good for 20 seconds only", "at least a minute"),
    "a long message": ({"exp": 7200}, "note", "good for 120 minutes", "at most an hour"),
}


@pytest.mark.parametrize("name", CASES)
def test_what_is_not_as_it_should_be_is_said_with_what_to_change(name, enter, platform):
    claims, state, words, change = CASES[name]
    claims = {**WHOLE, **claims}
    if "exp" in claims:
        claims |= {"iat": platform.now(), "exp": claims["exp"] + platform.now()}
    enter(MARJA)  # opens the usual course as number 1
    marja = enter(MARJA, **claims)
    page = look(marja, "/courses/2/connection" if name == "no course" else PAGE)
    came, line = page.line_with(words)
    assert came == state and change in line


AHEAD, OLD = "seconds ahead of this server's", "seconds old when it came"
CLOCKS = {45: ("bad", AHEAD), 20: ("note", AHEAD), 3: ("good", "agree within 10 seconds"), -20: ("note", OLD), -45: ("bad", OLD)}


@pytest.mark.parametrize("by", CLOCKS)
def test_clocks_that_differ_are_seen_before_they_keep_anybody_out(enter, platform, seen, by):
    state, words = CLOCKS[by]
    at = platform.now() + by
    came, line = look(enter(MARJA, **WHOLE, iat=at, exp=at + 60)).line_with(words)
    assert came == state and facts_in(seen)["clock"] in (by, by - 1)
    assert state == "good" or "NTP" in line


def test_platforms_of_other_makes_are_not_told_moodle_s_menus(enter):
    page = look(enter(MARJA, **NO_NAME, tool_platform={"product_family_code": "canvas"}))
    assert "Moodle" not in page.seen.text and "Site administration" not in page.text
    assert "In the platform's settings of this tool, let names be shared." in page.line_with("No name was sent")[1]


def test_a_course_admin_and_a_co_facilitator_read_how_they_came(enter, app):
    assert "You came as a course admin." in look(enter(OTTO)).seen.text
    enter(ORJAN)
    with app.app_context(), transaction():
        for member in db.session.scalars(sa.select(Membership)):
            member.grant_cofacilitation()
    state, line = look(enter(ORJAN)).line_with("You came as a participant.")
    assert state == "note" and "another one made you so" in line


HOSTILE = '"><script>alert(1)</script>'
STRANGE = {
    "ten thousand roles": {"roles": ["http://purl.imsglobal.org/vocab/lis/v2/membership#Instructor", *(f"role-{n}" for n in range(10_000))]},
    "endless roles": {"roles": ["http://purl.imsglobal.org/vocab/lis/v2/membership#Instructor", "x" * 100_000, "ä" * 1000]},
    "markup in roles": {"roles": ["Instructor", HOSTILE, "\x00\x1b[31m", "a\nb", "\u202egnp"]},
    "markup in the product": {"tool_platform": {"product_family_code": HOSTILE, "version": HOSTILE * 100}},
    "a product of another kind": {"tool_platform": {"product_family_code": {"a": 1}, "version": ["1"]}},
    "scopes of another kind": {AGS: {"scope": "everything", "lineitem": 7, "lineitems": {}}},
    "scopes of nobody's": {AGS: {"scope": [HOSTILE, None, 7, {}], "lineitems": HOSTILE}},
    "parameters of every kind": {"custom": {"groups": ["1"], "history": {"a": "b"}}},
    "endless parameters": {"custom": {"groups": ",".join(map(str, range(50_000))), "history": "$" + "x" * 100_000}},
    "a container of another kind": {"launch_presentation": {"document_target": ["iframe"], "locale": HOSTILE, "return_url": HOSTILE}},
    "a target full of markup": {"target_link_uri": f"https://tool.example/{HOSTILE}"},
    "a list of another kind": {NRPS: {"context_memberships_url": ["x"]}},
    "an email of another kind": {"email": "", "name": "\u202e"},
}


@pytest.mark.parametrize("name", STRANGE)
def test_whatever_a_platform_sends_stays_small_and_plain(name, enter, seen):
    marja = enter(MARJA, link="l1", **STRANGE[name])
    assert len(json.dumps(facts_in(seen))) < 8000 and len(facts_in(seen)["roles"]) <= 20 and max(map(len, facts_in(seen)["roles"])) <= 200
    page = look(marja)
    assert "<script>alert" not in page.seen.html and "\x1b" not in page.seen.html and len(page.seen.html) < 100_000
    assert marja.open("/me").status == 200


def test_many_roles_are_counted(enter):
    assert "and 9981 more" in look(enter(MARJA, **STRANGE["ten thousand roles"])).seen.text


# --- who may read it, and when there is nothing to read yet ---

def test_only_facilitators_of_the_course_read_it(enter):
    enter(MARJA)
    assert enter(AINO).open(PAGE).status == 403
    assert enter(EEVA).open(PAGE).status == 404
    assert enter(AINO).post(PAGE, **{"try": "keys"}).status == 403


def test_nobody_reads_another_one_s_launch(enter):
    enter(OTTO, roles=["Instructor", "secret-role-of-otto", "http://purl.imsglobal.org/vocab/lis/v2/system/person#Administrator"])
    assert "secret-role-of-otto" not in look(enter(MARJA)).seen.html


def test_without_a_launch_to_look_at_the_rest_is_looked_at_all_the_same(enter, app):
    marja = enter(MARJA)
    with app.app_context(), transaction():
        db.session.execute(sa.delete(LaunchReport))
    page = look(marja)
    assert "There is no launch of yours to look at yet." in page.seen.text and "open the link anew" in page.seen.text
    assert "This browser keeps you signed in here." in page.seen.text and "Fetch them now" in page.seen.text and "You came as" not in page.seen.text
    assert marja.post(PAGE, **{"try": "keys"}).status == 200


def test_the_home_leads_facilitators_to_it(enter):
    assert PAGE in enter(MARJA).open("/courses/1").links and PAGE not in enter(AINO).open("/courses/1").links


# --- the platform's keys, fetched now ---

def tried(visitor, headers=None, **form) -> Examined:
    return Examined(visitor.post(PAGE, headers, **form))


def test_the_platform_s_keys_are_fetched_when_somebody_asks(enter, platform):
    marja = enter(MARJA)
    asked = len(platform.adapter.calls)
    assert look(marja).line_with("keys could be fetched when you came")[0] == "wait" and len(platform.adapter.calls) == asked
    state, line = tried(marja, **{"try": "keys"}).line_with("The platform's keys were fetched just now: 1 key, of at least 2048 bits.")
    assert state == "good" and "https://moodle.example/jwks" in line and len(platform.adapter.calls) == asked + 1


def unreachable(platform):
    def send(*args, **options):
        raise requests.ConnectTimeout("took too long")
    platform.adapter.send = send


KEYS = {
    "cannot be reached": (unreachable, "bad", "could not be fetched just now", "It did not answer in time."),
    "answers with an error": (lambda p: setattr(p, "jwks_answer", Response("no", 500)), "bad", "could not be fetched just now", "From: https://moodle.example/jwks"),
    "answers with a page": (lambda p: setattr(p, "jwks_answer", Response("<html>", content_type="text/html")), "bad", "could not be fetched just now", "a web page perhaps"),
    "has none": (lambda p: p.published.clear(), "bad", "publishes no key with which", "Check that this server can reach"),
    "has a small one": (lambda p: p.published.__setitem__(0, jwk_of(rsa_key("small", 1024), "small")), "bad", "All keys of the platform have fewer than 2048 bits", "make a new key"),
    "has a small one too": (lambda p: p.published.append(jwk_of(rsa_key("small", 1024), "small")), "note", "1 key that is too small", "make a new key"),
    "has two": (lambda p: p.published.append(jwk_of(rsa_key("second"), "second")), "good", "2 keys, all of at least 2048 bits", ""),
}


@pytest.mark.parametrize("name", KEYS)
def test_what_is_wrong_with_the_platform_s_keys_is_said(name, enter, platform):
    spoil, state, words, change = KEYS[name]
    marja = enter(MARJA, **MOODLE)
    spoil(platform)
    came, line = tried(marja, **{"try": "keys"}).line_with(words)
    assert came == state and change in line


# --- the list of people, read for real ---

def offered(platform, enter):
    platform.services.offer(AINO, ORJAN, MARJA)
    return enter(MARJA, **MOODLE)


def test_the_list_of_people_is_read_when_somebody_asks_and_nothing_of_it_is_kept(enter, platform, seen):
    marja = offered(platform, enter)
    assert look(marja).line_with("The platform offers the list of the course's people.")[0] == "wait" and platform.services.asked == []
    page = tried(marja, **{"try": "roster"})
    assert page.line_with("read just now: 3 people")[0] == "good" and page.line_with("accepted this tool's key just now")[0] == "good"
    assert "Aino" not in page.seen.html and "Strandvik" not in page.seen.html and seen.all(RosterEntry) == []


def test_both_are_asked_by_one_button(enter, platform):
    marja = offered(platform, enter)
    form = next(Form(form) for form in look(marja).seen.one("findings-summary").iter("form"))
    assert form.names == {"person", "try"}
    page = tried(marja, **{"try": ["keys", "roster"]})
    assert page.line_with("fetched just now")[0] == page.line_with("read just now")[0] == "good" and "Not tried yet: The" not in page.seen.words("group-services")


NOT_READ = {
    "not allowed": (lambda s: setattr(s, "allowed", False), "Names and Role Provisioning is not allowed for this tool.", "Set “IMS LTI Names and Role Provisioning” to"),
    "not there": (lambda s: s.spoilt.update({s.path(): Response("no", 404)}), "no longer where the learning platform said", "Open the tool once more"),
    "out of order": (lambda s: s.spoilt.update({s.path(): Response("no", 503)}), "The learning platform did not answer.", "check that the platform is running"),
    "a page in its place": (lambda s: s.spoilt.update({s.path(): Response("<h1>Sign in</h1>", content_type="text/html")}), "answer cannot be read", "error log"),
    "no token": (lambda s: s.spoilt.update({"/token": Response("{}", 500)}), "The learning platform did not answer.", "check that the platform is running"),
}


@pytest.mark.parametrize("name", NOT_READ)
def test_why_the_list_cannot_be_read_is_said(name, enter, platform):
    spoil, words, change = NOT_READ[name]
    marja = offered(platform, enter)
    spoil(platform.services)
    state, line = tried(marja, **{"try": "roster"}).line_with("could not be read just now")
    assert state == "note" and words in line and change in line


def test_a_platform_that_does_not_accept_our_key_is_found_out(enter, platform):
    marja = offered(platform, enter)
    platform.services.spoilt["/token"] = answer_of({"error": "invalid_client"}, 400)
    state, line = tried(marja, **{"try": "roster"}).line_with("does not accept this tool's key")
    assert state == "bad" and "Set “Public keyset” to “https://tool.example/lti/jwks”." in line


def test_what_is_not_offered_is_not_asked_for(enter, platform):
    marja = enter(MARJA)
    asked = len(platform.adapter.calls)
    assert tried(marja, **{"try": "roster"}).line_with("does not show this tool who is in the course")[0] == "note"
    assert len(platform.adapter.calls) == asked


def test_where_the_list_was_read_before_the_key_is_known_to_be_accepted(app, enter, platform):
    marja = offered(platform, enter)
    work_off(app)
    assert look(marja).line_with("has fetched and accepted this tool's key, last:")[0] == "good"


def test_people_lead_here_when_their_list_cannot_be_read(app, enter, platform):
    marja = enter(MARJA)
    assert PAGE in marja.open("/courses/1/people").links
    platform.services.offer(MARJA)
    platform.services.allowed = False
    marja = enter(MARJA)
    work_off(app)
    assert PAGE in marja.open("/courses/1/people").links


def test_our_script_gets_only_the_lines_that_were_tried(enter):
    seen = enter(MARJA).post(PAGE, BY_SCRIPT, **{"try": "keys"})
    assert seen.parts == [("#check-keys", "outerHTML")] and "were fetched just now" in seen.text and "<html" not in seen.html


@pytest.mark.parametrize("wanted", ["", "everything", HOSTILE])
def test_what_cannot_be_tried_is_passed_over(enter, wanted, platform):
    marja = enter(MARJA)
    asked = len(platform.adapter.calls)
    tried(marja, **{"try": wanted})
    assert len(platform.adapter.calls) == asked


def test_a_slow_platform_cannot_keep_everybody_waiting(app, enter):
    marja, few = enter(MARJA), app.extensions["lti_examinations"]
    while few.acquire(blocking=False):
        pass
    state, line = tried(marja, **{"try": "keys"}).line_with("Others are asking their platforms just now.")
    assert state == "note" and "Try again" in line
    few.release()
    assert tried(marja, **{"try": "keys"}).line_with("were fetched just now")[0] == "good"


def test_a_platform_that_is_no_longer_known_is_said_so(app, enter):
    marja = enter(MARJA)
    with app.app_context(), transaction():
        db.session.execute(sa.delete(LaunchReport))
        db.session.execute(sa.update(CourseContext).values(client_id="another"))
    assert look(marja).line_with("so its keys cannot be fetched")[0] == "note"
    assert tried(marja, **{"try": "keys"}).line_with("so its keys cannot be fetched")[0] == "note"


# --- our own keys and addresses ---

def test_keys_that_nobody_can_read_any_more_are_found(app, enter, client):
    marja = enter(MARJA)
    client.get("/lti/jwks")
    cookie = marja.client.get_cookie(COOKIE, domain="tool.example")
    assert cookie
    app.config["SECRET_KEY"] = "another" * 8
    state, line = look(marja).line_with("This tool's own keys cannot be read")
    assert state == "bad" and "lti-tool keys rotate --overlap-days 0" in line


def test_looking_makes_no_key(app, enter):
    """A GET writes nothing: the first one is made when the key set is asked for."""
    assert look(enter(MARJA)).line_with("This tool publishes its keys at https://tool.example/lti/jwks")[0] == "wait"


PROXIES = {  # (proxy_hops, headers): (state, words, change)
    "none": (0, {}, "good", "The server sees this request at its public address.", ""),
    "one that is not believed": (0, {"X-Forwarded-For": "203.0.113.7", "X-Forwarded-Proto": "https"}, "note", "the settings do not let it be believed", "LTI_TOOL_PROXY_HOPS=1"),
    "two that are not believed": (0, {"X-Forwarded-For": "203.0.113.7, 198.51.100.2"}, "note", "the settings do not let it be believed", "LTI_TOOL_PROXY_HOPS=2"),
    "one too few": (2, {"X-Forwarded-For": "203.0.113.7"}, "note", "2 proxies stand before this server, but fewer spoke", "LTI_TOOL_PROXY_HOPS=1"),
    "silent ones": (1, {}, "note", "1 proxy stands before this server, but fewer spoke", "LTI_TOOL_PROXY_HOPS=0"),
    "as the settings say": (1, {"X-Forwarded-For": "203.0.113.7"}, "good", "1 proxy stands before this server, and says what it should.", ""),
}


@pytest.mark.parametrize("name", PROXIES)
def test_proxies_before_the_server_are_compared_with_the_settings(name, app, enter):
    hops, headers, state, words, change = PROXIES[name]
    marja = enter(MARJA)
    app.config["PROXY_HOPS"] = hops
    page = Examined(marja.open(PAGE, headers))
    came, line = page.line_with(words)
    assert came == state and change in line
    assert "203.0.113" not in page.seen.html  # whose address it is


def test_a_server_that_is_asked_under_another_address_is_noticed(app, enter):
    marja = enter(MARJA)
    app.config["PUBLIC_URL"] = "https://workspace.example:443"
    assert look(marja).line_with("The server sees this request at https://tool.example, not at https://workspace.example.")[0] == "note"


def test_an_address_without_encryption_is_bad(app, enter):
    marja = enter(MARJA)
    app.config["PUBLIC_URL"] = "http://tool.example"
    assert look(marja).line_with("The public address is not encrypted.")[0] == "bad"


def test_who_may_frame_the_tool_is_said(app, platform, enter):
    with app.app_context(), transaction():
        find_platform(platform.issuer, platform.client_id).change(frame_origins=["https://school.canvas.example"])
    assert "https://moodle.example, https://school.canvas.example" in look(enter(MARJA)).line_with("may frame the tool")[1]


# --- the text for a request for help ---

def test_the_text_says_all_that_the_page_says_and_nothing_about_the_person(enter):
    marja = enter(MARJA, **NO_NAME | {"name": "Marja Kallioinen", "email": "marja@people.example"})
    page = look(marja)
    assert page.text.startswith("Connection check of https://tool.example, ") and "https://moodle.example · course 1" in page.text
    said = [words_of(span) for line in page.every_line() for span in line.findall("span")]
    assert len(said) > 20 and all(words in page.text for words in said)
    assert [word for word in ("Marja", "Kallioinen", "marja@", MARJA.sub, "sesskey") if word in page.text] == []
