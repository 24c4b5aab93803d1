"""What was agreed, in two windows: a facilitator says it in a dialog and ticks it off where it stands; everybody's page hears of it."""
import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


@pytest.fixture
def board(tool):
    return tool.make_board(notes=("Pidetään kirjaamiskahvit", "Kysytään asiakkailta"))


def test_what_is_agreed_arrives_at_once_and_is_ticked_off_without_leaving_the_page(meet, board):
    marja, aino = meet("marja").open(board.link), meet("aino").open(board.link)
    for number, who in zip(board.notes, ("Kuopion tiimi", "Mikkelin tiimi")):
        marja.act(marja.note(number), "/action")
        marja.locator("#action-who").fill(who)
        marja.dialog.locator(".primary").click()
        expect(marja.dialog).to_have_count(0)
    expect(aino.locator("#bar details.script summary")).to_contain_text("2")
    aino.locator("#bar details.script summary").click()
    expect(aino.locator("#bar .agreed")).to_contain_text("Kuopion tiimi")
    expect(aino.locator("#bar .agreed button")).to_have_count(0)
    marja.locator("#bar details.script summary").click()
    marja.locator(f"#action-{board.notes[0]} button").press("Enter")
    expect(marja.locator(f"#action-{board.notes[0]}")).to_have_class("done")
    expect(marja.locator(f"#action-{board.notes[0]} button")).to_be_focused()
    expect(aino.locator(f"#action-{board.notes[0]}")).to_have_class("done")
    expect(aino.locator("#bar details.script")).to_have_attribute("open", "")
