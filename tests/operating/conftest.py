"""What the tests of backups share: databases without tables of both kinds, applications on them, and a course that has been lived in."""
import shutil
import uuid
from contextlib import contextmanager

import pytest
import sqlalchemy as sa

from lti_tool.db import db
from lti_tool.db.migrating import upgrade
from tests.conftest import DATABASES
from tests.support.application import make_app
from tests.support.boards import make_board
from tests.support.cast import AINO, ORJAN
from tests.support.files import pdf, picture
from tests.support.platform import LearningPlatform
from tests.support.revisions import fill
from tests.support.visitor import Visitor

DICTIONARIES = {}  # by language; made of the templates, so they are the same for all applications of a worker


@pytest.fixture(scope="session")
def administer(request):
    """administer(statement, ...) on the PostgreSQL server, which is started when it is first needed; gives its address."""
    def administer(*statements):
        server = request.getfixturevalue("postgresql_server")
        admin = sa.create_engine(server, isolation_level="AUTOCOMMIT")
        with admin.connect() as connection:
            for statement in statements:
                connection.exec_driver_sql(statement)
        admin.dispose()
        return server
    return administer


@pytest.fixture(scope="session")
def make_database(administer):
    """make_database("postgresql", name, folder, like) gives the address of a database without tables, or of a copy of that which is called `like`."""
    def make(kind, name, folder, like=None):
        if kind == "sqlite":
            if like:
                shutil.copy(like, folder / f"{name}.db")
            return f"sqlite:///{folder / name}.db"
        server = administer(f"CREATE DATABASE {name}" + (f" TEMPLATE {like}" if like else ""))
        return sa.make_url(server).set(database=name).render_as_string(hide_password=False)
    return make


@pytest.fixture(scope="session")
def pattern(make_database, tmp_path_factory):
    """pattern("sqlite", "head", "003") is a database that was migrated and filled, once for a worker: tests take copies, because migrating takes half a second."""
    made = {}

    def fill_one(kind, revision, recipe):
        folder, name = tmp_path_factory.mktemp("pattern"), f"pattern_{uuid.uuid4().hex}"
        with make_app(make_database(kind, name, folder)).app_context():
            upgrade(db.engine, revision or recipe)
            if recipe:
                fill(db.engine, recipe)
            if kind == "sqlite":
                with db.engine.connect() as connection:
                    connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
            db.session.remove()
            db.engine.dispose()
        return folder / f"{name}.db" if kind == "sqlite" else name

    def pattern(*what):
        if what not in made:
            made[what] = fill_one(*what)
        return made[what]
    return pattern


@pytest.fixture
def new_url(make_database, administer, tmp_path):
    """new_url("sqlite") is the address of a database without tables; with `like` of a copy."""
    made = []

    def new(kind, like=None):
        name = f"empty_{uuid.uuid4().hex}"
        url = make_database(kind, name, tmp_path, like)
        if kind != "sqlite":
            made.append(name)
        return url

    yield new
    if made:
        administer(*(f"DROP DATABASE {name} WITH (FORCE)" for name in made))


@pytest.fixture
def new_app(new_url, pattern, tmp_path):
    """new_app("sqlite") is an application on a database without tables, with a folder of files of its own."""
    apps = []

    def new(kind="sqlite", revision=None, recipe=None, url=None):
        """With `revision` it has that one's tables; with `recipe` its lived-in course too."""
        app = make_app(url or new_url(kind, pattern(kind, revision, recipe) if revision or recipe else None))
        app.extensions.update(files_folder=tmp_path / f"files {len(apps)}", dictionaries=DICTIONARIES)
        apps.append(app)
        if url and (revision or recipe):
            with app.app_context():
                upgrade(db.engine, revision or recipe)
                if recipe:
                    fill(db.engine, recipe)
        return app

    yield new
    for app in apps:
        with app.app_context():
            db.engine.dispose()


@contextmanager
def engine_of(app):
    """Its engine, while nobody else is connected."""
    with app.app_context():
        db.session.remove()
        db.engine.dispose()
        yield db.engine
        db.session.remove()
        db.engine.dispose()


@pytest.fixture(params=DATABASES)
def kind(request):
    return request.param


class LivedIn:
    """Marja's board with notes, a picture, a file, something deleted and something removed for good, written through the pages."""

    REMOVED = "Asiakas Virtanen"

    def __init__(self, app):
        self.app, self.platform = app, LearningPlatform()
        self.platform.register(app)
        app.test_client().get("/lti/jwks")  # makes the tool's first key
        self.board = make_board(app, self.enter)
        aino, orjan = self.enter(AINO), self.enter(ORJAN)
        self.note = self.board.note(aino, "Kirjaamiskahvit joka toinen perjantai")
        self.attach(aino, self.note, "kaavio.png", picture("PNG", size=(1000, 500)), alternative="Kaavio")
        self.attach(aino, self.note, "muistio.pdf", pdf())
        self.deleted = self.board.note(orjan, "Poistettu lappu")
        orjan.send(f"/notes/{self.deleted}/deletion", version=1)
        removed = self.board.note(orjan, self.REMOVED)
        self.attach(orjan, removed, "poistettu.pdf", pdf(b"removed"))
        assert self.board.marja.send(f"/notes/{removed}/removal", what="all").status == 200
        orjan.send(f"/notes/{self.note}/comments", text="Hos oss också", language="sv")
        with app.app_context():
            db.session.remove()

    def enter(self, person, app=None):
        if app:
            self.platform.reach(app)
        return Visitor(app or self.app, self.platform, person).launch()

    @staticmethod
    def attach(visitor, note, name, data, **form):
        import io

        assert visitor.send(f"/notes/{note}/attachments", file=(io.BytesIO(data), name), **form).status == 200


@pytest.fixture
def lived_in(new_app, kind):
    return LivedIn(new_app(kind, revision="head"))
