"""Entries follow what they are about: written with it, changed with it, gone with it, from the database's own files too."""
from pathlib import Path

import pytest
import sqlalchemy as sa
from click.testing import CliRunner

from lti_tool.boards import Note
from lti_tool.cli import lti_tool
from lti_tool.db import db, transaction
from lti_tool.people import Course
from lti_tool.retention.ending import end
from lti_tool.search import Entry
from lti_tool.search.index import make_index
from tests.boards.test_import import file, send
from tests.boards.test_import import note as filed_note
from tests.support.rows import rows
from tests.workshops.conftest import workshop

pytestmark = pytest.mark.usefixtures("in_english")
SECRET, FIRST = "Asiakas Virtanen Kotikatu", "Luonnos Virtasesta"
HIDDEN = ("virtanen", "virtasesta", "kotikatu")
__all__ = ["workshop"]


def kept(app, *kinds) -> list[str]:
    return [words for kind, words in rows(app, "SELECT kind, words FROM search_entry ORDER BY id") if kind in kinds]


def test_an_entry_follows_its_note(app, board, aino, look_for):
    note = board.note(aino, "Ensimmäinen")
    assert aino.send(f"/notes/{note}", text="Toinen", version=1, colour="sun", language="fi").status == 200
    assert kept(app, "note") == ["wtoinen"]
    assert look_for(aino, "ensimm").addresses == [] and len(look_for(aino, "toinen").addresses) == 1
    aino.send(f"/notes/{note}/deletion")
    assert kept(app, "note") == []


def test_what_is_refused_leaves_no_entry(app, board, aino):
    board.note(aino, "Ensimmäinen")
    assert aino.send(f"{board.path}/nothing").status >= 400
    assert aino.send("/columns/1/notes", text="x" * 1001, colour="sun", language="fi").status == 422
    assert kept(app, "note") == ["wensimmäinen"]


def test_undone_changes_are_followed_too(app, board, aino):
    note = board.note(aino, "Ensimmäinen")
    aino.send(f"/notes/{note}", text="Toinen", version=1, colour="sun", language="fi")
    [undo] = {form.get("action") for form in aino.open(f"{board.path}/history").all("form") if "/acts/" in form.get("action")}
    assert aino.send(undo).status == 200
    assert kept(app, "note") == ["wensimmäinen"]


def test_a_post_is_kept_in_each_language_without_markup(app, wall, aino):
    post = wall.post(aino, title="Kahvit", how="## Näin\n\n- ensin")
    assert kept(app, "post_text") == ["wkahvit wnäin wensin"]
    asked = wall.questions(aino, post)
    aino.post(f"{post}/texts/sv", title="Kaffe", publish="yes", **{f"answer-{asked[2]}": "Så här"})
    assert kept(app, "post_text") == ["wkahvit wnäin wensin", "wkaffe wså whär"]


def test_what_comes_in_a_file_is_found(app, board, aino, look_for):
    assert send(board.marja, board.home, file(filed_note(text="Tiedoston kahvit"))).status == 200
    assert "wtiedoston wkahvit" in kept(app, "note")
    assert look_for(board.marja, "tiedoston", kind="note").addresses and not look_for(aino, "tiedoston").addresses  # a draft


def test_a_summary_is_found_from_its_publication_on(app, workshop, enter, look_for, aino, board):
    marja = workshop.marja
    workshop.note(aino, "Kahvihetki kantaa")
    marja.post(f"{workshop.path}/summary")
    assert look_for(aino, "kahvihetki", kind="summary_text").addresses == []
    seen = marja.send(f"{workshop.path}/summary/fi", **{"text": "<p>Kahvihetki kannattaa aina</p>", "text-format": "html", "version": "1"})
    assert seen.status == 200, seen.text
    assert look_for(aino, "kannattaa").addresses == []
    assert marja.post(f"{workshop.path}/summary/fi/publication").status == 303
    page = look_for(aino, "kannattaa", kind="summary_text")
    assert page.addresses == [f"{workshop.path}/summary?language=fi&amp;read=yes"]
    marja.post(f"{workshop.path}/summary/fi/publication", published="no")
    assert look_for(aino, "kannattaa").addresses == [] and kept(app, "summary_text") == []


