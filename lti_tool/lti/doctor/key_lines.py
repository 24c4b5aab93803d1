"""Keys both ways: the platform's, which we fetch, and ours, which it fetches."""
from flask import current_app, url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from ...web.pages import moment_words
from ..key import KeyCannotBeRead, loaded, published_keys
from ..message_refusals import KeysNotReachable
from ..no_answer import NoAnswer
from ..platform_keys import SMALLEST_KEY, KeySet
from . import moodle
from .connection import Connection
from .line import BAD, GOOD, NOTE, WAITS, Change, Line, Outcome


def lines_about_keys(connection: Connection) -> list[Line]:
    return [platform_line(connection), own_line(connection), used_line(connection)]


def platform_line(connection: Connection) -> Line:
    """Before they were asked for."""
    if connection.platform is None:
        return Line(NOTE, _("No platform of this course is known here, so its keys cannot be fetched."), name="keys")
    address = (_("From: %(address)s", address=connection.platform.key_set_url),)
    words = (_("The platform's keys could be fetched when you came: its signature was checked with them.") if connection.report
             else _("The platform's keys are fetched when somebody opens a link."))
    return Line(WAITS, words, details=address, name="keys", button=_("Fetch them now"))


def platform_fetched(found: KeySet, connection: Connection) -> Line:
    good, small = len(found.keys), len(found.too_small)
    details = (_("From: %(address)s", address=connection.platform.key_set_url),)
    repair = Change(_("Have the platform make a new key of at least %(bits)s bits.", bits=SMALLEST_KEY))
    if good and not small:
        return Line(GOOD, ngettext("The platform's keys were fetched just now: %(num)s key, of at least %(bits)s bits.",
                                   "The platform's keys were fetched just now: %(num)s keys, all of at least %(bits)s bits.", good, bits=SMALLEST_KEY),
                    details=details, name="keys")
    if good:
        return Line(NOTE, ngettext("The platform also publishes %(num)s key that is too small to be taken.",
                                   "The platform also publishes %(num)s keys that are too small to be taken.", small), repair, details, "keys")
    if small:
        return Line(BAD, _("All keys of the platform have fewer than %(bits)s bits. Nothing that is signed with them is taken.", bits=SMALLEST_KEY), repair, details, "keys")
    return Line(BAD, _("The platform publishes no key with which its messages could be checked (RSA, RS256)."), to_check_the_address(connection), details, "keys")


def platform_not_fetched(refusal: KeysNotReachable, connection: Connection) -> Line:
    cause = refusal.__cause__
    details = ((cause.what(),) if isinstance(cause, NoAnswer) else ()) + (_("From: %(address)s", address=connection.platform.key_set_url),)
    return Line(BAD, _("The platform's keys could not be fetched just now. Without them nobody gets in."), to_check_the_address(connection), details, "keys")


def to_check_the_address(connection: Connection) -> Change:
    right = _("Check that this server can reach the platform, and that the key set address stored here is right.")
    return Change(right, where=_("In Moodle: %(menus)s → the magnifying glass on this tool's card → %(name)s", menus=moodle.TOOLS, name=moodle.KEYSET_ADDRESS)
                  if connection.is_moodle else "")


def own_line(connection: Connection) -> Line:
    """The browser fetches them as the platform would, at the public address."""
    address, published = f"{current_app.config['PUBLIC_URL']}/lti/jwks", published_keys()
    try:
        newest = published[0].kid if published and loaded(published[0]) else ""
    except KeyCannotBeRead:
        return Line(BAD, _("This tool's own keys cannot be read: the setting secret_key is another than when they were made."),
                    Change(_("Have the operator put the earlier secret_key back, or make new keys:"), "lti-tool keys rotate --overlap-days 0"))
    details = (_("Key: %(kid)s", kid=newest),) if newest else ()
    return Line(WAITS, _("This tool publishes its keys at %(address)s", address=address), details=details, name="jwks",
                values=(("address", url_for("lti.jwks")), ("kid", newest)), outcomes=(
                    Outcome("there", GOOD, _("This tool's keys are published at %(address)s", address=address)),
                    Outcome("lacking", BAD, _("The newest of this tool's keys is not among those that are published at %(address)s", address=address),
                            Change(_("A proxy may keep an old answer. Have the operator let it keep this address for five minutes at most."))),
                    Outcome("unreachable", BAD, _("This tool's keys could not be fetched from %(address)s", address=address),
                            Change(_("Have the operator check that no proxy or firewall withholds this address.")))))


def used_line(connection: Connection) -> Line:
    """Reading the list of people takes a token, and the platform gives one only to whose signature it could check."""
    read = [context.roster_at for context in connection.contexts if context.roster_at]
    if read:
        return Line(GOOD, _("The platform has fetched and accepted this tool's key, last: %(when)s.", when=moment_words(max(read))), name="used")
    needed = (_("In Moodle this needs “%(type)s”: “%(keyset)s”, and “%(name)s”: %(address)s", type=moodle.KEY_TYPE, keyset=moodle.KEYSET_URL, name=moodle.KEYSET,
                address=f"{current_app.config['PUBLIC_URL']}/lti/jwks"),) if connection.is_moodle else ()
    return Line(GOOD, _("Whether the platform accepts this tool's key shows when it is first asked for something."), details=needed, name="used")


def accepted() -> Line:
    return Line(GOOD, _("The platform has accepted this tool's key just now."), name="used")


def not_accepted(connection: Connection) -> Line:
    address = f"{current_app.config['PUBLIC_URL']}/lti/jwks"
    return Line(BAD, _("The platform does not accept this tool's key, or does not know its client ID."), connection.change(
        moodle.in_tool(moodle.SETTINGS, moodle.KEYSET, address), _("In the platform's settings of this tool, set the address of its key set to %(address)s.", address=address)),
        name="used")
