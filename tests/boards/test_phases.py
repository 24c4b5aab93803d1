"""A workshop goes from phase to phase: what is on the paper, who goes on, and that nothing is lost by it."""
import io
import json
import re

import pytest

from tests.support.cast import AINO, MARJA, ORJAN
from tests.support.page import words_of

GATHER, SORT, VOTE = "Kerätään", "Keskustellaan", "Äänestetään"
FILE = {"format": "workshop-board", "version": 1, "title": {"fi": "Verkoston työpaja"}, "workshop": True, "phases": [
    {"title": {"fi": GATHER}, "kind": "joint", "prompt": {"fi": "Mikä auttaa?"}, "script": {"fi": "Anna kaikkien kirjoittaa ensin."}, "minutes": 15, "hides_notes": True,
     "columns": [{"title": {"fi": "Toimii"}}, {"title": {"fi": "Takkuaa"}}]},
    {"title": {"fi": SORT}, "kind": "discussion", "prompt": {"fi": "Mitä muut tekevät?"}, "columns": [{"title": {"fi": "Poimintoja"}}]},
    {"title": {"fi": VOTE}, "kind": "voting", "prompt": {"fi": "Mikä on tärkeintä?"}, "shows": 1, "votes_each": 3}]}


class Workshop:
    def __init__(self, marja, home):
        data = json.dumps(FILE).encode()
        seen = marja.ask("POST", f"{home}/boards", data={"file": (io.BytesIO(data), "a.json"), "anyway": "yes"}, follow_redirects=True)
        self.path = next(link for link in seen.links if re.fullmatch(r"/boards/\d+", link or ""))
        self.home, self.number = home, int(self.path.rpartition("/")[2])
        assert marja.post(f"/activities/{self.number}/state", state="open").status == 303
        self.phases = sorted(int(number) for number in re.findall(r'name="phase" value="(\d+)"', marja.open(self.path).html) + re.findall(r'name="from" value="(\d+)"', marja.open(self.path).html)
                             if number)
        self.phases = sorted(set(self.phases))

    def go(self, visitor, to, seen_at, **how):
        return visitor.send(f"{self.path}/shown-phase", phase=str(self.phases[to]), **{"from": str(self.phases[seen_at]), **how})

    def titles(self, visitor) -> list[str]:
        return [words_of(heading) for heading in visitor.open(self.path).all("h2") if (heading.get("id") or "").startswith("column-")]

    def columns(self, visitor) -> list[int]:
        return visitor.open(self.path).numbers("column")


@pytest.fixture
def marja(board):
    return board.marja


@pytest.fixture
def aino(enter, board):
    return enter(AINO)


@pytest.fixture
def workshop(board, marja):
    return Workshop(marja, board.home)


def write(visitor, column, text="Kirjaamiskahvit") -> int:
    seen = visitor.send(f"/columns/{column}/notes", text=text, colour="sun", language="fi")
    assert seen.status == 201, seen.text
    return int(seen.headers["X-Note"])


def test_only_the_columns_and_the_prompt_of_the_shown_phase_are_seen(workshop, marja, aino):
    for visitor in (marja, aino):
        assert len(workshop.columns(visitor)) == 2
        assert "Mikä auttaa?" in visitor.open(workshop.path).text and "Mitä muut tekevät?" not in visitor.open(workshop.path).text
    assert workshop.go(marja, 1, 0).status == 200
    for visitor in (marja, aino):
        assert len(workshop.columns(visitor)) == 1
        assert "Mitä muut tekevät?" in visitor.open(workshop.path).text


def test_open_pages_are_told_which_columns_go_and_which_come(workshop, marja, aino):
    page = aino.open(workshop.path)
    since, before = page.one("live").get("data-seq"), workshop.columns(aino)
    workshop.go(marja, 1, 0)
    heard = aino.open(f"/activities/{workshop.number}/changes?since={since}")
    after, = workshop.columns(aino)
    assert [part for part in heard.parts if part[1] == "delete"] and f'id="column-{after}"' in heard.html
    assert {f"#column-{number}" for number in before} <= {target for target, swap in heard.parts if swap == "delete"}
    assert "Mitä muut tekevät?" in heard.text


def test_two_who_press_next_at_once_take_one_step(workshop, marja, enter):
    other = enter(MARJA._replace(sub="user-77", given_name="Liisa"))
    assert workshop.go(marja, 1, 0).status == workshop.go(other, 1, 0).status == 200
    assert len(workshop.columns(marja)) == 1
    answer = workshop.go(other, 2, 0)  # whose page still showed the first phase
    assert answer.status == 200 and "Mitä muut tekevät?" in marja.open(workshop.path).text


