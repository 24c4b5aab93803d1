"""Bytes outside the database: there before anybody refers to them, gone when nobody does, and clear words when the disk is full."""
import errno
import io
import os
import threading

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import OperationalError

from lti_tool import create_app
from lti_tool.db import db, transaction
from lti_tool.db.chores import do_chores
from lti_tool.files import Attachment, StoredFile, store
from lti_tool.files.upload import Upload
from lti_tool.settings import load
from tests.support.cast import AINO
from tests.support.files import GOOD, pdf, picture


@pytest.fixture
def aino(enter):
    return enter(AINO)


@pytest.fixture
def note(board, aino):
    return board.note(aino, "Kirjaamiskahvit")


def attach(visitor, note, name="kuva.jpg", data=None, text="Lappu"):
    return visitor.send(f"/notes/{note}/attachments", file=(io.BytesIO(data or GOOD[name]), name), alternative="Kaavio", text=text)


def files_in(app) -> list:
    return sorted(path for path in app.extensions["files_folder"].rglob("*") if path.is_file())


def rows(app) -> tuple[int, int]:
    with app.app_context(), transaction(writes=False):
        return tuple(db.session.scalar(sa.select(sa.func.count()).select_from(noun)) for noun in (Attachment, StoredFile))


def grow_old(app, days):
    """The bytes on the disk, too, as if they had been there for that long."""
    for path in files_in(app):
        at = path.stat().st_mtime - days * 86400
        os.utime(path, (at, at))


def test_bytes_are_named_by_their_content_and_written_whole(app, aino, note):
    attach(aino, note, "ohje.pdf")
    with app.app_context(), transaction(writes=False):
        file = db.session.scalar(sa.select(StoredFile))
        assert files_in(app) == [store.path_of(file.digest)]
        assert store.digest_of(store.path_of(file.digest).read_bytes()) == file.digest
        assert (file.made_at.hour, file.made_at.minute, file.made_at.second) == (0, 0, 0)  # only the day is remembered


def test_the_folder_is_beside_the_sqlite_file_unless_told_otherwise(tmp_path):
    assert load(environment="testing")["files_folder"] == ""
    url = f"sqlite:///{tmp_path / 'here.db'}"
    assert create_app(environment="testing", database_url=url).extensions["files_folder"] == tmp_path / "here.db.files"
    assert create_app(environment="testing", database_url=url, files_folder=str(tmp_path / "there")).extensions["files_folder"] == tmp_path / "there"


def test_what_nobody_refers_to_goes_after_a_day_and_not_before(app, board, aino, note, clock):
    attach(aino, note, data=picture(size=(1000, 10)))
    with app.app_context(), transaction():
        db.session.execute(sa.delete(Attachment))
    assert do_chores(app) == []
    assert (rows(app), len(files_in(app))) == ((0, 1), 2)
    clock.forward(days=1)
    assert do_chores(app) == [] and rows(app) == (0, 1)
    clock.forward(days=2)
    assert do_chores(app) == []
    assert (rows(app), files_in(app)) == ((0, 0), [])


def test_bytes_without_a_row_go_after_a_day_and_not_before(app, aino, note, clock):
    attach(aino, note)
    known = files_in(app)
    with app.app_context():
        store.put(store.digest_of(b"broken off"), b"broken off")
        left = store.path_of(store.digest_of(b"broken off"))
    half = left.parent / "new-broken-off"
    half.write_bytes(b"bro")
    assert do_chores(app) == [] and left.exists() and half.exists()
    grow_old(app, 3)
    assert do_chores(app) == []
    assert files_in(app) == known


