"""Asks a platform's service and reads its answer, bounded in size and time. Says nothing about what the answer means."""
import json
import time
from typing import NamedTuple

import requests
from flask import current_app

from .service_problem import AnswerIsTooLarge, AnswerIsUnreadable, PlatformDoesNotAnswer, ServiceIsNotAllowed, ServiceIsNotThere

PIECE = 16 * 1024


class Answer(NamedTuple):
    status: int
    headers: object  # case does not matter in their names
    body: bytes


def ask(method: str, address: str, limit: int, until: float, **how) -> Answer:
    """The whole answer: at most `limit` bytes, and there before `until` (of time.monotonic()). Not inside a transaction.

    Raises PlatformDoesNotAnswer and AnswerIsTooLarge.
    """
    if time.monotonic() > until:
        raise PlatformDoesNotAnswer("it takes too long")
    send = getattr(current_app.extensions["lti_requests"], method)
    try:
        with send(address, stream=True, **how) as answer:
            body = bytearray()
            for piece in answer.iter_content(PIECE):
                body += piece
                if len(body) > limit:
                    raise AnswerIsTooLarge(f"the answer is larger than {limit} bytes")
                if time.monotonic() > until:
                    raise PlatformDoesNotAnswer("it takes too long")
            return Answer(answer.status_code, answer.headers, bytes(body))
    except requests.RequestException as error:
        raise PlatformDoesNotAnswer(f"could not be asked: {type(error).__name__}") from error


def must_be_good(answer: Answer) -> None:
    """Raises what the status means, of a service for which we have a token."""
    status = answer.status
    if status == 200:
        return
    if status in (401, 403):
        raise ServiceIsNotAllowed(f"the service answered {status}")
    if status in (404, 410):
        raise ServiceIsNotThere(f"the service answered {status}")
    if status == 429 or status >= 500:
        raise PlatformDoesNotAnswer(f"the service answered {status}")
    raise AnswerIsUnreadable(f"the service answered {status}")


def json_object(answer: Answer) -> dict:
    """Whatever it calls itself: Moodle sends JSON as text/html. Raises AnswerIsUnreadable."""
    try:
        value = json.loads(answer.body)
    except (ValueError, RecursionError) as error:
        raise AnswerIsUnreadable(f"the answer is not JSON: {type(error).__name__}") from None
    if not isinstance(value, dict):
        raise AnswerIsUnreadable("the answer is no JSON object")
    return value
