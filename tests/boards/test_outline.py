"""The outline is the board: the same document with another class, at the same address with another word in it."""
import re

import pytest

from tests.support.cast import AINO
from tests.support.page import words_of


@pytest.fixture
def aino(enter):
    return enter(AINO)


@pytest.fixture
def filled(board, aino):
    for number in range(3):
        board.note(aino, f"Lappu {number}")
    board.note(aino, "Toinen sarake", column=1)
    return board


def columns(seen) -> str:
    """What stands in the columns, without what every page has anew."""
    place = re.search(r'<div class="(?:board|outline)" id="columns".*?>(.*)<div id="keys"', seen.html, re.DOTALL).group(1)
    return re.sub(r"view=\w+", "", place)


def test_board_and_outline_are_the_same_html(filled, aino):
    as_board, as_outline = aino.open(filled.path), aino.open(f"{filled.path}?view=outline")
    assert as_board.one("columns").get("class") == "board"
    assert as_outline.one("columns").get("class") == "outline"
    assert columns(as_board) == columns(as_outline)


def test_a_facilitators_outline_has_every_act_of_the_board(filled):
    assert columns(filled.marja.open(filled.path)) == columns(filled.marja.open(f"{filled.path}?view=outline"))


def test_the_address_wins_over_what_was_chosen(filled, aino):
    aino.post("/me/settings", view="outline")
    assert aino.open(filled.path).one("columns").get("class") == "outline"
    assert aino.open(f"{filled.path}?view=board").one("columns").get("class") == "board"
    assert aino.open(f"{filled.path}?view=canvas").one("columns").get("class") == "outline"


def test_the_tabs_keep_everything_else_that_the_address_says(filled, aino):
    seen = aino.open(f"{filled.path}?view=outline&q=lappu&colour=sun&sort=votes&act=1")
    board_tab, outline_tab = seen.all("a", data_way="board")[0], seen.all("a", data_way="outline")[0]
    assert outline_tab.get("aria-current") == "page" and board_tab.get("aria-current") is None
    assert board_tab.get("href") == f"{filled.path}?view=board&q=lappu&colour=sun&sort=votes"


def test_chips_lead_to_every_column(filled, aino):
    seen = aino.open(f"{filled.path}?view=outline")
    assert [f"#column-{number}" for number in filled.columns] == [link for link in seen.links if link.startswith("#column-")]


def test_every_note_is_an_item_of_its_columns_list_under_the_columns_heading(filled, aino):
    seen = aino.open(f"{filled.path}?view=outline")
    assert [words_of(heading) for heading in seen.all("h2") if (heading.get("id") or "").startswith("column-")] == ["Toimii", "Takkuaa"]
    assert [note.tag for note in seen.one(f"column-{filled.columns[0]}-notes")] == ["li"] * 3


def test_the_menu_of_a_note_says_of_which(filled, aino):
    note = aino.open(filled.path).one(f"note-{filled.notes(aino)[0]}")
    assert "Lappu 0" in words_of(next(note.iter("summary")))


def test_the_sheet_of_hotkeys_is_a_page_too_and_has_the_switch(filled, aino):
    page = aino.open(f"{filled.path}/keys")
    assert len(page.all("kbd")) > 15
    switch = page.all("input", name="hotkeys", type="checkbox")[-1]
    assert switch.get("checked") is not None
    aino.post("/me/settings", hotkeys="no")
    assert aino.read(f"{filled.path}/keys").all("input", name="hotkeys", type="checkbox")[-1].get("checked") is None
