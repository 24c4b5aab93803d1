"""What is removed for good or taken out goes from all that was brought along, to and fro, and from the summaries made there; facilitators read where that is."""
from pathlib import Path

import pytest

from lti_tool.db import db
from lti_tool.boards import Board, Note
from tests.support.bulk import writing
from tests.support.cast import AINO
from tests.support.rows import rows_with

from .test_carrying import another_board, write

pytestmark = [pytest.mark.usefixtures("in_english"), pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)]
SECRET = "Asiakas Virtanen haluaa nähdä kirjauksensa"


@pytest.fixture
def aino(enter):
    return enter(AINO)


@pytest.fixture
def brought(app, board, aino):
    """(the note, its copy in a workshop with a published summary, a copy of the copy on the first board)."""
    marja = board.marja
    note, there = write(aino, board.columns[0], SECRET), another_board(marja, board.home)
    with writing(app):
        db.session.get(Board, int(there.rpartition("/")[2])).made_as_workshop = True
    marja.post(f"{board.path}/carrying", note=str(note), column=str(marja.open(there).numbers("column")[0]))
    copy = marja.open(there).numbers("note")[0]
    marja.post(f"{there}/carrying", note=str(copy), column=str(board.columns[1]))
    last = marja.open(board.path).notes_in(board.columns[1])[0]
    assert marja.post(f"{there}/summary").status == 303 and SECRET in marja.open(f"{there}/summary").text
    assert marja.post(f"{there}/summary/fi/publication", published="yes").status == 303
    return note, copy, last, there


def in_files(app) -> list[str]:
    database = Path(app.config["SQLALCHEMY_DATABASE_URI"].database)
    return [file.name for file in database.parent.iterdir() if file.name.startswith(database.name) and b"Virta" in file.read_bytes()]


@pytest.mark.parametrize("which", [0, 1, 2], ids=["origin", "copy", "copy of the copy"])
@pytest.mark.parametrize("form", [{"what": "all"}, {"what": "part", "taken_out": "virtanen"}], ids=["whole", "words"])
def test_it_goes_from_all_of_its_kin_and_their_summaries(app, board, aino, brought, which, form):
    there = brought[-1]
    aino.send(f"/notes/{brought[1]}", text=f"{SECRET}, Virtasen lupa on", version="1", colour="leaf", language="fi")
    aino.send(f"/notes/{brought[1]}", text=SECRET, version="2", colour="leaf", language="fi")
    assert in_files(app)
    assert board.marja.send(f"/notes/{brought[which]}/removal", **form).status == 200
    assert rows_with(app, ["Virta"]) == [] and in_files(app) == []
    left = aino.open(f"{there}/summary").text
    if form["what"] == "all":
        assert "Virtanen" not in left and "kirjauksensa" not in left
    else:
        assert "Asiakas [fasilitaattorin peittämä kohta] haluaa nähdä kirjauksensa" in left
        for path in (board.path, there):
            assert "[fasilitaattorin peittämä kohta]" in aino.open(path).text


def test_an_origin_that_says_something_else_stays_when_a_copy_is_removed(app, board, aino, brought):
    note, copy, last, there = brought
    aino.send(f"/notes/{note}", text="Kirjataan yhdessä", version="1", colour="leaf", language="fi")
    assert board.marja.send(f"/notes/{copy}/removal", what="all").status == 200
    with writing(app):
        assert [bool(db.session.get(Note, number).removed_at) for number in (note, copy, last)] == [False, True, True]
    assert rows_with(app, ["Virtanen"]) == []  # neither in what was said there once
    assert "Kirjataan yhdessä" in aino.open(board.path).text


def test_facilitators_read_where_else_the_words_are_and_others_do_not(board, aino, brought):
    note, _copy, _last, there = brought
    for path in (f"/notes/{note}/removal", f"/moderated/note/{note}"):
        seen = board.marja.open(path)
        assert "stands elsewhere too" in seen.text and "took words from this note" in seen.text
        assert f"{there}/summary" in seen.links and any(link.startswith(f"{there}#note-") for link in seen.links)
    assert "stands elsewhere" not in aino.open(f"/moderated/note/{note}").text


def test_short_words_go_from_a_summary_only_beside_a_link_to_the_note(app, board, aino, brought):
    there = brought[-1]
    kept = f'<p>Virtanen on kahvin nimi.</p><ul><li>Näin Virtanen sanoi <a href="{there}#note-{brought[1]}">lähde</a></li></ul><p>Siis saada nähdä kirjauksensa.</p>'
    version = next(field.get("value") for field in board.marja.open(f"{there}/summary").all("input", name="version"))
    assert board.marja.send(f"{there}/summary/fi", text=kept, version=version, **{"text-format": "html"}).status == 200
    board.marja.send(f"/notes/{brought[0]}/removal", what="part", taken_out="Virtanen")
    board.marja.send(f"/notes/{brought[0]}/removal", what="part", taken_out="nähdä kirjauksensa")
    seen = board.marja.open(f"{there}/summary").text
    assert "Virtanen on kahvin nimi." in seen and "Näin [fasilitaattorin peittämä kohta] sanoi" in seen and "Siis saada [fasilitaattorin peittämä kohta]." in seen
