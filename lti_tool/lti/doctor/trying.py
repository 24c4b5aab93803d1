"""What is found out only by asking the platform: when somebody presses the button, outside of any transaction."""
from contextlib import contextmanager
from threading import BoundedSemaphore

from flask import current_app
from flask_babel import gettext as _

from ..message_refusals import KeysNotReachable
from ..platform_keys import KeySet, fetch
from .connection import Connection
from .key_lines import platform_fetched, platform_not_fetched
from .line import NOTE, Change, Line

KEYS = "keys"
AT_ONCE = 2  # a slow platform must not keep all threads waiting


class TooManyAtOnce(Exception):
    """Others are asking their platforms just now."""


@contextmanager
def one_of_few():
    """Raises TooManyAtOnce."""
    going_on: BoundedSemaphore = current_app.extensions["lti_examinations"]
    if not going_on.acquire(blocking=False):
        raise TooManyAtOnce
    try:
        yield
    finally:
        going_on.release()


def questions(connection: Connection, wanted: set[str]) -> dict:
    """What is to be asked, by the names of the lines: plain values that need no transaction."""
    asked = {}
    if KEYS in wanted and connection.platform:
        asked[KEYS] = connection.platform.key_set_url
    return asked


def ask(asked: dict) -> dict:
    """What came of it. Not inside a transaction."""
    try:
        with one_of_few():
            return {name: {KEYS: ask_for_keys}[name](question) for name, question in asked.items()}
    except TooManyAtOnce as refusal:
        return dict.fromkeys(asked, refusal)


def ask_for_keys(address: str) -> KeySet | KeysNotReachable:
    try:
        return fetch(address)
    except KeysNotReachable as refusal:
        return refusal


def tried_lines(answers: dict, connection: Connection) -> dict[str, Line]:
    return {name: tried_line(name, answer, connection) for name, answer in answers.items()}


def tried_line(name: str, answer, connection: Connection) -> Line:
    if isinstance(answer, TooManyAtOnce):
        return Line(NOTE, _("Others are asking their platforms just now."), Change(_("Try again in a moment.")), name=name, button=_("Try again"))
    return platform_not_fetched(answer, connection) if isinstance(answer, KeysNotReachable) else platform_fetched(answer, connection)
