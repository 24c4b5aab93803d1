"""Puts the platform together: store, signature, tools and pages in one Flask application."""

import requests
from flask import Flask, url_for

from ..people import CAST
from . import access_token, adding, authorization, copying, deep_linking, dynamic_registration, external_tools, gradebook, launch, manage_tools
from . import pages, roster, storage
from .choices import keep_choices, language
from .courses import course_of, courses_of, members_of
from .keys import Signature
from .problem import Problem
from .registration import ISSUER, TOOL, keep_built_in_tool
from .store import Store
from .words import LANGUAGES, say

ROOMS = (pages, launch, authorization, access_token, dynamic_registration, manage_tools, external_tools, adding, deep_linking, copying, roster,
         gradebook, storage)


def create_platform(data, tool=TOOL, issuer=ISSUER):
    """The platform as a WSGI application; `data` is a folder of its own, `tool` the origin of the built-in tool."""
    app = Flask(__name__)
    app.issuer = issuer
    app.store = Store(data)
    app.signature = Signature(app.store)
    app.requests = requests.Session()
    with app.app_context():
        keep_built_in_tool(tool)

    for room in ROOMS:
        app.register_blueprint(room.room)
    app.url_defaults(keep_choices)
    app.after_request(never_stored)
    app.context_processor(
        lambda: {
            "cast": CAST, "course_of": course_of, "courses_of": courses_of, "members_of": members_of, "language": language(), "languages": LANGUAGES,
            "say": lambda key, **values: say(language(), key, **values),
        }
    )

    @app.errorhandler(404)
    def not_found(error):
        return Problem("not_found", 404, url_for("pages.front")).page()

    @app.errorhandler(Problem)
    def in_words(problem):
        return problem.page()

    return app


def never_stored(response):
    # A page that came back out of a cache would hold a launch that is spent.
    response.headers.setdefault("Cache-Control", "no-store")
    return response
