"""What facilitators do with columns, seen by people who are writing in them."""
import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


@pytest.fixture
def two(meet, board):
    """Marja, who facilitates, and Aino, each at the board in the platform's frame."""
    return meet("marja").open(board.link), meet("aino").open(board.link)


def add_column(marja, board, title):
    marja.locator(".tools details.menu").first.locator("summary").click()
    marja.locator(f"a[href='/boards/{board.id}/columns']").click()
    marja.locator("#title-fi").fill(title)
    marja.dialog.locator(".primary").click()


def test_an_added_column_appears_and_takes_notes_at_once(two, board):
    marja, aino = two
    add_column(marja, board, "Uusi sarake")
    new = aino.locator(".column", has=aino.locator("h2", has_text="Uusi sarake"))
    expect(new).to_be_visible()
    number = int(new.get_attribute("id").removeprefix("column-"))
    aino.write(number, "Ensimmäinen uudessa")
    expect(marja.column(number).locator(".note")).to_have_count(1)


def test_a_renamed_column_leaves_what_is_typed_in_it(two, board):
    marja, aino = two
    column = board.columns[0]
    aino.type_into(column, "puoliksi")
    marja.act(marja.column(column).locator("header"), f"/columns/{column}")
    marja.locator("#title-fi").fill("Toimii hyvin")
    marja.dialog.locator(".primary").click()
    expect(aino.column(column).locator("h2")).to_have_text("Toimii hyvin")
    expect(aino.field(column)).to_be_focused()
    expect(aino.field(column)).to_have_value("puoliksi")


def test_a_locked_column_offers_participants_no_new_note_and_an_unlocked_one_does_again(two, board):
    marja, aino = two
    column = board.columns[0]
    add = aino.column(column).locator(".add")
    expect(add).to_be_visible()
    marja.act(marja.column(column).locator("header"), "/lock")
    expect(add).to_be_hidden()
    expect(marja.column(column).locator(".add")).to_be_visible()
    marja.act(marja.column(column).locator("header"), "/lock")
    expect(add).to_be_visible()


def test_text_typed_in_a_column_that_is_locked_meanwhile_is_refused_and_stays(two, board):
    marja, aino = two
    column = board.columns[0]
    aino.type_into(column, "ehdinkö vielä")
    marja.act(marja.column(column).locator("header"), "/lock")
    aino.locator(f"#column-{column}-head[data-locked]").wait_for()
    aino.press("Enter")
    expect(aino.locator(f"#composer-{column} [data-refusal]")).not_to_be_empty()
    expect(aino.field(column)).to_have_value("ehdinkö vielä")
    assert "ehdinkö vielä" not in board.texts()


def test_text_typed_in_a_column_that_is_deleted_is_kept_in_sight(two, board):
    marja, aino = two
    column = board.columns[0]
    aino.type_into(column, "tärkeä ajatus")
    marja.act(marja.column(column).locator("header"), "/deletion")
    expect(aino.column(column)).to_have_count(0)
    expect(aino.banners.locator("textarea")).to_have_value("tärkeä ajatus")
    assert aino.frame.evaluate("document.activeElement !== document.body")


def test_undo_brings_a_deleted_column_back_with_its_notes(two, board):
    marja, aino = two
    column = board.columns[0]
    marja.act(marja.column(column).locator("header"), "/deletion")
    expect(aino.column(column)).to_have_count(0)
    marja.toast.locator("form button").click()
    expect(aino.column(column).locator(f"#note-{board.notes[0]}")).to_be_visible()
    assert aino.columns == board.columns


def test_a_dragged_column_stands_in_the_same_place_for_everybody(two, board):
    marja, aino = two
    first, second, third = board.columns
    wanted = [second, third, first]
    marja.drag(marja.column(first).locator("[data-column-handle]"), marja.column(third).locator("h2"), lands=lambda: marja.columns == wanted)
    expect(aino.locator(".column").last).to_have_id(f"column-{first}")
    assert marja.columns == aino.columns == wanted


def test_a_column_is_moved_without_a_mouse_by_the_move_dialog(two, board):
    marja, aino = two
    first, _second, third = board.columns
    marja.act(marja.column(first).locator("header"), "/position")
    marja.locator("#column-after").select_option(str(third))
    marja.dialog.locator(".primary").click()
    expect(aino.locator(".column").last).to_have_id(f"column-{first}")


def test_a_board_that_is_closed_offers_nothing_to_write_in_open_pages(two, board):
    marja, aino = two
    marja.locator(".tools details.menu").first.locator("summary").click()
    marja.locator(".tools button[name=state][value=closed]").click()
    expect(aino.locator("#bar[data-state=closed]")).to_be_visible()
    expect(aino.locator(".add").first).to_be_hidden()
    expect(aino.note(board.notes[0]).locator(".menu")).to_be_hidden()