@pytest.mark.every_case
@pytest.mark.parametrize("way", ["note", "column", "board", "file"])
def test_files_go_for_good_with_what_they_belonged_to(app, board, aino, note, clock, way):
    attach(aino, note)
    [number] = {image.get("src").split("/")[2] for image in aino.open(board.path).all("img") if image.get("src").startswith("/attachments/")}
    path = {"note": f"/notes/{note}", "column": f"/columns/{board.columns[0]}", "board": board.activity, "file": f"/attachments/{number}"}[way]
    board.marja.send(f"{path}/deletion")
    clock.forward(days=29)
    assert do_chores(app) == [] and rows(app) == (1, 1)
    clock.forward(days=2)
    assert do_chores(app) == [] and do_chores(app) == []
    assert (rows(app), files_in(app)) == ((0, 0), [])


@pytest.mark.every_case
@pytest.mark.parametrize("name, kept", [("ohje.pdf", 1), ("kuva.jpg", 2)])
def test_bytes_that_were_taken_away_meanwhile_are_put_back(app, aino, note, monkeypatch, name, kept):
    """Between the writing of the bytes and the transaction somebody may have removed the last that referred to the same."""
    keep = Upload.keep

    def keep_and_lose(upload):
        keep(upload)
        monkeypatch.setattr(Upload, "keep", keep)
        store.drop(upload.digest)

    monkeypatch.setattr(Upload, "keep", keep_and_lose)
    attach(aino, note, name)
    assert rows(app) == (1, 1) and len(files_in(app)) == kept


@pytest.fixture
def full_disk(app, monkeypatch):
    """The operating system says that nothing more can be written."""
    def fsync(_descriptor):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", fsync)


def test_a_full_disk_is_said_in_words_and_leaves_nothing(app, aino, note, full_disk):
    refused = attach(aino, note)
    assert refused.status == 507 and "banner" in refused.html
    assert (rows(app), files_in(app)) == ((0, 0), [])
    page = aino.post(f"/notes/{note}/attachments", file=(io.BytesIO(GOOD["kuva.jpg"]), "kuva.jpg"), alternative="Kaavio", text="Säilyvä teksti")
    assert page.status == 507 and "Säilyvä teksti" in page.typed


class Full(Exception):
    """As SQLite and PostgreSQL say it."""

    def __init__(self, **said):
        super().__init__("database or disk is full")
        vars(self).update(said)


@pytest.mark.parametrize("error", [Full(sqlite_errorcode=13), Full(sqlstate="53100")], ids=["sqlite", "postgresql"])
@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_a_full_disk_of_the_database_is_said_in_the_same_words(app, board, aino, error):
    with app.app_context():
        engine = db.engine

    def fail(_connection, _cursor, statement, *_rest):
        if statement.startswith("INSERT INTO note"):
            raise OperationalError(statement, {}, error)

    sa.event.listen(engine, "before_cursor_execute", fail)
    refused = aino.post(board.composer(), text="Säilyvä teksti", colour="sun", language="fi")
    sa.event.remove(engine, "before_cursor_execute", fail)
    assert refused.status == 507 and "Säilyvä teksti" in refused.typed


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
def test_two_who_attach_the_same_bytes_at_the_same_moment_share_them(app, enter, board, note, aino):
    """The second one finds no row, because the first has not committed yet; they are on different boards, so no lock orders them."""
    marja, ready, answers = board.marja, threading.Barrier(2), []
    other = marja.post(f"{board.home}/activities", **{"kind": "board", "title-fi": "Toinen taulu"}).leads_to
    marja.post(f"{other}/columns", **{"title-fi": "Sarake", "colour": "sun"})
    column = marja.open(other).numbers("column")[0]
    second = int(marja.send(f"/columns/{column}/notes", text="Toinen", colour="sun", language="fi").headers["X-Note"])
    for number in range(5):
        data = pdf(str(number).encode())

        def send(visitor, to, data=data):
            ready.wait(30)
            answers.append(attach(visitor, to, "ohje.pdf", data).status)

        threads = [threading.Thread(target=send, args=pair) for pair in ((aino, note), (marja, second))]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(30)
    assert answers.count(200) == 6 and answers.count(409) == 4  # three files a note
    assert rows(app) == (6, 3)
