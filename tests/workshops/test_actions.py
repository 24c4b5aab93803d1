"""Notes that say what is to be done: who, until when, done. They come back in the next workshop; who wrote them does not."""
import pytest

from lti_tool.boards import Board
from lti_tool.db import db
from tests.support.bulk import writing
from tests.support.cast import AINO, EEVA, ORJAN
from tests.support.page import words_of
from tests.support.rows import rows
from tests.support.series import hold, make_series, make_workshop

TEXT = "Pidetään kirjaamiskahvit joka toinen perjantai"


@pytest.fixture
def aino(board, enter):
    return enter(AINO)


@pytest.fixture
def note(board, aino):
    return board.note(aino, TEXT)


@pytest.fixture
def following(board):
    """The next workshop of the same series; its number."""
    series, number = make_series(board), make_workshop(board, "Seuraava")
    series.add(board.id, number)
    return series, number


def mark(board, note, who="Kuopion tiimi", due="2026-12-12", **form):
    return board.marja.post(f"/notes/{note}/action", who=who, due=due, **form)


def bar(visitor, number) -> str:
    return words_of(visitor.open(f"/boards/{number}").one("bar"))


def test_the_next_workshop_begins_with_what_was_agreed(board, aino, note, following):
    series, number = following
    assert mark(board, note).status == 303
    for visitor in (aino, board.marja):
        for said in (bar(visitor, number), visitor.open(series.path).text):
            assert TEXT in said and "Kuopion tiimi" in said and "12.12.2026" in said
        assert TEXT in bar(visitor, board.id)
    details, = [d for d in aino.open(f"/boards/{number}").one("bar").iter("details")]
    assert details.get("open") is None and "(1)" in words_of(details.find("summary"))


def test_workshops_before_it_and_of_other_series_hear_nothing(board, aino, note, following):
    series, number = following
    later = board.note(aino, "Ensimmäisen lappu")
    series.move(number)  # now the other one comes first
    mark(board, later)
    assert "Ensimmäisen lappu" not in bar(aino, number)
    other = make_workshop(board, "Muualla")
    make_series(board, "Toinen sarja").add(other)
    assert "Ensimmäisen lappu" not in bar(aino, other)


@pytest.mark.parametrize("level", ["named", "region", "peers", "everybody"])
def test_nobody_reads_who_wrote_it(board, aino, following, level):
    _series, number = following
    board.marja.post(f"{board.path}/settings", **{"title-fi": "Taulu", "anonymity": level})
    mark(board, board.note(aino, TEXT))
    assert TEXT in bar(board.marja, number) and "Aino" not in bar(board.marja, number) and "Sarapuisto" not in board.marja.open(f"/series/{following[0].id}").text


@pytest.mark.parametrize("gone", ["the note", "its column", "its text", "the board", "it is hidden", "the board is a draft"])
def test_what_people_must_not_read_does_not_come_along(app, board, aino, note, following, gone):
    series, number = following
    mark(board, note)
    if gone == "the note":
        aino.send(f"/notes/{note}/deletion")
    elif gone == "its column":
        board.marja.send(f"/columns/{board.columns[0]}/deletion")
    elif gone == "its text":
        board.marja.send(f"/notes/{note}/removal", sure="yes", text="yes")
        with writing(app):
            from lti_tool.boards import Note
            from lti_tool.db import now
            db.session.get(Note, note).removed_at = now()
    elif gone == "the board":
        board.marja.post(f"{board.activity}/deletion")
    elif gone == "it is hidden":
        board.marja.send(f"{board.path}/hiding", hidden="yes")
    else:
        board.set_state("draft")
    for visitor in (aino, board.marja):
        assert TEXT not in bar(visitor, number) and TEXT not in visitor.open(series.path).text


def test_facilitators_tick_it_off_where_they_read_it(board, aino, note, following):
    series, number = following
    mark(board, note)
    page = board.marja.open(f"/boards/{number}")
    seen = board.marja.press(page, f"/notes/{note}/action/done")
    assert seen.path == f"/boards/{number}" and rows_done(board) == [True]
    seen = board.marja.press(board.marja.open(series.path), f"/notes/{note}/action/done")
    assert seen.path == series.path and rows_done(board) == [False]
    assert f"/notes/{note}/action/done" not in aino.open(series.path).html + aino.open(f"/boards/{number}").html


def rows_done(board):
    return [bool(done) for done, in rows(board.marja.app, "SELECT done FROM action_mark")]


def test_open_pages_of_both_workshops_hear_of_it(board, aino, note, following):
    _series, number = following
    since = {n: aino.open(f"/boards/{n}").one("live").get("data-seq") for n in (board.id, number)}
    mark(board, note)
    for n in since:
        assert TEXT in aino.open(f"/activities/{n}/changes?since={since[n]}").text
    assert board.marja.send(f"/notes/{note}/action/done", done="yes", stay="yes").status == 204


