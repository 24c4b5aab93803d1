"""The learning platforms: whether their keys can be fetched from here, and whether their clocks and ours agree."""
from datetime import timezone
from email.utils import parsedate_to_datetime

from flask import current_app

from ...db import now, transaction
from ...lti.message_refusals import KeysNotReachable
from ...lti.no_answer import NoAnswer
from ...lti.outgoing import json_of
from ...lti.platform import all_platforms
from ...lti.platform_keys import read_key_set
from ..finding import bad, good, look, many

NOTICED, TOO_MUCH = 20, 60  # seconds; a launch bears 60


def look_at_platforms():
    with transaction(writes=False):
        enabled = [(platform.name, platform.key_set_url) for platform in all_platforms() if platform.enabled and not platform.is_pending]
    if not enabled:
        yield look("platforms", "No learning platform may launch the tool yet.", "Invite one: `lti-tool invitations make HOST`.")
    differences = []
    for name, key_set_url in enabled:
        try:
            answer = current_app.extensions["lti_requests"].get(key_set_url)
            difference = seconds_ahead(answer)
            usable = read_key_set(json_of(answer)).keys
        except NoAnswer as error:
            yield bad("platforms", f"The keys of {name} could not be fetched from {key_set_url}. {error.what()}", "Nobody can come from there until this is mended.")
            continue
        except KeysNotReachable:
            yield bad("platforms", f"What {name} answers at {key_set_url} is not a key set.", "Compare the address with what the platform shows.")
            continue
        if difference is not None:
            differences.append((abs(difference), difference, name))
        if usable:
            yield good("platforms", f"{name} answers, with {many(len(usable), 'key')}.")
        else:
            yield bad("platforms", f"{name} answers, but publishes no key that may be used (RSA, 2048 bits or more).", "Its admin has to make one.")
    if differences:
        yield clock(*min(differences))


def seconds_ahead(answer) -> float | None:
    """By how much the platform's clock is ahead of ours, as far as it says the time."""
    try:
        said = parsedate_to_datetime(answer.headers["Date"])
    except (KeyError, ValueError, TypeError):
        return None
    said = said.replace(tzinfo=timezone.utc) if said.tzinfo is None else said
    return (said - now()).total_seconds()


def clock(off: float, difference: float, name: str):
    """Of several platforms the one with which we agree best: then it is the others that are wrong."""
    if off < NOTICED:
        return good("clock", f"The clock agrees with that of {name}.")
    way = "behind" if difference > 0 else "ahead of"
    return (bad if off > TOO_MUCH else look)("clock", f"The clock of this server is {off:.0f} seconds {way} that of {name}.",
                                             "Let the machine set its clock from the network (chrony, systemd-timesyncd). Launches bear a minute at most.")
