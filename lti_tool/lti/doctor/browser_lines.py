"""What the browser lets this tool do where it stands: some of it this request says, the rest the page's script finds out."""
from flask import request, url_for
from flask_babel import gettext as _

from ...live import head_of
from . import moodle
from .connection import Connection
from .line import BAD, GOOD, NOTE, WAITS, Change, Line, Outcome

ENOUGH_WIDTH, ENOUGH_HEIGHT = 320, 360  # CSS pixels, below which a frame is a nuisance


def lines_about_the_browser(connection: Connection) -> list[Line]:
    return [visit_line(connection), place_line(connection), storage_line(), script_line(), live_line(connection), window_line(connection)]


def visit_line(connection: Connection) -> Line:
    """That this page is shown at all says it."""
    if connection.facts and connection.facts["kept_by"] == "storage":
        return Line(NOTE, _("This browser keeps you signed in. At your latest launch it lost the cookie of the sign-in, and the platform's own storage stood in for it."),
                    Change(_("In the browser's settings, allow cookies for this tool's address inside other pages.")))
    return Line(GOOD, _("This browser keeps you signed in here."))


def place_line(connection: Connection) -> Line:
    framed = request.headers.get("Sec-Fetch-Dest") in ("iframe", "frame")
    known = "Sec-Fetch-Dest" in request.headers
    words = (_("This page stands in a frame of the platform's page.") if framed else _("This page has a window of its own.")) if known else _("This browser does not say whether this page stands in a frame.")
    wider = connection.change(moodle.in_tool(moodle.SETTINGS, moodle.CONTAINER, moodle.NEW_WINDOW), _("Have the platform open the tool in a window of its own."))
    return Line(GOOD if known else WAITS, words, name="place", values=(("width", ENOUGH_WIDTH), ("height", ENOUGH_HEIGHT)), outcomes=(
        Outcome("frame", GOOD, _("This page stands in a frame of the platform's page, {width} × {height} pixels large.")),
        Outcome("small", NOTE, _("This page stands in a frame of only {width} × {height} pixels."), wider),
        Outcome("window", GOOD, _("This page has a window of its own, {width} × {height} pixels large."))))


def storage_line() -> Line:
    """The header is Chromium's: none, inactive or active (Storage Access API)."""
    access = request.headers.get("Sec-Fetch-Storage-Access")
    apart = _("This tool's cookies are kept apart for this platform (partitioned), as they should be in a frame.")
    free = _("This browser sets no limits to what this tool keeps here.")
    words = {"none": apart, "inactive": apart, "active": free}.get(access)
    return Line(GOOD if words else WAITS, words or _("Whether this browser keeps this tool's cookies apart for each platform, only its script can say."), name="storage", outcomes=(
        Outcome("free", GOOD, free), Outcome("apart", GOOD, apart),
        Outcome("closed", GOOD, _("This tool's cookies are kept apart for this platform (partitioned). The browser lets it keep nothing else, and nothing else is needed."))))


def script_line() -> Line:
    return Line(NOTE, _("JavaScript is off, or this tool's script did not load. Everything can be done without it, but what others do is only seen after loading a page anew."),
                Change(_("Allow JavaScript for this tool's address in the browser, or look whether something withholds files below /static.")), name="script",
                outcomes=(Outcome("runs", GOOD, _("JavaScript runs.")),))


def live_line(connection: Connection) -> Line:
    unbuffered = Change(_("Have the operator let the proxies pass on answers of the kind text/event-stream as they come, and keep them open for a minute at least. In nginx:"),
                        "proxy_buffering off;")
    course = connection.course
    since = head_of(course.topic_id)
    return Line(WAITS, _("Whether this browser hears at once what others do, only its script can say."), name="live",
                values=(("stream", url_for("home.stream", course_id=course.id, since=since)), ("changes", url_for("home.changes", course_id=course.id, since=since))), outcomes=(
                    Outcome("trying", WAITS, _("It is being tried whether this browser hears at once what others do.")),
                    Outcome("flows", GOOD, _("What others do is heard at once: the first word came after {milliseconds} milliseconds.")),
                    Outcome("slow", NOTE, _("What others do is heard, but the first word took {milliseconds} milliseconds: something on the way holds it back."), unbuffered),
                    Outcome("held", NOTE, _("The live connection opens, but no word of it arrives: a proxy collects them. This browser asks every few seconds instead."), unbuffered),
                    Outcome("closed", NOTE, _("The live connection does not open. This browser asks every few seconds instead."), unbuffered),
                    Outcome("deaf", BAD, _("This browser hears nothing of what others do: neither the live connection nor asking works."),
                            Change(_("Load this page anew. If it stays so, have the operator check that no proxy withholds the addresses that end in /stream and /changes.")))))


def window_line(connection: Connection) -> Line:
    return Line(GOOD, _("From a frame, every page can be opened in a window of its own."), name="window",
                own_window=url_for("connection.show", course_id=connection.course.id),
                outcomes=(Outcome("already", GOOD, _("From a frame, every page can be opened in a window of its own, as this one is.")),))
