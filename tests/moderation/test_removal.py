"""Words that are taken out, and texts that are removed, are nowhere any more: rows, the database's files, drafts, other languages, acts, what was said about them."""
from pathlib import Path

import pytest

from tests.support.rows import rows, rows_with

from .conftest import about

pytestmark = pytest.mark.usefixtures("in_english")
WORDS = ["Virtanen", "Kotikatu"]


@pytest.fixture
def post(wall, aino):
    """In two languages, edited once, with a draft; reported, hidden and answered in words that repeat it."""
    path = wall.post(aino, title="Asiakas Virtanen", how="Ensin Virtanen muutti")
    asked = wall.questions(aino, path)
    version = aino.open(f"{path}/edit").form(f"{path}/texts/fi").values["version"]
    aino.post(f"{path}/texts/fi", title="Asiakas Virtanen", publish="yes", version=version,
              **{f"answer-{asked[2]}": "Sitten **Virtanen** asui Kotikatu 5:ssä", f"answer-{asked[0]}": "Nimi virtanen"})
    aino.post(f"{path}/texts/sv", title="Klienten Virtanen", publish="yes", **{f"answer-{asked[2]}": "Virtanen bodde på Kotikatu"})
    aino.post(f"{path}/texts/fi", title="Luonnos Virtanen", version="9", **{f"answer-{asked[2]}": "Virtanen yhä"})
    return path


@pytest.fixture
def spoken(wall, aino, orjan, post):
    orjan.post(f"{about(post)}/reports", reason="client_data", text="Virtanen mainitaan")
    wall.marja.post(f"{about(post)}/hiding", reason="client_data", text="Virtanen on asiakas")
    aino.post(f"{about(post)}/answers", text="Virtanen antoi luvan")


def test_removed_for_good_no_row_holds_it(app, wall, aino, orjan, post, spoken):
    assert set(rows_with(app, WORDS)) >= {"post_text.title", "post_text.answers", "post_text.draft", "act.before", "report.words", "moderation_log.words", "moderation_answer.text"}
    assert wall.marja.post(f"{about(post)}/final-removal").status == 303
    assert rows_with(app, WORDS) == []
    wall.marja.post(f"{about(post)}/showing")
    for visitor in (aino, orjan, wall.marja):
        seen = visitor.open(post)
        assert "A facilitator has removed this text for good." in seen.text and "Virtanen" not in seen.html
    assert aino.open(f"{post}/edit").status == 409


def test_words_are_taken_out_of_every_language_and_draft(app, wall, aino, orjan, post, spoken):
    for words in WORDS:
        assert wall.marja.post(f"{about(post)}/redaction", taken_out=words).status == 303
    assert rows_with(app, [*WORDS, "virtanen"]) == []
    wall.marja.post(f"{about(post)}/showing")
    seen = orjan.open(f"{post}?language=fi")
    assert "asui" in seen.text and "5:ssä" in seen.text and "[fasilitaattorin peittämä kohta]" in seen.text


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize("way", [("final-removal", {}), ("redaction", {"taken_out": "Virtanen"})], ids=["whole", "part"])
def test_on_sqlite_neither_the_file_nor_its_log_holds_it(app, wall, post, spoken, way):
    database = Path(app.config["SQLALCHEMY_DATABASE_URI"].database)
    files = [file for file in database.parent.iterdir() if file.name.startswith(database.name)]
    assert any(b"Virtanen" in file.read_bytes() for file in files)
    assert wall.marja.post(f"{about(post)}/{way[0]}", **way[1]).status == 303
    for file in files:
        assert b"Virtanen" not in file.read_bytes(), file.name


@pytest.mark.every_case
@pytest.mark.parametrize("kind", ["note", "comment"])
def test_a_part_of_a_note_or_comment_leaves_a_mark(app, board, aino, orjan, note, kind):
    path = f"/notes/{note}"
    if kind == "comment":
        path = "/comments/" + orjan.send(f"/notes/{note}/comments", text="Juuri asiakas Virtanen niin sanoi", language="en").headers["X-Comment"]
    page = board.marja.post(f"{about(path)}/redaction", taken_out="asiakas virtanen")
    assert page.status == 303
    seen = board.marja.open(f"/notes/{note}/comments").text
    assert ("[removed by facilitators] niin sanoi" if kind == "comment" else "kertoi") in seen
    assert "Virtanen" not in seen or kind == "comment" and "Asiakas Virtanen kertoi" in seen


def test_words_that_do_not_stand_there_are_not_taken_out(app, board, note):
    seen = board.marja.post(f"/moderated/note/{note}/redaction", taken_out="Korhonen")
    assert seen.status == 422 and "do not stand in the text" in seen.text
    assert rows(app, "SELECT id FROM moderation_log") == []


def test_neither_is_undone_nor_offered_to_be(board, wall, post):
    for way, form in (("redaction", {"taken_out": "Virtanen"}), ("final-removal", {})):
        page = wall.marja.open(wall.marja.post(f"{about(post)}/{way}", **form).leads_to)
        assert not [form for form in page.all("form") if "/undo" in (form.get("action") or "")]
    for number in (1, 2):
        assert wall.marja.post(f"/moderation-log/{number}/undo").status == 422


def test_the_log_tells_who_what_when_and_why_and_nothing_of_the_text(board, wall, post, spoken):
    wall.marja.post(f"{about(post)}/redaction", taken_out="Virtanen")
    log = wall.marja.open(f"{wall.home}/moderation/log").text
    assert "A part taken out" in log and "Hidden" in log and "It may tell of a client" in log and "Marja" in log and "Virtanen" not in log


def test_participants_remove_nothing(wall, aino, orjan, post):
    for way in ("redaction", "final-removal"):
        assert aino.post(f"{about(post)}/{way}", taken_out="Virtanen").status == orjan.post(f"{about(post)}/{way}", taken_out="Virtanen").status == 403
