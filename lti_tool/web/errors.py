"""Refusals and mishaps, shown in one place: what happened, what to do, and a reference that the log also has."""
import errno
import logging
import secrets
import sqlite3

from flask import Response, current_app, g, jsonify, render_template, request
from flask_babel import gettext as _
from sqlalchemy.exc import IntegrityError, OperationalError
from sqlalchemy.exc import TimeoutError as NoConnectionLeft
from sqlalchemy.orm.exc import ObjectDeletedError, StaleDataError
from werkzeug.exceptions import HTTPException

from .answers import answered_in_page, json_wanted
from .log import way_to

logger = logging.getLogger("lti_tool")
ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"


class Refusal(Exception):
    """Something that a person may not or cannot do now. Subclasses are named for the situation.

    `words()` is asked when the page is made, in the person's language: a title, what happened, what the person can do.
    """

    status = 403
    template = "errors/_refusal.html"
    page = "errors/page.html"
    is_dialog = False  # the fragment is a whole dialog, in which the person decides how to go on
    dialog = "dialog"  # the one of the page that shows it

    def words(self) -> tuple[str, str, str]:
        raise NotImplementedError

    def details(self) -> dict:
        """More values for the template."""
        return {}


class NoRoomLeft(Refusal):
    """The disk is full, be it the database's, that of the files, or the one for what is just arriving."""

    status = 507

    def words(self):
        return (_("There is no room left here"), _("The disk of this service is full, so this could not be saved. What was saved before is safe, and your text is still on this page."),
                _("Copy your text if you want to keep it, and tell a facilitator. Try again later."))


def is_full_disk(error: BaseException) -> bool:
    """What the operating system, SQLite and PostgreSQL say when there is no room."""
    if isinstance(error, OSError):
        return error.errno in (errno.ENOSPC, errno.EDQUOT)
    cause = getattr(error, "orig", None)
    return getattr(cause, "sqlite_errorcode", None) == sqlite3.SQLITE_FULL or getattr(cause, "sqlstate", None) == "53100"


def new_reference() -> str:
    """Six characters that are easy to read aloud."""
    return "".join(secrets.choice(ALPHABET) for _place in range(6))


def http_words(status: int) -> tuple[str, str, str]:
    """Words for what Flask itself refuses."""
    return {
        401: (_("You are no longer signed in here"), _("Your session has ended, or this browser did not keep it."),
              _("Go back to your course in the learning platform and open the link again.")),
        403: (_("You may not do this"), _("Your role in this course does not include it."), _("If you think it should, ask a facilitator of the course.")),
        404: (_("There is nothing here for you"), _("The page does not exist, was removed, or belongs to a course you have not opened."),
              _("Go back to your course in the learning platform and open the link there.")),
        405: (_("That does not work here"), _("The address was opened in a way it is not made for."), _("Go back and try again from the page itself.")),
        408: (_("That took too long to arrive"), _("The connection was too slow, or it was interrupted."), _("Try again. Your text is still here.")),
        413: (_("That was too much at once"), _("What was sent is larger than this place takes."), _("Send a shorter text or a smaller file.")),
        429: (_("Too many at once"), _("There were too many requests from here in a short time."), _("Wait a moment and try again.")),
    }.get(status, (_("That did not work"), _("The request could not be understood."), _("Go back and try again. If it happens again, tell your facilitator.")))


def mishap_words() -> tuple[str, str, str]:
    return (_("Something went wrong here"), _("The mistake is ours, not yours. Nothing of what was already saved is lost."),
            _("Try again in a moment. If it happens again, tell your facilitator the reference below."))


def conflict_words() -> tuple[str, str, str]:
    return (_("Somebody was faster"), _("The same thing was being changed at the same moment."), _("Look at how it is now, and try again."))


def what_was_sent():
    """The form, unless it is what cannot be read."""
    try:
        return request.form
    except (HTTPException, OSError):
        return {}


def refusal_response(status: int, words, template="errors/_refusal.html", page="errors/page.html", **details) -> Response:
    """The refusal as a page, a fragment or JSON, whichever was asked for."""
    title, what, advice = words
    reference = details.pop("reference", None) or new_reference()
    g.reference = reference
    if json_wanted():
        response = jsonify(error=title, happened=what, advice=advice, reference=reference)
    else:
        values = dict(title=title, what=what, advice=advice, reference=reference, status=status, sent=what_was_sent(), **details)
        response = current_app.make_response(render_template(template, **values) if answered_in_page()
                                             else render_template(page, fragment=template, **values))
    response.status_code = status
    response.headers["Cache-Control"] = "no-store"
    return response


def register_errors(app) -> None:
    @app.errorhandler(Refusal)
    def refused(error):
        response = refusal_response(error.status, error.words(), error.template, error.page, **error.details())
        if error.is_dialog and answered_in_page():
            response.headers["X-Dialog"] = error.dialog
        logger.info("refused %s: %s %s reference %s", type(error).__name__, request.method, request.url_rule, g.reference)
        return response

    @app.errorhandler(HTTPException)
    def refused_by_flask(error):
        if error.code is None or error.code < 400:
            return error
        response = refusal_response(error.code, http_words(error.code))
        logger.info("refused %s: %s %s reference %s", error.code, request.method, request.url_rule, g.reference)
        return response

    @app.errorhandler(IntegrityError)
    @app.errorhandler(ObjectDeletedError)
    @app.errorhandler(StaleDataError)
    def conflict(error):
        response = refusal_response(409, conflict_words())
        logger.info("conflict: %s %s reference %s", request.method, request.url_rule, g.reference)
        return response

    @app.errorhandler(OSError)
    def operating_system(error):
        return no_room(error) if is_full_disk(error) else mishap(error)

    def no_room(error):
        refusal = NoRoomLeft()
        response = refusal_response(refusal.status, refusal.words())
        logger.error("no room left (%s): %s %s reference %s", type(error).__name__, request.method, request.url_rule, g.reference)
        return response

    @app.errorhandler(OperationalError)
    @app.errorhandler(NoConnectionLeft)
    @app.errorhandler(TimeoutError)
    def not_now(error):
        if is_full_disk(error):
            return no_room(error)
        words = (_("This place is overloaded just now"), _("Your change could not be saved, but it is not lost: it is still on this page."),
                 _("Try again in a moment."))
        response = refusal_response(503, words)
        logger.error("not now (%s): %s %s reference %s", type(error).__name__, request.method, request.url_rule, g.reference)
        return response

    @app.errorhandler(Exception)
    def mishap(error):
        reference = new_reference()
        logger.error("mishap: %s %s reference %s\n%s", request.method, request.url_rule, reference, way_to(error))
        return refusal_response(500, mishap_words(), reference=reference)
