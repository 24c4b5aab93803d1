"""Who is here and that somebody writes: seen in the other window, said to nobody by itself, and without names."""
import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


def test_the_number_follows_who_comes_and_goes(meet, board):
    aino = meet("aino").open(board.link)
    seen = aino.locator("#presence [data-seen]")
    expect(seen).to_contain_text("1")
    orjan = meet("orjan")
    screen = orjan.open(board.link)
    expect(seen).to_contain_text("2")
    expect(screen.locator("#presence [data-seen]")).to_contain_text("2")
    expect(aino.locator("#status")).to_be_empty()
    screen.page.close()
    expect(seen).to_contain_text("1")


def test_somebody_is_writing_is_seen_by_the_other_in_that_column_only_and_names_nobody(meet, board):
    aino, orjan = meet("aino").open(board.link), meet("orjan").open(board.link)
    column = board.columns[1]
    orjan.type_into(column, "h")
    typing = aino.column(column).locator(".typing")
    expect(typing).to_be_visible()
    assert "Strandvik" not in typing.text_content()
    expect(aino.locator(".typing")).to_have_count(1)
    expect(orjan.locator(".typing")).to_have_count(0)
    expect(aino.locator("#status")).to_be_empty()
    aino.evaluate("document.documentElement.dataset.view = 'calm'")
    expect(typing).to_be_hidden()
