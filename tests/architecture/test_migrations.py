"""Migrations: they make the tables that the program says it has, and bring every older database there with all that is in it."""
import shutil
import threading
import uuid
from contextlib import contextmanager

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from lti_tool import create_app
from lti_tool.db import db, migrating
from lti_tool.db.migrating import BrokenReferences, config, newest, present, upgrade
from lti_tool.db.side_tables import is_ours
from tests.conftest import DATABASES
from tests.support.cast import AINO, MARJA
from tests.support.platform import LearningPlatform
from tests.support.revisions import RECIPES, counted, fill
from tests.support.visitor import Visitor

REVISIONS = sorted(script.revision for script in ScriptDirectory.from_config(config()).walk_revisions())
NOTE = "Kirjaamiskahvit joka toinen perjantai"
WAIT = 60


@pytest.fixture(params=DATABASES)
def empty_url(request, tmp_path):
    """A database without tables."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'empty.db'}"
        return
    server = request.getfixturevalue("postgresql_server")
    admin = sa.create_engine(server, isolation_level="AUTOCOMMIT")
    name = f"empty_{uuid.uuid4().hex}"
    with admin.connect() as connection:
        connection.exec_driver_sql(f"CREATE DATABASE {name}")
    yield sa.make_url(server).set(database=name).render_as_string(hide_password=False)
    with admin.connect() as connection:
        connection.exec_driver_sql(f"DROP DATABASE {name} WITH (FORCE)")
    admin.dispose()


@contextmanager
def application(url):
    app = create_app(environment="testing", database_url=url)
    with app.app_context():
        try:
            yield app
        finally:
            db.session.remove()
            db.engine.dispose()


@pytest.fixture
def app(empty_url):
    """The application on the empty database."""
    app = create_app(environment="testing", database_url=empty_url)
    yield app
    with app.app_context():
        db.engine.dispose()


@pytest.fixture
def engine(app):
    with app.app_context():
        return db.engine


def test_every_revision_has_its_recipe():
    assert {path.stem for path in RECIPES.glob("*.sql")} == set(REVISIONS)


def test_a_recipe_fills_every_table_of_its_revision(engine):
    upgrade(engine, REVISIONS[-1])
    fill(engine, REVISIONS[-1])
    assert [table for table, rows in counted(engine).items() if not rows] == []


def test_the_migrations_make_the_tables_that_the_program_says_it_has(engine):
    upgrade(engine)
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection, opts={"compare_type": True, "include_name": is_ours}), db.metadata) == []
        for table in db.metadata.sorted_tables:
            made = sa.inspect(connection).get_foreign_keys(table.name)
            assert {(key["name"], key["options"].get("ondelete")) for key in made} == {(key.name, key.ondelete) for key in table.foreign_key_constraints}


def test_every_constraint_has_a_name_by_which_a_migration_can_change_it(engine):
    upgrade(engine)
    look = sa.inspect(engine)
    for table in db.metadata.sorted_tables:
        keys = [*look.get_foreign_keys(table.name), *look.get_unique_constraints(table.name), *look.get_indexes(table.name)]
        assert all(key["name"] for key in keys), table.name


@pytest.mark.parametrize("revision", REVISIONS)
def test_a_database_of_every_revision_is_upgraded_with_all_that_is_in_it(engine, app, revision):
    upgrade(engine, revision)
    fill(engine, revision)
    before = counted(engine)
    upgrade(engine)
    assert present(engine) == newest()
    after = counted(engine)
    assert {table: after[table] for table in before if table in after} == {table: before[table] for table in before if table in after}
    platform = LearningPlatform()
    platform.reach(app)
    aino = Visitor(app, platform, AINO).launch()
    board = aino.open(aino.address)
    assert board.status == 200 and NOTE in board.text and "Text utan författare" in board.text and "Poistettu lappu" not in board.text
    column = board.numbers("column")[0]
    assert aino.send(f"/columns/{column}/notes", text="Uusi lappu vanhalla taululla", colour="sun", language="fi").status == 201
    marja = Visitor(app, platform, MARJA).launch()
    assert "Poistettu lappu" in marja.open(f"{aino.address}/deleted").text
    assert marja.open("/me").status == 200


def test_upgrading_again_changes_nothing(engine):
    upgrade(engine)
    fill(engine, REVISIONS[-1])
    before = counted(engine)
    upgrade(engine)
    assert (present(engine), counted(engine)) == (newest(), before)


def test_two_who_upgrade_at_once_do_it_one_after_the_other(empty_url):
    ready, failed = threading.Barrier(2), []

    def run():
        with application(empty_url):  # as in another process: with an engine and a lock of its own
            ready.wait(WAIT)
            try:
                upgrade(db.engine)
            except Exception as error:
                failed.append(error)

    threads = [threading.Thread(target=run) for _time in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(WAIT)
    assert failed == []
    with application(empty_url):
        assert present(db.engine) == newest()


@pytest.fixture
def next_revision(tmp_path, monkeypatch):
    """next_revision(what upgrade does) puts one more migration behind ours; gives its name."""
    folder = tmp_path / "migrations"
    shutil.copytree(migrating.FOLDER, folder, ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(migrating, "FOLDER", folder)

    def write(*statements):
        lines = ['"""to try it"""', "import sqlalchemy as sa", "from alembic import op", "revision = '999'", f"down_revision = '{REVISIONS[-1]}'", "def upgrade():",
                 *(f"    {statement}" for statement in statements)]
        (folder / "versions" / "999_to_try_it.py").write_text("\n".join(lines), encoding="utf-8")
        return "999"
    return write


@pytest.mark.parametrize("statements", [
    ["""op.execute("UPDATE note SET text = 'lost'")""", """op.execute("UPDATE \\"column\\" SET phase_id = 77")"""],
    ["""op.execute("UPDATE note SET text = 'lost'")""", "raise LookupError('in the middle')"],
], ids=["leaves references to nothing", "stops in the middle"])
def test_a_migration_that_fails_changes_nothing(engine, next_revision, statements):
    upgrade(engine)
    fill(engine, REVISIONS[-1])
    before = counted(engine)
    next_revision(*statements)
    with pytest.raises((BrokenReferences, sa.exc.IntegrityError, LookupError)):
        upgrade(engine)
    assert (present(engine), counted(engine)) == (REVISIONS[-1], before)
    with engine.connect() as connection:
        assert NOTE in connection.scalars(sa.text("SELECT text FROM note")).all()
        if engine.dialect.name == "sqlite":
            assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1  # on again


def test_rebuilding_a_table_that_others_refer_to_loses_none_of_them(engine, next_revision):
    """On SQLite a change of a table is a new table in its place; with foreign keys on, dropping the old one would take the notes along."""
    upgrade(engine)
    fill(engine, REVISIONS[-1])
    before = counted(engine)
    added = next_revision("with op.batch_alter_table('activity', recreate='auto') as table:",
                          "    table.add_column(sa.Column('subtitle', sa.String(), nullable=False, server_default=''))",
                          "    table.alter_column('kind', nullable=False, type_=sa.String(length=40))")
    upgrade(engine)
    assert (present(engine), counted(engine)) == (added, before)
