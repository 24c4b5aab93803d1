"""What a platform says of itself is believed of no kind and of no other host: each fault has its own page, and nothing is kept."""
import json

import pytest
import requests
from werkzeug.wrappers import Response

from lti_tool.lti import Deployment, Platform
from lti_tool.lti.invitation import Invitation
from tests.support.platform import MISSING
from tests.support.registering import ISSUER, LTI_PLATFORM, LTI_TOOL, code_of

pytestmark = pytest.mark.usefixtures("in_english")

WRONG = "LTI-CONFIGURATION-IS-WRONG"
DEEP = "[" * 100_000


def nothing_came_of_it(admin, seen, told):
    assert seen.all(Platform) == [] and seen.all(Deployment) == [] and len(admin.platform.told) == told
    assert seen.all(Invitation)[0].spent_at is None


@pytest.mark.parametrize("change, code_of_page, word", [
    ({"issuer": "https://evil.test"}, "LTI-OTHER-ISSUER", "speaks for a platform at evil.test"),
    ({"issuer": "https://moodle.test"}, "LTI-OTHER-ISSUER", "speaks for a platform at moodle.test."),
    ({"issuer": "https://moodle.test:8443.evil.test"}, WRONG, "“issuer”"),
    ({"issuer": "https://moodle.test:8443@evil.test"}, WRONG, "“issuer”"),
    ({"issuer": "https://evil.test/https://moodle.test:8443"}, "LTI-OTHER-ISSUER", "evil.test"),
    ({"issuer": "http://moodle.test:8443"}, WRONG, "“issuer”"),
    ({"issuer": f"{ISSUER}?a=b"}, WRONG, "“issuer”"),
    ({"issuer": f"{ISSUER}#a"}, WRONG, "“issuer”"),
    ({"issuer": f"{ISSUER}/{'x' * 300}"}, WRONG, "“issuer”"),
    ({"issuer": "moodle"}, WRONG, "“issuer”"),
    ({"issuer": MISSING}, WRONG, "“issuer”"),
    ({"issuer": [ISSUER]}, WRONG, "“issuer”"),
    ({"issuer": {"https": ISSUER}}, WRONG, "“issuer”"),
    ({"registration_endpoint": "https://evil.test/register"}, WRONG, "“registration_endpoint”"),
    ({"registration_endpoint": "https://moodle.test/register"}, WRONG, "“registration_endpoint”"),
    ({"registration_endpoint": "https://127.0.0.1/"}, WRONG, "“registration_endpoint”"),
    ({"registration_endpoint": "https://moodle.test:8443\\@127.0.0.1/"}, WRONG, "“registration_endpoint”"),
    ({"registration_endpoint": MISSING}, WRONG, "“registration_endpoint”"),
    ({"jwks_uri": "http://moodle.test:8443/jwks"}, WRONG, "“jwks_uri”"),
    ({"jwks_uri": "file:///etc/passwd"}, WRONG, "“jwks_uri”"),
    ({"jwks_uri": None}, WRONG, "“jwks_uri”"),
    ({"token_endpoint": 7}, WRONG, "“token_endpoint”"),
    ({"token_endpoint": MISSING}, WRONG, "“token_endpoint”"),
    ({"authorization_endpoint": "javascript:alert(1)"}, WRONG, "“authorization_endpoint”"),
    ({"authorization_endpoint": "https://a.test;script-src * 'unsafe-inline'/"}, WRONG, "“authorization_endpoint”"),
    ({"authorization_endpoint": "https://a.test\r\nX-Own: 1"}, WRONG, "“authorization_endpoint”"),
    ({"authorization_endpoint": "https://*"}, WRONG, "“authorization_endpoint”"),
    ({"authorization_server": 7}, WRONG, "“authorization_server”"),
    ({"authorization_server": "x" * 300}, WRONG, "“authorization_server”"),
    ({"id_token_signing_alg_values_supported": ["HS256", "none"]}, "LTI-PLATFORM-LACKS", "“RS256”"),
    ({"id_token_signing_alg_values_supported": "RS256"}, WRONG, "“id_token_signing_alg_values_supported”"),
    ({"id_token_signing_alg_values_supported": MISSING}, WRONG, "“id_token_signing_alg_values_supported”"),
    ({"token_endpoint_auth_signing_alg_values_supported": ["ES256"]}, "LTI-PLATFORM-LACKS", "“RS256”"),
    ({"token_endpoint_auth_methods_supported": ["client_secret_basic"]}, "LTI-PLATFORM-LACKS", "“private_key_jwt”"),
    ({"response_types_supported": ["code"]}, "LTI-PLATFORM-LACKS", "“id_token”"),
    ({"scopes_supported": "openid"}, WRONG, "“scopes_supported”"),
    ({"scopes_supported": [{"a": 1}]}, WRONG, "“scopes_supported”"),
    ({LTI_PLATFORM: MISSING}, WRONG, "“lti-platform-configuration”"),
    ({LTI_PLATFORM: ["moodle"]}, WRONG, "“lti-platform-configuration”"),
    ({LTI_PLATFORM: {"messages_supported": [{"type": "LtiDeepLinkingRequest"}]}}, "LTI-PLATFORM-LACKS", "“LtiResourceLinkRequest”"),
    ({LTI_PLATFORM: {"messages_supported": []}}, "LTI-PLATFORM-LACKS", "“LtiResourceLinkRequest”"),
    ({LTI_PLATFORM: {}}, WRONG, "“messages_supported”"),
    ({LTI_PLATFORM: {"messages_supported": ["LtiResourceLinkRequest"]}}, WRONG, "“messages_supported”"),
    ({LTI_PLATFORM: {"messages_supported": [{"type": ["LtiResourceLinkRequest"]}]}}, WRONG, "“messages_supported”"),
    ({LTI_PLATFORM: {"messages_supported": [{"type": "LtiResourceLinkRequest", "placements": 7}]}}, WRONG, "“placements”"),
    ({LTI_PLATFORM: {"messages_supported": [{"type": "LtiResourceLinkRequest"}], "product_family_code": 7}}, WRONG, "“product_family_code”"),
    ({LTI_PLATFORM: {"messages_supported": [{"type": "LtiResourceLinkRequest"}], "version": "\ud800"}}, WRONG, "“version”"),
    ({LTI_PLATFORM: {"messages_supported": [{"type": "LtiResourceLinkRequest"}], "variables": {"a": 1}}}, WRONG, "“variables”"),
])
def test_a_configuration_that_cannot_be_right_is_refused_by_name(change, code_of_page, word, admin, code, seen):
    configuration = {**admin.platform.configuration, **change}
    admin.platform.configuration = {name: value for name, value in configuration.items() if value is not MISSING}
    refused = admin.connect(code)
    assert code_of(refused) == code_of_page and word in refused.text and 400 <= refused.status < 500, refused.text
    nothing_came_of_it(admin, seen, told=0)


