"""The stream is swallowed, cut or asleep: the page still shows what others do."""
import pytest
from playwright.sync_api import expect

from tests.support.browser import swallowed

pytestmark = pytest.mark.browser
HIDE = """hidden => {
    Object.defineProperty(document, "hidden", { configurable: true, get: () => hidden });
    document.dispatchEvent(new Event("visibilitychange"));
}"""


def written(screen, board, text):
    """Sent, and saved by the server."""
    screen.write(board.columns[0], text)
    expect(screen.note(text)).to_be_visible()


def test_a_page_whose_stream_is_swallowed_asks_by_itself(meet, board):
    somebody = meet("aino")
    somebody.context.clock.install()
    page = somebody.context.new_page()
    polls = []
    page.on("request", lambda request: polls.append(request.url) if "/changes?" in request.url else None)
    with swallowed(page, "**/stream?*"):
        aino = somebody.open(board.link, page=page)
        written(meet("orjan").open(board.link), board, "Ilman virtaa")
        somebody.context.clock.run_for(6_000)
        expect(aino.note("Ilman virtaa")).to_be_visible()
    assert polls


def test_a_page_whose_stream_falls_silent_asks_by_itself(meet, board):
    somebody = meet("aino")
    somebody.context.clock.install()
    page = somebody.context.new_page()
    # An answer that begins as a stream does and then says nothing more: what a buffering proxy lets through.
    page.add_init_script("window.EventSource = class extends EventTarget { constructor() { super(); setTimeout(() => "
                         "this.dispatchEvent(new MessageEvent('beat'))); } close() {} }")
    aino = somebody.open(board.link, page=page)
    written(meet("orjan").open(board.link), board, "Hiljaisuuden aikana")
    expect(aino.note("Hiljaisuuden aikana")).to_have_count(0)
    somebody.context.clock.run_for(45_000)
    expect(aino.note("Hiljaisuuden aikana")).to_be_visible()


def test_a_stream_that_is_cut_begins_again_where_it_ended(meet, board, tool):
    aino, orjan = meet("aino").open(board.link), meet("orjan").open(board.link)
    aino.write(board.columns[0], "Ennen")
    expect(orjan.note("Ennen")).to_be_visible()
    tool.cut_streams()
    aino.write(board.columns[0], "Jälkeen")
    expect(orjan.column(board.columns[0]).locator(".note .text")).to_have_text(["Kirjaamiskahvit perjantaisin", "Ennen", "Jälkeen"])


def test_a_hidden_tab_gives_its_connection_back_and_catches_up_when_it_is_looked_at(meet, board, tool):
    somebody = meet("aino")
    somebody.context.clock.install()
    aino, orjan = somebody.open(board.link), meet("orjan").open(board.link)
    orjan.write(board.columns[0], "Näkyvissä")
    expect(aino.note("Näkyvissä")).to_be_visible()
    assert len(tool.streams.all()) == 2
    aino.frame.evaluate(HIDE, True)
    with aino.page.expect_event("requestfailed", lambda request: "/stream" in request.url):
        somebody.context.clock.run_for(61_000)
    written(orjan, board, "Piilossa")
    expect(aino.note("Piilossa")).to_have_count(0)
    aino.frame.evaluate(HIDE, False)
    expect(aino.note("Piilossa")).to_be_visible()


def test_a_reader_is_told_that_the_connection_is_lost_and_not_after_it_is_back(meet, board, tool):
    somebody = meet("aino")
    somebody.context.clock.install()
    aino = somebody.open(board.link)
    tool.stop()
    for _second in range(30):
        somebody.context.clock.run_for(1_000)
        if aino.locator("#banner-reading").is_visible():
            break
    expect(aino.locator("#banner-reading")).to_be_visible()
    tool.start()
    for _second in range(30):
        somebody.context.clock.run_for(1_000)
    expect(aino.locator("#banner-reading")).to_have_count(0)


def test_the_home_offers_to_show_what_is_new_and_moves_nothing_by_itself(meet, board):
    aino = meet("aino").open("1")
    marja = meet("marja").open(board.link)
    marja.locator(".tools details.menu").first.locator("summary").click()
    marja.locator(".tools button[name=state][value=closed]").click()
    expect(aino.locator("#home-news a")).to_be_visible()
    aino.locator("#home-news a").click()
    expect(aino.locator("#home-news a")).to_have_count(0)
