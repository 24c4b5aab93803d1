"""Single keys: each does what the sheet says, none gets in the way, and one switch turns all off."""
import json

import pytest
from playwright.sync_api import expect

from tests.support.browser import posts

pytestmark = pytest.mark.browser


@pytest.fixture
def board(tool):
    return tool.make_board(notes=("Yksi", "Kaksi", "Kolme"))


@pytest.fixture
def aino(meet, board):
    return meet("aino").open(board.link, window=True)


def test_the_sheet_lists_every_key_that_the_page_heeds(aino):
    aino.press("?")
    expect(aino.dialog).to_be_visible()
    heeded = json.loads(aino.locator("#keys").get_attribute("data-keys"))
    assert aino.dialog.locator("kbd").count() == len(heeded)
    aino.press("Escape")
    expect(aino.dialog).to_have_count(0)


def test_j_and_k_go_from_note_to_note_and_h_and_l_from_column_to_column(aino, board):
    one, two, three = board.notes
    aino.press("j")
    assert aino.focused == f"note-{one}"
    aino.press("j", "j")
    assert aino.focused == f"note-{three}"
    aino.press("k")
    assert aino.focused == f"note-{two}"
    aino.press("ArrowUp")
    assert aino.focused == f"note-{one}"
    aino.press("l")
    assert aino.evaluate("document.activeElement.dataset.openComposer") == f"composer-{board.columns[1]}"
    aino.press("h")
    assert aino.focused == f"note-{one}"


def test_n_writes_where_one_is(aino, board):
    aino.press("l", "l", "n")
    expect(aino.field(board.columns[1])).to_be_focused()
    aino.type("njkem? /zuo")
    expect(aino.field(board.columns[1])).to_have_value("njkem? /zuo")
    expect(aino.dialog).to_have_count(0)
    expect(aino.locator("#columns.board")).to_be_visible()


def test_e_edits_and_m_moves_and_the_focus_comes_back_to_the_note(aino, board):
    note = f"note-{board.notes[0]}"
    aino.press("j", "e")
    expect(aino.locator("#edit-text")).to_be_focused()
    aino.press("Escape")
    expect(aino.dialog).to_have_count(0)
    assert aino.focused == note
    aino.press("m")
    expect(aino.dialog.locator("#move-column")).to_be_visible()
    aino.press("Escape")
    expect(aino.dialog).to_have_count(0)
    assert aino.focused == note


def test_a_note_is_lifted_with_p_or_space_and_other_keys_rest_meanwhile(aino, board):
    note = aino.note(board.notes[0])
    aino.press("j", "Space")
    expect(note).to_have_class("note sun lifted")
    aino.press("o", "ArrowDown", "Enter")
    expect(aino.locator("#columns.board")).to_be_visible()
    expect(aino.column(board.columns[0]).locator(".note .text")).to_have_text(["Kaksi", "Yksi", "Kolme"])
    aino.press("p")
    expect(note).to_have_class("note sun lifted")
    aino.press("Escape")


def test_delete_takes_ones_own_note_away_and_z_brings_it_back(aino, board):
    aino.press("j", "Delete")
    expect(aino.note(board.notes[0])).to_have_count(0)
    expect(aino.toast).to_be_visible()
    assert aino.focused == f"note-{board.notes[1]}"
    aino.press("z")
    expect(aino.note(board.notes[0])).to_be_visible()


def test_a_participant_cannot_edit_or_delete_another_persons_note_with_a_key(meet, board):
    orjan = meet("orjan").open(board.link, window=True)
    orjan.press("j", "e", "Delete", "m")
    expect(orjan.dialog.locator("#move-column")).to_be_visible()  # only this one was offered
    orjan.press("Escape")
    assert len(board.texts()) == 3


def test_the_slash_searches_o_turns_the_board_into_an_outline_and_u_holds(aino):
    aino.press("/")
    expect(aino.locator("#filter-q")).to_be_focused()
    aino.press("Escape")
    aino.press("o")
    expect(aino.locator("#columns.outline")).to_be_visible()
    aino.press("o")
    expect(aino.locator("#columns.board")).to_be_visible()
    aino.press("u")
    expect(aino.locator("[data-hold]")).to_have_attribute("aria-pressed", "true")
    aino.press("u")
    expect(aino.locator("[data-hold]")).to_have_attribute("aria-pressed", "false")


def test_keys_with_a_modifier_belong_to_the_browser(aino):
    aino.evaluate("document.addEventListener('keydown', event => { window.taken = event.defaultPrevented; })")
    for key in ("Control+j", "Alt+o", "Meta+u"):
        aino.press(key)
        assert aino.evaluate("window.taken") is False
    expect(aino.locator("#columns.board")).to_be_visible()


def test_the_switch_turns_every_key_off_at_once_and_for_good(aino, board):
    aino.press("?")
    with posts(aino):
        aino.dialog.locator("input[name=hotkeys][type=checkbox]").uncheck()
    aino.press("Escape")
    expect(aino.dialog).to_have_count(0)
    aino.press("j", "o", "n", "?")
    for _visit in range(2):
        expect(aino.dialog).to_have_count(0)
        expect(aino.locator("#columns.board")).to_be_visible()
        assert "note-" not in aino.focused
        aino.go(board.path).press("j", "o", "?")
    # Back on, from the view menu, where the sheet is found too.
    aino.locator(".tools > details.menu > summary").last.click()
    with posts(aino):
        aino.locator(".tools input[name=hotkeys][type=checkbox]").check()
    aino.locator("a[data-keys-sheet]").click()
    expect(aino.dialog.locator("input[name=hotkeys][type=checkbox]")).to_be_checked()
    aino.press("Escape")
    aino.press("o")
    expect(aino.locator("#columns.outline")).to_be_visible()


def test_on_a_closed_board_keys_lead_through_it_and_change_nothing(meet, board):
    marja = meet("marja").open(board.link, window=True)
    marja.locator(".tools details.menu").first.locator("summary").click()
    marja.locator(".tools button[name=state][value=closed]").click()
    aino = meet("aino").open(board.link, window=True)
    expect(aino.locator("#bar[data-state=closed]")).to_be_visible()
    aino.press("j")
    assert aino.focused == f"note-{board.notes[0]}"
    aino.press("n", "e", "m", "p", "Delete", "j")
    assert aino.focused == f"note-{board.notes[1]}"
    expect(aino.locator("dialog[open], .composer[data-open], .lifted, .toast")).to_have_count(0)
    assert board.texts() == ["Yksi", "Kaksi", "Kolme"]
