"""Anonymity is honest: what is promised beside the send button holds on every page, in every part and in every row."""
import json
import re

import pytest
import sqlalchemy as sa

from lti_tool.db import db
from tests.support.cast import AINO, EEVA, MARJA, ORJAN
from tests.support.cast import Person as Actor
from tests.support.rows import rows

LEVELS = ("named", "region", "peers", "everybody")
NAMELESS = LEVELS[1:]
HELVI, ILKKA = Actor("user-31", "Helvi", "Ojanen"), Actor("user-32", "Ilkka", "Salmi")


def set_level(board, level):
    return board.marja.submit(f"{board.path}/settings", **{"title-fi": "Rakenteinen kirjaaminen", "anonymity": level})


NORTH_SAVO, KAINUU = ("Pohjois-Savo", "Norra Savolax"), ("Kainuu", "Kajanaland")


def tell_region(board, visitor, names=NORTH_SAVO):
    page = visitor.open(f"/courses/{board.course}/about-me")
    number = next(option.get("value") for option in page.all("option") if option.text in names)
    assert visitor.post(f"/courses/{board.course}/about-me", region=number, role="").status == 303


@pytest.fixture
def aino(enter):
    return enter(AINO)


@pytest.fixture
def orjan(enter):
    return enter(ORJAN)


def everything_about(app, person: Actor) -> list[str]:
    """Every table and column in which the person's number stands beside the board's rows."""
    with app.app_context():
        number = db.session.scalar(sa.text("SELECT id FROM person WHERE subject = :sub"), {"sub": person.sub})
        found = []
        for table in ("note", "act", "change", "operation"):
            for row in db.session.execute(sa.text(f"SELECT * FROM {table}")).mappings():
                found += [f"{table}.{name}" for name, value in row.items()
                          if value == number and name in ("author_id", "person_id") or f"person:{number}" in str(value)]
    return found


@pytest.mark.parametrize("level", NAMELESS)
def test_no_page_and_no_part_says_the_name_to_anybody(board, aino, orjan, level):
    set_level(board, level)
    since = orjan.open(board.path).one("live").get("data-seq")
    note = board.note(aino)
    aino.send(f"/notes/{note}", text="Toinen sana", version=1, colour="sun", language="fi")
    aino.send(f"/notes/{note}/position", column=board.columns[1], after="last")
    for visitor in (orjan, board.marja):
        for path in (board.path, f"{board.path}/parts", f"{board.path}/deleted", f"{board.path}/history", f"/notes/{note}/acts", f"/notes/{note}/position",
                     f"{board.activity}/changes?since={since}"):
            seen = visitor.read(path) if "changes" in path or "parts" in path else visitor.open(path)
            assert seen.status == 200
            assert "Aino" not in seen.html and "Sarapuisto" not in seen.html, path


@pytest.mark.parametrize("level", LEVELS)
def test_beside_the_button_it_is_said_who_sees_the_name(board, aino, level):
    set_level(board, level)
    said = aino.open(board.path).words(f"who-{board.columns[0]}")
    assert {"named": "Kaikki kurssilla näkevät nimesi", "region": "Vain alueesi näkyy", "peers": "Muut osallistujat eivät näe nimeäsi",
            "everybody": "Kukaan ei näe, kuka"}[level] in said


@pytest.mark.parametrize("level", LEVELS)
def test_the_author_can_edit_and_delete_under_every_level_and_others_cannot(board, aino, orjan, level):
    set_level(board, level)
    aino.open(board.path)
    note = board.note(aino)
    assert orjan.send(f"/notes/{note}", text="Muun", version=1, colour="sun", language="fi").status == 403
    assert aino.send(f"/notes/{note}", text="Oma muutos", version=1, colour="sun", language="fi").status == 200
    assert aino.open(board.path).one("columns").get("data-mine") == str(note)
    assert orjan.open(board.path).one("columns").get("data-mine") == ""
    assert aino.send(f"/notes/{note}/deletion").status == 200
    assert "Oma muutos" in aino.open(f"{board.path}/deleted").text
    assert aino.send(f"/notes/{note}/restoration").status == 200
    assert board.notes(orjan) == [note]


def test_the_level_is_fixed_by_the_first_note_even_when_that_is_deleted(board, aino):
    set_level(board, "region")
    note = board.note(aino)
    aino.send(f"/notes/{note}/deletion")
    seen = set_level(board, "named")
    assert seen.status == 409 and "ei voi enää muuttaa" in seen.text
    assert not board.marja.open(f"{board.path}/settings").all("input", name="anonymity")
    assert "Vain alueesi näkyy" in aino.open(board.path).words(f"who-{board.columns[0]}")


