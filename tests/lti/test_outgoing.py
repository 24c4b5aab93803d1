"""The guard of all requests to platforms: with real sockets, and servers on this machine that do what they should not."""
import gzip
import ipaddress
import logging
import socket
import time

import pytest
import requests

from lti_tool.lti import guarded_connection, resolving
from lti_tool.lti.guarded_connection import trusted
from lti_tool.lti.no_answer import (AddressIsPrivate, AddressIsUnsuitable, AnsweredWith, AnswerIsEncoded, AnswerIsNoJson, AnswerIsTooLarge, HostIsUnknown,
                                    LeadsElsewhere, NoAnswer, NotReachable, NotSecure, TookTooLong)
from lti_tool.lti.outgoing import LARGEST_ANSWER, Outgoing, json_of
from lti_tool.lti.resolving import is_of_one_machine, is_public
from tests.support.wire import HOST, JSON, authority_file, drips, pours, says, says_and_ends, tls_for, wire

pytestmark = pytest.mark.usefixtures("in_english")

HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
CHUNKED = HEAD + b"Transfer-Encoding: chunked\r\n\r\n"
PUBLIC = "198.41.0.4"  # a root name server; nothing is ever sent there


@pytest.fixture
def database_url(sqlite_url):
    """No database is asked here."""
    return sqlite_url


@pytest.fixture
def outgoing(app):
    """As a demo has it: http may be asked of this machine."""
    app.config["DEMO"] = True
    with app.app_context(), Outgoing() as session:
        yield session


@pytest.fixture
def soon_over(monkeypatch):
    monkeypatch.setattr(guarded_connection, "LONGEST", 0.4)


@pytest.fixture
def resolved(monkeypatch):
    """resolved("10.0.0.1", ...): every name leads there. Gives the list of what was asked."""
    asked = []

    def lead_to(*addresses):
        def getaddrinfo(host, port, *args, **how):
            asked.append(host)
            return [(socket.AF_INET6 if ":" in address else socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port) + ((0, 0) if ":" in address else ()))
                    for address in addresses]
        monkeypatch.setattr(socket, "getaddrinfo", getaddrinfo)
        return asked
    return lead_to


def refusal(session, address, **how):
    began = time.monotonic()
    with pytest.raises(NoAnswer) as raised:
        json_of(session.get(address, **how))
    assert time.monotonic() - began < 10
    return type(raised.value)


def answered_with(speak, outgoing):
    with wire(speak) as server:
        return refusal(outgoing, f"http://{HOST}:{server.port}/")


# --- What is asked at all ---

@pytest.mark.parametrize("address", [
    "http://moodle.example/", "http://127.0.0.1.evil.example/", "http://10.0.0.1/", "ftp://moodle.example/", "file:///etc/passwd", "//moodle.example/", "moodle.example", "",
    "https:///x", "https://", "https://user@moodle.example/", "https://moodle.example:secret@127.0.0.1/", "https://moodle.example\\@127.0.0.1/",
    "https://moodle.example#@127.0.0.1/", "https://moodle.example/a#b", "https://moodle.example:x/", "https://moodle.example:70000/", "https://moodle.example:0/",
    "https://moodle.example:/", "https://moodle example/", "https://moodle.example/\r\nX-Own: 1", "https://moodle.example/\tx", "https://moodlé.example/",
    "https://moodle.example;script-src/", "https://*/", "https://a'b/", "https://[::1/", "https://" + "a" * 2000 + ".example/", "https://moodle.example/%0a\x00",
])
def test_only_plain_https_addresses_are_asked(address, outgoing):
    assert refusal(outgoing, address) is AddressIsUnsuitable


def test_without_a_demo_nothing_is_asked_without_encryption(outgoing, app):
    with wire(says(JSON)) as server:
        assert json_of(outgoing.get(f"http://{HOST}:{server.port}/")) == {"is": "here"}
        app.config["DEMO"] = False
        assert refusal(outgoing, f"http://{HOST}:{server.port}/") is AddressIsUnsuitable
        assert len(server.asked) == 1


