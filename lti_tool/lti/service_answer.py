"""Asks a platform's service, for which the platform has told the address, and says what it means when nothing good comes back."""
import time

import requests
from flask import current_app

from .no_answer import AddressIsPrivate, AddressIsUnsuitable, AnswerIsEncoded, AnswerIsNoJson, AnswerIsTooLarge, AnsweredWith, LeadsElsewhere, NoAnswer, NotSecure
from .outgoing import json_of
from .service_problem import (AddressIsNotPublic, AddressIsUnsafe, AnswerIsUnreadable, ConnectionIsNotSecure, ListIsTooLarge, PlatformDoesNotAnswer,
                              ServiceIsNotAllowed, ServiceIsNotThere)

MEANING = {AddressIsUnsuitable: AddressIsUnsafe, AddressIsPrivate: AddressIsNotPublic, NotSecure: ConnectionIsNotSecure, LeadsElsewhere: ServiceIsNotThere,
           AnswerIsTooLarge: ListIsTooLarge, AnswerIsEncoded: AnswerIsUnreadable, AnswerIsNoJson: AnswerIsUnreadable}


def ask(method: str, address: str, until: float, **how) -> requests.Response:
    """The answer, whatever its status. Nothing more is asked after `until` (of time.monotonic()). Not inside a transaction. Raises a ServiceProblem."""
    if time.monotonic() > until:
        raise PlatformDoesNotAnswer("it takes too long")
    try:
        return getattr(current_app.extensions["lti_requests"], method)(address, **how)
    except NoAnswer as error:
        raise MEANING.get(type(error), PlatformDoesNotAnswer)(type(error).__name__) from error


def must_be_good(answer: requests.Response) -> None:
    """Raises what the status means, of a service for which we have a token."""
    status = answer.status_code
    if status == 200:
        return
    if status in (401, 403):
        raise ServiceIsNotAllowed(f"the service answered {status}")
    if status in (404, 410):
        raise ServiceIsNotThere(f"the service answered {status}")
    if status == 429 or status >= 500:
        raise PlatformDoesNotAnswer(f"the service answered {status}")
    raise AnswerIsUnreadable(f"the service answered {status}")


def json_object(answer: requests.Response) -> dict:
    """Of a good answer. Raises AnswerIsUnreadable."""
    try:
        return json_of(answer)
    except (AnswerIsNoJson, AnsweredWith) as error:
        raise AnswerIsUnreadable(f"the answer cannot be read: {error}") from None
