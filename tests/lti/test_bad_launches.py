"""Launches that must not succeed, by the names of the certification suite. Nothing may be left of them but a line in the launch record."""
import base64
import json
import logging
import re

import jwt
import pytest
import requests
from werkzeug.wrappers import Response

from tests.support.cast import AINO, MARJA
from tests.support.deep_linking import question
from tests.support.platform import MISSING, TOOL, jwk_of, rsa_key

AINO = AINO._replace(locale="en")
DAY = 86400
OTHERS = "https://elsewhere.example"


def part(value):
    return base64.urlsafe_b64encode(json.dumps(value).encode()).rstrip(b"=").decode()


def spoilt(**claims):
    """A launch whose message differs in these claims."""
    return lambda platform, client, other: platform.launch(client, AINO, **claims)


def headed(**header):
    return lambda platform, client, other: platform.launch(client, AINO, header=header)


def timed(**offsets):
    """Times given as seconds from now."""
    return lambda platform, client, other: platform.launch(client, AINO, **{name: platform.now() + by for name, by in offsets.items()})


def replay(platform, client, other):
    """The browser sends the same form again, with the cookie that it should have deleted."""
    form, id_token = platform.token_for(client, AINO)
    cookie = next(cookie for cookie in client._cookies.values() if cookie.key.endswith(form.fields["state"]))
    first = platform.answer(client, id_token=id_token, state=form.fields["state"])
    assert first.status_code == 303
    platform.forget_what_came_of_it()
    client.delete_cookie("__Host-visit", domain="tool.example")
    client.set_cookie(cookie.key, cookie.value, domain="tool.example", secure=True)
    return platform.answer(client, id_token=id_token, state=form.fields["state"])


def state_nonce_mismatch(platform, client, other):
    first, second = platform.begin(client, AINO), platform.begin(client, AINO)
    id_token = platform.sign(platform.claims(second.fields["nonce"], AINO))
    return platform.answer(client, id_token=id_token, state=first.fields["state"])


def other_browser(platform, client, other):
    form, id_token = platform.token_for(client, AINO)
    return platform.answer(other, id_token=id_token, state=form.fields["state"])


def login_csrf(platform, client, other):
    """Somebody has another person's browser, which has a login of its own under way, send their own launch."""
    form, id_token = platform.token_for(other, AINO)
    platform.begin(client, AINO)
    return platform.answer(client, id_token=id_token, state=form.fields["state"])


def alg_none(platform, client, other):
    form = platform.begin(client, AINO)
    claims = platform.claims(form.fields["nonce"], AINO)
    return platform.answer(client, id_token=f"{part({'alg': 'none', 'kid': platform.kid})}.{part(claims)}.", state=form.fields["state"])


def bad_signature(platform, client, other):
    return platform.launch(client, AINO, key=rsa_key("somebody else"))


def changed_on_its_way(platform, client, other):
    form, id_token = platform.token_for(client, AINO)
    head, _body, signature = id_token.split(".")
    body = part(platform.claims(form.fields["nonce"], AINO, role="admin"))
    return platform.answer(client, id_token=f"{head}.{body}.{signature}", state=form.fields["state"])


def small_key(platform, client, other):
    small = rsa_key("small", 1024)
    platform.published.append(jwk_of(small, "small"))
    with pytest.warns(jwt.InsecureKeyLengthWarning):
        return platform.launch(client, AINO, key=small, header={"kid": "small"})


def jwks_answers(answer):
    def launch(platform, client, other):
        platform.jwks_answer = answer
        return platform.launch(client, AINO)
    return launch


def jwks_endless(platform, client, other):
    """The right keys, and more than anybody wants to read."""
    platform.jwks_answer = Response(json.dumps({"keys": platform.published}) + " " * 300_000)
    return platform.launch(client, AINO)


def jwks_unreachable(platform, client, other):
    def send(*args, **options):
        raise requests.ConnectTimeout("took too long")
    platform.adapter.send = send
    return platform.launch(client, AINO)


def token_of(header, body):
    def launch(platform, client, other):
        form = platform.begin(client, AINO)
        return platform.answer(client, id_token=f"{part(header)}.{part(body)}.c2ln", state=form.fields["state"])
    return launch