def test_of_an_address_that_is_not_public_not_even_a_connection_is_made(outgoing):
    with wire(says(JSON)) as server:
        for host in (HOST, "localhost", "127.1", "2130706433", "0x7f.1", "0.0.0.0"):
            assert refusal(outgoing, f"https://{host}:{server.port}/") is AddressIsPrivate, host
        assert server.asked == []


@pytest.mark.parametrize("address", [
    "127.0.0.1", "127.9.9.9", "0.0.0.0", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "100.127.255.255", "192.0.0.1", "192.0.2.1",
    "198.18.0.1", "198.51.100.7", "203.0.113.7", "224.0.0.1", "239.1.1.1", "240.0.0.1", "255.255.255.255", "::", "::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::127.0.0.1",
    "64:ff9b::7f00:1", "64:ff9b::a00:1", "64:ff9b:1::a00:1", "2002:7f00:1::1", "2002:a00:1::", "2001:0:4136:e378:8000:63bf:3fff:fdd2", "2001:db8::1", "fc00::1", "fd12:3456::1",
    "fe80::1", "fe80::1%eth0", "fec0::1", "ff02::1", "100::1", "4000::1", "::ffff:0:127.0.0.1"])
def test_it_is_known_which_addresses_are_not_public(address):
    assert not is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize("address", [PUBLIC, "8.8.8.8", "193.166.255.171", "2001:4860:4860::8888", "2a00:1d50:2::1", "64:ff9b::808:808", "::ffff:8.8.8.8", "2002:808:808::1"])
def test_it_is_known_which_addresses_are_public(address):
    assert is_public(ipaddress.ip_address(address))


def test_where_private_addresses_are_allowed_these_are_still_not_asked():
    allowed = ("10.1.2.3", "192.168.1.1", "127.0.0.1", "100.64.0.1", "::1", "fd12::1", PUBLIC, "::ffff:10.0.0.1")
    refused = ("0.0.0.0", "169.254.169.254", "::ffff:169.254.169.254", "fe80::1", "224.0.0.1", "ff02::1", "::", "255.255.255.255")
    assert [address for address in (*allowed, *refused) if is_of_one_machine(ipaddress.ip_address(address))] == list(allowed)


@pytest.mark.parametrize("addresses", [(PUBLIC, HOST), (HOST, PUBLIC), (PUBLIC, "::1"), (PUBLIC, "10.0.0.1"), ("::ffff:127.0.0.1", PUBLIC)])
def test_a_name_with_one_private_address_among_public_ones_is_not_asked_at_all(addresses, outgoing, resolved, monkeypatch):
    resolved(*addresses)
    monkeypatch.setattr(socket.socket, "connect", lambda *_: pytest.fail("a connection was made"))
    assert refusal(outgoing, "https://moodle.example/") is AddressIsPrivate


def test_the_connection_goes_to_the_very_address_that_was_checked(outgoing, app, resolved, monkeypatch, tmp_path):
    """A name server that says something else the second time is not asked a second time."""
    resolver = resolved(PUBLIC)
    connected = []

    def connect(sock, place):
        connected.append(place)
        raise ConnectionRefusedError
    monkeypatch.setattr(socket.socket, "connect", connect)
    assert refusal(outgoing, "https://moodle.example:8443/") is NotReachable
    assert connected == [(PUBLIC, 8443)] and resolver == ["moodle.example"]


def test_when_one_address_does_not_answer_the_next_is_tried(outgoing, app, resolved):
    with wire(says(JSON)) as server:
        resolved("127.0.0.2", HOST)  # nobody listens at the first
        assert json_of(outgoing.get(f"http://localhost:{server.port}/")) == {"is": "here"}


def test_the_demo_s_http_stays_on_this_machine(outgoing, resolved):
    resolved(PUBLIC)
    assert refusal(outgoing, "http://localhost:80/") is AddressIsPrivate


def test_a_name_that_nobody_knows_is_said_to_be_unknown(outgoing, resolved, monkeypatch):
    resolved()
    assert refusal(outgoing, "https://moodle.example/") is HostIsUnknown


