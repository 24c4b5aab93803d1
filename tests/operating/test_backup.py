"""A backup holds everything as it was at one moment, and comes back whole on either kind of database."""
import json
import stat
import tarfile

import pytest
import sqlalchemy as sa
from alembic.script import ScriptDirectory
from click.testing import CliRunner

from lti_tool.cli import lti_tool
from lti_tool.db import db, transaction
from lti_tool.db.migrating import config, newest, present
from lti_tool.files import StoredFile, store
from lti_tool.operating import archive, backup
from lti_tool.operating.backup import back_up
from lti_tool.operating.restore import NotRestored, restore
from lti_tool.server import only_server
from tests.conftest import DATABASES
from tests.support.cast import AINO, MARJA
from tests.support.revisions import counted

from .conftest import engine_of

pytestmark = pytest.mark.usefixtures("in_english")

REVISIONS = sorted(script.revision for script in ScriptDirectory.from_config(config()).walk_revisions())
to_both = pytest.mark.parametrize("to", DATABASES)


def all_rows(app):
    """table -> rows as the program reads them."""
    with app.app_context(), transaction(writes=False):
        return {table.name: sorted((tuple(row) for row in db.session.execute(sa.select(table))), key=repr) for table in db.metadata.sorted_tables}


def keep(app, file, **how):
    with engine_of(app) as engine:
        return back_up(engine, file, **how)


def bring_back(app, file, **how):
    with engine_of(app) as engine:
        return restore(engine, file, **how)


def files_in(app):
    folder = app.extensions["files_folder"]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@to_both
def test_every_row_of_every_table_comes_back_on_either_kind_of_database(new_app, kind, to, tmp_path):
    app, other = new_app(kind, recipe=REVISIONS[-1]), new_app(to)
    before = all_rows(app)
    assert all(before.values())  # the recipe fills every table
    keep(app, tmp_path / "b.tar.gz")
    restored = bring_back(other, tmp_path / "b.tar.gz")
    assert all_rows(other) == before
    assert restored.contents.database == kind and restored.without == 1  # the recipe's file has no bytes


@to_both
def test_a_lived_in_course_is_worked_in_where_it_was_restored(new_app, lived_in, to, tmp_path):
    keep(lived_in.app, tmp_path / "b.tar.zst")
    other = new_app(to)
    restored = bring_back(other, tmp_path / "b.tar.zst")
    assert (restored.files, restored.without) == (2, 0)
    assert files_in(other) == files_in(lived_in.app) and len(files_in(other)) == 3  # the picture's small one too
    aino, marja = lived_in.enter(AINO, other), lived_in.enter(MARJA, other)
    seen = aino.open(lived_in.board.path)
    assert "Kirjaamiskahvit joka toinen perjantai" in seen.text and "Poistettu lappu" not in seen.text
    for image in seen.all("img"):
        if "/attachments/" in image.get("src"):
            assert aino.open(image.get("src")).status == 200
    assert "Poistettu lappu" in marja.open(f"{lived_in.board.path}/deleted").text
    assert lived_in.board.note(aino, "Uusi lappu") > lived_in.note
    assert other.test_client().get("/lti/jwks").json == lived_in.app.test_client().get("/lti/jwks").json


def test_what_was_removed_for_good_is_not_in_it(lived_in, tmp_path):
    keep(lived_in.app, tmp_path / "b.tar")
    assert lived_in.REMOVED.encode() not in (tmp_path / "b.tar").read_bytes()
    assert b"Kirjaamiskahvit" in (tmp_path / "b.tar").read_bytes()  # what is there would be found


@to_both
def test_numbers_that_were_given_are_never_given_again(new_app, lived_in, to, tmp_path):
    with lived_in.app.app_context(), transaction():
        highest = db.session.scalar(sa.text("SELECT max(id) FROM act"))
        db.session.execute(sa.text("DELETE FROM act"))
    keep(lived_in.app, tmp_path / "b.tar")
    other = new_app(to)
    bring_back(other, tmp_path / "b.tar")
    lived_in.board.note(lived_in.enter(AINO, other), "Uusi lappu")
    with other.app_context(), transaction(writes=False):
        assert db.session.scalar(sa.text("SELECT min(id) FROM act")) > highest


