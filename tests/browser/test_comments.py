"""Comments and reactions in two windows: they come by themselves, and nobody's typing is disturbed."""
import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


@pytest.fixture
def two(meet, board):
    """Aino and Örjan, each at the board in the platform's frame."""
    return meet("aino").open(board.link), meet("orjan").open(board.link)


def talk(screen, note):
    """Opens what people say of the note."""
    screen.note(note).locator("[data-act=comments]").click()
    expect(screen.dialog).to_be_visible()
    return screen.locator("#comment-text")


def test_a_comment_appears_in_the_other_s_open_dialog_and_leaves_what_is_typed_there(two, board):
    aino, orjan = two
    note = board.notes[0]
    field = talk(orjan, note)
    field.focus()
    orjan.type("puoliksi")
    talk(aino, note).focus()
    aino.type("Kokeilen tätä")
    aino.press("Enter")
    aino.type("huomenna.")
    aino.press("Control+Enter")
    expect(orjan.locator(".comment .text")).to_have_text("Kokeilen tätä\nhuomenna.")
    expect(field).to_have_value("puoliksi")
    expect(field).to_be_focused()
    expect(aino.locator("#comment-text")).to_have_value("")
    expect(aino.locator("#comment-text")).to_be_focused()
    expect(aino.locator(".comment[data-mine]")).to_have_count(1)
    expect(orjan.locator(".comment[data-mine]")).to_have_count(0)
    for screen in two:
        expect(screen.note(note).locator("[data-act=comments] .n")).to_have_text("1")


def test_deleting_in_the_dialog_can_be_undone_there(two, board):
    aino, orjan = two
    note = board.notes[0]
    talk(aino, note).fill("Poistan pian")
    aino.locator("#comment-text").press("Control+Enter")
    mine = aino.locator(".comment[data-mine]")
    mine.locator("form button").click()
    expect(mine).to_have_count(0)
    expect(aino.dialog).to_be_visible()
    expect(orjan.note(note).locator("[data-act=comments] .n")).to_have_count(0)
    aino.toast.locator("form button").click()
    expect(mine).to_have_count(1)
    expect(aino.dialog).to_be_visible()
    expect(orjan.note(note).locator("[data-act=comments] .n")).to_have_text("1")


def test_editing_a_comment_leads_back_to_the_others(two, board):
    aino, _orjan = two
    talk(aino, board.notes[0]).fill("Alku")
    aino.locator("#comment-text").press("Control+Enter")
    aino.locator(".comment[data-mine] .own-act a:not(.danger)").click()
    expect(aino.locator("#edit-text")).to_be_focused()
    aino.locator("#edit-text").fill("Loppu")
    aino.press("Control+Enter")
    expect(aino.locator(".comment .text")).to_have_text("Loppu")
    aino.press("Escape")
    expect(aino.dialog).to_have_count(0)
    expect(aino.note(board.notes[0]).locator("[data-act=comments]")).to_be_focused()


def test_a_reaction_is_given_in_the_dialog_seen_on_the_note_and_taken_back_there(two, board):
    aino, orjan = two
    note = board.notes[0]
    talk(aino, note)
    aino.locator("#dialog .reaction[value=same]").click()
    expect(aino.locator("#dialog .reaction[value=same]")).to_have_attribute("aria-pressed", "true")
    chip = "button.reaction[value=same]"
    expect(orjan.note(note).locator(chip)).to_contain_text("1")
    expect(orjan.note(note).locator(chip)).to_have_attribute("aria-pressed", "false")
    orjan.note(note).locator(chip).click()
    expect(orjan.note(note).locator(chip)).to_have_attribute("aria-pressed", "true")
    expect(aino.locator("#dialog .reaction[value=same] .n")).to_have_text("2")
    aino.press("Escape")
    aino.note(note).locator(chip).click()
    expect(aino.note(note).locator(chip)).to_have_attribute("aria-pressed", "false")
    expect(orjan.note(note).locator(chip)).to_contain_text("1")


def test_a_comment_that_could_not_be_sent_goes_by_itself_when_the_connection_is_back(meet, board, tool):
    aino = meet("aino").open(board.link)
    field = talk(aino, board.notes[0])
    field.fill("Säilyy kyllä")
    aino.page.context.set_offline(True)
    field.press("Control+Enter")
    expect(aino.locator("#dialog [data-refusal] p")).to_be_visible()
    expect(field).to_have_value("Säilyy kyllä")
    aino.page.context.set_offline(False)
    expect(aino.locator(".comment .text")).to_have_text("Säilyy kyllä")
    expect(field).to_have_value("")


def test_what_looks_like_client_data_in_a_comment_is_asked_about_first(two, board):
    aino, _orjan = two
    talk(aino, board.notes[0]).fill("Soita numeroon 040 123 4567")
    aino.locator("#comment-text").press("Control+Enter")
    expect(aino.locator("#guard[open]")).to_be_visible()
    expect(aino.locator(".comment")).to_have_count(0)
    aino.locator("#guard [data-choice=edit]").click()
    expect(aino.locator("#comment-text")).to_have_value("Soita numeroon 040 123 4567")