def test_a_slow_name_server_is_not_waited_for(outgoing, soon_over, monkeypatch):
    import threading

    over = threading.Event()
    monkeypatch.setattr(resolving.socket, "getaddrinfo", lambda *_args, **_how: over.wait(30) and [])
    assert refusal(outgoing, "https://moodle.example/") is TookTooLong
    over.set()


def test_nobody_listening_is_not_reachable(outgoing):
    with socket.create_server((HOST, 0)) as taken:
        port = taken.getsockname()[1]
    assert refusal(outgoing, f"http://{HOST}:{port}/") is NotReachable


# --- What comes back ---

def test_no_redirect_is_followed(outgoing):
    with wire(says(JSON)) as inside:
        for status in (301, 302, 303, 307, 308, 300, 304):
            answer = f"HTTP/1.1 {status} Moved\r\nLocation: http://{HOST}:{inside.port}/\r\nContent-Length: 0\r\n\r\n".encode()
            assert answered_with(says(answer), outgoing) is LeadsElsewhere
        assert inside.asked == []


@pytest.mark.parametrize("speak", [
    pours(HEAD + b"\r\n", b" " * 65536),
    pours(CHUNKED, b"10000\r\n" + b" " * 65536 + b"\r\n"),
    says(HEAD + b"Content-Length: 10000000\r\n\r\n" + b" " * 300_000),
], ids=["without a length", "chunks", "a length and the beginning"])
def test_an_answer_without_an_end_is_left(speak, outgoing):
    assert answered_with(speak, outgoing) is AnswerIsTooLarge


def test_an_answer_may_be_as_large_as_the_caller_takes(outgoing):
    body = b'{"a": "' + b"x" * LARGEST_ANSWER + b'"}'
    answer = HEAD + f"Content-Length: {len(body)}\r\n\r\n".encode() + body
    with wire(says(answer)) as server:
        assert refusal(outgoing, f"http://{HOST}:{server.port}/") is AnswerIsTooLarge
        assert len(json_of(outgoing.get(f"http://{HOST}:{server.port}/", largest=len(body)))["a"]) == LARGEST_ANSWER


@pytest.mark.parametrize("speak", [
    drips(b"", b"H"), drips(b"HTTP/1.1 200 OK\r\nX-Slow: ", b"x"), drips(b"HTTP/1.1 200 OK\r\n", b"X-More: 1\r\n"), drips(b"", b"HTTP/1.1 100 Continue\r\n\r\n"),
    drips(HEAD + b"Content-Length: 100000\r\n\r\n", b" "), drips(CHUNKED, b"1\r\n \r\n"), drips(CHUNKED + b"5", b";x"), drips(CHUNKED + b"0\r\n", b"X-Trailer: 1\r\n"),
    drips(HEAD + b"\r\n", b" "), drips(b"", b""),
], ids=["status", "one header", "many headers", "continue", "body", "chunks", "a chunk's size", "trailers", "a body without a length", "nothing"])
def test_an_answer_that_drips_is_ended(speak, outgoing, soon_over):
    assert answered_with(speak, outgoing) is TookTooLong


def test_what_drips_is_ended_in_time(outgoing, soon_over):
    began = time.monotonic()
    assert answered_with(drips(b"HTTP/1.1 200 OK\r\nX-Slow: ", b"x"), outgoing) is TookTooLong
    assert time.monotonic() - began < 3


def test_a_pause_that_is_too_long_ends_it_sooner(outgoing):
    with wire(drips(HEAD + b"Content-Length: 9\r\n\r\n", b"")) as server:
        assert refusal(outgoing, f"http://{HOST}:{server.port}/", timeout=(1, 0.2)) is TookTooLong