@pytest.mark.parametrize("revision", REVISIONS)
@to_both
def test_an_older_revision_is_kept_and_restored_by_a_newer_program(new_app, kind, to, revision, tmp_path):
    app, other = new_app(kind, recipe=revision), new_app(to)
    keep(app, tmp_path / "b.tar.gz")
    ran = CliRunner().invoke(lti_tool, ["restore", str(tmp_path / "b.tar.gz"), *(["--upgrade"] if revision == REVISIONS[0] else [])], obj=other)
    assert ran.exit_code == 0, ran.output
    with engine_of(app) as before, engine_of(other) as after:
        assert present(after) == (newest() if revision == REVISIONS[0] else revision)
        assert counted(before).items() <= counted(after).items()
    assert ("lti-tool upgrade" in ran.output) == (revision not in (REVISIONS[0], newest()))


def test_it_shows_one_moment_although_others_go_on_writing(lived_in, new_app, tmp_path, monkeypatch):
    """Between two tables a note is written, with all that belongs to it: none of it is in the backup."""
    aino, add, written = lived_in.enter(AINO), archive.Writer.add, []

    def add_and_write(self, name, data):
        if name.startswith("tables/") and not written:
            written.append(lived_in.board.note(aino, "Kesken varmuuskopion"))
        add(self, name, data)

    before = all_rows(lived_in.app)
    monkeypatch.setattr(archive.Writer, "add", add_and_write)
    with lived_in.app.app_context():
        back_up(db.engine, tmp_path / "b.tar")
    other = new_app("sqlite")
    bring_back(other, tmp_path / "b.tar")
    assert written and all_rows(other) == before != all_rows(lived_in.app)


def test_nobody_rebuilds_tables_while_a_backup_is_made(new_app, tmp_path, monkeypatch):
    """On PostgreSQL; SQLite's snapshot holds the tables too."""
    app, held = new_app("postgresql", recipe=REVISIONS[-1]), []
    add = archive.Writer.add

    def add_and_look(self, name, data):
        with db.engine.connect() as connection:
            held.append(connection.scalar(sa.text("SELECT pg_try_advisory_xact_lock(5116130)")))
        add(self, name, data)

    monkeypatch.setattr(archive.Writer, "add", add_and_look)
    with app.app_context():
        back_up(db.engine, tmp_path / "b.tar")
        with db.engine.connect() as connection:
            assert connection.scalar(sa.text("SELECT pg_try_advisory_xact_lock(5116130)"))
    assert held and not any(held)


def test_a_large_table_stands_in_pieces_and_comes_back_whole(new_app, kind, tmp_path, monkeypatch):
    monkeypatch.setattr(backup, "PIECE", 100)
    app, other = new_app(kind, recipe=REVISIONS[-1]), new_app(kind)
    keep(app, tmp_path / "b.tar")
    with tarfile.open(tmp_path / "b.tar") as tar:
        assert len([name for name in tar.getnames() if name.startswith("tables/note.")]) > 2
    bring_back(other, tmp_path / "b.tar")
    assert all_rows(other) == all_rows(app)


def test_anybody_can_look_into_it_with_the_tools_they_have(lived_in, tmp_path):
    import subprocess

    keep(lived_in.app, tmp_path / "b.tar.gz")
    (tmp_path / "out").mkdir()
    subprocess.run(["tar", "-xzf", str(tmp_path / "b.tar.gz"), "-C", str(tmp_path / "out")], check=True)
    subprocess.run(["sha256sum", "--quiet", "--strict", "-c", "SHA256SUMS"], cwd=tmp_path / "out", check=True)
    told = json.loads((tmp_path / "out/backup.json").read_text())
    assert (told["revision"], told["database"]) == (newest(), lived_in.app.config["SQLALCHEMY_DATABASE_URI"].get_backend_name())
    notes = [json.loads(line) for line in (tmp_path / "out/tables/note.000001.jsonl").read_text().splitlines()]
    assert len(notes) == next(table["rows"] for table in told["tables"] if table["name"] == "note")


def test_only_its_owner_may_read_it_and_the_secret_is_not_in_it(lived_in, tmp_path):
    file = tmp_path / "b.tar"
    keep(lived_in.app, file)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert lived_in.app.config["SECRET_KEY"].encode() not in file.read_bytes()


def test_a_backup_takes_the_place_of_an_earlier_one_but_of_nothing_else(new_app, tmp_path):
    app = new_app("sqlite", recipe=REVISIONS[-1])
    file, mine = tmp_path / "b.tar.gz", tmp_path / "important.tar"
    keep(app, file)
    keep(app, file)
    mine.write_text("somebody's")
    for name in (mine, tmp_path / "b.zip"):
        with pytest.raises(archive.ArchiveRefused):
            keep(app, name)
    assert mine.read_text() == "somebody's"
    assert {path.name for path in tmp_path.glob("*.tar*")} | {path.name for path in tmp_path.glob(".*")} == {"b.tar.gz", "important.tar"}


