"""What facilitators tell everybody in a series: who said it and when; changed, deleted and restored; theirs as personal data."""
import pytest

from lti_tool.db.chores import do_chores
from lti_tool.workshops.announcement import ANNOUNCEMENTS_AT_MOST, Announcement
from tests.support.bulk import insert, writing
from tests.support.cast import AINO, EEVA, ORJAN
from tests.support.page import words_of
from tests.support.rows import rows, rows_with
from tests.support.series import make_series

TEXT = "Ennakkotehtävä on auki.\n\nTehkää se ennen torstaita, ks. https://thl.example/ohje."


@pytest.fixture
def aino(board, enter):
    return enter(AINO)


@pytest.fixture
def series(board):
    return make_series(board)


def told(visitor, series) -> list[str]:
    page = visitor.open(series.path)
    return [words_of(page.one(f"announcement-{number}")) for number in page.numbers("announcement")]


def test_the_newest_stands_first_with_its_author_and_in_paragraphs(series, aino, enter):
    series.tell(TEXT)
    series.tell("Linkki on vaihtunut.", **{"announcement-sv": "Länken har ändrats."})
    newest, first = told(aino, series)
    assert newest.startswith("Marja Kallioinen") and "Linkki on vaihtunut." in newest and "Ennakkotehtävä on auki." in first
    page = aino.open(series.path)
    assert "https://thl.example/ohje" in page.links and TEXT.split("\n")[0] + "\n\n" in page.html
    assert "Länken har ändrats." in told(enter(ORJAN), series)[0]


@pytest.mark.parametrize("form", [{}, {"announcement-fi": ""}, {"announcement-fi": " \n "}, {"announcement-fi": "x" * 2001}])
def test_nothing_and_too_much_are_refused(series, form):
    seen = series.marja.post(f"{series.path}/announcements", **form)
    assert seen.status == 422 and told(series.marja, series) == []
    assert len(form.get("announcement-fi", "")) < 2001 or form["announcement-fi"] in seen.typed


def test_what_somebody_writes_is_no_markup(series, aino):
    series.tell('<script>alert(1)</script> <a href="javascript:x">')
    assert "<script>alert" not in aino.open(series.path).html and "javascript:x" not in aino.open(series.path).links


def test_it_is_told_once(series):
    for _time in range(2):
        series.marja.post(f"{series.path}/announcements", op="operation-of-an-announcement", **{"announcement-fi": "Kerran"})
    assert len(told(series.marja, series)) == 1


def test_client_data_are_asked_about_before_all_read_them(series):
    assert series.marja.post(f"{series.path}/announcements", **{"announcement-fi": "Soittakaa 131052-308T"}).status == 422
    assert told(series.marja, series) == []


def test_it_is_changed_deleted_and_restored(app, series, aino, clock):
    number = series.tell()
    marja, path = series.marja, f"/announcements/{number}"
    marja.press(marja.open(path), path, **{"announcement-fi": "Muutettu tiedote"})
    assert "Muutettu tiedote" in told(aino, series)[0]
    deleted = marja.submit(f"{path}/deletion")
    assert told(aino, series) == [] and "Muutettu tiedote" not in aino.open(series.board.home).text
    marja.press(deleted, f"{path}/restoration")
    assert len(told(aino, series)) == 1
    marja.post(f"{path}/deletion")
    clock.forward(days=31)
    assert do_chores(app) == [] and marja.launch().post(f"{path}/restoration").status == 404


def test_only_facilitators_tell(series, aino, enter):
    number = series.tell()
    for path in (f"{series.path}/announcements", f"/announcements/{number}", f"/announcements/{number}/deletion", f"/announcements/{number}/restoration"):
        assert aino.post(path, **{"announcement-fi": "x"}).status == 403
        assert enter(EEVA).post(path, **{"announcement-fi": "x"}).status == 404
    series.marja.post(f"/announcements/{number}/deletion")
    assert aino.post(f"/announcements/{number}/restoration").status == 404


def test_a_series_keeps_so_many(app, series):
    with writing(app):
        from lti_tool.db import now
        insert(Announcement, [dict(series_id=series.id, text={"fi": "Tiedote"}, made_at=now()) for _number in range(ANNOUNCEMENTS_AT_MOST)])
    assert series.marja.post(f"{series.path}/announcements", **{"announcement-fi": "Liikaa"}).status == 409


def test_its_author_sees_and_erases_it_with_their_data(app, series, aino):
    series.tell("Salaisuus kaikille")
    assert "Salaisuus kaikille" in series.marja.open("/me").text
    assert series.marja.post("/me/erasure", sure="yes", texts="erase").status == 303
    assert rows_with(app, ["Salaisuus"]) == [] and told(aino, series) == []


def test_an_announcement_that_is_left_is_nobody_s(app, series, aino):
    series.tell("Jää kaikille")
    series.marja.post("/me/erasure", sure="yes", texts="leave")
    assert "Jää kaikille" in told(aino, series)[0] and "Marja" not in told(aino, series)[0]


def test_a_course_without_names_has_none_here_either(app, board, series):
    series.tell("Jää kaikille")
    assert board.marja.post(f"{board.home}/retention/anonymisation", sure="yes").status == 303
    assert rows(app, "SELECT author_id FROM announcement") == [(None,)]