@pytest.mark.parametrize("answer, expected", [
    (HEAD + b"Content-Length: 6\r\n\r\n<html>", AnswerIsNoJson),
    (HEAD + b"Content-Length: 2\r\n\r\n[]", AnswerIsNoJson),
    (HEAD + b"Content-Length: 0\r\n\r\n", AnswerIsNoJson),
    (HEAD + b"Content-Length: 3\r\n\r\n\xff\xfe\xfd", AnswerIsNoJson),
    (HEAD + b"Content-Length: 200000\r\n\r\n" + b"[" * 200_000, AnswerIsNoJson),
    (HEAD + b"Content-Length: 200000\r\n\r\n" + b'{"a":' * 40_000, AnswerIsNoJson),
    (HEAD + b"Content-Length: 200009\r\n\r\n" + b'{"a": ' + b"9" * 200_002 + b"}", AnswerIsNoJson),
    (b"HTTP/1.1 404 Not Found\r\nContent-Length: 2\r\n\r\n{}", AnsweredWith),
    (b"HTTP/1.1 503 Busy\r\nContent-Length: 2\r\n\r\n{}", AnsweredWith),
    (HEAD + b"Content-Length: 100\r\n\r\n{}", NotReachable),
    (b"no HTTP at all\r\n\r\n", NotReachable),
    (b"HTTP/1.1 200 OK\r\n" + b"X-More: 1\r\n" * 1000 + b"\r\n", NotReachable),
    (b"HTTP/1.1 200 OK\r\nX-Long: " + b"x" * 100_000 + b"\r\n\r\n", NotReachable),
    (CHUNKED + b"zz\r\n", NotReachable),
    (b"", NotReachable),
], ids=["a page", "a list", "nothing", "no letters", "deep lists", "deep objects", "a number without an end", "404", "503", "broken off", "no HTTP", "a thousand headers",
        "a long header", "no chunk", "hung up"])
def test_what_cannot_be_used_is_named(answer, expected, outgoing):
    assert answered_with(says_and_ends(answer), outgoing) is expected


@pytest.mark.parametrize("encoding", ["gzip", "x-gzip", "deflate", "br", "zstd", "gzip, gzip", "identity, gzip"])
def test_a_compressed_answer_is_not_unpacked(encoding, outgoing):
    """A few kilobytes could become gigabytes."""
    bomb = gzip.compress(b"0" * 5_000_000)
    answer = HEAD + f"Content-Encoding: {encoding}\r\nContent-Length: {len(bomb)}\r\n\r\n".encode() + bomb
    assert answered_with(says(answer), outgoing) is AnswerIsEncoded


def test_it_is_asked_for_without_compression_and_as_json(outgoing):
    with wire(says(JSON)) as server:
        outgoing.get(f"http://{HOST}:{server.port}/")
        request = server.asked[0].lower()
    assert b"accept-encoding: identity\r\n" in request and b"accept: application/json\r\n" in request and b"user-agent: lti-tool\r\n" in request


def test_an_error_s_answer_can_be_read_by_whoever_wants(outgoing):
    with wire(says(b"HTTP/1.1 409 Conflict\r\nContent-Length: 4\r\n\r\nlate")) as server:
        answer = outgoing.get(f"http://{HOST}:{server.port}/")
    assert (answer.status_code, answer.text) == (409, "late")


def test_a_connection_is_used_again_and_each_request_has_its_own_time(outgoing, monkeypatch):
    monkeypatch.setattr(guarded_connection, "LONGEST", 0.5)
    with wire(says(JSON)) as server:
        began = time.monotonic()
        while time.monotonic() - began < 0.8:
            assert json_of(outgoing.get(f"http://{HOST}:{server.port}/")) == {"is": "here"}
        assert len(server.asked) > 3 and server.connections == 1


# --- What goes along ---

def test_neither_proxies_nor_passwords_come_from_the_environment(outgoing, monkeypatch, tmp_path):
    (tmp_path / ".netrc").write_text(f"machine {HOST} login me password secret\n")
    monkeypatch.setenv("NETRC", str(tmp_path / ".netrc"))
    with wire(says(JSON)) as proxy, wire(says(JSON)) as server:
        for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "HTTPS_PROXY"):
            monkeypatch.setenv(name, f"http://{HOST}:{proxy.port}")
        outgoing.get(f"http://{HOST}:{server.port}/")
        assert proxy.asked == [] and b"authorization" not in server.asked[0].lower()


