"""A browser that keeps what the pages have in common reads them from the difference."""
import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


def test_a_later_visit_is_sent_as_the_difference_and_shows_the_whole_board(meet, board):
    aino = meet("aino").open(board.link, window=True)
    codings = []
    while "dcz" not in codings and len(codings) < 20:
        aino.page.wait_for_timeout(300)  # it is asked for when the browser has nothing else to do
        codings.append(aino.page.reload().headers.get("content-encoding"))
    assert codings[-1] == "dcz"
    expect(aino.note(board.notes[0])).to_contain_text("Kirjaamiskahvit perjantaisin")
    expect(aino.locator(".column h2")).to_have_text(["Toimii", "Takkuaa", "Kokeillaan"])
