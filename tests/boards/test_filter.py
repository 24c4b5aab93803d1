"""Search and filters: what does not match is out of sight; the same words in the address find the same notes."""
from urllib.parse import urlencode

import pytest

from lti_tool.boards.looking import fold
from tests.support.cast import AINO, ORJAN


@pytest.fixture
def people(enter):
    return enter(AINO), enter(ORJAN)


@pytest.fixture
def notes(board, people):
    """name -> number: notes that differ in everything that can be looked for."""
    aino, orjan = people
    return {
        "coffee": board.note(aino, "Kirjaamiskahvit joka toinen perjantai", colour="leaf"),
        "idé": board.note(orjan, "En idé om kaféer på fredagar", colour="star", language="sv"),
        "ask": board.note(aino, "Kahvin jälkeen kysymme: ÄÄNEEN vai hiljaa?", colour="drop", column=1),
        "worry": board.note(orjan, "Perjantai on kiireinen", colour="heart", column=1),
    }


def found(visitor, board, **looked_for) -> list[int]:
    """The notes in sight, in their order."""
    seen = visitor.open(f"{board.path}?{urlencode(looked_for)}")
    return [int(note.get("data-note")) for note in seen.all("li", data_note=True) if note.get("data-out") is None]


@pytest.mark.parametrize(("looked_for", "names"), [
    ({"q": "kahvi"}, ["coffee", "ask"]),
    ({"q": "perjantai KAHVI"}, ["coffee"]),
    ({"q": "  perjantai   kahvi "}, ["coffee"]),
    ({"q": "ide"}, ["idé"]),
    ({"q": "kaféer"}, ["idé"]),
    ({"q": "ääneen"}, ["ask"]),
    ({"q": "aaneen"}, []),
    ({"q": "pa"}, []),
    ({"colour": "leaf"}, ["coffee"]),
    ({"language": "sv"}, ["idé"]),
    ({"mine": "1"}, ["coffee", "ask"]),
    ({"author": "Örjan Strandvik"}, ["idé", "worry"]),
    ({"author": "Örjan Strandvik", "colour": "heart", "q": "kiireinen"}, ["worry"]),
    ({"mine": "1", "language": "sv"}, []),
    ({"q": "50 %_"}, []),
    ({"colour": "pink", "language": "xx"}, ["coffee", "idé", "ask", "worry"]),
    ({}, ["coffee", "idé", "ask", "worry"]),
])
def test_everything_that_is_looked_for_must_be_so(board, people, notes, looked_for, names):
    assert found(people[0], board, **looked_for) == [notes[name] for name in names]


def test_my_notes_are_those_of_who_looks(board, people, notes):
    assert found(people[1], board, mine="1") == [notes["idé"], notes["worry"]]
    assert found(board.marja, board, mine="1") == []


def test_the_page_says_how_many_are_shown_and_leads_back_to_all(board, people, notes):
    aino, _orjan = people
    seen = aino.open(f"{board.path}?q=kahvi&view=outline")
    assert seen.one("filtered").get("hidden") is None
    assert "2" in seen.words("filtered") and "4" in seen.words("filtered")
    assert seen.one("found-nothing").get("hidden") is not None
    back = [link.get("href") for link in seen.one("filtered").iter("a") if link.get("data-show-all") is not None]
    assert back == [f"{board.path}?view=outline"]
    assert aino.open(back[0]).one("filtered").get("hidden") is not None


def test_each_filter_is_named_and_taken_away_by_its_own_chip(board, people, notes):
    aino, _orjan = people
    seen = aino.open(f"{board.path}?q=kahvi&colour=leaf&mine=1")
    chips = {link.get("data-without"): link.get("href") for link in seen.one("filtered").iter("a") if link.get("data-without")}
    assert chips == {"q": f"{board.path}?colour=leaf&mine=1", "colour": f"{board.path}?q=kahvi&mine=1", "mine": f"{board.path}?q=kahvi&colour=leaf"}


def test_nothing_found_is_said_kindly_with_a_way_back(board, people, notes):
    seen = people[0].open(f"{board.path}?q=olematon")
    assert seen.one("found-nothing").get("hidden") is None
    assert any(link.get("href") == board.path for link in seen.one("found-nothing").iter("a"))


def test_an_empty_board_is_not_a_search_without_result(board, people):
    assert people[0].open(f"{board.path}?q=olematon").one("found-nothing").get("hidden") is not None


def test_the_form_holds_what_is_looked_for_and_offers_who_has_written(board, people, notes):
    seen = people[0].open(f"{board.path}?q=kahvi&author=%C3%96rjan+Strandvik&view=outline")
    form = seen.all("form", data_filter=True)[0]
    assert (form.get("method"), form.get("action")) == ("get", board.path)
    assert seen.one("filter-q").get("value") == "kahvi"
    assert [option.get("value") for option in seen.one("filter-author").iter("option")] == ["", "Aino Sarapuisto", "Örjan Strandvik"]
    assert [option.get("value") for option in seen.one("filter-author").iter("option") if option.get("selected") is not None] == ["Örjan Strandvik"]
    assert ("view", "outline") in [(field.get("name"), field.get("value")) for field in form.iter("input")]


def test_what_is_looked_for_cannot_break_out_of_the_page(board, people, notes):
    seen = people[0].open(f"{board.path}?" + urlencode({"q": '<b>"x', "author": "<i>"}))
    assert "<b>" not in seen.html.replace("&lt;b&gt;", "") and not seen.all("b")


def test_parts_for_everybody_say_nothing_of_what_one_looks_for(board, people, notes):
    aino, orjan = people
    aino.open(f"{board.path}?q=olematon")
    assert "data-out" not in orjan.send(f"/notes/{notes['worry']}", text="Muuttui", version="1", colour="sun", language="fi").html
    assert "data-out" not in aino.open(f"{board.path}/parts?q=olematon").html


@pytest.mark.parametrize(("text", "folded"), [("Ängström ÉLAN", "ängström elan"), ("a\u0308a\u030ao\u0308", "äåö"), ("İstanbul", "istanbul"), ("Üç çay", "uc cay"), ("ŠŽ", "sz")])
def test_only_the_letters_of_their_own_keep_their_marks(text, folded):
    assert fold(text) == folded