def test_no_cookie_is_kept(outgoing):
    answer = JSON.replace(b"\r\n\r\n", b"\r\nSet-Cookie: who=me; Path=/\r\n\r\n")
    with wire(says(answer)) as server:
        for _each in range(2):
            outgoing.get(f"http://{HOST}:{server.port}/")
        assert b"cookie" not in server.asked[1].lower()


def test_no_address_is_told_to_the_log(outgoing, caplog):
    caplog.set_level(logging.DEBUG)
    with wire(says(JSON.replace(b"\r\n\r\n", b"\r\nno header\r\n\r\n"))) as server:
        outgoing.get(f"http://{HOST}:{server.port}/?secret=of-the-person", headers={"Authorization": "Bearer secret-token"})
    assert "secret" not in caplog.text


# --- TLS ---

@pytest.fixture
def by_name(app, resolved, tmp_path, monkeypatch):
    """A session that trusts our authority; every name leads to this machine, and the settings allow that."""
    monkeypatch.setenv("SSL_CERT_FILE", str(authority_file(tmp_path)))
    trusted.cache_clear()
    app.config["PRIVATE_ADDRESSES"] = True
    resolved(HOST)
    with app.app_context(), Outgoing() as session:
        yield session
    trusted.cache_clear()


def test_a_host_with_its_own_certificate_is_asked(by_name, tmp_path):
    with wire(says(JSON), tls_for("moodle.example", tmp_path)) as server:
        assert json_of(by_name.get(f"https://moodle.example:{server.port}/")) == {"is": "here"}
        assert b"\r\nHost: moodle.example:" in server.asked[0]


def test_a_certificate_of_another_name_is_not_taken(by_name, tmp_path):
    with wire(says(JSON), tls_for("other.example", tmp_path)) as server:
        assert refusal(by_name, f"https://moodle.example:{server.port}/") is NotSecure
        assert refusal(by_name, f"https://moodle.example:{server.port}/", verify=False) is NotSecure
        assert server.asked == []


def test_a_certificate_of_an_unknown_authority_is_not_taken(app, resolved, tmp_path):
    app.config["PRIVATE_ADDRESSES"] = True
    resolved(HOST)
    with wire(says(JSON), tls_for("moodle.example", tmp_path)) as server, app.app_context(), Outgoing() as session:
        assert refusal(session, f"https://moodle.example:{server.port}/") is NotSecure
        assert server.asked == []


def test_a_server_without_encryption_is_not_secure(by_name):
    with wire(says(JSON)) as server:
        server.request = lambda sock: sock.recv(65536)  # it does not wait for the end of what is no HTTP
        assert refusal(by_name, f"https://moodle.example:{server.port}/") is NotSecure


def test_encryption_that_never_comes_about_is_ended(by_name, soon_over):
    with socket.create_server((HOST, 0)) as silent:
        assert refusal(by_name, f"https://moodle.example:{silent.getsockname()[1]}/") is TookTooLong


def test_what_drips_inside_encryption_is_ended(by_name, soon_over, tmp_path):
    with wire(drips(b"HTTP/1.1 200 OK\r\nX-Slow: ", b"x"), tls_for("moodle.example", tmp_path)) as server:
        assert refusal(by_name, f"https://moodle.example:{server.port}/") is TookTooLong


def test_every_reason_has_words(app):
    reasons = [AddressIsPrivate(), AddressIsUnsuitable(), AnsweredWith(503), AnswerIsEncoded(), AnswerIsNoJson(), AnswerIsTooLarge(), HostIsUnknown(),
               LeadsElsewhere(), NotReachable(), NotSecure(), TookTooLong()]
    assert {type(reason) for reason in reasons} == set(NoAnswer.__subclasses__())
    with app.test_request_context():
        said = [reason.what() for reason in reasons]
    assert len(set(said)) == len(said) and all(sentence.endswith(".") for sentence in said) and "503" in said[2]


def test_nothing_goes_past_the_guard():
    """Whatever is mounted for all addresses is guarded, and no module asks platforms by itself."""
    assert {type(adapter).__name__ for adapter in Outgoing().adapters.values()} == {"GuardedAdapter"}
    assert issubclass(Outgoing, requests.Session)
