"""Whoever has not launched gets nothing, and nothing is written because of another site: asked of every address with every method."""
import pytest

from tests.support.platform import TOOL
from tests.support.scene import FORM, Scene, address

METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE")
PUBLIC = {
    "certificates.verify",
    "lti.cookie",  # says only whether this browser kept the login's cookie
    "lti.jwks",
    "lti.launch",
    "lti.login",
    "me.erased",
    "notices.accessibility",
    "notices.feedback",  # what strangers write has an end: tests/notices/test_feedback.py
    "notices.privacy",
    "pages.healthz",
    "registration.ask",  # before anybody is known: the invitation and the platform itself decide
    "registration.register",
    "retention.ended",  # says only that it was done
    "static",
    "tickets.open_window",  # refuses everything but a ticket
}
FROM_ELSEWHERE = {"lti.launch", "lti.login"}  # the platform's page posts to these


@pytest.fixture
def scene(app, enter):
    return Scene(app, enter)


def marked(app, mark):
    return {name for name, view in app.view_functions.items() if getattr(view, mark, False)}


def test_only_these_views_answer_strangers(app):
    assert marked(app, "is_public") | {"static"} == PUBLIC


def test_only_the_handshake_takes_writes_from_other_sites(app):
    assert marked(app, "is_from_elsewhere") == FROM_ELSEWHERE


def test_a_stranger_is_refused_everywhere(scene, app):
    assert walk(scene, app, app.test_client(), METHODS) == []


@pytest.mark.parametrize("cookie", ["x" * 43, "\x7f\"; \\ 🍪", ""], ids=["made up", "no letters", "empty"])
def test_a_cookie_of_somebody_s_own_making_opens_nothing(scene, app, cookie):
    stranger = app.test_client()
    stranger.set_cookie("__Host-visit", cookie, domain="tool.example", secure=True)
    assert walk(scene, app, stranger, ("GET", "POST"), only_known=True) == []


def walk(scene, app, stranger, methods, only_known=False):
    """Asks every address; (method, rule, status) of what was not refused. `only_known` leaves out methods that an address does not take."""
    things, before, let_in = scene.things(), scene.count(), []
    for rule in app.url_map.iter_rules():
        for method in methods:
            if method not in rule.methods and only_known or rule.endpoint in PUBLIC and method in rule.methods:
                continue
            answer = stranger.open(address(rule, things), method=method, data=FORM if method not in ("GET", "HEAD") else None, base_url=TOOL,
                                   headers={"Sec-Fetch-Site": "same-origin"})
            if not 400 <= answer.status_code < 500:
                let_in.append((method, str(rule), answer.status_code))
    assert scene.count() == before
    return let_in


def test_asking_which_methods_there_are_tells_nothing_else(scene, app):
    things, stranger = scene.things(), app.test_client()
    for rule in app.url_map.iter_rules():
        answer = stranger.open(address(rule, things), method="OPTIONS", base_url=TOOL)
        assert (answer.status_code, answer.data) == (200, b""), rule


FOREIGN = {
    "says nothing": {},
    "another site": {"Sec-Fetch-Site": "cross-site", "Origin": "https://moodle.example"},
    "another site that claims our origin": {"Sec-Fetch-Site": "cross-site", "Origin": TOOL},
    "a neighbour of the same site": {"Sec-Fetch-Site": "same-site", "Origin": "https://other.tool.example"},
    "typed by hand": {"Sec-Fetch-Site": "none"},
    "an old browser on another site": {"Origin": "https://moodle.example"},
    "an old browser in a sandbox": {"Origin": "null"},
    "an old browser, nearly our name": {"Origin": TOOL + ".evil.example"},
    "an old browser, without encryption": {"Origin": TOOL.replace("https", "http")},
    "only a referrer": {"Referer": TOOL + "/boards/1"},
}


def test_no_write_is_taken_from_another_site(scene, app):
    things, before, marja = scene.things(), scene.count(), scene.visitors["facilitator"]
    taken = []
    for rule in app.url_map.iter_rules():
        if rule.endpoint in FROM_ELSEWHERE:
            continue
        for method in rule.methods - {"GET", "HEAD", "OPTIONS"}:
            for what, headers in FOREIGN.items():
                seen = marja.ask(method, address(rule, things), headers, data=FORM)
                if seen.status != 403:
                    taken.append((what, str(rule), seen.status))
    assert not taken
    assert scene.count() == before


def test_an_old_browser_that_sends_our_origin_may_write(scene):
    things, marja = scene.things(), scene.visitors["facilitator"]
    assert marja.ask("POST", f"/columns/{things['column_id']}/notes", {"Origin": TOOL}, data=FORM).status == 303


@pytest.mark.every_case
@pytest.mark.parametrize("number", [0, 2**31, 2**63, 10**30], ids=["nought", "2^31", "2^63", "10^30"])
def test_a_number_that_nothing_can_have_is_not_found(scene, app, number):
    marja, things = scene.visitors["facilitator"], dict.fromkeys(scene.things(), number)
    wrong = []
    for rule in app.url_map.iter_rules():
        if "<int:" in str(rule):
            for method in rule.methods - {"HEAD", "OPTIONS"}:
                if (status := marja.ask(method, address(rule, things), data=FORM if method == "POST" else None).status) not in (404, 405):
                    wrong.append((method, str(rule), status))
    assert not wrong


def test_an_address_of_five_thousand_digits_is_not_found(scene):
    assert scene.visitors["participant"].open("/boards/" + "9" * 5000).status == 404
