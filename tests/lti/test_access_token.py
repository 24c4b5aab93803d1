"""Tokens for a platform's services: asked for as LTI says, kept until they end, and every way in which a platform gives none."""
import json
import threading
import time

import pytest
import requests
from werkzeug.wrappers import Response

from lti_tool.lti import access_token
from lti_tool.lti.access_token import TokenSource
from lti_tool.lti.names_and_roles import SCOPES
from lti_tool.lti.service_problem import (AddressIsUnsafe, AnswerIsUnreadable, ListIsTooLarge, PlatformDoesNotAnswer, ServiceIsNotAllowed, ServiceIsNotThere,
                                          ToolIsNotRecognised)

pytestmark = pytest.mark.usefixtures("in_english")

ADDRESS = "https://moodle.example/token"
SOURCE = TokenSource("client-1", ADDRESS, ADDRESS)


@pytest.fixture
def ask(app, platform):
    """ask() is the token for the names and roles service, as a job asks for it."""
    def ask(source=SOURCE):
        with app.app_context():
            return access_token.access_tokens().token(source, SCOPES, time.monotonic() + 60)
    return ask


def asked(platform) -> int:
    return sum(call.address == ADDRESS for call in platform.adapter.calls)


def answering(said, status=200):
    return Response(said if isinstance(said, str) else json.dumps(said), status, content_type="text/html; charset=utf-8")


def test_a_token_is_asked_for_with_what_only_we_can_sign(ask, platform):
    """The platform of the tests checks the signature with our published key, and every claim that the specification asks for."""
    assert ask() == "token-1" == platform.services.given[-1]


def test_whom_it_is_asked_from_can_be_named_apart_from_the_address(ask, platform):
    platform.services.audience = "https://authorization.example"
    with pytest.raises(ToolIsNotRecognised):
        ask()
    assert ask(SOURCE._replace(audience="https://authorization.example")) == "token-1"


def test_a_token_is_kept_until_a_minute_before_its_end(ask, platform, clock):
    ask()
    clock.forward(minutes=58)
    assert ask() == "token-1"
    clock.forward(minutes=1, seconds=1)
    assert ask() == "token-2"


@pytest.mark.parametrize("lifetime", [None, 0, -5, "soon", [], True, "NaN"])
def test_a_token_of_unknown_length_is_used_once(ask, platform, lifetime):
    platform.services.lifetime = lifetime
    assert (ask(), ask()) == ("token-1", "token-2")


@pytest.mark.parametrize("lifetime", ["3600", 1e300])
def test_a_token_lasts_a_day_at_most_whatever_the_platform_says(ask, platform, clock, lifetime):
    platform.services.lifetime = lifetime
    assert (ask(), ask()) == ("token-1", "token-1")
    clock.forward(hours=24)
    assert ask() == "token-2"


def test_each_platform_has_tokens_of_its_own(ask, platform):
    ask()
    with pytest.raises(ToolIsNotRecognised):
        ask(SOURCE._replace(client_id="client-2"))
    assert asked(platform) == 2


def test_threads_that_need_a_token_at_once_ask_for_one(app, platform):
    begin, got = threading.Barrier(6), []

    def take():
        begin.wait()
        with app.app_context():
            got.append(access_token.access_tokens().token(SOURCE, SCOPES, time.monotonic() + 60))

    threads = [threading.Thread(target=take) for _each in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert got == ["token-1"] * 6
    assert asked(platform) == 1


def test_only_the_token_that_was_refused_is_dropped(app, ask):
    ask()
    with app.app_context():
        tokens = access_token.access_tokens()
        tokens.drop(SOURCE, SCOPES, "another")
        assert ask() == "token-1"
        tokens.drop(SOURCE, SCOPES, "token-1")
        tokens.drop(SOURCE, SCOPES, "token-1")
    assert ask() == "token-2"


BAD = {
    "the service is not allowed": (answering({"error": "invalid_scope"}, 400), ServiceIsNotAllowed),
    "nobody says why": (answering("<html>Bad request</html>", 400), ServiceIsNotAllowed),
    "another scope is given": (answering({"access_token": "t", "token_type": "Bearer", "scope": "https://purl.imsglobal.org/spec/lti-ags/scope/score"}),
                               ServiceIsNotAllowed),
    "the signature is not taken": (answering({"error": "invalid_client"}, 400), ToolIsNotRecognised),
    "401": (answering("no", 401), ToolIsNotRecognised),
    "the platform is out of order": (answering("<h1>Maintenance</h1>", 503), PlatformDoesNotAnswer),
    "the platform is overloaded": (answering("", 429), PlatformDoesNotAnswer),
    "there is nothing": (answering("", 404), AnswerIsUnreadable),
    "a page": (answering("<!DOCTYPE html><title>Log in</title>"), AnswerIsUnreadable),
    "a list": (answering(["access_token"]), AnswerIsUnreadable),
    "no token": (answering({"token_type": "Bearer"}), AnswerIsUnreadable),
    "a number": (answering({"access_token": 7}), AnswerIsUnreadable),
    "a header in it": (answering({"access_token": "t\r\nX-Admin: yes", "token_type": "Bearer"}), AnswerIsUnreadable),
    "a letter that no header takes": (answering({"access_token": "ä"}), AnswerIsUnreadable),
    "of another kind": (answering({"access_token": "t", "token_type": "mac"}), AnswerIsUnreadable),
    "endless brackets": (answering("[" * 50_000), AnswerIsUnreadable),
    "without an end": (answering(" " * 200_000), ListIsTooLarge),
    "elsewhere": (Response(status=302, headers={"Location": "https://evil.example/"}), ServiceIsNotThere),
}


@pytest.mark.parametrize("answer, problem", BAD.values(), ids=BAD)
def test_what_is_no_token_is_named_for_what_it_is_and_not_kept(ask, platform, answer, problem):
    platform.services.spoilt["/token"] = answer
    with pytest.raises(problem):
        ask()
    platform.services.spoilt.clear()
    assert ask() == "token-1"


@pytest.mark.parametrize("error", [requests.ConnectTimeout, requests.ReadTimeout, requests.ConnectionError])
def test_a_platform_that_is_away_may_be_asked_again(ask, platform, error):
    def away(_request):
        raise error
    platform.services.spoilt["/token"] = away
    with pytest.raises(PlatformDoesNotAnswer) as caught:
        ask()
    assert caught.value.may_pass


def test_an_address_without_encryption_is_never_asked(ask, platform):
    with pytest.raises(AddressIsUnsafe):
        ask(SOURCE._replace(address="http://moodle.example/token"))
    assert asked(platform) == 0


def test_nothing_of_an_answer_or_a_token_is_in_the_log(ask, platform, caplog):
    ask()
    platform.services.spoilt["/token"] = answering({"error": "Salaisuus"}, 400)
    with pytest.raises(ServiceIsNotAllowed) as caught:
        ask(SOURCE._replace(client_id="client-2"))
    assert "Salaisuus" not in str(caught.value) + caplog.text
    assert "token-1" not in caplog.text
