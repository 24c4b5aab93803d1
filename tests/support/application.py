"""One application for all tests of a worker and kind of database. Before each test it is made as new, and its database is put back."""
import copy
from typing import NamedTuple

import jinja2
import sqlalchemy as sa

from lti_tool import create_app
from lti_tool.access.visit import COOKIE
from lti_tool.db import db
from lti_tool.web.dictionary import dictionary_of
from lti_tool.web.script_words import file_of

from .boards import MadeBoard, make_board
from .cast import MARJA
from .platform import LearningPlatform
from .visitor import Visitor

OF_THE_ENGINE = ("begin", "commit", "rollback", "before_cursor_execute", "after_cursor_execute", "before_execute", "after_execute")
OF_ITS_CONNECTIONS = ("connect", "checkout", "checkin", "reset", "close")


class CompiledTemplates(jinja2.BytecodeCache):
    """The templates are compiled only once for all applications."""

    def __init__(self):
        self.known = {}

    def load_bytecode(self, bucket):
        if code := self.known.get((bucket.key, bucket.checksum)):
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket):
        self.known[bucket.key, bucket.checksum] = bucket.bytecode_to_string()


COMPILED_TEMPLATES = CompiledTemplates()


def make_app(url):
    app = create_app(environment="testing", database_url=url)
    app.jinja_env.bytecode_cache = COMPILED_TEMPLATES
    return app


def make_files(app):
    """Dictionaries and scripts' words, as of a server that has answered somebody in each language: making them takes as long as many requests."""
    with app.app_context():
        for language in app.config["LANGUAGES"]:
            dictionary_of(language)
            file_of(language)


def as_new(value):
    """A copy of a container or of an object of ours (a notifier, a cache), with the containers in it. All else is not changed by anybody."""
    if isinstance(value, dict):
        fresh = copy.copy(value)
        fresh.update({name: as_new(inner) for name, inner in value.items()})
        return fresh
    if type(value) in (list, set):
        return type(value)(map(as_new, value))
    if type(value).__module__.startswith("lti_tool") and hasattr(value, "__dict__") and not callable(value):
        fresh = copy.copy(value)
        vars(fresh).update(as_new(vars(value)))
        return fresh
    return value


class Prepared(NamedTuple):
    """A board made through the pages, and all that was in the database then."""

    content: object
    at: object
    board: MadeBoard
    cookie: str


SHARED = {}  # by the identity of their application


def shared_application(app):
    """None for an application of a test's own."""
    return SHARED.get(id(app))


class SharedApplication:
    def __init__(self, database):
        self.database, self.prepared = database, {}  # by language: in_english or not
        self.start()

    def start(self):
        database = self.database
        database.put(database.empty)
        SHARED.pop(id(getattr(self, "app", None)), None)
        self.app = make_app(database.url)
        SHARED[id(self.app)] = self
        self.app.test_client().get("/healthz")  # from its first request on Flask refuses routes and the like: who adds them needs own_app
        with self.app.app_context():
            self.engine = db.engine
        make_files(self.app)
        self.commits = 0
        sa.event.listen(self.engine, "commit", self.count)
        self.mutable = {"config": self.app.config, "extensions": self.app.extensions, "views": self.app.view_functions,
                        "globals": self.app.jinja_env.globals, "filters": self.app.jinja_env.filters, "tests": self.app.jinja_env.tests}
        self.attributes, self.kept = dict(vars(self.app)), {name: as_new(dict(values)) for name, values in self.mutable.items()}
        self.listening = self.listeners()

    def count(self, _connection):
        self.commits += 1

    def listeners(self):
        return ([list(getattr(self.engine.dispatch, name)) for name in OF_THE_ENGINE],
                [list(getattr(self.engine.pool.dispatch, name)) for name in OF_ITS_CONNECTIONS])

    def renew(self):
        """As a server that was just started on an empty database."""
        vars(self.app).clear()
        vars(self.app).update(self.attributes)
        for name, values in self.mutable.items():
            values.clear()
            values.update(as_new(self.kept[name]))
        self.put(self.database.empty)
        return self

    def put(self, content):
        if self.engine.pool.checkedout():
            self.database.cut_off()
        if self.engine.dialect.name == "sqlite" or self.engine.pool.checkedout():
            self.engine.dispose()
        self.database.put(content)
        self.commits = 0

    def go_back_to(self, content):
        """Within a test: what is in the database is as it was then, and nothing else is changed."""
        happened = self.commits
        self.put(content)
        self.commits = happened

    def check(self):
        """After a test: it must have left nothing that `renew` does not put back."""
        if self.listeners() != self.listening:
            self.engine.dispose()
            self.start()
            raise AssertionError("a listener was left on the engine that others use: remove it, or use own_app")

    def is_untouched(self, platform, clock) -> bool:
        """Whether nothing has happened in this test but that the usual platform was registered."""
        usual = {name: value for name, value in vars(LearningPlatform()).items() if name not in ("adapter", "app")}
        return (self.commits == 1 and not clock.ahead and not self.engine.pool.checkedout() and dict(self.app.config) == self.kept["config"]
                and usual.items() <= vars(platform).items())

    def board(self, platform, clock, enter) -> MadeBoard:
        """The first test makes it through the pages, the others go on from there, at the same moment of the clock."""
        if not self.is_untouched(platform, clock):
            return make_board(self.app, enter)
        language = LearningPlatform.everybody_in_english
        if language not in self.prepared:
            board = make_board(self.app, enter)
            cookie = board.marja.client.get_cookie(COOKIE, domain="tool.example")
            self.prepared[language] = Prepared(self.database.content(), clock(), board, cookie.value)
            return board
        content, at, board, cookie = self.prepared[language]
        self.put(content)
        clock.go_to(at)
        marja = Visitor(self.app, platform, MARJA)
        marja.client.set_cookie(COOKIE, cookie, domain="tool.example", secure=True, httponly=True)
        marja.address = board.marja.address
        return board._replace(marja=marja)

    def close(self):
        SHARED.pop(id(self.app))
        self.engine.dispose()
        self.database.close()
