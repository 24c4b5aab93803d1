"""What open pages hear when they ask: nothing new, the changed parts, or that they must read anew; each only what they may see."""
import pytest

from lti_tool.boards import Note
from lti_tool.db import db, transaction
from lti_tool.live import Change, announce
from lti_tool.live.changes import KEPT
from tests.support.cast import AINO, EEVA, ORJAN


class Listener:
    """A page of the board that stays open and asks."""

    def __init__(self, board, visitor):
        self.visitor, self.path = visitor, visitor.open(board.path).one("live").get("data-changes")
        self.seq = visitor.open(board.path).one("live").get("data-seq")

    def ask(self, since=None):
        seen = self.visitor.read(f"{self.path}?since={self.seq if since is None else since}")
        self.seq = seen.headers.get("Live-Seq", self.seq)
        return seen


@pytest.fixture
def aino(enter):
    return enter(AINO)


@pytest.fixture
def orjan(board, enter):
    return Listener(board, enter(ORJAN))


@pytest.fixture
def marja(board):
    return Listener(board, board.marja)


def test_nothing_new_is_an_empty_answer(orjan):
    seen = orjan.ask()
    assert (seen.status, seen.html) == (304, "")


def test_each_change_is_heard_once(board, aino, orjan):
    first, second = board.note(aino, "Yksi"), board.note(aino, "Kaksi", column=1)
    heard = orjan.ask()
    assert heard.numbers("note") == [first, second]
    assert heard.parts == [(f"#column-{column}-notes", "place") for column in board.columns]
    assert orjan.ask().status == 304


def test_a_note_that_changed_often_is_sent_once_as_it_is_now(board, aino, orjan):
    note = board.note(aino, "Yksi")
    for version, text in enumerate(("Kaksi", "Kolme"), 1):
        aino.send(f"/notes/{note}", text=text, version=version, colour="sun", language="fi")
    heard = orjan.ask()
    assert heard.numbers("note") == [note]
    assert "Kolme" in heard.text and "Kaksi" not in heard.text


def test_what_was_written_and_deleted_meanwhile_is_only_removed(board, aino, orjan):
    note = board.note(aino, "Katoava")
    aino.send(f"/notes/{note}/deletion")
    heard = orjan.ask()
    assert heard.parts == [(f"#note-{note}", "delete")] and "Katoava" not in heard.html


def test_asking_again_from_an_older_number_does_no_harm(board, aino, orjan):
    before = orjan.seq
    note = board.note(aino)
    assert orjan.ask().numbers("note") == orjan.ask(before).numbers("note") == [note]


@pytest.mark.every_case
@pytest.mark.parametrize("since", ["999999", "-1", str(10**30)])
def test_a_number_that_cannot_be_is_answered_with_reading_anew(orjan, since):
    seen = orjan.ask(since)
    assert seen.status == 204 and "resync" in seen.headers["HX-Trigger"] and seen.headers["Live-Seq"].isdigit()


@pytest.mark.parametrize("since", ["", "x", "0"])
def test_without_a_number_everything_is_heard(board, aino, orjan, since):
    note = board.note(aino)
    heard = orjan.ask(since)
    assert set(heard.numbers("note")) == {note} and set(heard.numbers("column")) >= set(board.columns)


def test_who_was_away_too_long_reads_anew(board, aino, orjan, app):
    before = orjan.seq
    with app.app_context(), transaction():
        topic = db.session.query(Change.topic_id).filter(Change.part.like("column:%")).first().topic_id
        announce(topic, *[f"column:{board.columns[0]}"] * (KEPT + 300))
    assert orjan.ask(before).status == 204
    note = board.note(aino)
    assert orjan.ask().numbers("note") == [note]  # from the number that came with it


def test_reading_anew_gives_all_columns_and_the_number_they_are_of(board, aino, orjan):
    notes = [board.note(aino, "Yksi"), board.note(aino, "Kaksi", column=1)]
    anew = orjan.visitor.read(f"{board.path}/parts")
    assert anew.numbers("note") == notes and anew.numbers("column") == board.columns
    assert orjan.ask(anew.headers["Live-Seq"]).status == 304


