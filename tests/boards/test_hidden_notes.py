"""Hidden notes: everybody reads their own, and of the others only how many there are. Facilitators see no more."""
import io
import re
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
import sqlalchemy as sa

from lti_tool.activities.anonymity import LEVELS
from lti_tool.boards import Board
from lti_tool.db import db, transaction
from lti_tool.live import Change
from tests.support.cast import AINO, ORJAN
from tests.support.files import GOOD

SECRETS = ("Örjanin salaisuus", "Björkskär", "heart", 'lang="sv"', "SV<")


@pytest.fixture(autouse=True)
def noon(clock):
    """It is noon where the clock hangs on the wall: "until 14:30" is still to come on the same day."""
    here = clock().astimezone(ZoneInfo("Europe/Helsinki"))
    clock.forward(seconds=((here + timedelta(days=1)).replace(hour=12, minute=0, second=0) - here).total_seconds())


@pytest.fixture
def aino(enter):
    return enter(AINO)


@pytest.fixture
def orjan(enter):
    return enter(ORJAN)


def hide(board, **form):
    return board.marja.send(f"{board.path}/hiding", hidden="yes", **form)


def show(board):
    return board.marja.send(f"{board.path}/hiding", hidden="no")


@pytest.fixture
def notes(board, aino, orjan):
    """A note of Aino's and one of Örjan's with much to tell; then notes are hidden."""
    made = [board.note(aino, "Ainon oma"), board.note(orjan, "Örjanin salaisuus", colour="heart", language="sv")]
    assert hide(board).status == 200
    return made


def told_of_it(html) -> list[str]:
    """What an answer tells of Örjan's note; the choices of a form for a new note are none of it."""
    without_forms = re.sub(r"<form.*?</form>", "", html, flags=re.DOTALL)
    notes = "".join(re.findall(r"<li[ >].*?</li>|<option.*?</option>|<p class=.pile.*?</p>", without_forms, flags=re.DOTALL))
    return [secret for secret in SECRETS if secret in notes] + [secret for secret in SECRETS[:1] if secret in html]


def places(board, note) -> list[str]:
    """All pages and answers on which notes are shown to somebody."""
    return [board.path, f"{board.path}?sort=votes", f"{board.path}/parts", f"{board.path}/deleted", board.home, f"{board.activity}/changes?since=1", f"/notes/{note}/position",
            f"/notes/{note}/stack", f"/notes/{note}/stack/notes", f"/notes/{note}/acts"]


def test_nothing_of_a_hidden_note_is_anywhere_for_anybody_but_its_author(board, aino, orjan, notes):
    own, hidden = notes
    facilitators_own = board.note(board.marja, "Marjan oma")
    for visitor, note in ((aino, own), (board.marja, facilitators_own)):
        for place in places(board, note):
            seen = visitor.read(place)
            assert seen.status == 200, place
            assert told_of_it(seen.html) == [], place
            assert hidden not in seen.numbers("note"), place
    assert "Örjanin salaisuus" in orjan.open(board.path).text


def test_a_hidden_note_cannot_be_reached_by_its_number(board, aino, notes):
    _own, hidden = notes
    for visitor in (aino, board.marja):
        for path in ("", "/acts", "/position", "/stack", "/stack/notes"):
            assert visitor.open(f"/notes/{hidden}{path}").status == 404, path
        for path in ("", "/position", "/deletion", "/restoration", "/stack", "/unstack", "/split", "/vote", "/vote/withdrawal"):
            assert visitor.send(f"/notes/{hidden}{path}", text="x", version=1, onto=notes[0]).status == 404, path


def test_one_s_own_notes_stay_readable_and_changeable(board, aino, notes):
    own, _hidden = notes
    page = aino.open(board.path)
    assert page.notes_in(board.columns[0]) == [own]
    assert aino.send(f"/notes/{own}", text="Ainon parempi", version=1, colour="leaf", language="fi").status == 200
    moved = aino.send(f"/notes/{own}/position", column=str(board.columns[1]))
    assert moved.status == 200 and moved.numbers("note") == [own]
    assert aino.open(board.path).notes_in(board.columns[1]) == [own]
    assert "Ainon parempi" not in board.marja.open(board.path).text


def test_each_column_says_how_many_are_hidden_and_nothing_else(board, aino, notes):
    for visitor in (aino, board.marja):
        page = visitor.open(board.path)
        assert page.one(f"column-{board.columns[0]}-pile").get("data-notes") == "2"
        assert page.one(f"column-{board.columns[1]}-pile").get("data-notes") == "0"
        assert "2" in page.words(f"column-{board.columns[0]}-pile")