def sent(**fields):
    return lambda platform, client, other: platform.launch(client, AINO, sent=fields)


CASES = {  # name: (how, the refusal's name, what the page says)
    "no_kid": (headed(kid=MISSING), "KeyIsNotNamed", "with which key it was signed"),
    "wrong_kid": (headed(kid="nobody's"), "UnknownKey", "a key that the platform does not publish"),
    "wrong_lti_version": (spoilt(version="1.1"), "WrongVersion", "LTI version 1.3"),
    "no_lti_version": (spoilt(version=MISSING), "WrongVersion", "LTI version 1.3"),
    "invalid_lti_message": (spoilt(message_type="SomethingElse"), "UnsupportedMessage", "something that this tool does not do"),
    "submission_review": (spoilt(message_type="LtiSubmissionReviewRequest"), "UnsupportedMessage", "something that this tool does not do"),
    "message_type_missing": (spoilt(message_type=MISSING), "UnsupportedMessage", "something that this tool does not do"),
    "missing_lti_claims": (spoilt(**dict.fromkeys(["deployment_id", "message_type", "version", "roles", "resource_link", "context",
                                                   "target_link_uri"], MISSING)), "DeploymentIsNotNamed", "by which deployment"),
    "timestamps_incorrect": (timed(iat=-2 * DAY, exp=-DAY), "TimesAreWrong", "too old"),
    "timestamps_incorrect: exp past": (timed(iat=-300, exp=-61), "TimesAreWrong", "too old"),
    "timestamps_incorrect: iat a day old": (timed(iat=-DAY, exp=60), "TimesAreWrong", "too old"),
    "timestamps_incorrect: iat older than ten minutes": (timed(iat=-662, exp=60), "TimesAreWrong", "too old"),
    "timestamps_incorrect: iat in the future": (timed(iat=65, exp=120), "TimesAreWrong", "its times cannot be right"),
    "timestamps_incorrect: exp in ten years": (timed(exp=3650 * DAY), "TimesAreWrong", "its times cannot be right"),
    "timestamps_incorrect: exp before iat": (timed(iat=30, exp=-30), "TimesAreWrong", "its times cannot be right"),
    "timestamps_incorrect: nbf in the future": (timed(nbf=65), "TimesAreWrong", "its times cannot be right"),
    "timestamps_incorrect: no numbers": (spoilt(iat="yesterday"), "TimesAreWrong", "its times cannot be right"),
    "timestamps_incorrect: endless": (spoilt(exp=float("inf")), "TimesAreWrong", "its times cannot be right"),
    "timestamps_incorrect: not a number": (spoilt(iat=float("nan")), "TimesAreWrong", "its times cannot be right"),
    "exp_missing": (spoilt(exp=MISSING), "TimesAreWrong", "its times cannot be right"),
    "iat_missing": (spoilt(iat=MISSING), "TimesAreWrong", "its times cannot be right"),
    "roles_missing": (spoilt(roles=MISSING), "ClaimIsMissing", "“roles”"),
    "deployment_id_missing": (spoilt(deployment_id=MISSING), "DeploymentIsNotNamed", "by which deployment"),
    "resource_link_id_missing": (spoilt(resource_link={"title": "Linkki"}), "ClaimIsMissing", "“resource_link.id”"),
    "resource_link_missing": (spoilt(resource_link=MISSING), "ClaimIsMissing", "“resource_link.id”"),
    "sub_missing": (spoilt(sub=MISSING), "ClaimIsMissing", "“sub”"),
    "replay": (replay, "LaunchIsSpent", "already been used"),
    "state_nonce_mismatch": (state_nonce_mismatch, "OtherLogin", "does not belong to this login"),
    "nonce_missing": (spoilt(nonce=MISSING), "OtherLogin", "does not belong to this login"),
    "other_browser": (other_browser, "LoginWasElsewhere", "window of its own"),
    "login_csrf": (login_csrf, "LoginWasElsewhere", "window of its own"),
    "azp_foreign": (spoilt(aud=["client-1", "another"], azp="another"), "OtherSender", "not meant for this tool"),
    "azp_foreign: one audience": (spoilt(azp="another"), "OtherSender", "not meant for this tool"),
    "azp_missing: several audiences": (spoilt(aud=["client-1", "another"]), "OtherSender", "not meant for this tool"),
    "aud_foreign": (spoilt(aud="another"), "OtherSender", "not meant for this tool"),
    "aud_missing": (spoilt(aud=MISSING), "OtherSender", "not meant for this tool"),
    "aud_is_an_object": (spoilt(aud={"client-1": 1}), "OtherSender", "not meant for this tool"),
    "iss_foreign": (spoilt(iss=OTHERS), "OtherSender", "not from the platform"),
    "iss_missing": (spoilt(iss=MISSING), "OtherSender", "not from the platform"),
    "alg_none": (alg_none, "WrongAlgorithm", "not signed in a way"),
    "alg_hs256": (lambda platform, client, other: platform.launch(client, AINO, key="a secret that anybody may know, 32 letters",
                                                                  algorithm="HS256"), "WrongAlgorithm", "not signed in a way"),
    "alg_rs512": (lambda platform, client, other: platform.launch(client, AINO, algorithm="RS512"), "WrongAlgorithm", "not signed in a way"),
    "bad_signature": (bad_signature, "WrongSignature", "signature is wrong"),
    "bad_signature: changed on its way": (changed_on_its_way, "WrongSignature", "signature is wrong"),
    "unknown_deployment": (spoilt(deployment_id="999"), "UnknownDeployment", "“999”"),
    "foreign_target_link_uri": (spoilt(target_link_uri=f"{OTHERS}/lti/launch"), "OtherTarget", "another address"),
    "foreign_target_link_uri: looks like ours": (spoilt(target_link_uri=f"{TOOL}.elsewhere.example/"), "OtherTarget", "another address"),
    "foreign_target_link_uri: user part": (spoilt(target_link_uri="https://tool.example@elsewhere.example/"), "OtherTarget", "another address"),
    "target_link_uri_missing": (spoilt(target_link_uri=MISSING), "ClaimIsMissing", "“target_link_uri”"),
    "wrong_types: roles a text": (spoilt(roles="Instructor"), "ClaimIsWrong", "“roles”"),
    "wrong_types: roles hold null": (spoilt(roles=[None]), "ClaimIsWrong", "“roles”"),
    "wrong_types: resource_link a text": (spoilt(resource_link="l1"), "ClaimIsWrong", "resource_link"),
    "wrong_types: resource_link.id a number": (spoilt(resource_link={"id": 7}), "ClaimIsWrong", "“resource_link.id”"),
    "wrong_types: context a list": (spoilt(context=["kkv"]), "ClaimIsWrong", "context"),
    "wrong_types: context without id": (spoilt(context={"title": "x"}), "ClaimIsMissing", "“context.id”"),
    "wrong_types: custom a text": (spoilt(custom="a=b"), "ClaimIsWrong", "custom"),
    "wrong_types: launch_presentation a list": (spoilt(launch_presentation=["fi"]), "ClaimIsWrong", "launch_presentation"),
    "wrong_types: sub a number": (lambda platform, client, other: platform.launch(client, AINO, sub=11), "ClaimIsWrong", "“sub”"),
    "wrong_types: sub too long": (spoilt(sub="u" * 256), "ClaimIsWrong", "“sub”"),
    "wrong_types: sub holds a zero": (spoilt(sub="u\x00"), "ClaimIsWrong", "“sub”"),
    "wrong_types: sub holds half a character": (spoilt(sub="u\ud800"), "ClaimIsWrong", "“sub”"),
    "wrong_types: nonce a list": (spoilt(nonce=["n"]), "OtherLogin", "does not belong to this login"),
    "wrong_types: name an object": (spoilt(name={"first": "Aino"}), "ClaimIsWrong", "“name”"),
    "wrong_types: deployment_id a number": (spoilt(deployment_id=1), "ClaimIsWrong", "“deployment_id”"),
    "wrong_types: target_link_uri a list": (spoilt(target_link_uri=[TOOL]), "OtherTarget", "another address"),
    "wrong_types: version a number": (spoilt(version=1.3), "WrongVersion", "LTI version 1.3"),
    "wrong_types: message_type a list": (spoilt(message_type=["LtiResourceLinkRequest"]), "UnsupportedMessage", "does not do"),
    "wrong_types: body a list": (token_of({"alg": "RS256", "kid": "key-1"}, ["iss"]), "MessageIsMalformed", "cannot be read"),
    "wrong_types: header a text": (token_of("RS256", {"iss": "x"}), "MessageIsMalformed", "cannot be read"),
    "wrong_types: no token": (sent(id_token="not.a.token"), "MessageIsMalformed", "cannot be read"),
    "wrong_types: two parts": (sent(id_token="two.parts"), "MessageIsMalformed", "cannot be read"),
    "no_id_token": (sent(id_token=MISSING), "NothingArrived", "sent no message"),
    "state_unknown": (sent(state="state-of-nobody"), "LaunchIsSpent", "already been used"),
    "state_missing": (sent(state=MISSING), "LaunchIsSpent", "already been used"),
    "platform_error_response": (sent(id_token=MISSING, error="login_required"), "PlatformSaidNo", "not signed in there"),
    "platform_error_response: other": (sent(id_token=MISSING, error="<b>server_error</b>"), "PlatformSaidNo", "“bserver_errorb”"),
    "jwks_down": (jwks_answers(Response("out of order", 503)), "KeysNotReachable", "could not be fetched"),
    "jwks_down: unreachable": (jwks_unreachable, "KeysNotReachable", "could not be fetched"),
    "jwks_down: not JSON": (jwks_answers(Response("<html>")), "KeysNotReachable", "could not be fetched"),
    "jwks_down: no keys": (jwks_answers(Response('{"error": "none"}')), "KeysNotReachable", "could not be fetched"),
    "jwks_down: keys are no objects": (jwks_answers(Response('{"keys": ["RS256", 7]}')), "KeysNotReachable", "could not be fetched"),
    "jwks_down: a key without its numbers": (jwks_answers(Response('{"keys": [{"kty": "RSA", "kid": "key-1"}]}')), "KeysNotReachable",
                                             "could not be fetched"),
    "jwks_down: endless": (jwks_endless, "KeysNotReachable", "could not be fetched"),
    "jwks_down: leads elsewhere": (jwks_answers(Response("", 302, {"Location": "http://127.0.0.1/"})), "KeysNotReachable", "could not be fetched"),
    "small_key": (small_key, "KeyIsTooSmall", "too small to be safe"),
}