def test_each_hears_in_their_own_language_and_role(board, orjan, marja):
    board.marja.post(f"/columns/{board.columns[0]}", **{"title-fi": "Onnistuu", "title-sv": "Lyckas", "colour": "sun"})
    heard, at_marja_s = orjan.ask(), marja.ask()
    assert heard.words(f"column-{board.columns[0]}-title") == "Lyckas"
    assert at_marja_s.words(f"column-{board.columns[0]}-title") == "Onnistuu"
    deletion = f"/columns/{board.columns[0]}/deletion"
    assert at_marja_s.all("form", action=deletion) and not heard.all("form", action=deletion)


def test_only_the_audience_hears(board, aino, orjan, marja, app):
    note = board.note(aino)
    own = Listener(board, aino)
    orjan.ask()
    marja.ask()
    with app.app_context(), transaction():
        written = db.session.get(Note, note)
        announce(written.column.activity.topic_id, written.part, to=f"facilitators person:{written.author_id}")
    assert marja.ask().numbers("note") == own.ask().numbers("note") == [note]
    heard = orjan.ask()
    assert (heard.status, heard.parts) == (200, [])  # nothing for Örjan, but his number goes on
    assert orjan.ask().status == 304


def test_what_one_may_no_longer_see_is_removed_when_it_is_heard_of(board, aino, orjan):
    note = board.note(aino, "Näkyy vielä")
    board.marja.send(f"/columns/{board.columns[0]}/deletion")
    heard = orjan.ask()
    assert set(heard.parts) == {(f"#note-{note}", "delete"), (f"#column-{board.columns[0]}", "delete")}
    assert "Näkyy vielä" not in heard.html


@pytest.mark.parametrize("state", ["draft", "deleted"])
def test_a_board_out_of_sight_is_not_heard_of(board, aino, orjan, state):
    if state == "draft":
        board.set_state("draft")
    else:
        board.marja.post(f"{board.activity}/deletion")
    assert orjan.ask().status == 404


def test_people_of_another_course_hear_nothing(board, aino, enter):
    board.note(aino)
    assert enter(EEVA).read(f"{board.activity}/changes?since=0").status == 404


def test_parts_hold_nothing_that_is_only_one_person_s(board, aino, orjan, marja):
    board.note(aino, "Yksi")
    board.marja.post(f"/columns/{board.columns[0]}", **{"title-fi": "Onnistuu", "colour": "sun"})
    board.marja.post(f"{board.path}/settings", **{"title-fi": "Nimi", "prompt-fi": "Tehtävä"})
    own, before = Listener(board, aino), 0
    marks = {visitor.open(board.path).all("meta", name="person")[0].get("content") for visitor in (aino, orjan.visitor, board.marja)}
    for listener in (own, orjan, marja):
        html = listener.ask(before).html
        assert "data-mine" not in html and 'name="person"' not in html and "ticket" not in html
        assert not any(mark in html for mark in marks)


def test_the_writer_gets_the_same_bytes_as_anybody_of_that_language(board, aino, enter):
    board.note(aino)  # after the first note the writer alone is asked where they are from
    aino.send(f"/courses/{board.course}/about-me", later="yes")
    other = Listener(board, enter(ORJAN._replace(locale="fi")))
    answer = aino.send(board.composer(), text="Sama kaikille", colour="sun", language="fi")
    assert other.ask().html == answer.html


def test_the_page_lays_over_which_notes_are_one_s_own(board, aino, enter):
    mine, other = board.note(aino), board.note(enter(ORJAN))
    page = aino.open(board.path)
    assert page.one("columns").get("data-mine") == str(mine)
    assert not page.one(f"note-{mine}").get("data-mine") and not page.one(f"note-{other}").get("data-mine")
