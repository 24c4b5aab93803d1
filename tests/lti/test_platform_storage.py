"""Where a browser loses our cookies, the platform's own storage says that it is the one in which the login was begun. What withstands login CSRF."""
import re

import pytest

from lti_tool.db import transaction
from lti_tool.lti import find_platform
from lti_tool.lti.storage import proof_of
from tests.support.cast import AINO, MARJA
from tests.support.platform import TOOL, Form

pytestmark = pytest.mark.usefixtures("in_english")

OWN_PAGE, ELSEWHERE = {"Sec-Fetch-Site": "same-origin", "Origin": TOOL}, {"Sec-Fetch-Site": "cross-site", "Origin": "https://evil.example"}


class Launching:
    """A launch of a browser that keeps no cookies, step by step. `stored` is what the page has put into the platform's storage."""

    def __init__(self, platform, client, person=AINO, target="_parent", **claims):
        self.platform, self.client = platform, client
        self.form = platform.begin(client, person, lti_storage_target=target)
        self.lose_cookies()
        self.state = self.form.fields["state"]
        self.stored = self.form.attributes.get("data-storage-value")
        self.id_token = platform.sign(platform.claims(self.form.fields["nonce"], person, **claims))

    def lose_cookies(self):
        self.client._cookies.clear()

    def answer(self, client=None):
        """The platform's own page sends its answer."""
        return self.platform.answer(client or self.client, id_token=self.id_token, state=self.state)

    def prove(self, proof, client=None, headers=OWN_PAGE, **sent):
        """Our page sends it once more."""
        return (client or self.client).post("/lti/launch", base_url=TOOL, headers={"Accept-Language": "en", **headers},
                                            data={"state": self.state, "id_token": self.id_token, "proof": proof, **sent})


@pytest.fixture
def launching(platform, client):
    return Launching(platform, client)


def assert_refused(response, seen, outcome="LoginWasElsewhere"):
    assert 400 <= response.status_code < 500 and "__Host-visit" not in str(response.headers)
    assert seen.records()[-1].outcome == outcome
    assert seen.counts()["visits"] == seen.counts()["people"] == 0


def test_the_login_page_is_told_where_the_proof_is_kept_and_by_whom(launching):
    told = launching.form.attributes
    assert (told["data-storage-frame"], told["data-storage-origin"], told["data-storage-key"]) == ("_parent", "https://moodle.example", launching.state)
    assert re.fullmatch("[0-9a-f]{64}", told["data-storage-value"]) and launching.state not in told["data-storage-value"]


def test_only_the_origin_of_the_authorization_address_is_told(app, platform, client):
    with app.app_context(), transaction():
        find_platform(platform.issuer, platform.client_id).change(auth_login_url="https://sso.canvas.example:8443/api/authorize?x=1")
    page = platform.ask(client, AINO, lti_storage_target="post_message_forwarding").text
    assert 'data-storage-origin="https://sso.canvas.example:8443"' in page and 'data-storage-frame="post_message_forwarding"' in page


@pytest.mark.parametrize("target", ['"><script>alert(1)</script>', "a b", "", "x" * 81, "näin", "_parent\n", "a,b", "*"])
def test_a_frame_that_no_frame_is_called_is_passed_over(platform, client, seen, target):
    response = platform.ask(client, AINO, lti_storage_target=target)
    assert response.status_code == 200 and "data-storage" not in response.text and "alert(1)" not in response.text
    assert seen.attempts()[0].storage_target is None


def test_a_login_without_storage_knows_nothing_of_it(platform, client, seen):
    form, id_token = platform.token_for(client, AINO)
    assert not any(name.startswith("data-storage") for name in form.attributes)
    client._cookies.clear()
    assert_refused(platform.answer(client, id_token=id_token, state=form.fields["state"]), seen)
    assert seen.attempts() == []