@pytest.fixture
def platform(platform, seen):
    """Cases that launch first count from there."""
    platform.before = seen.counts()
    platform.forget_what_came_of_it = lambda: setattr(platform, "before", seen.counts())
    return platform


@pytest.mark.parametrize("name", CASES)
def test_is_refused_with_a_page_that_says_why(name, platform, client, other_client, seen, caplog):
    launch, refusal, sentence = CASES[name]
    caplog.set_level(logging.INFO)
    response = launch(platform, client, other_client)
    page = response.text.replace("&#39;", "'")

    assert 400 <= response.status_code < 500
    assert sentence in page
    assert not any("visit" in cookie for cookie in response.headers.getlist("Set-Cookie"))
    assert seen.counts() == platform.before, "nobody arrived"

    record = seen.records()[-1]
    assert record.outcome == refusal
    assert re.search(rf"launch refused {refusal}: .* reference {record.reference}", caplog.text)
    assert record.reference in page
    assert not any(word in caplog.text + record.detail for word in ("Aino", "Sarapuisto", "people.example", "secret-of-the-person"))


@pytest.mark.parametrize("name", ["bad_signature", "timestamps_incorrect", "state_nonce_mismatch", "other_browser", "jwks_down",
                                  "unknown_deployment", "roles_missing", "platform_error_response", "wrong_types: no token"])
