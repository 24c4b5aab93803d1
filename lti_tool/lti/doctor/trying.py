"""What is found out only by asking the platform: when somebody presses the button, outside of any transaction."""
from flask_babel import gettext as _

from ..message_refusals import KeysNotReachable
from ..names_and_roles import RosterSource, read_members
from ..platform_keys import KeySet, fetch
from ..roster import source_of
from ..service_problem import ServiceProblem, ToolIsNotRecognised
from ..turns import EXAMINING, TooManyAtOnce, turn
from .connection import Connection
from .key_lines import accepted, not_accepted, platform_fetched, platform_not_fetched
from .line import NOTE, Change, Line
from .service_lines import roster_not_read, roster_read

KEYS, ROSTER = "keys", "roster"
SECONDS = 15  # somebody waits


def questions(connection: Connection, wanted: set[str]) -> dict:
    """What is to be asked, by the names of the lines: plain values that need no transaction."""
    asked = {}
    if KEYS in wanted and connection.platform:
        asked[KEYS] = connection.platform.key_set_url
    if ROSTER in wanted and connection.context and connection.context.roster_url:
        asked[ROSTER] = source_of(connection.context, connection.platform)
    return asked


def ask(asked: dict) -> dict:
    """What came of it. Not inside a transaction."""
    try:
        with turn(EXAMINING):
            return {name: {KEYS: ask_for_keys, ROSTER: ask_for_roster}[name](question) for name, question in asked.items()}
    except TooManyAtOnce as refusal:
        return dict.fromkeys(asked, refusal)


def ask_for_keys(address: str) -> KeySet | KeysNotReachable:
    try:
        return fetch(address)
    except KeysNotReachable as refusal:
        return refusal


def ask_for_roster(source: RosterSource) -> int | ServiceProblem:
    """How many people are listed. Nothing of it is kept: the page of the people does that."""
    try:
        return len(read_members(source, SECONDS))
    except ServiceProblem as problem:
        return problem


def tried_lines(answers: dict, connection: Connection) -> dict[str, Line]:
    lines = [line for name, answer in answers.items() for line in lines_of(name, answer, connection)]
    return {line.name: line for line in lines}


def lines_of(name: str, answer, connection: Connection) -> list[Line]:
    """Whether our key is accepted, too, shows when the list is asked for: it takes a token."""
    if isinstance(answer, TooManyAtOnce):
        return [Line(NOTE, _("Others are asking their platforms just now."), Change(_("Try again in a moment.")), name=name, button=_("Try again"))]
    if name == KEYS:
        return [platform_not_fetched(answer, connection) if isinstance(answer, KeysNotReachable) else platform_fetched(answer, connection)]
    if isinstance(answer, ServiceProblem):
        return [roster_not_read(answer, connection), *([not_accepted(connection)] if isinstance(answer, ToolIsNotRecognised) else [])]
    return [roster_read(answer), accepted()]
