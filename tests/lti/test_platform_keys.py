"""Platforms' keys: fetched once, looked for anew when one is unknown, never in a hurry, never from an error."""

import io

import pytest
import requests
from werkzeug.wrappers import Response

from lti_tool.lti.outgoing import TIMEOUTS, Outgoing
from lti_tool.lti.platform_keys import read_key_set
from tests.support.cast import AINO
from tests.support.platform import jwk_of, rsa_key


def fetches(platform):
    return len(platform.adapter.calls)


def nothing():
    answer = requests.Response()
    answer.status_code, answer.raw = 200, io.BytesIO()
    return answer


def launch_with_unknown_key(platform, client):
    return platform.launch(client, AINO, key=rsa_key("next"), header={"kid": "key-2"})


def test_keys_are_fetched_once_in_an_hour(platform, client, clock):
    for _each in range(3):
        platform.arrive(client, AINO)
    assert fetches(platform) == 1
    clock.forward(minutes=61)
    platform.arrive(client, AINO)
    assert fetches(platform) == 2


def test_an_unknown_key_is_looked_for_at_most_once_in_half_a_minute(platform, client, clock):
    platform.arrive(client, AINO)
    for _each in range(3):
        assert launch_with_unknown_key(platform, client).status_code == 403
    assert fetches(platform) == 1
    clock.forward(seconds=31)
    for _each in range(3):
        assert launch_with_unknown_key(platform, client).status_code == 403
    assert fetches(platform) == 2
    clock.forward(seconds=31)
    platform.published.append(jwk_of(rsa_key("next"), "key-2"))
    assert launch_with_unknown_key(platform, client).status_code == 303
    assert fetches(platform) == 3


def test_an_error_is_never_remembered(platform, client):
    platform.jwks_answer = Response("out of order", 503)
    assert platform.launch(client, AINO).status_code == 424
    platform.jwks_answer = None
    platform.arrive(client, AINO)


def test_a_failed_look_for_an_unknown_key_keeps_the_known_ones(platform, client, clock):
    platform.arrive(client, AINO)
    clock.forward(seconds=31)
    platform.jwks_answer = Response("out of order", 503)
    assert launch_with_unknown_key(platform, client).status_code == 424
    platform.arrive(client, AINO)


def test_every_request_has_time_outs_and_follows_nobody(platform, client):
    platform.arrive(client, AINO)
    assert [call.timeout for call in platform.adapter.calls] == [TIMEOUTS]
    session, given = Outgoing(), []
    session.send = lambda request, **options: given.append(options) or nothing()
    for method in ("GET", "POST", "PUT"):
        session.request(method, "https://moodle.example/x", allow_redirects=True)
    assert {(options["timeout"], options["allow_redirects"]) for options in given} == {(TIMEOUTS, False)}


def test_only_rsa_keys_for_signing_are_taken(app):
    jwk = jwk_of(rsa_key(), "right")
    others = [{**jwk, "kid": "encrypts", "use": "enc"}, {**jwk, "kid": "other", "alg": "RS512"}, {**jwk, "kid": None},
              {"kty": "oct", "kid": "symmetric", "k": "c2VjcmV0", "alg": "HS256"}, {"kty": "EC", "kid": "curve", "crv": "P-256"}]
    plain = {name: jwk[name] for name in ("kty", "n", "e")} | {"kid": "plain"}
    with app.app_context():
        found = read_key_set({"keys": [jwk, plain, *others]})
    assert set(found.keys) == {"right", "plain"} and not found.too_small


@pytest.mark.parametrize("bits, taken", [(1024, False), (2048, True), (3072, True)])
def test_keys_have_at_least_2048_bits(bits, taken, app):
    with app.app_context():
        found = read_key_set({"keys": [jwk_of(rsa_key("of a size", bits), "k")]})
    assert ("k" in found.keys, "k" in found.too_small) == (taken, not taken)


def test_no_transaction_is_open_while_the_platform_is_asked(platform, client):
    """The adapter asserts it for every request; here it is seen to look."""
    from lti_tool.db import transaction

    platform.arrive(client, AINO)
    with platform.app.app_context(), transaction() as session:
        session.connection()
        with pytest.raises(AssertionError, match="inside a transaction"):
            platform.app.extensions["lti_requests"].get(f"{platform.issuer}/jwks")
