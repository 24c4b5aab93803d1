"""The session for requests to platforms, and the guard of all of them: nobody can make this server ask what it should not.

https only, to addresses that were checked, without redirects, proxies or cookies; answers of a bounded size in a bounded time. Whatever
goes wrong is a NoAnswer.
"""
import io
import json
import logging
from http.cookiejar import DefaultCookiePolicy

import requests
from urllib3.exceptions import HTTPError, ReadTimeoutError

from .addresses import is_suitable
from .guarded_connection import GuardedAdapter
from .no_answer import (AddressIsUnsuitable, AnsweredWith, AnswerIsEncoded, AnswerIsNoJson, AnswerIsTooLarge, LeadsElsewhere, NotReachable,
                        NotSecure, TookTooLong)

TIMEOUTS = (3.05, 10)  # seconds to connect, and between two pieces of an answer; the whole is bounded by guarded_connection.LONGEST
LARGEST_ANSWER = 256 * 1024  # bytes
PIECE = 16 * 1024
logging.getLogger("urllib3").setLevel(logging.ERROR)  # its other lines name addresses with all that stands in them


class Outgoing(requests.Session):
    def __init__(self):
        super().__init__()
        self.trust_env = False  # neither proxies nor passwords from the environment
        self.headers.update({"User-Agent": "lti-tool", "Accept": "application/json", "Accept-Encoding": "identity"})
        self.cookies.set_policy(DefaultCookiePolicy(allowed_domains=[]))
        self.adapters.clear()
        for scheme in ("https://", "http://"):
            self.mount(scheme, GuardedAdapter())

    def request(self, method, url, largest=LARGEST_ANSWER, **options):
        """The answer, read to its end: of at most `largest` bytes. Not inside a transaction. Raises a NoAnswer; an error's status is an answer."""
        if not is_suitable(url):
            raise AddressIsUnsuitable
        options = {"timeout": TIMEOUTS, **options, "allow_redirects": False, "stream": True, "verify": True}
        try:
            answer = super().request(method, url, **options)
            try:
                answer.raw = io.BytesIO(body_of(answer, largest))
            except BaseException:
                answer.close()
                raise
        except requests.exceptions.SSLError as error:
            raise NotSecure(type(error).__name__) from error
        except (requests.Timeout, ReadTimeoutError, TimeoutError) as error:
            raise TookTooLong(type(error).__name__) from error
        except (requests.RequestException, HTTPError, OSError) as error:
            raise NotReachable(type(error).__name__) from error
        return answer


def body_of(answer: requests.Response, largest: int) -> bytes:
    if 300 <= answer.status_code < 400:
        raise LeadsElsewhere(f"answered {answer.status_code}")
    if answer.headers.get("Content-Encoding", "identity").strip().lower() not in ("", "identity"):
        raise AnswerIsEncoded
    body = bytearray()
    while piece := answer.raw.read(PIECE):
        body += piece
        if len(body) > largest:
            raise AnswerIsTooLarge
    return bytes(body)


def json_of(answer: requests.Response) -> dict:
    """The JSON object of a successful answer, whatever kind it is said to be: Moodle calls some text/html. Raises AnsweredWith, AnswerIsNoJson."""
    if not 200 <= answer.status_code < 300:
        raise AnsweredWith(answer.status_code)
    try:
        found = json.loads(answer.content)
    except (ValueError, RecursionError) as error:
        raise AnswerIsNoJson(type(error).__name__) from error
    if not isinstance(found, dict):
        raise AnswerIsNoJson("no object")
    return found