def test_a_note_written_while_they_are_hidden_reaches_its_author_and_the_count_everybody(app, board, aino, orjan, notes):
    since = board.marja.open(board.path).one("live").get("data-seq")
    answer = aino.send(board.composer(), text="Uusi salaisuus", colour="star", language="fi")
    assert answer.status == 201 and "Uusi salaisuus" in answer.text
    assert answer.one(f"column-{board.columns[0]}-pile").get("data-notes") == "3"
    for visitor in (orjan, board.marja):
        heard = visitor.open(f"{board.activity}/changes?since={since}")
        assert heard.parts == [(f"#column-{board.columns[0]}-pile", "outerMorph")]
        assert heard.one(f"column-{board.columns[0]}-pile").get("data-notes") == "3"
    other_tab = aino.open(f"{board.activity}/changes?since={since}")
    assert "Uusi salaisuus" in other_tab.text


def test_deleting_and_moving_one_s_own_is_told_as_counts(board, aino, orjan, notes):
    own, _hidden = notes
    since = orjan.open(board.path).one("live").get("data-seq")
    aino.send(f"/notes/{own}/position", column=str(board.columns[1]))
    heard = orjan.open(f"{board.activity}/changes?since={since}")
    assert [heard.one(f"column-{column}-pile").get("data-notes") for column in board.columns] == ["1", "1"]
    since = heard.headers["Live-Seq"]
    aino.send(f"/notes/{own}/deletion")
    heard = orjan.open(f"{board.activity}/changes?since={since}")
    assert heard.numbers("note") == [] and heard.one(f"column-{board.columns[1]}-pile").get("data-notes") == "0"
    assert own in [int(number) for form in aino.open(f"{board.path}/deleted").all("form") for number in re.findall(r"/notes/(\d+)/restoration", form.get("action"))]
    assert "Ainon oma" not in board.marja.open(f"{board.path}/deleted").text


def test_hiding_takes_the_notes_of_others_from_open_pages_at_once(board, aino, orjan):
    board.note(orjan, "Örjanin salaisuus", colour="heart", language="sv")
    since = aino.open(board.path).one("live").get("data-seq")
    answer = hide(board)
    for heard in (answer, aino.open(f"{board.activity}/changes?since={since}")):
        assert (f"#column-{board.columns[0]}-notes", "conceal") in heard.parts
        assert "Örjanin salaisuus" not in heard.html and heard.numbers("note") == []


def test_a_change_from_before_tells_nothing_to_who_hears_of_it_late(board, aino, orjan):
    since = aino.open(board.path).one("live").get("data-seq")
    note = board.note(orjan, "Örjanin salaisuus")
    hide(board)
    for visitor in (aino, board.marja):
        heard = visitor.open(f"{board.activity}/changes?since={since}")
        assert "salaisuus" not in heard.html and note not in heard.numbers("note")
        assert (f"#note-{note}", "delete") in heard.parts


def test_showing_brings_all_notes_in_one_go(board, aino, orjan, notes):
    since = aino.open(board.path).one("live").get("data-seq")
    show(board)
    heard = aino.open(f"{board.activity}/changes?since={since}")
    assert set(heard.numbers("note")) == set(notes)
    assert heard.parts.count((f"#column-{board.columns[0]}-notes", "place")) == 1
    assert heard.one(f"column-{board.columns[0]}-pile").get("data-notes") is None
    assert aino.open(board.path).notes_in(board.columns[0]) == notes


def test_they_show_themselves_at_their_time(board, aino, orjan, notes, clock):
    hide(board, until="13:30")
    page = aino.open(board.path)
    assert "13.30" in page.words(f"column-{board.columns[0]}-pile")
    assert notes[1] not in page.numbers("note")
    since = page.one("live").get("data-seq")
    clock.forward(hours=2)
    assert set(aino.open(board.path).numbers("note")) == set(notes)
    assert aino.open(f"{board.activity}/changes?since={since}").status == 304
    ended = orjan.send(f"{board.path}/hiding/end")  # the first page that notices tells the others
    assert ended.status == 200
    assert set(aino.open(f"{board.activity}/changes?since={since}").numbers("note")) == set(notes)


def test_nobody_shows_them_before_their_time(board, aino, notes):
    hide(board, until="14.30")
    for visitor in (aino, board.marja):
        assert visitor.send(f"{board.path}/hiding/end").status == 200
        assert notes[1] not in aino.open(board.path).numbers("note")
    assert aino.send(f"{board.path}/hiding", hidden="no").status == 403


@pytest.mark.parametrize("until", ["25:00", "kohta", "12", "11:59", "1:2:3"])
def test_a_time_that_is_none_is_refused(board, until):
    assert hide(board, until=until).status == 422