def test_spends_the_state(name, platform, client, other_client, seen):
    """What was refused once cannot be tried again with something else."""
    begun = []
    platform.begin = lambda *args, begin=platform.begin, **words: begun.append(begin(*args, **words)) or begun[-1]
    CASES[name][0](platform, client, other_client)
    platform.jwks_answer = None
    form = begun[0]
    again = platform.answer(client, id_token=platform.sign(platform.claims(form.fields["nonce"], AINO)), state=form.fields["state"])
    assert again.status_code == 400 and "already been used" in again.text
    assert seen.counts() == platform.before


def test_a_state_is_good_for_ten_minutes(platform, client, clock, seen):
    form = platform.begin(client, AINO)
    clock.forward(minutes=11)
    response = platform.answer(client, id_token=platform.sign(platform.claims(form.fields["nonce"], AINO)), state=form.fields["state"])
    assert response.status_code == 400 and "already been used" in response.text


def test_a_lost_cookie_leads_back_to_the_course_and_into_a_new_window(platform, client, other_client):
    response = other_browser(platform, client, other_client)
    assert 'href="https://moodle.example/" target="_top"' in response.text
    assert "Open in new tab" in response.text


def test_a_question_for_links_is_checked_as_every_launch_is(platform, client, seen):
    asked = {**question(), "person": MARJA}
    for wrong, outcome in ((dict(exp=MISSING), "TimesAreWrong"), (dict(deployment_id="999"), "UnknownDeployment"), (dict(context=MISSING), "ClaimIsMissing"),
                           (dict(target_link_uri="https://evil.example/"), "OtherTarget"), (dict(key=rsa_key("somebody")), "WrongSignature")):
        assert 400 <= platform.launch(client, **{**asked, **wrong}).status_code < 500
        assert seen.records()[-1].outcome == outcome
    assert seen.counts() == platform.before