def test_a_launch_without_its_cookie_asks_the_storage_and_is_not_spent_by_that(launching, seen):
    response = launching.answer()
    assert response.status_code == 200 and "Set-Cookie" not in response.headers
    form = Form(response.text)
    assert form.address == "/lti/launch" and form.attributes["id"] == "prove" and form.attributes["method"] == "post"
    assert form.fields == {"state": launching.state, "id_token": launching.id_token, "proof": ""}
    assert (form.attributes["data-storage-frame"], form.attributes["data-storage-origin"], form.attributes["data-storage-key"]) == (
        "_parent", "https://moodle.example", launching.state)
    assert launching.stored not in response.text
    assert "frame-ancestors https:" in response.headers["Content-Security-Policy"] and response.headers["Cache-Control"] == "no-store"
    assert len(seen.attempts()) == 1 and seen.records() == [] and seen.counts()["people"] == 0


def test_what_was_kept_there_lets_the_person_in(launching, seen):
    launching.answer()
    response = launching.prove(launching.stored)
    assert response.status_code == 200 and "__Host-visit" in response.headers["Set-Cookie"]
    assert [record.outcome for record in seen.records()] == ["launched"]
    assert seen.counts()["visits"] == 1 and seen.attempts() == []


def test_with_its_cookie_a_launch_goes_straight_on_and_asks_nobody(platform, client):
    form = platform.begin(client, AINO, lti_storage_target="_parent")
    response = platform.answer(client, id_token=platform.sign(platform.claims(form.fields["nonce"], AINO)), state=form.fields["state"])
    assert response.status_code == 303


def test_the_storage_is_asked_once_for_each_login(launching, seen):
    assert launching.answer().status_code == 200
    assert_refused(launching.answer(), seen)
    assert_refused(launching.prove(launching.stored), seen, "LaunchIsSpent")


def test_an_answer_that_did_not_come_in_time_ends_as_it_does_without_storage(launching, seen):
    launching.answer()
    response = launching.prove("")
    assert "window of its own" in response.text
    assert_refused(response, seen)
    assert seen.attempts() == []


# --- what must not succeed ---

@pytest.mark.parametrize("proof", ["0" * 64, "x", "ä" * 64, "\ud800", "'; --", "state"], ids=str.__repr__)
def test_a_made_up_proof_counts_for_nothing(launching, seen, proof):
    launching.answer()
    assert_refused(launching.prove(launching.state if proof == "state" else proof.encode("utf-8", "replace")), seen)
    assert seen.attempts() == []


def test_the_proof_of_another_login_counts_for_nothing(platform, client, launching, seen):
    other = Launching(platform, client)
    launching.answer()
    assert_refused(launching.prove(other.stored), seen)


def test_somebody_else_s_state_and_token_find_no_proof_in_this_browser(platform, client, other_client, seen):
    """Login CSRF: the victim's browser sends what the attacker's was given. Its storage has nothing under that state."""
    attackers = Launching(platform, other_client, MARJA)
    page = attackers.answer(client)
    assert Form(page.text).fields["proof"] == "" and attackers.stored not in page.text
    assert_refused(attackers.prove("", client), seen)


@pytest.mark.parametrize("headers", [ELSEWHERE, {"Sec-Fetch-Site": "cross-site", "Origin": TOOL}, {"Sec-Fetch-Site": "same-site", "Origin": TOOL},
                                     {"Sec-Fetch-Site": "none"}, {"Origin": "https://evil.example"}, {"Origin": "null"}, {}])
def test_a_proof_that_somebody_brings_along_from_another_page_counts_for_nothing(platform, client, other_client, seen, headers):
    """The attacker can read the proof in a browser of their own, and send all three by the victim's."""
    attackers = Launching(platform, other_client, MARJA)
    assert_refused(attackers.prove(attackers.stored, client, headers), seen)
    assert seen.attempts() == []


def test_an_old_browser_says_by_its_origin_that_the_page_is_ours(launching):
    launching.answer()
    assert launching.prove(launching.stored, headers={"Origin": TOOL}).status_code == 200


def test_nothing_is_taken_twice(launching, seen):
    launching.answer()
    assert launching.prove(launching.stored).status_code == 200
    launching.lose_cookies()
    assert launching.prove(launching.stored).status_code == 400
    assert launching.answer().status_code == 400
    assert [record.outcome for record in seen.records()] == ["launched", "LaunchIsSpent", "LaunchIsSpent"]
    assert seen.counts()["visits"] == 1


