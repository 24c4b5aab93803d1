"""How many may wait for strangers' servers at the same time: a slow platform must not keep all threads waiting."""
from contextlib import contextmanager
from threading import BoundedSemaphore

from flask import current_app

AT_ONCE = 2  # of each kind
CONNECTING, EXAMINING, LISTING = "lti_registrations", "lti_examinations", "lti_roster_turns"  # among app.extensions


class TooManyAtOnce(Exception):
    """Others are asking their platforms just now."""


def offer_turns(app) -> None:
    for kind in (CONNECTING, EXAMINING, LISTING):
        app.extensions[kind] = BoundedSemaphore(AT_ONCE)


@contextmanager
def turn(kind: str):
    """Raises TooManyAtOnce, and never waits."""
    turns = current_app.extensions[kind]
    if not turns.acquire(blocking=False):
        raise TooManyAtOnce
    try:
        yield
    finally:
        turns.release()