def test_the_page_shows_what_was_fine_what_was_not_and_what_waits(platform, client):
    page = platform.launch(client, AINO, deployment_id="999").text
    assert page.count("Fine: </span>") == 5 and page.count("Not fine: </span>") == 1 and page.count("Waits: </span>") == 1
    line = re.search(r'id="support-line" readonly value="([^"]+)"', page)[1]
    assert re.fullmatch(r"LTI-UNKNOWN-DEPLOYMENT · moodle\.example · \d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC · \w{6}", line)


def test_the_page_may_be_framed_by_any_platform_and_acts_for_no_session(platform, client):
    policy = platform.launch(client, AINO, exp=MISSING).headers["Content-Security-Policy"]
    assert "frame-ancestors https:" in policy and "script-src 'self';" in policy


def test_the_page_speaks_the_language_of_a_verified_launch_else_of_the_browser(platform, client):
    platform.browser_language = "sv"
    assert '<html lang="fi">' in platform.launch(client, AINO._replace(locale="fi-FI"), deployment_id="999").text
    assert '<html lang="sv">' in platform.launch(client, AINO._replace(locale="fi-FI"), key=rsa_key("somebody else")).text
    assert '<html lang="sv">' in platform.launch(client, AINO, launch_presentation={"locale": 7}, deployment_id="999").text


def test_a_platform_that_was_disabled_meanwhile_is_refused(app, platform, client, seen):
    from lti_tool.db import transaction
    from lti_tool.lti import find_platform

    form, id_token = platform.token_for(client, AINO)
    with app.app_context(), transaction():
        find_platform(platform.issuer, platform.client_id).disable()
    response = platform.answer(client, id_token=id_token, state=form.fields["state"])
    assert response.status_code == 403 and "switched off" in response.text


def test_a_launch_address_that_is_only_visited_says_how_it_is_meant(client, platform):
    assert client.get("/lti/launch", base_url=TOOL).status_code == 405


def test_a_message_of_one_platform_is_not_taken_for_another(app, platform, client, seen):
    """Two platforms sign with keys of their own; a login at one is not answered by the other."""
    from tests.support.platform import LearningPlatform

    other = LearningPlatform(issuer="https://canvas.example", client_id="client-2")
    other.key = rsa_key("other platform")
    other.published = [jwk_of(other.key, other.kid)]
    other.register(app)
    form = platform.begin(client, AINO)
    id_token = other.sign(other.claims(form.fields["nonce"], AINO))
    assert platform.answer(client, id_token=id_token, state=form.fields["state"]).status_code == 403
    assert seen.records()[-1].outcome == "OtherSender"
