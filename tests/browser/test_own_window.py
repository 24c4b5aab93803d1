"""From the frame to a window of its own, which does not see the frame's cookies: a ticket leads there."""
import pytest
from playwright.sync_api import expect

from tests.support.browser import Screen

pytestmark = pytest.mark.browser


def test_the_button_in_the_frame_opens_the_same_board_signed_in_as_the_same_person(meet, board):
    somebody = meet("aino")
    aino = somebody.open(board.link)
    with somebody.context.expect_page() as opened:
        aino.locator("[data-own-window] button").click()
    opened.value.wait_for_url(f"**{board.path}")
    window = Screen(opened.value.main_frame)
    expect(window.note(board.notes[0]).locator(".mine-tag")).to_be_visible()
    window.write(board.columns[0], "Omasta ikkunasta")
    expect(aino.note("Omasta ikkunasta")).to_be_visible()


def test_a_window_of_its_own_offers_no_further_window(meet, board):
    expect(meet("aino").open(board.link, window=True).locator("[data-own-window]")).to_be_hidden()


def test_the_frames_cookie_is_not_seen_in_a_window_that_came_without_a_ticket(meet, board):
    somebody = meet("aino")
    aino = somebody.open(board.link)
    page = somebody.context.new_page()
    assert page.goto(aino.url).status == 401


def test_the_button_says_its_words_where_the_frame_is_low(meet, board):
    tall = meet("aino", viewport={"width": 1280, "height": 1000}).open(board.link)
    low = meet("aino", viewport={"width": 880, "height": 470}).open(board.link)
    expect(tall.locator("[data-own-window] .word")).to_have_css("position", "absolute")
    expect(low.locator("[data-own-window] .word")).to_have_css("position", "static")