def test_a_stack_hides_what_lies_in_it(board, aino, orjan):
    own, other = board.note(aino, "Ainon oma"), board.note(orjan, "Örjanin salaisuus")
    aino.send(f"/notes/{own}/stack", onto=other)
    hide(board)
    page = aino.open(board.path)
    assert page.notes_in(board.columns[0]) == [own] and "salaisuus" not in page.html
    assert page.one(f"column-{board.columns[0]}-pile").get("data-notes") == "2"
    seen = orjan.open(board.path)
    assert seen.notes_in(board.columns[0]) == [other] and "Ainon" not in seen.words(f"note-{other}")
    edited = aino.send(f"/notes/{own}", text="Ainon parempi", version=2, colour="sun", language="fi")
    assert edited.numbers("note") == [own] and "salaisuus" not in edited.html
    assert aino.send(f"/notes/{own}/unstack").status == 409
    show(board)
    assert aino.open(board.path).numbers("member") == [own]


def test_hidden_notes_take_no_votes_and_cannot_be_put_together(board, aino, notes):
    own, _hidden = notes
    second = board.note(aino, "Ainon toinen")
    board.marja.send(f"{board.path}/voting", open="yes", votes_each="3")
    assert aino.send(f"/notes/{own}/vote").status == 409
    assert aino.send(f"/notes/{own}/stack", onto=second).status == 409


@pytest.mark.parametrize("level", LEVELS)
def test_on_every_level_of_anonymity_one_s_own_stay_readable_and_the_others_hidden(app, board, aino, orjan, level):
    with app.app_context(), transaction():
        db.session.get(Board, board.id).anonymity = level
    hide(board)
    own, other = board.note(aino, "Ainon oma"), board.note(orjan, "Örjanin salaisuus")
    for place in (board.path, f"{board.path}/parts"):
        page = aino.read(place)
        assert page.notes_in(board.columns[0]) == [own], place
        assert "salaisuus" not in page.html
        assert board.marja.read(place).notes_in(board.columns[0]) == []
    assert aino.send(f"/notes/{own}", text="Ainon parempi", version=1, colour="sun", language="fi").status == 200
    with app.app_context(), transaction(writes=False):
        audiences = set(db.session.scalars(sa.select(Change.audience).where(Change.part.in_([f"note:{own}", f"note:{other}"]))))
    assert "everyone" not in audiences
    if level == LEVELS[-1]:
        assert audiences == set()
    show(board)
    assert aino.open(board.path).notes_in(board.columns[0]) == [own, other]


def drawn(board) -> str:
    """The colours in the small drawing of the board."""
    return "".join(re.findall(r'<svg class="mini".*?</svg>', board.marja.open(board.home).html, flags=re.DOTALL))


def test_the_home_draws_hidden_notes_without_their_colours(board, aino, orjan, notes):
    assert "heart" not in drawn(board)
    show(board)
    assert "heart" in drawn(board)


def test_erasing_the_author_of_hidden_notes_tells_nothing_either(board, aino, orjan, notes):
    since = aino.open(board.path).one("live").get("data-seq")
    orjan.post("/me/erasure", sure="yes", texts="leave")
    heard = aino.open(f"{board.activity}/changes?since={since}")
    assert "salaisuus" not in heard.html
    show(board)
    assert set(aino.open(board.path).numbers("note")) == set(notes)


def test_without_javascript(board, aino, notes):
    show(board)
    page = board.marja.press(board.marja.open(f"{board.path}/hiding"), f"{board.path}/hiding")
    assert page.path == board.path and notes[1] not in page.numbers("note")
    page = board.marja.press(page, f"{board.path}/hiding")
    assert set(page.numbers("note")) == set(notes)
    assert f"{board.path}/hiding" not in [form.get("action") for form in aino.open(board.path).all("form")]


def test_a_file_on_a_hidden_note_is_changed_without_the_note_leaving_its_author_s_page(app, board, aino, notes):
    own, _hidden = notes
    assert aino.send(f"/notes/{own}/attachments", file=(io.BytesIO(GOOD["kuva.jpg"]), "kuva.jpg"), alternative="Kaavio").status == 200
    since = aino.open(board.path).one("live").get("data-seq")
    for act, form in (("alternative", {"alternative": "Parempi kuvaus"}), ("deletion", {}), ("restoration", {})):
        assert aino.send(f"/attachments/1/{act}", **form).status == 200
    heard = aino.read(f"{board.activity}/changes?since={since}")
    assert own in heard.numbers("note") and (f"#note-{own}", "delete") not in heard.parts
    with app.app_context(), transaction(writes=False):
        told = db.session.execute(sa.select(Change.audience).where(Change.part == f"note:{own}", Change.seq > int(since))).scalars().all()
    assert told and all("everyone" not in audience for audience in told)
