"""Launches that must succeed, by the names of the certification suite, each for a teacher and a student."""
import logging
import threading

import pytest

from lti_tool.access import Visit
from lti_tool.activities import Placement
from lti_tool.people import Course, CourseContext, Membership, Person
from tests.support.cast import AINO, EEVA, MARJA, ORJAN, OTTO, VOCABULARY
from tests.support.platform import MISSING, TOOL

LEARNER, INSTRUCTOR = f"{VOCABULARY}/membership#Learner", f"{VOCABULARY}/membership#Instructor"
NAMELESS = dict.fromkeys(["name", "given_name", "family_name"], MISSING)


def roles(*of_student, of_teacher):
    return {"participant": list(of_student), "facilitator": of_teacher}


CASES = {  # name: (claims, the roles that are sent; None: those that Moodle sends)
    "launch": ({}, None),
    "multiple_roles": ({}, roles(f"{VOCABULARY}/institution/person#Student", LEARNER, f"{VOCABULARY}/membership#Mentor",
                                 of_teacher=[f"{VOCABULARY}/institution/person#Faculty", f"{VOCABULARY}/membership#Mentor", INSTRUCTOR])),
    "short_role": ({}, roles("Learner", of_teacher=["Instructor"])),
    "email_only": (NAMELESS, None),
    "names_only": ({"email": MISSING}, None),
    "no_pii": ({**NAMELESS, "email": MISSING}, None),
    "email_no_context": ({**NAMELESS, "context": MISSING}, None),
    "only_resource_link": ({**NAMELESS, "email": MISSING, "context": MISSING, "launch_presentation": MISSING, "resource_link": {"id": "l1"}}, None),
    "nulls_count_as_missing": ({"email": None, "name": None, "context": None, "launch_presentation": None, "custom": None, "azp": None}, None),
    "aud_list": ({"aud": ["client-1"]}, None),
    "aud_list_with_others": ({"aud": ["another", "client-1"], "azp": "client-1"}, None),
    "more_than_we_know": ({"https://example.org/claim": [1], "custom": {"key": None, "KEY": "$Unknown.variable"}}, None),
}


@pytest.mark.parametrize("person", [AINO, MARJA], ids=["student", "teacher"])
@pytest.mark.parametrize("name", CASES)
def test_succeeds(name, person, platform, client, seen):
    claims, sent_roles = CASES[name]
    if sent_roles:
        claims = {**claims, "roles": sent_roles[person.role]}
    response = platform.launch(client, person, **claims)
    assert response.status_code == 303, response.text
    assert response.location.startswith("/placements/")
    assert seen.membership(person) == (person.role, False)
    assert seen.counts() == {"people": 1, "courses": 1, "memberships": 1, "visits": 1, "placements": 1}
    assert seen.attempts() == []
    record = seen.records()[-1]
    assert (record.outcome, record.issuer, record.client_id) == ("launched", platform.issuer, platform.client_id)
    assert client.get(response.location, base_url=TOOL).status_code == 200


@pytest.mark.parametrize("person", [AINO, MARJA], ids=["student", "teacher"])
@pytest.mark.parametrize("times", [{"iat": 50, "exp": 110}, {"iat": -90, "exp": -50}, {"iat": -650}, {"exp": 86300}, {"nbf": 50}], ids=str)
def test_clock_skew_ok(times, person, platform, client):
    platform.arrive(client, person, **{name: platform.now() + by for name, by in times.items()})


def test_times_may_have_fractions(platform, client):
    platform.arrive(client, AINO, iat=platform.now() + 0.5, exp=platform.now() + 60.5)


@pytest.mark.parametrize("sent", [["https://example.org/roles#Instructor"], [f"{VOCABULARY}/unknown/x#Instructor"], ["instructor"],
                                  ["Administrator"], ["urn:lti:role:ims/lis/Instructor"], []], ids=["unknown_role"] * 5 + ["no_role"])
def test_unknown_role_and_no_role_give_nothing(sent, platform, client, seen):
    platform.arrive(client, MARJA, roles=sent)
    assert seen.membership(MARJA) == ("participant", False)


def test_a_site_administrator_is_course_admin(platform, client, seen):
    platform.arrive(client, OTTO)
    assert seen.membership(OTTO) == ("facilitator", True)


def test_the_last_launch_decides_the_role(platform, client, seen):
    """As when a teacher in Moodle switches to a student's role and back."""
    for role, expected in (("facilitator", ("facilitator", False)), ("participant", ("participant", False)), ("admin", ("facilitator", True)),
                           ("facilitator", ("facilitator", False))):
        platform.arrive(client, MARJA, role=role)
        assert seen.membership(MARJA) == expected
    assert len(seen.all(Person)) == 1


@pytest.mark.parametrize("claims, expected", [
    ({}, "Aino Sarapuisto"),
    ({"name": MISSING}, "Aino Sarapuisto"),
    ({"name": "", "given_name": "Aino", "family_name": MISSING}, "Aino"),
    ({"name": "  Aino\n\tS.\x00 "}, "Aino S."),
    ({"name": "user-11@people.example"}, "Aino Sarapuisto"),
    (NAMELESS, None),
    ({**NAMELESS, "name": "user-11@people.example"}, None),
])
def test_a_name_is_never_an_address(claims, expected, platform, client, seen):
    platform.arrive(client, AINO, **claims)
    person, = seen.all(Person)
    assert person.platform_name == expected
    assert "@" not in repr(vars(person))


