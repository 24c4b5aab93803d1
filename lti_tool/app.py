"""Wires the application in the order in which its rooms stand on each other."""
from datetime import datetime, timezone
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.engine import make_url
from werkzeug.middleware.proxy_fix import ProxyFix


from .access.wiring import register_access
from .activities.wiring import register_activities
from .boards.wiring import register_boards
from .coaching.wiring import register_coaching
from .feedback.wiring import register_feedback
from .db import db
from .db.engines import prepare
from .live import Notifier
from .documents.wiring import register_documents
from .files.wiring import register_files
from .grades.wiring import register_grades
from .console.wiring import register_console
from .home.wiring import register_home
from .jobs.wiring import register_jobs
from .notices.wiring import register_notices
from .questions.wiring import register_questions
from .retention.wiring import register_retention
from .live.wiring import register_live
from .lti.wiring import register_lti
from .moderation.wiring import register_moderation
from .people.wiring import register_people
from .recall.wiring import register_recall
from .search.wiring import register_search
from .settings import folder, load
from .web.assets import register_assets
from .web.dictionary import register_dictionary
from .web.script_words import register_script_words
from .web.client_data import register_client_data
from .web.compression import register_compression
from .web.errors import register_errors
from .web.floor import Floor
from .web.headers import register_headers
from .web.language import register_language
from .web.log import register_log
from .web.pages import register_pages
from .web.slots import register_slots
from .walls.wiring import register_walls
from .workshops.wiring import register_workshops


def create_app(**given) -> Floor:
    """The Flask application. `given` are settings that win over files and environment (see config/default.toml)."""
    settings = load(**given)
    app = Floor("lti_tool", template_folder=str(folder("templates")), static_folder="static")
    app.config.update({name.upper(): value for name, value in settings.items()})
    app.config["MAX_CONTENT_LENGTH"] = settings["body_limit"]
    app.extensions["clock"] = lambda: datetime.now(timezone.utc)
    app.extensions["notifier"] = Notifier()
    for registry, kind in (("permission_parents", dict), ("part_renderers", dict), ("held", list), ("activity_kinds", dict), ("attachable", dict), ("file_references", list), ("chores", list), ("region_told", list), ("another_phase", list), ("course_copied", list), ("words_removed", list), ("packed_with_boards", list), ("acts_on", dict), ("findable", dict), ("findable_watched", dict), ("search_choices", dict), ("moderated", dict), ("may_write", list), ("gradable", dict), ("takes_drafts", dict), ("recall_sources", dict), ("module_finished", list)):
        app.extensions[registry] = kind()
    if settings["proxy_hops"]:
        hops = settings["proxy_hops"]
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=hops, x_proto=hops, x_host=hops)
    connect_database(app)
    for register in (register_log, register_language, register_errors, register_client_data, register_headers, register_compression, register_assets,
                     register_dictionary, register_script_words, register_pages, register_slots, register_jobs, register_live, register_people, register_access, register_activities, register_files, register_documents, register_questions,
                     register_lti, register_grades, register_feedback, register_moderation, register_home, register_notices, register_retention, register_search, register_recall, register_boards, register_walls, register_coaching, register_workshops, register_console):
        register(app)
    return app


def connect_database(app) -> None:
    url = make_url(app.config["DATABASE_URL"])
    if url.get_backend_name() == "sqlite" and url.database and url.database != ":memory:":
        # Relative to where the program runs, not to Flask's instance folder.
        url = url.set(database=str(Path(url.database).resolve()))
        Path(url.database).parent.mkdir(parents=True, exist_ok=True)
    app.config["SQLALCHEMY_DATABASE_URI"] = url
    app.config["SQLALCHEMY_ENGINE_OPTIONS"] = {
        "hide_parameters": True,  # or an error in the log would show what somebody wrote
        "pool_size": app.config["THREADS"] + 2, "max_overflow": 4, "poolclass": sa.QueuePool,
    }
    db.init_app(app)
    with app.app_context():
        prepare(db.engine, durable=app.config["ENVIRONMENT"] != "testing")