def test_it_is_changed_and_taken_back(board, aino, note, following):
    _series, number = following
    mark(board, note)
    path = f"/notes/{note}/action"
    board.marja.press(board.marja.open(path), path, who="Mikkelin tiimi", due="", done="yes")
    assert "Mikkelin tiimi" in bar(aino, number) and "12.12." not in bar(aino, number)
    board.marja.press(board.marja.open(path), f"{path}/removal")
    assert TEXT not in bar(aino, number)


def test_what_stands_beside_a_deleted_note_can_be_taken_away_too(app, board, aino, note):
    mark(board, note)
    aino.send(f"/notes/{note}/deletion")
    assert board.marja.post(f"/notes/{note}/action/removal").status == 303
    assert rows(app, "SELECT who FROM action_mark") == []


@pytest.mark.parametrize("form", [{"who": "x" * 81}, {"due": "2026-02-30"}, {"due": "soon"}])
def test_what_does_not_fit_is_refused(board, note, form):
    assert mark(board, note, **form).status == 422
    assert rows(board.marja.app, "SELECT note_id FROM action_mark") == []


def test_only_facilitators_agree(board, aino, note, enter):
    for path in (f"/notes/{note}/action", f"/notes/{note}/action/done", f"/notes/{note}/action/removal"):
        assert aino.post(path, who="x").status == 403
        assert enter(EEVA).post(path, who="x").status == 404
    assert aino.open(f"/notes/{note}/action").status == 403


def test_from_the_next_workshop_one_comes_back_there(board, note, following):
    _series, number = following
    mark(board, note)
    link, = [link for link in board.marja.open(f"/boards/{number}").links if link and link.startswith(f"/notes/{note}/action?")]
    dialog = board.marja.open(link)
    assert board.marja.press(dialog, f"/notes/{note}/action", who="Mikkelin tiimi").path == f"/boards/{number}"


def test_what_is_due_first_stands_first_and_stays_there_when_it_is_done(board, aino, note, following):
    series, _number = following
    last, first = board.note(aino, "Joskus"), board.note(aino, "Huomenna")
    for number, due in ((note, "2026-12-12"), (last, ""), (first, "2026-11-30")):
        mark(board, number, due=due)
    mark(board, first, due="2026-11-30", done="yes")
    assert aino.open(series.path).numbers("action") == [first, note, last]


@pytest.mark.parametrize("back", ["https://evil.example/", "//evil.example", "javascript:x"])
def test_the_way_back_stays_here(board, note, back):
    mark(board, note)
    assert "evil" not in board.marja.post(f"/notes/{note}/action/done", done="yes", back=back).leads_to
    assert "javascript" not in board.marja.post(f"/notes/{note}/action/done", done="yes", back=back).leads_to


def test_a_deleted_note_and_a_hidden_one_are_not_agreed_on(board, aino, note):
    board.marja.send(f"{board.path}/hiding", hidden="yes")
    assert mark(board, note).status == 404, "out of a facilitator's sight too"
    own = board.note(board.marja, "Marjan oma")
    assert mark(board, own).status == 409
    board.marja.send(f"{board.path}/hiding", hidden="no")
    board.marja.send(f"/notes/{note}/deletion")
    assert mark(board, note).status == 409


def test_the_menu_of_notes_has_it_for_facilitators(board, note):
    assert f"/notes/{note}/action" in board.marja.open(f"/notes/{note}/acts").links
    template = board.marja.open(board.path).one("note-acts")
    entry, = [link for link in template.iter("a") if link.get("href") == "/notes/0/action"]
    assert "facilitator-act" in entry.get("class")


def test_a_name_beside_an_action_goes_with_the_person_and_with_the_names_of_the_course(app, board, aino, note, enter):
    orjan = enter(ORJAN)
    mark(board, note, who="Örjan Strandvik")
    mark(board, board.note(aino, "Toinen"), who="Örjanin tiimi")
    assert TEXT not in orjan.open("/me").text and "Örjan Strandvik" in orjan.open("/me").text
    orjan.post("/me/erasure", sure="yes", texts="leave")
    assert rows(app, "SELECT who FROM action_mark ORDER BY note_id") == [("",), ("Örjanin tiimi",)]
    board.marja.post(f"{board.home}/retention/anonymisation", sure="yes")
    assert rows(app, "SELECT DISTINCT who FROM action_mark") == [("",)]


def test_many_actions_cost_as_much_as_one(app, board, aino, following):
    from tests.support.bulk import counted
    _series, number = following

    def asked():
        aino.open(f"/boards/{number}")
        with counted(app) as statements:
            aino.open(f"/boards/{number}")
        return len(statements)
    mark(board, board.note(aino, "Lappu"))
    hold(board, number)
    one = asked()
    for n in range(5):
        mark(board, board.note(aino, f"Lappu {n}"))
    assert asked() == one
    with writing(app):
        assert db.session.get(Board, board.id)
