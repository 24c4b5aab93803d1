"""The Flask application class: one transaction around each view, and no answer without a check of who asks."""
from flask import Flask, g, request
from flask.sessions import SessionInterface
from werkzeug.exceptions import HTTPException

from ..db import transaction
from .assets import send_asset
from .dictionary import send_dictionary
from .numbers import Number
from .script_words import send_script_words

SAFE_METHODS = ("GET", "HEAD", "OPTIONS")


class UncheckedAnswer(AssertionError):
    """A view answered without having checked who asks. A mistake of ours, never of the person."""


def public(view):
    """The view answers strangers too."""
    view.is_public = True
    return view


def writes(view):
    """The view writes although it is asked for by GET."""
    view.is_writing = True
    return view


def reads(view):
    """The view writes nothing although it is a POST (so that nothing but our own pages can ask for it)."""
    view.is_reading = True
    return view


def own_transactions(view):
    """The view opens its transactions itself, because it asks another server between them."""
    view.has_own_transactions = True
    return view


def takes_up_to(size: int):
    """The view takes a larger body than others, in bytes."""
    def mark(view):
        view.body_limit = size
        return view
    return mark


def from_elsewhere(view):
    """The view may be posted to from another site: it has a protection of its own (LTI's state)."""
    view.is_from_elsewhere = True
    return view


def checked() -> None:
    """Says that it was checked whether this visitor may have this answer."""
    g.checked = True


def marked(app, mark: str) -> bool:
    """Whether the view of the present request carries the mark."""
    return getattr(app.view_functions.get(request.endpoint or ""), mark, False)


class NoSession(SessionInterface):
    """Who is here is known by a visit (access/visit.py): nothing is kept in a cookie of Flask's."""

    def open_session(self, app, request):
        return self.make_null_session(app)

    def save_session(self, app, session, response):
        pass


class Floor(Flask):
    """Returning commits, raising rolls back. The commit happens where error handlers still see its errors."""

    session_interface = NoSession()

    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        self.url_map.converters["int"] = Number

    def send_static_file(self, filename):
        """Files that are built, and those which an application makes once of its own words."""
        folder = filename.partition("/")[0]
        return {"words": send_script_words, "dictionaries": send_dictionary}.get(folder, send_asset)(filename)

    def body_limit(self, path: str, method: str) -> int:
        """How large a body may be that is sent to that address."""
        try:
            endpoint, _values = self.url_map.bind("").match(path, method)
        except HTTPException:
            endpoint = None
        return getattr(self.view_functions.get(endpoint), "body_limit", self.config["BODY_LIMIT"])

    def dispatch_request(self):
        if limit := marked(self, "body_limit"):
            request.max_content_length = limit
        if request.routing_exception is not None or request.endpoint == "static" or marked(self, "has_own_transactions"):
            return self._checked_answer()
        writing = request.method not in SAFE_METHODS and not marked(self, "is_reading") or marked(self, "is_writing")
        with transaction(writes=writing):
            return self._checked_answer()

    def _checked_answer(self):
        response = self.make_response(super().dispatch_request())
        if response.status_code < 400 and not (g.get("checked") or request.endpoint == "static" or marked(self, "is_public")
                                               or request.method == "OPTIONS"):
            raise UncheckedAnswer(request.endpoint)
        return response