def test_a_link_without_a_course_is_a_course_of_its_own(platform, client, seen):
    platform.arrive(client, AINO, context=MISSING, link="l1")
    platform.arrive(client, AINO, context=MISSING, link="l2")
    platform.arrive(client, AINO, context=MISSING, link="l1")
    assert [context.context_id for context in seen.all(CourseContext)] == ["link:l1", "link:l2"]


def test_links_of_one_course_lead_to_places_of_their_own(platform, client, seen):
    assert platform.arrive(client, AINO, link="l1") != platform.arrive(client, AINO, link="l2")
    assert len(seen.all(Course)) == 1
    assert [placement.title for placement in seen.all(Placement)] == ["Linkki l1", "Linkki l2"]


def test_two_tabs_with_two_courses_work_at_once(platform, client, seen):
    """Both logins are under way before either is answered."""
    first, second = platform.begin(client, AINO), platform.begin(client, AINO, link="l9")
    there = platform.answer(client, state=second.fields["state"],
                            id_token=platform.sign(platform.claims(second.fields["nonce"], AINO, course="perehdytys", link="l9")))
    here = platform.answer(client, state=first.fields["state"], id_token=platform.sign(platform.claims(first.fields["nonce"], AINO)))
    assert (here.status_code, there.status_code) == (303, 303)
    for tab in (here, there):
        assert client.get(tab.location, base_url=TOOL).status_code == 200


def test_nobody_sees_another_course(platform, client, other_client):
    place = platform.arrive(client, AINO)
    platform.arrive(other_client, EEVA)
    assert other_client.get(place, base_url=TOOL).status_code == 404


def test_a_new_visit_begins_with_every_launch(platform, client, seen):
    first = platform.launch(client, AINO)
    second = platform.launch(client, AINO)
    cookies = [next(cookie for cookie in launch.headers.getlist("Set-Cookie") if "visit" in cookie) for launch in (first, second)]
    assert cookies[0] != cookies[1]
    for cookie in cookies:
        assert cookie.startswith("__Host-visit=")
        for word in ("Secure", "HttpOnly", "Path=/", "SameSite=None", "Partitioned"):
            assert word in cookie.split("; ")
    assert len(seen.all(Visit)) == 2


def test_the_state_cookie_is_deleted_at_the_launch(platform, client):
    platform.launch(client, AINO)
    assert not [cookie for cookie in client._cookies.values() if "state" in cookie.key]


def test_jwks_rotation(platform, client):
    """The platform signs with a key that it has begun to publish since we last looked."""
    from tests.support.platform import jwk_of, rsa_key

    platform.arrive(client, AINO)
    platform.key, platform.kid = rsa_key("next"), "key-2"
    platform.published.append(jwk_of(platform.key, platform.kid))
    platform.app.extensions["clock"].forward(seconds=31)
    platform.arrive(client, MARJA)


def test_nothing_personal_is_logged(platform, client, caplog):
    caplog.set_level(logging.DEBUG)
    place = platform.arrive(client, AINO)
    client.get(place, base_url=TOOL)
    assert caplog.records
    for word in ("Aino", "Sarapuisto", "user-11", "sesskey", "secret-of-the-person", "id_token", "state-", "eyJ"):
        assert word not in caplog.text


def test_people_who_open_a_new_course_at_the_same_moment_all_get_in(app, platform, seen):
    everybody = [AINO._replace(sub=f"user-{number}") for number in range(100, 112)]
    browsers = [app.test_client() for _person in everybody]
    forms = [platform.begin(browser, person) for browser, person in zip(browsers, everybody)]
    statuses = []

    def open_link(browser, form, person):
        token = platform.sign(platform.claims(form.fields["nonce"], person))
        statuses.append(platform.answer(browser, id_token=token, state=form.fields["state"]).status_code)

    threads = [threading.Thread(target=open_link, args=each) for each in zip(browsers, forms, everybody)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert statuses == [303] * len(everybody)
    assert len(seen.all(Course)) == 1
    assert sorted(membership.number for membership in seen.all(Membership)) == list(range(1, len(everybody) + 1))


def test_one_message_sent_twice_at_the_same_moment_is_taken_once(app, platform, client, seen):
    form, id_token = platform.token_for(client, ORJAN)
    cookie = client.get_cookie(f"__Host-lti-{form.fields['state']}", domain="tool.example")
    statuses = []

    def send():
        browser = app.test_client()
        browser.set_cookie(cookie.key, cookie.value, domain="tool.example", secure=True)
        statuses.append(platform.answer(browser, id_token=id_token, state=form.fields["state"]).status_code)

    threads = [threading.Thread(target=send) for _each in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(statuses) == [303] + [400] * 5
    assert len(seen.all(Visit)) == 1
