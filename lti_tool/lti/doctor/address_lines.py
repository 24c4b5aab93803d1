"""Under which address this very request came, what the proxies before us said of it, and who may frame our pages.

Nothing here shows what proxies say about the person: X-Forwarded-For is only counted.
"""
from urllib.parse import urlsplit

from flask import current_app, request
from flask_babel import gettext as _
from flask_babel import ngettext

from ...web.headers import origin_of
from ..addresses import LOOPBACK, USUAL_PORTS
from .connection import Connection
from .line import BAD, GOOD, NOTE, WAITS, Change, Line, Outcome

FORWARDED = ("X-Forwarded-For", "X-Forwarded-Proto", "X-Forwarded-Host", "X-Forwarded-Port", "X-Forwarded-Prefix", "Forwarded")


def lines_about_addresses(connection: Connection) -> list[Line]:
    return [public_line(), proxies_line(), https_line(), frame_line(connection)]


def plain(origin: str) -> str:
    """Without a port that goes without saying."""
    parts = urlsplit(origin.lower())
    usual = f":{USUAL_PORTS.get(parts.scheme)}"
    return f"{parts.scheme}://{parts.netloc.removesuffix(usual)}"


def public_line() -> Line:
    """What the browser calls us, against the settings: only the script can say it."""
    public = plain(origin_of(current_app.config["PUBLIC_URL"]))
    wrong = _("This page stands at {origin}, but the settings of this tool say %(public)s. Sign-ins and changes may be refused.", public=public)
    return Line(WAITS, _("The public address in the settings of this tool is %(public)s.", public=public), name="address", values=(("public", public),), outcomes=(
        Outcome("same", GOOD, _("This page stands at the public address of the settings, %(public)s.", public=public)),
        Outcome("other", BAD, wrong, Change(_("Have the operator set this to the address that people's browsers use:"), "LTI_TOOL_PUBLIC_URL"))))


def proxies_line() -> Line:
    hops, hosts = current_app.config["PROXY_HOPS"], request.headers.get("X-Forwarded-For", "")
    came_through = len(hosts.split(",")) if hosts else 0
    told = [name for name in FORWARDED if name in request.headers]
    seen, public = plain(f"{request.scheme}://{request.host}"), plain(origin_of(current_app.config["PUBLIC_URL"]))
    details = (_("Said by proxies: %(names)s", names=", ".join(told)),) if told else ()
    if told and not hops:
        return Line(NOTE, _("A proxy before this server says for whom it asks, and the settings do not let it be believed."),
                    Change(_("If all of these proxies are the operator's own, have this set:"), f"LTI_TOOL_PROXY_HOPS={max(came_through, 1)}"), details)
    if hops and came_through < hops:
        return Line(NOTE, ngettext("The settings say that %(num)s proxy stands before this server, but fewer spoke.",
                                   "The settings say that %(num)s proxies stand before this server, but fewer spoke.", hops),
                    Change(_("Have the operator let each proxy send X-Forwarded-For, X-Forwarded-Proto and X-Forwarded-Host, or set:"), f"LTI_TOOL_PROXY_HOPS={came_through}"), details)
    if seen != public:
        return Line(NOTE, _("The server sees this request at %(seen)s, not at %(public)s.", seen=seen, public=public),
                    Change(_("If a proxy stands before this server, have the operator let it send X-Forwarded-For, X-Forwarded-Proto and X-Forwarded-Host, and set to the "
                             "number of proxies:"), "LTI_TOOL_PROXY_HOPS"), details)
    return Line(GOOD, ngettext("%(num)s proxy stands before this server, and says what it should.", "%(num)s proxies stand before this server, and say what they should.", hops)
                if hops else _("The server sees this request at its public address."), details=details)


def https_line() -> Line:
    public = urlsplit(current_app.config["PUBLIC_URL"])
    if public.scheme == "https":
        return Line(GOOD, _("The public address is encrypted (https)."))
    if public.hostname in LOOPBACK:
        return Line(GOOD, _("The public address is on this very machine; there it need not be encrypted."))
    return Line(BAD, _("The public address is not encrypted. Browsers keep no cookies there in a platform's frame."),
                Change(_("Have the operator give this tool an https address, and set this to it:"), "LTI_TOOL_PUBLIC_URL"))


def frame_line(connection: Connection) -> Line:
    platform = connection.platform
    if platform is None:
        return Line(NOTE, _("No platform of this course is known here."), Change(_("Open the link in the course of your learning platform once more.")))
    return Line(GOOD, ngettext("Pages from this address may frame the tool: %(origins)s", "Pages from these addresses may frame the tool: %(origins)s",
                               len(platform.origins), origins=", ".join(platform.origins)))
