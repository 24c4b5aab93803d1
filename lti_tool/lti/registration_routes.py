"""/lti/register: a platform's admin page opens it in a frame of its own, the admin sees what will be shared, and connects.

GET shows and fetches nothing; POST asks the platform, in no transaction, and keeps what came of it.
"""
import logging
from contextlib import contextmanager
from urllib.parse import urlencode

from flask import Blueprint, current_app, g, make_response, render_template, request
from flask_babel import force_locale
from sqlalchemy.exc import IntegrityError

from ..db import now, transaction
from ..web import framed_by_anybody, own_transactions, public
from ..web.errors import new_reference
from ..web.language import known
from .addresses import host_of, is_suitable
from .own_registration import name_in_platform
from .platform import Platform
from .platform_configuration import PlatformConfiguration, fetch_configuration
from .record import short
from .refused_page import support_code
from .registration import Request, check_invitation, keep, must_have_room, read_request, register_at
from .registration_refusals import OpenedByHand, OthersAreConnecting, RegistrationRefused
from .turns import CONNECTING, TooManyAtOnce, turn

logger = logging.getLogger("lti_tool.lti")
registration = Blueprint("registration", __name__, url_prefix="/lti")
KEEPING_TRIES = 3


@contextmanager
def in_chosen_language():
    """In the one that was chosen on the page, else in the browser's."""
    if language := known(request.values.get("language")):
        with force_locale(language):
            yield
    else:
        yield


@registration.get("/register")
@public
@own_transactions
def ask():
    """Who asks, what will be shared and why, and one button."""
    framed_by_anybody()
    asked = read_request(request.args)
    with transaction(writes=False):
        is_invited = must_be_welcome(asked) is not None
    with in_chosen_language():
        return render_template("lti/register.html", asked=asked, is_invited=is_invited, tool=name_in_platform(), mail=bool(current_app.config["MAIL_SERVER"]))


@registration.post("/register")
@public
@own_transactions
def register():
    """Asks the platform, tells it of this tool, keeps it."""
    framed_by_anybody()
    asked = read_request(request.form)
    with transaction(writes=False):
        invitation_id = must_be_welcome(asked)
    try:
        with turn(CONNECTING):
            configuration = fetch_configuration(asked.configuration)
            registered = register_at(configuration, asked.token)
            platform = kept(configuration, registered, invitation_id)
    except TooManyAtOnce:
        raise OthersAreConnecting from None
    logger.info("registered platform %s at %s (%s)", platform.id, asked.host, "waits for approval" if platform.is_pending else "invited" if invitation_id else "as before")
    with in_chosen_language():
        return render_template("lti/registered.html", host=asked.host, platform=platform, is_moodle=configuration.is_moodle, tool=name_in_platform())


def link_to_paste() -> str:
    """This address as it has to be given to the platform."""
    code = request.values.get("invitation")
    return f"{current_app.config['PUBLIC_URL']}/lti/register" + (f"?{urlencode({'invitation': code})}" if code else "")


def must_be_welcome(asked: Request) -> int | None:
    """The number of the invitation, None without one. Raises a RegistrationRefused."""
    invitation = check_invitation(asked)
    if invitation is None:
        must_have_room()
        return None
    return invitation.id


def kept(configuration: PlatformConfiguration, registered, invitation_id: int | None) -> Platform:
    """Tries again when the same platform was registered at the same moment."""
    for tries_left in reversed(range(KEEPING_TRIES)):
        try:
            with transaction() as session:
                platform = keep(configuration, registered, invitation_id)
                session.expunge(platform)
            return platform
        except IntegrityError:
            if not tries_left:
                raise


@registration.errorhandler(RegistrationRefused)
def refused(refusal):
    """Words and what to do; for whoever is asked for help a line without anybody's data."""
    framed_by_anybody()
    g.reference, at = new_reference(), now()
    address = request.values.get("openid_configuration", "")
    host = host_of(address)[:100] if is_suitable(address) else ""
    logger.warning("registration refused %s: %s host %s reference %s", type(refusal).__name__, short(refusal.detail) or "-", host or "-", g.reference)
    line = " · ".join(part for part in (support_code(refusal), host, f"{at:%Y-%m-%d %H:%M:%S} UTC", g.reference) if part)
    with in_chosen_language():
        title, what, advice = refusal.words()
        page = render_template("lti/register_refused.html", title=title, what=what, advice=advice, refusal=refusal, support_line=line,
                               link=link_to_paste() if isinstance(refusal, OpenedByHand) else "", help_contact=current_app.config["HELP_CONTACT"])
    return make_response(page, refusal.status)
