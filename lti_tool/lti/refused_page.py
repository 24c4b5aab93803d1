"""The page of a refused launch: what was fine, what was not, how it is fixed, and a line for whoever is asked for help."""
import re
from contextlib import contextmanager
from typing import NamedTuple
from urllib.parse import urlsplit

from flask import g, make_response, render_template
from flask_babel import force_locale

from ..db import now, transaction
from ..people import contact_of
from ..people.organisation import organisation_at
from ..web.errors import new_reference
from ..web.language import known
from .handshake import the_handshake
from .record import logger, remember_refusal, short
from .refusals import LaunchRefused, Step


class Checked(NamedTuple):
    """A line of the connection check."""

    state: str  # good | bad | waiting
    words: str


@contextmanager
def in_launch_language():
    """In the language of the launch, when it is one of ours; else in the browser's."""
    if language := known(the_handshake().language):
        with force_locale(language):
            yield
    else:
        yield


def connection_check(failed: Step) -> list[Checked]:
    return [Checked("good" if step < failed else "bad" if step == failed else "waiting", step.words()) for step in Step]


def support_code(refusal: LaunchRefused) -> str:
    """The refusal's name as people read it aloud: LTI-UNKNOWN-CLIENT."""
    return "LTI" + re.sub("([A-Z])", r"-\1", type(refusal).__name__).upper()


def host_of(issuer: str) -> str:
    return short(urlsplit(issuer).netloc if "://" in issuer[:20] else issuer)[:100]


def answer_refusal(refusal: LaunchRefused):
    """Writes the record in a transaction of its own, tells the log, and shows the page."""
    handshake, at, reference = the_handshake(), now(), new_reference()
    g.reference = reference
    outcome = type(refusal).__name__
    with transaction():
        remember_refusal(handshake, outcome, refusal.detail, reference)
        help_contact = contact_of(organisation_at(handshake.platform.issuer, handshake.platform.client_id) if handshake.platform else None, "help_contact")
    logger.warning("launch refused %s: %s reference %s", outcome, short(refusal.detail), reference)
    host = host_of(handshake.issuer)
    line = " · ".join(part for part in (support_code(refusal), host, f"{at:%Y-%m-%d %H:%M:%S} UTC", reference) if part)
    with in_launch_language():
        title, what, advice = refusal.words()
        page = render_template(
            refusal.template, title=title, what=what, advice=advice, repair=refusal.repair(), check=connection_check(refusal.step), host=host,
            platform=handshake.platform, support_line=line, reference=reference, at=at, help_contact=help_contact)
    return make_response(page, refusal.status)