def test_one_that_could_not_be_finished_leaves_the_earlier_one_and_nothing_else(new_app, tmp_path, monkeypatch):
    app = new_app("sqlite", recipe=REVISIONS[-1])
    file = tmp_path / "b.tar.gz"
    keep(app, file)
    before = file.read_bytes()
    put = archive.Writer.put

    def full(self, name, data):
        if name.startswith("tables/note"):
            raise OSError(28, "No space left on device")
        put(self, name, data)

    monkeypatch.setattr(archive.Writer, "put", full)
    ran = CliRunner().invoke(lti_tool, ["backup", str(file)], obj=app)
    assert ran.exit_code == 1 and "No space left" in ran.output
    assert file.read_bytes() == before and not list(tmp_path.glob(".b.tar*"))


def test_files_that_are_missing_or_damaged_are_told_and_the_rest_is_kept(lived_in, tmp_path):
    with lived_in.app.app_context(), transaction(writes=False):
        digests = db.session.scalars(sa.select(StoredFile.digest).order_by(StoredFile.digest)).all()
        store.path_of(digests[0]).write_bytes(b"damaged")
        store.path_of(digests[1]).unlink()
    assert sorted(keep(lived_in.app, tmp_path / "b.tar").lost) == sorted(digests)
    ran = CliRunner().invoke(lti_tool, ["backup", str(tmp_path / "c.tar")], obj=lived_in.app)
    assert ran.exit_code == 1 and "without 2 files" in ran.output and (tmp_path / "c.tar").exists()


def test_a_file_that_somebody_removes_meanwhile_is_no_problem(lived_in, tmp_path, monkeypatch):
    real = backup.read_bytes

    def removed_first(digest, small=False):
        with lived_in.app.app_context(), transaction():
            db.session.execute(sa.text("DELETE FROM attachment WHERE file_id IN (SELECT id FROM stored_file WHERE digest = :digest)"), {"digest": digest})
            db.session.execute(sa.text("DELETE FROM stored_file WHERE digest = :digest"), {"digest": digest})
            store.drop(digest)
        return real(digest, small)

    monkeypatch.setattr(backup, "read_bytes", removed_first)
    made = keep(lived_in.app, tmp_path / "b.tar")
    assert (made.files, made.lost) == (0, [])


def test_on_sqlite_what_was_removed_while_it_was_made_does_not_stay_in_the_log(new_app, tmp_path, monkeypatch):
    app = new_app("sqlite", recipe=REVISIONS[-1])
    add = archive.Writer.add

    def add_and_remove(self, name, data):
        if name == archive.MANIFEST:
            with app.app_context(), transaction():
                db.session.execute(sa.text("UPDATE note SET text = '-'"))
        add(self, name, data)

    monkeypatch.setattr(archive.Writer, "add", add_and_remove)
    with app.app_context():
        back_up(db.engine, tmp_path / "b.tar")
    database = app.config["SQLALCHEMY_DATABASE_URI"].database
    with open(f"{database}-wal", "rb") as log:
        assert log.read() == b""


# --- where it may not go ----------------------------------------------------------------------------------------------------------------

@pytest.fixture
def file(new_app, tmp_path):
    file = tmp_path / "b.tar.gz"
    keep(new_app("sqlite", recipe=REVISIONS[-1]), file)
    return file


def test_a_database_that_is_not_empty_is_replaced_only_when_that_is_said(file, lived_in):
    before = all_rows(lived_in.app)
    with pytest.raises(NotRestored, match="not empty.*--replace"):
        bring_back(lived_in.app, file)
    assert all_rows(lived_in.app) == before
    bring_back(lived_in.app, file, replace=True)
    assert all_rows(lived_in.app) != before
    with lived_in.app.app_context(), transaction(writes=False):
        assert db.session.scalars(sa.text("SELECT text FROM note WHERE id = 2")).one() == "Text utan författare"


def test_tables_without_rows_are_as_good_as_none(file, new_app, kind):
    assert bring_back(new_app(kind, revision="head"), file)
    assert bring_back(new_app(kind, revision=REVISIONS[0]), file)


def test_a_restore_that_breaks_off_leaves_everything_as_it_was(file, lived_in, monkeypatch):
    before = all_rows(lived_in.app)

    def broken(*_args, **_more):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("lti_tool.operating.restore.go_on_behind", broken)
    ran = CliRunner().invoke(lti_tool, ["restore", "--replace", str(file)], obj=lived_in.app)
    assert ran.exit_code == 1 and "No space left" in ran.output and "Nothing was changed" in ran.output
    assert all_rows(lived_in.app) == before
    assert lived_in.board.note(lived_in.enter(AINO), "Jatkuu") > lived_in.note


