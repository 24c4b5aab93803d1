"""Puts the platform together: store, signature, tool and pages in one Flask application."""

from flask import Flask, render_template, url_for

from ..people import CAST
from . import authorization, launch, pages
from .courses import course_of, members_of
from .keys import Signature
from .registration import ISSUER, TOOL, Tool
from .store import Store
from .viewer import NotInThisCourse, keep_choices, language
from .words import LANGUAGES, say


def create_platform(data, tool=TOOL, issuer=ISSUER):
    """The platform as a WSGI application; `data` is a folder of its own, `tool` the origin of the tool."""
    app = Flask(__name__)
    app.issuer = issuer
    app.tool = Tool(tool)
    app.store = Store(data)
    app.signature = Signature(app.store)

    for room in (pages, launch, authorization):
        app.register_blueprint(room.room)
    app.url_defaults(keep_choices)
    app.after_request(never_stored)
    app.context_processor(
        lambda: {
            "cast": CAST, "course_of": course_of, "members_of": members_of, "language": language(), "languages": LANGUAGES,
            "say": lambda key, **values: say(language(), key, **values),
        }
    )

    @app.errorhandler(404)
    def not_found(error):
        return problem("not_found", 404)

    @app.errorhandler(NotInThisCourse)
    def not_in_this_course(error):
        own = url_for("pages.course", person=error.person.key, course=course_of(error.person).id)
        return problem("not_in_course", 403, back=own, person=error.person.name, course=error.course.title)

    @app.errorhandler(authorization.NotOurTool)
    def not_our_tool(error):
        return problem(error.word, 400, **error.values)

    return app


def problem(word, status, back=None, **values):
    text = say(language(), word, **values)
    return render_template("problem.html", text=text, back=back or url_for("pages.front")), status


def never_stored(response):
    # A page that came back out of a cache would hold a launch that is spent.
    response.headers.setdefault("Cache-Control", "no-store")
    return response