def test_going_back_finds_everything_as_it_was(workshop, marja, aino):
    first = workshop.columns(aino)[0]
    note = write(aino, first)
    workshop.go(marja, 2, 0)
    assert aino.send(f"/notes/{note}/vote").status == 409  # voting has not been opened
    marja.send(f"{workshop.path}/voting", open="yes", votes_each="3")
    assert aino.send(f"/notes/{note}/vote").headers["X-Votes"] == str(note)
    workshop.go(marja, 1, 2)
    assert aino.send(f"/notes/{note}/vote").status == 409  # it is not on the paper
    workshop.go(marja, 2, 1)
    page = aino.open(workshop.path)
    assert page.one("columns").get("data-votes") == str(note) and page.notes_in(first) == [note]


def test_votes_are_given_with_the_tools_of_the_phase_that_shows_the_notes(workshop, marja, aino):
    note = write(aino, workshop.columns(aino)[0])
    workshop.go(marja, 2, 0)
    marja.send(f"{workshop.path}/voting", open="yes", votes_each="3")
    aino.send(f"/notes/{note}/vote")
    marja.send(f"{workshop.path}/voting", shown="yes")
    assert aino.open(workshop.path).one(f"note-{note}") is not None
    exported = json.loads(marja.open(f"{workshop.path}/export.json?votes=yes").data)
    assert exported["phases"][0]["columns"][0]["notes"][0]["votes"] == 1


def test_notes_that_were_hidden_are_shown_by_the_phase_that_works_on_them(workshop, marja, aino, enter):
    note = write(aino, workshop.columns(aino)[0], "Vain minun")
    orjan = enter(ORJAN)
    assert "Vain minun" not in orjan.open(workshop.path).text
    workshop.go(marja, 1, 0)
    assert "Vain minun" not in orjan.open(workshop.path).text
    workshop.go(marja, 2, 1)
    assert orjan.open(workshop.path).one(f"note-{note}") is not None


def test_who_still_writes_in_a_phase_that_is_over_is_told_and_keeps_the_text(workshop, marja, aino):
    first = workshop.columns(aino)[0]
    note = write(aino, first)
    workshop.go(marja, 1, 0)
    refused = aino.send(f"/columns/{first}/notes", text="Myöhässä", colour="sun", language="fi")
    assert refused.status == 409 and "Työpaja on edennyt" in refused.text
    assert aino.send(f"/notes/{note}", text="Toisin", version="1", colour="sun", language="fi").status == 409
    plain = aino.post(f"/columns/{first}/notes", text="Myöhässä", colour="sun", language="fi")
    assert plain.status == 409 and "Myöhässä" in plain.text + "".join(plain.typed)


def test_participants_see_where_the_workshop_is_but_neither_script_nor_controls(workshop, marja, aino):
    seen = aino.open(workshop.path)
    assert "Vaihe 1/3" in seen.text and GATHER in seen.text
    assert "Anna kaikkien kirjoittaa ensin" not in seen.html and VOTE not in seen.text and "shown-phase" not in seen.html
    assert workshop.go(aino, 1, 0).status == 403
    assert "Anna kaikkien kirjoittaa ensin" in marja.open(workshop.path).text and "15 minuuttia" in marja.open(workshop.path).text


def test_a_phase_of_another_workshop_cannot_be_shown(workshop, board, marja):
    other = Workshop(marja, board.home)
    refused = marja.send(f"{workshop.path}/shown-phase", phase=str(other.phases[1]), **{"from": str(workshop.phases[0])})
    assert refused.status == 409 and len(workshop.columns(marja)) == 2


@pytest.mark.parametrize("way", ["export", "copy"])
def test_a_copy_keeps_kinds_scripts_minutes_and_whose_columns_are_shown(workshop, marja, way):
    if way == "copy":
        marja.post(f"/activities/{workshop.number}/copy")
        copy = f"/boards/{max(marja.open(workshop.home).numbers('activity') or [workshop.number + 1])}"
        exported = json.loads(marja.open(f"{copy}/export.json").data)
    else:
        exported = json.loads(marja.open(f"{workshop.path}/export.json").data)
    first, second, third = exported["phases"]
    assert (first["kind"], first["script"], first["minutes"]) == ("joint", {"fi": "Anna kaikkien kirjoittaa ensin."}, 15)
    assert (second["kind"], third["kind"], third["shows"], third["columns"]) == ("discussion", "voting", 1, [])


@pytest.mark.parametrize("wrong", [{"shows": 3}, {"shows": 4}, {"shows": 0}, {"shows": 1, "columns": [{"title": {"fi": "Oma"}}]}, {"kind": "party"}, {"minutes": 0},
                                   {"minutes": 601}, {"script": {"fi": "x" * 4001}}])
def test_a_phase_that_cannot_be_is_refused_with_its_place(board, marja, wrong):
    data = {**FILE, "phases": [*FILE["phases"][:2], {**FILE["phases"][2], **wrong}]}
    refused = marja.ask("POST", f"{board.home}/boards", data={"file": (io.BytesIO(json.dumps(data).encode()), "a.json")})
    assert refused.status == 422 and "phases[2]" in refused.text