def test_while_a_server_serves_nothing_is_restored(file, new_app):
    app = new_app("sqlite")
    with only_server(app.config["DATABASE_URL"]), pytest.raises(NotRestored, match="Stop it first"):
        bring_back(app, file)
    assert bring_back(app, file)


def test_while_others_are_connected_nothing_is_restored(file, new_app):
    app = new_app("postgresql")
    other = sa.create_engine(app.config["DATABASE_URL"])
    with other.connect(), pytest.raises(NotRestored, match="1 connection.*Stop them first"):
        bring_back(app, file)
    other.dispose()
    assert bring_back(app, file)


@pytest.mark.parametrize("replace", [True, False])
def test_tables_of_others_are_never_touched(file, new_app, kind, replace):
    app = new_app(kind)
    with engine_of(app) as engine, engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE customers (name TEXT)")
    with pytest.raises(NotRestored, match="customers"):
        bring_back(app, file, replace=replace)
    with engine_of(app) as engine:
        assert sa.inspect(engine).get_table_names() == ["customers"]


def test_on_postgresql_no_rights_are_needed_but_to_the_database_itself(file, new_app, new_url):
    url = sa.make_url(new_url("postgresql"))
    admin = sa.create_engine(url, isolation_level="AUTOCOMMIT")
    role = f"role_{url.database}"
    with admin.connect() as connection:
        connection.exec_driver_sql(f"CREATE ROLE {role} LOGIN NOSUPERUSER NOCREATEDB")
        connection.exec_driver_sql(f"ALTER DATABASE {url.database} OWNER TO {role}")
    app = new_app(url=url.set(username=role).render_as_string(hide_password=False))
    try:
        assert bring_back(app, file) and bring_back(app, file, replace=True)
        with engine_of(app) as engine, engine.connect() as connection:
            assert connection.scalar(sa.text("SELECT current_user")) == role
            assert not connection.scalar(sa.text("SELECT usesuper FROM pg_user WHERE usename = current_user"))
            made = {key["name"] for key in sa.inspect(connection).get_foreign_keys("note")}
        assert made == {key.name for key in db.metadata.tables["note"].foreign_key_constraints}
    finally:
        with admin.connect() as connection:
            connection.exec_driver_sql(f"REASSIGN OWNED BY {role} TO CURRENT_USER")
            connection.exec_driver_sql(f"DROP OWNED BY {role}")
            connection.exec_driver_sql(f"DROP ROLE {role}")
        admin.dispose()


def test_an_empty_database_has_nothing_to_back_up(new_app, kind, tmp_path):
    ran = CliRunner().invoke(lti_tool, ["backup", str(tmp_path / "b.tar")], obj=new_app(kind))
    assert ran.exit_code == 1 and "nothing to back up" in ran.output and not (tmp_path / "b.tar").exists()


def test_the_commands_say_what_they_did(lived_in, new_app, tmp_path):
    made = CliRunner().invoke(lti_tool, ["backup", str(tmp_path / "b.tar.zst")], obj=lived_in.app)
    assert made.exit_code == 0 and f"revision {newest()}" in made.output and "2 files" in made.output
    other = new_app("sqlite")
    restored = CliRunner().invoke(lti_tool, ["restore", str(tmp_path / "b.tar.zst")], obj=other)
    assert restored.exit_code == 0 and "Restored as it was on" in restored.output and "secret_key" in restored.output
    missing = CliRunner().invoke(lti_tool, ["restore", str(tmp_path / "none.tar")], obj=other)
    assert missing.exit_code == 1 and "none.tar" in missing.output and "Traceback" not in missing.output


def test_an_upgrade_can_begin_with_a_backup_and_says_so_when_it_does_not(new_app, kind, tmp_path):
    app, file = new_app(kind, recipe=REVISIONS[0]), tmp_path / "before.tar.gz"
    ran = CliRunner().invoke(lti_tool, ["upgrade", "--backup", str(tmp_path / "no folder" / "b.tar")], obj=app)
    with engine_of(app) as engine:
        assert ran.exit_code == 1 and "There is no folder" in ran.output and present(engine) == REVISIONS[0]
    assert CliRunner().invoke(lti_tool, ["upgrade", "--backup", str(file)], obj=app).exit_code == 0
    with engine_of(app) as engine:
        assert present(engine) == newest()
    other = new_app(kind)
    assert bring_back(other, file).contents.revision == REVISIONS[0]
    told = CliRunner().invoke(lti_tool, ["upgrade"], obj=other)
    assert told.exit_code == 0 and "The only way back is a backup" in told.output