@pytest.mark.parametrize("answer, sentence", [
    (Response("gone", 404), "It answered with the error 404."),
    (Response("busy", 503), "It answered with the error 503."),
    (Response("", 302, {"Location": "http://127.0.0.1/"}), "the address has moved"),
    (Response("<!doctype html><h1>Log in</h1>"), "a web page perhaps"),
    (Response("[]"), "a web page perhaps"),
    (Response(DEEP), "a web page perhaps"),
    (Response(b"\xff\xfe"), "a web page perhaps"),
    (Response(" " * 1_000_000), "too large"),
    (Response("{}", headers={"Content-Encoding": "gzip"}), "came compressed"),
], ids=["404", "503", "moved", "a page", "a list", "deep", "no letters", "large", "compressed"])
def test_a_configuration_that_is_none_is_said_to_be(answer, sentence, admin, code, seen):
    admin.platform.configuration_answer = answer
    refused = admin.connect(code)
    assert (refused.status, code_of(refused)) == (424, "LTI-CONFIGURATION-NOT-REACHABLE") and sentence in refused.text
    nothing_came_of_it(admin, seen, told=0)


def test_a_platform_inside_a_private_network_is_not_asked(admin, code, app, seen, monkeypatch):
    """Without the tests' way round sockets."""
    import socket

    del app.extensions["lti_requests"].adapters[ISSUER]
    monkeypatch.setattr(socket, "getaddrinfo", lambda host, port, *_args, **_how: [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("10.1.2.3", port))])
    refused = admin.connect(code)
    assert (refused.status, code_of(refused)) == (424, "LTI-CONFIGURATION-NOT-REACHABLE") and "inside a private network" in refused.text
    nothing_came_of_it(admin, seen, told=0)


