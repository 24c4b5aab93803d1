"""Moving notes: by mouse, by arrow keys, by the Move dialog; always to the same place for everybody."""
import pytest
from playwright.sync_api import expect

from tests.support.browser import posts

pytestmark = pytest.mark.browser


@pytest.fixture
def board(tool):
    return tool.make_board(notes=("Yksi", "Kaksi", "Kolme"))


@pytest.fixture
def two(meet, board):
    return meet("aino").open(board.link), meet("orjan").open(board.link)


def lift(screen, note):
    screen.note(note).locator("summary").click()
    screen.note(note).locator("[data-pick-up]").click()
    expect(screen.note(note)).to_be_focused()


def test_a_dragged_note_lands_in_the_same_place_for_everybody(two, board):
    aino, orjan = two
    column = board.columns[1]
    aino.drag(aino.note("Yksi"), aino.column(column).locator(".notes"), lands=lambda: aino.notes_in(column) == ["Yksi"])
    expect(orjan.column(column).locator(".note .text")).to_have_text(["Yksi"])
    expect(orjan.column(board.columns[0]).locator(".note .text")).to_have_text(["Kaksi", "Kolme"])


def test_a_note_is_dragged_up_within_its_column(two, board):
    aino, orjan = two
    column = board.columns[0]
    wanted = ["Kolme", "Yksi", "Kaksi"]
    aino.drag(aino.note("Kolme"), aino.note("Yksi"), lands=lambda: aino.notes_in(column) == wanted)
    expect(orjan.column(column).locator(".note .text")).to_have_text(wanted)


def test_what_others_write_waits_until_the_dragged_note_is_put_down(two, board):
    aino, orjan = two
    column = board.columns[1]

    def meanwhile():
        with posts(orjan):
            orjan.write(column, "Vedon aikana")
        expect(orjan.note("Vedon aikana")).to_be_visible()
        aino.frame.evaluate("() => fetch(document.getElementById('live').dataset.changes + '?since=0')")  # a full round of the network
        expect(aino.note("Vedon aikana")).to_have_count(0)

    aino.drag(aino.note("Yksi"), aino.column(column).locator(".notes"), lands=lambda: "Yksi" in aino.notes_in(column), meanwhile=meanwhile)
    for screen in two:
        expect(screen.note("Vedon aikana")).to_be_visible()
        expect(screen.column(column).locator("#note-%d" % board.notes[0])).to_be_visible()
    assert aino.notes_in(column) == orjan.notes_in(column)


def test_a_note_dropped_on_a_locked_column_goes_back_and_the_page_says_why(two, meet, board):
    aino, orjan = two
    locked = board.columns[2]
    marja = meet("marja").open(board.link)
    marja.act(marja.column(locked).locator("header"), "/lock")
    aino.locator(f"#column-{locked}-head[data-locked]").wait_for()
    aino.drag(aino.note("Yksi"), aino.column(locked).locator(".notes"))
    expect(aino.banners).to_contain_text("Kokeillaan")
    assert aino.notes_in(board.columns[0]) == ["Yksi", "Kaksi", "Kolme"]
    assert orjan.notes_in(locked) == []


def test_a_move_that_the_server_refuses_puts_the_note_back(two, board):
    aino, _orjan = two
    aino.page.route("**/position", lambda route: route.fulfill(status=409, content_type="text/html", body="<p role=alert>Ei nyt.</p>"))
    column = board.columns[1]
    aino.drag(aino.note("Yksi"), aino.column(column).locator(".notes"), lands=lambda: aino.notes_in(column) == ["Yksi"])
    expect(aino.banners).to_contain_text("Ei nyt.")
    assert aino.notes_in(board.columns[0]) == ["Yksi", "Kaksi", "Kolme"]


def test_arrow_keys_move_a_lifted_note_and_each_step_is_said(two, board):
    aino, orjan = two
    first, second, _third = board.columns
    lift(aino, "Yksi")
    aino.press("ArrowDown")
    expect(aino.locator("#status")).to_contain_text("2")
    assert aino.notes_in(first) == ["Kaksi", "Yksi", "Kolme"]
    aino.press("ArrowRight")
    expect(aino.locator("#status")).to_contain_text("Takkuaa")
    expect(aino.note("Yksi")).to_be_focused()
    aino.press("Enter")
    expect(orjan.column(second).locator(".note .text")).to_have_text(["Yksi"])
    expect(aino.note("Yksi")).to_be_focused()
    expect(aino.locator(".lifted, .lift-help")).to_have_count(0)


@pytest.mark.parametrize("key", ["Escape", "Tab"])
def test_a_lifted_note_goes_back_when_its_person_gives_up(two, board, key):
    aino, _orjan = two
    lift(aino, "Kaksi")
    aino.press("ArrowRight", "ArrowRight", key)
    expect(aino.column(board.columns[0]).locator(".note .text")).to_have_text(["Yksi", "Kaksi", "Kolme"])
    expect(aino.locator(".lifted, .lift-help")).to_have_count(0)
    if key == "Escape":
        expect(aino.note("Kaksi")).to_be_focused()


def test_a_lifted_note_stays_in_its_persons_hand_when_somebody_else_moves_it(two, board):
    aino, orjan = two
    lift(aino, "Yksi")
    aino.press("ArrowRight")
    orjan.act(orjan.note("Yksi"), "/position")
    orjan.locator("#move-after").select_option("last")
    orjan.dialog.locator(".primary").click()
    orjan.write(board.columns[2], "Tämän jälkeen")
    expect(aino.note("Tämän jälkeen")).to_be_visible()
    assert aino.notes_in(board.columns[1]) == ["Yksi"]
    aino.press("Enter")
    expect(orjan.column(board.columns[1]).locator(".note .text")).to_have_text(["Yksi"])


def test_the_move_dialog_offers_the_places_of_the_chosen_column(two, board):
    aino, orjan = two
    aino.act(aino.note("Kolme"), "/position")
    expect(aino.dialog.locator("#dialog-title")).to_be_focused()
    aino.locator("#move-after").select_option(str(board.notes[0]))
    aino.dialog.locator(".primary").click()
    expect(orjan.column(board.columns[0]).locator(".note .text")).to_have_text(["Yksi", "Kolme", "Kaksi"])
    aino.act(aino.note("Kolme"), "/position")
    aino.locator("#move-column").focus()
    aino.locator("#move-column").select_option(str(board.columns[1]))
    expect(aino.locator("#move-after option")).to_have_count(2)  # first and last: the column is empty
    expect(aino.locator("#move-column")).to_be_focused()
    aino.dialog.locator(".primary").click()
    expect(orjan.column(board.columns[1]).locator(".note .text")).to_have_text(["Kolme"])
    expect(aino.note("Kolme").locator("summary")).to_be_focused()


def test_undo_puts_a_moved_note_back_where_it_stood(two, board):
    aino, orjan = two
    column = board.columns[1]
    aino.drag(aino.note("Kaksi"), aino.column(column).locator(".notes"), lands=lambda: aino.notes_in(column) == ["Kaksi"])
    aino.toast.locator("form button").click()
    for screen in two:
        expect(screen.column(board.columns[0]).locator(".note .text")).to_have_text(["Yksi", "Kaksi", "Kolme"])