def test_a_proof_mends_nothing_else(platform, client, seen):
    """Everything about the message is still checked."""
    launching = Launching(platform, client, exp=1)
    launching.answer()
    assert_refused(launching.prove(launching.stored), seen, "TimesAreWrong")


def test_a_login_is_too_old_to_be_proved(launching, clock, seen):
    clock.forward(minutes=11)
    assert_refused(launching.answer(), seen, "LaunchIsSpent")


def test_a_platform_that_was_disabled_since_is_not_asked(app, platform, launching, seen):
    with app.app_context(), transaction():
        find_platform(platform.issuer, platform.client_id).disable()
    assert_refused(launching.answer(), seen)


def test_a_refusal_of_the_platform_is_told_and_nothing_is_asked(platform, launching, seen):
    assert_refused(platform.answer(launching.client, state=launching.state, error="login_required"), seen, "PlatformSaidNo")


def test_markup_in_place_of_a_token_stays_text(platform, launching):
    hostile = '"><script>alert(1)</script>'
    page = platform.answer(launching.client, id_token=hostile, state=launching.state)
    assert "alert(1)</script>" not in page.text and Form(page.text).fields["id_token"] == hostile


def test_a_proof_is_made_with_this_installation_s_key(app, launching):
    with app.app_context():
        assert launching.stored == proof_of(launching.state)
        app.config["SECRET_KEY"] = "another" * 8
        assert launching.stored != proof_of(launching.state)


# --- where it leads: the visit's cookie may be lost just so ---

def landed(launching):
    launching.answer()
    return launching.prove(launching.stored)


def test_the_page_at_the_end_says_nothing_of_401_but_looks_whether_the_visit_is_kept(launching):
    page = landed(launching).text
    go_on, check = re.search(r'id="continue"[^>]*href="([^"]+)"[^>]*data-check="([^"]+)"', page).groups()
    assert launching.client.get(check, base_url=TOOL).json == {"came_back": True}
    assert launching.client.get(go_on, base_url=TOOL).status_code == 200
    launching.lose_cookies()
    assert launching.client.get(check, base_url=TOOL).json == {"came_back": False}


def test_a_visit_of_somebody_else_in_this_browser_is_not_taken_for_the_own_one(platform, launching, other_client):
    check = re.search(r'data-check="([^"]+)"', landed(launching).text).group(1)
    platform.arrive(other_client, MARJA)
    assert other_client.get(check, base_url=TOOL).json == {"came_back": False}


def test_its_window_opens_the_same_page_as_the_same_person_also_after_some_minutes(launching, other_client, clock):
    page = landed(launching).text
    offer = Form(page[page.index('id="window-part"'):])
    assert offer.address == "/window" and offer.attributes["target"] == "_blank"
    clock.forward(minutes=9)
    opened = other_client.post("/window", base_url=TOOL, data=offer.fields, headers=OWN_PAGE)
    assert (opened.status_code, opened.location) == (303, re.search(r'id="continue"[^>]*href="([^"]+)"', page).group(1))
    assert other_client.get(opened.location, base_url=TOOL).status_code == 200
    assert other_client.post("/window", base_url=TOOL, data=offer.fields, headers=OWN_PAGE).status_code == 403


def test_its_pass_is_not_taken_from_another_site_and_not_for_ever(launching, other_client, clock):
    page = landed(launching).text
    offer = Form(page[page.index('id="window-part"'):])
    assert other_client.post("/window", base_url=TOOL, data=offer.fields, headers=ELSEWHERE).status_code == 403
    clock.forward(minutes=11)
    assert other_client.post("/window", base_url=TOOL, data=offer.fields, headers=OWN_PAGE).status_code == 403


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_its_words_are_in_the_language_of_the_launch(platform, client, language):
    assert f'<html lang="{language}">' in landed(Launching(platform, client, AINO._replace(locale=f"{language}-FI"))).text
