"""Votes, stacks and a paused board in two windows: what is one's own stays one's own, what is everybody's arrives at once."""
import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


@pytest.fixture
def board(tool):
    return tool.make_board(notes=("Yksi", "Kaksi", "Kolme"))


@pytest.fixture
def two(meet, board):
    """Marja leads, Aino takes part."""
    return meet("marja").open(board.link), meet("aino").open(board.link)


def open_voting(marja, each):
    marja.lead("a[href$='/voting']").click()
    marja.locator("#votes-each").fill(str(each))
    marja.dialog.locator(".primary").click()
    expect(marja.dialog).to_have_count(0)


def stack(somebody, note, onto):
    somebody.act(somebody.note(note), "/stack")
    somebody.locator("#stack-onto").select_option(str(onto))
    somebody.dialog.locator(".primary").click()


def test_a_vote_is_given_with_the_keys_and_taken_back_and_only_its_voter_sees_it(two, board):
    marja, aino = two
    first, second, _third = board.notes
    expect(aino.note(first).locator(".vote")).to_have_count(0)
    open_voting(marja, 2)
    expect(aino.locator("[data-dots] .icon")).to_have_count(2)
    aino.note(first).locator(".to-vote").focus()
    aino.press("Enter")
    expect(aino.note(first).locator(".to-take-back")).to_be_focused()
    expect(aino.locator("[data-left]")).to_contain_text("1")
    expect(aino.locator("#status")).to_contain_text("1")
    aino.note(second).locator(".to-vote").click()
    expect(aino.locator("[data-left]")).to_contain_text("0")
    expect(marja.note(first).locator(".to-vote")).to_be_visible()
    expect(marja.note(first).locator(".total")).to_have_count(0)
    aino.note(first).locator(".to-take-back").press("Enter")
    expect(aino.note(first).locator(".to-vote")).to_be_focused()
    expect(aino.locator("[data-left]")).to_contain_text("1")


def test_totals_arrive_when_they_are_shown_and_the_order_follows_them(two, board):
    marja, aino = two
    first, second, third = board.notes
    open_voting(marja, 3)
    aino.note(third).locator(".to-vote").click()
    expect(aino.note(third).locator(".to-take-back")).to_be_visible()
    marja.lead("form:has([name=shown]) button").click()
    expect(aino.note(third)).to_have_attribute("data-total", "1")
    aino.type_into(board.columns[1], "puoliksi")
    aino.locator("[data-order] a").last.click()
    expect(aino.locator("#columns .note").first).to_have_id(f"note-{third}")
    expect(aino.field(board.columns[1])).to_have_value("puoliksi")
    aino.locator("h1").hover()
    marja.note(second).locator(".to-vote").click()
    expect(aino.note(second)).to_have_attribute("data-total", "1")
    expect(aino.locator("#columns .note").first).to_have_id(f"note-{second}")
    expect(marja.locator("#columns .note").first).to_have_id(f"note-{first}")


def test_notes_are_put_together_and_taken_apart_in_both_windows(two, board):
    marja, aino = two
    first, second, third = board.notes
    open_voting(marja, 2)
    aino.note(second).locator(".to-vote").click()
    expect(aino.note(second)).to_have_attribute("data-voted", "")
    stack(aino, second, first)
    for screen in two:
        expect(screen.note(first).locator(f"#member-{second}")).to_contain_text("Kaksi")
        expect(screen.note(second)).to_have_count(0)
        expect(screen.locator(f"#column-{board.columns[0]}-head .count [aria-hidden]")).to_have_text("3")
    expect(aino.note(first).locator(".to-take-back")).to_be_visible()
    expect(aino.note(first).locator(".members .mine-tag")).to_be_visible()
    expect(marja.note(first).locator(".members .mine-tag")).to_be_hidden()
    stack(marja, third, first)
    expect(aino.locator(f"#member-{third}")).to_be_visible()
    marja.toast.locator("form button").click()
    expect(aino.note(third)).to_be_visible()
    aino.act(aino.note(first), "/stack/notes")
    aino.dialog.locator("form[action$='/unstack'] button").click()
    for screen in two:
        expect(screen.note(second)).to_be_visible()
        expect(screen.locator("[data-member]")).to_have_count(0)


def test_while_writing_is_paused_half_typed_text_stays_and_nothing_new_is_begun(two, board):
    marja, aino = two
    aino.type_into(board.columns[0], "puoliksi")
    pause = marja.lead("form[action$='/freeze'] button")
    pause.click()
    expect(aino.locator("#bar .banner")).to_be_visible()
    expect(pause).to_have_attribute("aria-pressed", "true")
    expect(marja.locator(".lead-menu:has(:focus)")).to_have_count(1)  # what was pressed is put away again, and its menu is at hand
    expect(aino.field(board.columns[0])).to_have_value("puoliksi")
    expect(aino.locator("[data-open-composer]").last).to_be_hidden()
    expect(aino.note(board.notes[0]).locator("summary")).to_be_hidden()
    aino.field(board.columns[0]).focus()
    aino.press("Enter")
    expect(aino.locator(f"#composer-{board.columns[0]} [role=alert]")).to_be_visible()
    expect(aino.field(board.columns[0])).to_have_value("puoliksi")
    marja.lead("form[action$='/freeze'] button").click()
    expect(aino.locator("#bar .banner")).to_have_count(0)
    aino.field(board.columns[0]).focus()
    aino.press("Enter")
    expect(marja.note("puoliksi")).to_be_visible()
