"""Connections to platforms that go to a checked address and end in time. Made for urllib3, whose TLS keeps checking the host's name.

urllib3 itself bounds only the pause between two bytes: here every read waits at most until the whole request has to be over.
"""
import http.client
import io
import socket
import ssl
import time
from functools import cache, partial

from flask import current_app
from requests.adapters import HTTPAdapter
from requests.certs import where
from urllib3 import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.connection import HTTPConnection, HTTPSConnection

from .no_answer import NotReachable, TookTooLong
from .resolving import checked_addresses, is_loopback, is_of_one_machine, is_public

LONGEST = 20.0  # seconds for a whole request, from looking the host up to the last byte of the answer


class TimedReader(io.RawIOBase):
    """Reads from a socket until a moment of time.monotonic()."""

    def __init__(self, sock, ends_at: float):
        self.sock, self.ends_at, self.pause = sock, ends_at, sock.gettimeout()
        self.file = sock.makefile("rb", buffering=0)

    def readable(self):
        return True

    def readinto(self, buffer):
        if (left := self.ends_at - time.monotonic()) <= 0:
            raise TimeoutError("the whole answer took too long")
        self.sock.settimeout(left if self.pause is None else min(left, self.pause))
        return self.file.readinto(buffer)

    def close(self):
        if not self.closed:
            self.file.close()
        super().close()


class TimedAnswer(http.client.HTTPResponse):
    """Status, headers and body are read with an end."""

    def __init__(self, sock, *args, ends_at: float, **options):
        super().__init__(sock, *args, **options)
        self.fp.close()
        self.fp = io.BufferedReader(TimedReader(sock, ends_at))


class Guarded:
    """What both kinds of connections have: `_new_conn` is where urllib3 connects. A connection that is kept is to an address that was checked."""

    ends_at = 0.0

    def may_be_asked(self, address) -> bool:
        raise NotImplementedError

    def left(self) -> float:
        if (left := self.ends_at - time.monotonic()) <= 0:
            raise TookTooLong("connecting")
        return left

    def begin(self, ends_at: float) -> None:
        """For each request anew."""
        self.ends_at, self.response_class = ends_at, partial(TimedAnswer, ends_at=ends_at)

    def _new_conn(self):
        for family, place in checked_addresses(self._dns_host, self.port, self.may_be_asked, self.left()):
            try:
                return self.connected(family, place)
            except OSError:
                continue
        raise NotReachable(self.host)

    def connected(self, family, place):
        sock = socket.socket(family, socket.SOCK_STREAM)
        try:
            for option in self.socket_options or ():
                sock.setsockopt(*option)
            sock.settimeout(min(self.left(), self.timeout))
            sock.connect(place)
        except BaseException:
            sock.close()
            raise
        return sock


class GuardedHTTPS(Guarded, HTTPSConnection):
    def may_be_asked(self, address):
        return is_of_one_machine(address) if current_app.config["PRIVATE_ADDRESSES"] else is_public(address)


class GuardedHTTP(Guarded, HTTPConnection):
    """Only for the demo platform on this machine."""

    def may_be_asked(self, address):
        return current_app.config["DEMO"] and is_loopback(address)


class GuardedPool:
    def _get_conn(self, timeout=None):
        connection = super()._get_conn(timeout)
        connection.begin(time.monotonic() + LONGEST)
        return connection


class GuardedHTTPSPool(GuardedPool, HTTPSConnectionPool):
    ConnectionCls = GuardedHTTPS


class GuardedHTTPPool(GuardedPool, HTTPConnectionPool):
    ConnectionCls = GuardedHTTP


@cache
def trusted() -> ssl.SSLContext:
    """The authorities that this machine trusts (an institution's own among them), and those that come with the program."""
    context = ssl.create_default_context()
    context.load_verify_locations(where())
    return context


class GuardedAdapter(HTTPAdapter):
    def init_poolmanager(self, *args, **options):
        super().init_poolmanager(*args, ssl_context=trusted(), **options)
        self.poolmanager.pool_classes_by_scheme = {"http": GuardedHTTPPool, "https": GuardedHTTPSPool}

    def cert_verify(self, conn, url, verify, cert):
        """Always, whatever the caller says; `trusted` holds the authorities already."""
        conn.cert_reqs = "CERT_REQUIRED"