def test_a_note_keeps_its_own_level_whatever_the_board_says(app, board, aino, orjan):
    set_level(board, "everybody")
    note = board.note(aino)
    with app.app_context():
        db.session.execute(sa.text("UPDATE board SET anonymity = 'named'"))
        db.session.commit()
    assert "Aino" not in orjan.open(board.path).html
    assert rows(app, "SELECT author_id FROM note WHERE id = :id", id=note)[0][0] is None


class TestHiddenFromEverybody:
    @pytest.fixture(autouse=True)
    def level(self, board):
        set_level(board, "everybody")

    def test_no_row_ties_what_was_done_to_a_person(self, app, board, aino):
        aino.open(board.path)
        note = board.note(aino)
        aino.send(f"/notes/{note}", text="Toinen", version=1, colour="sun", language="fi")
        aino.send(f"/notes/{note}/position", column=board.columns[1], after="last")
        aino.send(f"/notes/{note}/deletion")
        aino.send(f"/notes/{note}/restoration")
        assert everything_about(app, AINO) == []
        assert everything_about(app, MARJA) != []  # her columns' acts say who made them

    def test_no_time_is_finer_than_the_day(self, app, board, aino):
        note = board.note(aino)
        aino.send(f"/notes/{note}", text="Toinen", version=1, colour="sun", language="fi")
        aino.send(f"/notes/{note}/deletion")
        times = rows(app, "SELECT made_at, edited_at, deleted_at FROM note WHERE id = :id", id=note)[0]
        times = [*times, *(row[0] for row in rows(app, f"SELECT at FROM act WHERE thing = 'note:{note}'")), *(row[0] for row in rows(app, "SELECT at FROM operation"))]
        assert len(times) >= 7
        assert all(re.search(r"\b00:00:00(\.0+)?(\+00(:00)?)?$", str(time)) for time in times)

    def test_two_notes_of_one_writer_have_nothing_in_common(self, app, board, aino):
        board.note(aino, "Yksi"), board.note(aino, "Kaksi")
        marks = rows(app, "SELECT secret_mark FROM note")
        assert len({mark[0] for mark in marks}) == 2 and all(len(mark[0]) == 64 for mark in marks)

    def test_the_secret_is_nowhere_in_the_database(self, app, board, aino):
        aino.open(board.path)
        board.note(aino)
        secret = aino.client.get_cookie("__Host-own", domain="tool.example").value
        with app.app_context():
            tables = [table.name for table in db.metadata.sorted_tables]
            everything = "".join(str(db.session.execute(sa.text(f'SELECT * FROM "{table}"')).all()) for table in tables)
        assert secret not in everything

    def test_without_the_secret_the_note_is_nobody_s(self, board, aino, enter):
        note = board.note(aino)
        elsewhere = enter(AINO)  # the same person with another browser
        assert elsewhere.send(f"/notes/{note}", text="Muu", version=1, colour="sun", language="fi").status == 403
        assert elsewhere.open(board.path).one("columns").get("data-mine") == ""

    def test_the_next_person_at_a_shared_computer_owns_nothing_of_it(self, board, aino, platform):
        note = board.note(aino)
        aino.person = ORJAN
        aino.launch()  # the same browser
        assert aino.send(f"/notes/{note}", text="Muu", version=1, colour="sun", language="fi").status == 403

    def test_an_own_act_can_be_undone_by_the_same_browser_only(self, board, aino, orjan):
        note = board.note(aino)
        deleted = aino.send(f"/notes/{note}/deletion")
        [undo] = [form.get("action") for form in deleted.all("form") if form.get("action").startswith("/acts/")]
        assert orjan.send(undo).status in (403, 404)
        assert aino.send(undo).status == 200
        assert board.notes(orjan) == [note]

    def test_a_window_of_its_own_takes_the_secret_along(self, app, board, aino, platform):
        note = board.note(aino)
        ticket = aino.ask("POST", "/tickets", headers={"Sec-Fetch-Site": "same-origin", "Accept": "application/json"}, data={"address": board.path}).response.json
        window = type(aino)(app, platform, AINO)
        assert window.post("/window", ticket=ticket["ticket"], address=ticket["address"], secret=ticket["secret"]).status == 303
        assert window.open(board.path).one("columns").get("data-mine") == str(note)
        assert window.send(f"/notes/{note}", text="Ikkunasta", version=1, colour="sun", language="fi").status == 200

    def test_a_sealed_secret_of_somebody_s_making_is_not_taken(self, board, aino, app, platform):
        note = board.note(aino)
        ticket = aino.ask("POST", "/tickets", headers={"Sec-Fetch-Site": "same-origin", "Accept": "application/json"}, data={"address": board.path}).response.json
        window = type(aino)(app, platform, AINO)
        window.post("/window", ticket=ticket["ticket"], address=ticket["address"], secret="A" * 120)
        assert window.send(f"/notes/{note}", text="Muu", version=1, colour="sun", language="fi").status == 403

    def test_a_facilitator_cannot_ask_for_a_name(self, board, aino):
        note = board.note(aino)
        assert board.marja.send(f"/notes/{note}/look").status == 404

    def test_my_data_shows_and_erases_what_this_browser_wrote(self, board, aino, orjan):
        note = board.note(aino, "Nimetön ajatus")
        assert "Nimetön ajatus" in aino.open("/me").text
        assert "Nimetön ajatus" not in orjan.open("/me").text
        aino.post("/me/erasure", sure="yes")
        assert note not in board.notes(orjan)

    def test_nobody_is_asked_where_they_are_from(self, board, aino):
        answer = aino.send(board.composer(), text="Yksi", colour="sun", language="fi")
        assert ("#asking", "innerHTML") not in answer.parts


