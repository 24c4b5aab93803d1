"""Two people at one board: what one does, the other sees without doing anything."""
import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


@pytest.fixture
def two(meet, board):
    """Aino and Örjan, each at the board in the platform's frame."""
    return meet("aino").open(board.link), meet("orjan").open(board.link)


def test_a_note_appears_at_once_in_the_other_window(two, board):
    aino, orjan = two
    aino.write(board.columns[0], "Selkokieli ensin")
    expect(orjan.note("Selkokieli ensin")).to_be_visible()
    expect(aino.note("Selkokieli ensin")).to_have_count(1)
    expect(aino.note("Selkokieli ensin").locator(".mine-tag")).to_be_visible()
    expect(orjan.note("Selkokieli ensin").locator(".mine-tag")).to_be_hidden()


def test_the_field_is_empty_and_focused_for_the_next_note(two, board):
    aino, _orjan = two
    column = board.columns[0]
    aino.write(column, "Ensimmäinen")
    aino.type("Toinen")
    aino.press("Enter")
    expect(aino.note("Toinen")).to_be_visible()
    expect(aino.field(column)).to_be_focused()
    expect(aino.field(column)).to_have_value("")
    assert aino.notes_in(column)[-2:] == ["Ensimmäinen", "Toinen"]


def test_shift_enter_breaks_the_line_and_sends_nothing(two, board):
    aino, _orjan = two
    column = board.columns[0]
    aino.type_into(column, "Rivi")
    aino.press("Shift+Enter")
    aino.type("toinen rivi")
    expect(aino.field(column)).to_have_value("Rivi\ntoinen rivi")
    assert len(board.texts()) == 1


def test_an_edit_appears_in_the_other_window(two, board):
    aino, orjan = two
    note = board.notes[0]
    aino.act(aino.note(note), f"/notes/{note}")
    expect(aino.locator("#edit-text")).to_be_focused()
    aino.locator("#edit-text").fill("Kirjaamiskahvit torstaisin")
    aino.press("Control+Enter")
    expect(orjan.note(note).locator(".text")).to_have_text("Kirjaamiskahvit torstaisin")
    expect(aino.dialog).to_have_count(0)


def test_a_deleted_note_vanishes_in_the_other_window_and_undo_brings_it_back_to_both(two, board):
    aino, orjan = two
    note = board.notes[0]
    aino.act(aino.note(note), "/deletion")
    expect(orjan.note(note)).to_have_count(0)
    expect(aino.note(note)).to_have_count(0)
    aino.toast.locator("form button").click()
    expect(orjan.note(note)).to_be_visible()
    expect(aino.note(note)).to_be_focused()
    expect(aino.note(note).locator(".mine-tag")).to_be_visible()
    expect(aino.toast).to_have_count(0)


def test_the_offer_to_undo_waits_while_it_is_paused_and_goes_when_its_time_is_over(meet, board):
    somebody = meet("aino")
    somebody.context.clock.install()
    aino = somebody.open(board.link)
    aino.act(aino.note(board.notes[0]), "/deletion")
    pause = aino.toast.locator("[data-pause]")
    pause.click()
    aino.locator("h1").click()
    somebody.context.clock.run_for(20_000)
    expect(aino.toast).to_be_visible()
    pause.click()
    aino.locator("h1").click()
    somebody.context.clock.run_for(11_000)
    expect(aino.toast).to_have_count(0)


def test_half_typed_text_and_the_caret_survive_notes_that_come_and_move_around_it(two, board):
    aino, orjan = two
    column, note = board.columns[1], board.notes[0]
    orjan.type_into(column, "puoliksi")
    orjan.field(column).evaluate("field => field.setSelectionRange(4, 4)")
    aino.write(column, "Samaan sarakkeeseen")
    expect(orjan.note("Samaan sarakkeeseen")).to_be_visible()
    aino.act(aino.note(note), "/position")
    aino.locator("#move-column").select_option(str(column))
    aino.dialog.locator(f"input[name=column][value='{column}']").wait_for(state="attached")
    aino.dialog.locator(".primary").click()
    expect(orjan.column(column).locator(f"#note-{note}")).to_be_visible()
    assert orjan.field(column).evaluate("field => [document.activeElement === field, field.selectionStart, field.value]") == [True, 4, "puoliksi"]


def test_a_note_that_somebody_is_with_moves_only_when_they_leave_it(two, board):
    aino, orjan = two
    note = board.notes[0]
    menu = orjan.note(note).locator("summary")
    menu.focus()
    aino.act(aino.note(note), "/position")
    aino.locator("#move-column").select_option(str(board.columns[2]))
    aino.dialog.locator(f"input[name=column][value='{board.columns[2]}']").wait_for(state="attached")
    aino.dialog.locator(".primary").click()
    aino.write(board.columns[1], "Siirron jälkeen")
    expect(orjan.note("Siirron jälkeen")).to_be_visible()
    expect(orjan.column(board.columns[0]).locator(f"#note-{note}")).to_be_visible()
    expect(menu).to_be_focused()
    orjan.locator("h1").evaluate("heading => { heading.tabIndex = -1; heading.focus(); }")
    expect(orjan.column(board.columns[2]).locator(f"#note-{note}")).to_be_visible()


def test_the_focus_goes_to_the_neighbour_when_somebody_deletes_the_focused_note(meet, tool):
    board = tool.make_board(notes=("Yksi", "Kaksi"))
    aino, orjan = meet("aino").open(board.link), meet("orjan").open(board.link)
    first, second = board.notes
    orjan.note(first).locator("summary").focus()
    aino.act(aino.note(first), "/deletion")
    expect(orjan.note(first)).to_have_count(0)
    expect(orjan.note(second)).to_be_focused()


def test_who_sends_a_note_is_told_where_it_stands(two, board):
    aino, _orjan = two
    aino.write(board.columns[0], "Kerrotaan kohteliaasti")
    expect(aino.locator("#status")).to_contain_text("2")


def test_counts_follow_the_notes_in_both_windows(two, board):
    aino, orjan = two
    aino.write(board.columns[0], "Kaksi nyt")
    for screen in two:
        expect(screen.locator(f"#column-{board.columns[0]}-head .count [aria-hidden]")).to_have_text("2")
