"""Headers of every answer: content security policy, referrer, framing; and the same-origin rule for writes."""
from urllib.parse import urlsplit

from flask import current_app, g, request
from flask_babel import gettext as _

from .errors import Refusal
from .floor import SAFE_METHODS, marked


class FromElsewhere(Refusal):
    """A write that does not come from one of our own pages."""

    status = 403

    def words(self):
        return (_("This did not come from our own page"), _("For your safety, changes are only taken from pages of this tool."),
                _("Open the link in your course and try again there."))


def origin_of(address: str) -> str:
    """scheme://host[:port] of an address, or an empty text."""
    try:
        parts = urlsplit(address)
    except ValueError:  # half an IPv6 address, and the like
        return ""
    return f"{parts.scheme}://{parts.netloc}" if parts.scheme in ("http", "https") and parts.netloc else ""


def allow_form_to(address: str) -> None:
    """A form of this answer may be sent to that address (the platform's)."""
    g.setdefault("form_targets", []).append(origin_of(address))


def framed_by_anybody() -> None:
    """This answer acts for no session, so any platform may frame it: which one asks is not known yet."""
    g.framed_by_anybody = True


def content_security_policy(status: int) -> str:
    forms = " ".join(["'self'", *filter(None, g.get("form_targets", []))])
    origins = frame_origins()
    if g.get("framed_by_anybody") or (status >= 400 and not origins):  # or a stranger's browser would show its own error in the frame
        framers = "https:" + (" http://127.0.0.1:* http://localhost:*" if current_app.config["DEMO"] else "")
    else:
        framers = " ".join(["'self'", *origins])
    return ("default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; "
            f"form-action {forms}; base-uri 'none'; frame-ancestors {framers}")


def frame_origins() -> list[str]:
    """Who may frame this answer, as the rooms above know it (the platform of the person who is here)."""
    return [origin for ask in current_app.extensions["frame_origins"] for origin in ask()]


def from_own_page() -> bool:
    """Whether the browser says that a page of ours sends this. Those that do not know the newer header say the origin."""
    site = request.headers.get("Sec-Fetch-Site")
    if site is None:
        return request.headers.get("Origin") == origin_of(current_app.config["PUBLIC_URL"])
    return site == "same-origin"


def register_headers(app) -> None:
    app.extensions["frame_origins"] = []

    @app.before_request
    def refuse_foreign_writes():
        if request.method in SAFE_METHODS or marked(app, "is_from_elsewhere"):
            return
        if not from_own_page():
            raise FromElsewhere

    @app.after_request
    def add_headers(response):
        if request.endpoint == "static" and response.status_code < 400:
            response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
        else:
            response.headers.setdefault("Content-Security-Policy", content_security_policy(response.status_code))
            response.headers.setdefault("Cache-Control", "no-store")
        response.headers["Referrer-Policy"] = "same-origin"
        response.headers["X-Content-Type-Options"] = "nosniff"
        if app.config["PUBLIC_URL"].startswith("https:"):
            response.headers["Strict-Transport-Security"] = "max-age=31536000"
        return response