class TestHiddenFromPeers:
    @pytest.fixture(autouse=True)
    def level(self, board):
        set_level(board, "peers")

    def test_a_facilitator_learns_the_name_by_asking_and_the_author_sees_that(self, board, aino):
        note = board.note(aino)
        assert "Aino" not in board.marja.read(f"/notes/{note}/look").text
        assert "Aino Sarapuisto" in board.marja.send(f"/notes/{note}/look").text
        data = json.loads(aino.open("/me/data.json").html)
        [looks] = [part["records"] for part in data["held"] if part["table"] == "look"]
        assert "Marja Kallioinen" in json.dumps(looks, ensure_ascii=False)

    def test_each_look_is_kept(self, app, board, aino):
        note = board.note(aino)
        board.marja.send(f"/notes/{note}/look"), board.marja.post(f"/notes/{note}/look")
        assert len(rows(app, "SELECT id FROM look")) == 2

    def test_a_participant_cannot_ask(self, board, aino, orjan):
        note = board.note(aino)
        assert orjan.send(f"/notes/{note}/look").status == 403
        assert orjan.read(f"/notes/{note}/look").status == 403

    def test_a_facilitator_of_another_course_cannot_ask(self, board, aino, enter):
        note = board.note(aino)
        assert enter(EEVA._replace(role=MARJA.role)).send(f"/notes/{note}/look").status == 404


class TestRegionOnly:
    @pytest.fixture(autouse=True)
    def level(self, board):
        set_level(board, "region")

    def test_a_region_with_three_people_is_shown(self, board, aino, orjan, enter):
        for visitor in (aino, orjan, enter(HELVI)):
            tell_region(board, visitor)
        board.note(aino)
        assert "Pohjois-Savo" in board.marja.open(board.path).all("span", class_="author")[0].text

    def test_a_smaller_one_is_another_region(self, board, aino, orjan):
        tell_region(board, aino), tell_region(board, orjan)
        board.note(aino)
        page = board.marja.open(board.path)
        assert page.all("span", class_="author")[0].text == "Muu alue"

    def test_a_region_told_after_the_first_note_appears_on_it(self, board, aino, orjan, enter):
        for visitor in (orjan, enter(HELVI)):
            tell_region(board, visitor)
        board.note(aino)
        assert board.marja.open(board.path).all("span", class_="author")[0].text == "Aluetta ei kerrottu"
        tell_region(board, aino)
        assert board.marja.open(board.path).all("span", class_="author")[0].text == "Pohjois-Savo"

    def test_a_note_keeps_the_region_it_was_written_with(self, board, aino, orjan, enter):
        for visitor in (aino, orjan, enter(HELVI), enter(ILKKA)):
            tell_region(board, visitor)
        board.note(aino)
        tell_region(board, aino, KAINUU)
        assert board.marja.open(board.path).all("span", class_="author")[0].text == "Pohjois-Savo"