@pytest.mark.parametrize("status", [400, 401, 403, 404, 409, 500, 503])
def test_a_platform_that_refuses_is_quoted_with_its_number_only(status, admin, code, seen):
    admin.platform.registration_answer = Response("<script>alert('token_already_used')</script>", status)
    refused = admin.connect(code)
    assert (refused.status, code_of(refused)) == (424, "LTI-PLATFORM-REFUSED") and f"with the error {status}." in refused.text
    assert "begin again in the platform" in refused.text and "token_already_used" not in refused.html
    nothing_came_of_it(admin, seen, told=1)
    admin.platform.registration_answer = None
    assert admin.connect(code).status == 200  # the invitation is still good


@pytest.mark.parametrize("answer, code_of_page, word", [
    (Response("<html>", 200), "LTI-REGISTRATION-NOT-ANSWERED", "a web page perhaps"),
    (Response("", 302, {"Location": "https://evil.test/"}), "LTI-REGISTRATION-NOT-ANSWERED", "has moved"),
    (Response("", 204), "LTI-REGISTRATION-NOT-ANSWERED", "a web page perhaps"),
    (Response(json.dumps({"client": "x"})), "LTI-REGISTRATION-ANSWER-IS-WRONG", "“client_id”"),
    (Response(json.dumps({"client_id": ""})), "LTI-REGISTRATION-ANSWER-IS-WRONG", "“client_id”"),
    (Response(json.dumps({"client_id": 7})), "LTI-REGISTRATION-ANSWER-IS-WRONG", "“client_id”"),
    (Response(json.dumps({"client_id": "x" * 256})), "LTI-REGISTRATION-ANSWER-IS-WRONG", "“client_id”"),
    (Response(json.dumps({"client_id": "a\x00b"})), "LTI-REGISTRATION-ANSWER-IS-WRONG", "“client_id”"),
    (Response(json.dumps({"client_id": "\ud800"})), "LTI-REGISTRATION-ANSWER-IS-WRONG", "“client_id”"),
    (Response(json.dumps({"client_id": "c", LTI_TOOL: {"deployment_id": "x" * 256}})), "LTI-REGISTRATION-ANSWER-IS-WRONG", "“deployment_id”"),
    (Response(json.dumps({"client_id": "c", LTI_TOOL: {"deployment_id": True}})), "LTI-REGISTRATION-ANSWER-IS-WRONG", "“deployment_id”"),
    (Response(json.dumps({"client_id": "c", LTI_TOOL: {"deployment_id": ["1"]}})), "LTI-REGISTRATION-ANSWER-IS-WRONG", "“deployment_id”"),
])
def test_a_confirmation_that_cannot_be_used_is_refused(answer, code_of_page, word, admin, code, seen):
    admin.platform.registration_answer = answer
    refused = admin.connect(code)
    assert (refused.status, code_of(refused)) == (424, code_of_page) and word in refused.text
    assert "If a card of this tool has appeared in the platform, it can be deleted there." in refused.text
    nothing_came_of_it(admin, seen, told=1)


def test_a_platform_that_goes_away_in_between_is_not_kept(admin, code, seen):
    def gone():
        raise requests.ConnectionError("gone")
    admin.platform.meanwhile = gone
    refused = admin.connect(code)
    assert code_of(refused) == "LTI-REGISTRATION-NOT-ANSWERED" and "could not be reached" in refused.text
    nothing_came_of_it(admin, seen, told=1)


def test_hostile_names_are_shown_as_words(admin, code, seen, run):
    from lti_tool.lti.commands import platforms

    admin.platform.configuration[LTI_PLATFORM]["product_family_code"] = "<script>alert(1)</script>"
    admin.platform.confirmation["client_id"] = "'\"><script>alert(2)</script>"
    page = admin.connect(code)
    assert page.status == 200 and "alert(" not in page.html
    assert "alert(1)" in run(platforms, "list").output