def files_of(app):
    database = Path(app.config["SQLALCHEMY_DATABASE_URI"].database)
    return [found for found in database.parent.iterdir() if found.name.startswith(database.name)]


def in_files(app) -> list[str]:
    """Of SQLite: which of the words the database's files hold, as they are, or behind what several words begin with, in the index."""
    return [word for word in HIDDEN for found in files_of(app) if word.encode() in found.read_bytes().lower()]


@pytest.fixture
def secret(board, aino):
    board.note(aino, "Vieras lappu jää")
    number = board.note(aino, FIRST)
    assert aino.send(f"/notes/{number}", text=SECRET, version=1, colour="sun", language="fi").status == 200
    return number


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_what_is_removed_for_good_is_in_no_file(app, board, secret):
    assert in_files(app)
    assert board.marja.send(f"/notes/{secret}/removal", what="all").status == 200
    assert in_files(app) == []


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_what_is_redacted_is_in_no_file_and_the_rest_is_found(app, board, secret, aino, look_for):
    assert board.marja.send(f"/notes/{secret}/removal", what="part", taken_out=SECRET.removeprefix("Asiakas ")).status == 200
    assert in_files(app) == [] and len(look_for(aino, "asiakas").addresses) == 1 and look_for(aino, "virtanen").addresses == []


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_what_somebody_erases_is_in_no_file(app, board, wall, secret, aino):
    wall.post(aino, title=SECRET)
    assert aino.post("/me/erasure", sure="yes", texts="erase").status < 400
    assert in_files(app) == []


@pytest.mark.every_case
@pytest.mark.parametrize("way", ["erase", "anonymise"])
def test_a_course_that_ends_takes_its_entries_along_or_leaves_its_texts_found(app, board, wall, secret, way):
    with app.app_context(), transaction():
        end(db.session.get(Course, 1), way)
    left = {kind for kind, in rows(app, "SELECT DISTINCT kind FROM search_entry")}
    assert left == (set() if way == "erase" else {"board", "wall", "theme", "note"})
    if way == "erase" and app.config["DATABASE_URL"].startswith("sqlite"):
        assert in_files(app) == []


def test_everything_can_be_made_anew(app, board, wall, aino, look_for):
    board.note(aino, "Kahvit ja pulla")
    wall.post(aino, title="Kahvihetki")
    before = sorted(rows(app, "SELECT kind, words FROM search_entry"))
    with app.app_context(), transaction():
        db.session.execute(sa.delete(Entry.__table__))
        make_index(db.session.connection())
    assert look_for(aino, "kahvi").addresses == []
    ran = CliRunner().invoke(lti_tool, ["rebuild-search"], obj=app)
    assert ran.exit_code == 0 and "1 note" in ran.output and "1 post text" in ran.output
    assert sorted(rows(app, "SELECT kind, words FROM search_entry")) == before and len(look_for(aino, "kahvi").addresses) == 2


def test_an_index_that_is_made_anew_finds_what_is_kept(app, own_app, board, aino, look_for):
    board.note(aino, "Kahvit ja pulla")
    with app.app_context(), transaction():
        make_index(db.session.connection())
    assert len(look_for(aino, "kahvi").addresses) == 1


def test_moving_a_note_writes_no_entry(app, board, aino):
    note = board.note(aino, "Kahvit")
    [before] = rows(app, "SELECT id FROM search_entry WHERE kind = 'note'")
    assert aino.send(f"/notes/{note}/position", column=str(board.columns[1]), after="").status == 200
    assert rows(app, "SELECT id FROM search_entry WHERE kind = 'note'") == [before]
    with app.app_context(), transaction(writes=False):
        assert db.session.scalar(sa.select(sa.func.count()).select_from(Note)) == 1
