"""What others do is said in measure, and shown when one wants it; one's own acts are always confirmed."""
import pytest
from playwright.sync_api import expect

from tests.support.browser import posts

pytestmark = pytest.mark.browser


@pytest.fixture
def orjan(meet):
    """Somebody whose clock stands still until told otherwise."""
    somebody = meet("orjan")
    somebody.context.clock.install()
    return somebody


def said(screen):
    return screen.locator("#status")


def pass_time(screen, seconds):
    """Second by second, as clocks do; the page may be busy between."""
    for _second in range(seconds):
        screen.page.clock.run_for(1_000)


def choose(screen, level):
    with posts(screen):
        screen.locator(".tools > details.menu > summary").last.click()
        screen.locator("#announcements").select_option(level)
    screen.press("Escape")


def written(screen, board, *texts):
    for text in texts:
        screen.write(board.columns[0], text)
        expect(screen.note(text)).to_be_visible()


def test_in_short_several_things_are_one_sentence(meet, orjan, board):
    aino, listener = meet("aino").open(board.link), orjan.open(board.link)
    pass_time(listener, 15)
    written(aino, board, "Ett", "Två")
    expect(listener.note("Två")).to_be_visible()
    expect(said(listener)).not_to_contain_text("Ett")
    pass_time(listener, 3)
    expect(said(listener)).to_contain_text("2")
    expect(said(listener)).to_contain_text("Toimii")


def test_in_short_the_next_sentence_comes_ten_seconds_later(meet, orjan, board):
    aino, listener = meet("aino").open(board.link), orjan.open(board.link)
    pass_time(listener, 15)
    written(aino, board, "Ett")
    expect(listener.note("Ett")).to_be_visible()
    pass_time(listener, 3)
    first = said(listener).inner_text()
    assert "Toimii" in first
    written(aino, board, "Två", "Tre")
    expect(listener.note("Tre")).to_be_visible()
    pass_time(listener, 5)
    assert said(listener).inner_text() == first
    pass_time(listener, 8)
    expect(said(listener)).to_contain_text("2")


def test_nothing_is_said_while_somebody_types(meet, orjan, board):
    aino, listener = meet("aino").open(board.link), orjan.open(board.link)
    pass_time(listener, 15)
    listener.type_into(board.columns[1], "jag skriver")
    written(aino, board, "Ett")
    expect(listener.note("Ett")).to_be_visible()
    for _step in range(5):
        listener.type(" mer")
        pass_time(listener, 2)
    expect(said(listener)).to_be_empty()
    pass_time(listener, 5)
    expect(said(listener)).to_contain_text("Toimii")


def test_everything_is_said_with_its_words_to_who_wants_it(meet, orjan, board):
    aino, listener = meet("aino").open(board.link), orjan.open(board.link)
    choose(listener, "all")
    pass_time(listener, 5)
    written(aino, board, "Ensimmäinen")
    expect(listener.note("Ensimmäinen")).to_be_visible()
    pass_time(listener, 4)
    expect(said(listener)).to_contain_text("Ensimmäinen")
    aino.act(aino.note(board.notes[0]), "/deletion")
    expect(listener.note(board.notes[0])).to_have_count(0)
    pass_time(listener, 4)
    expect(said(listener)).to_contain_text("Kirjaamiskahvit")


def test_nothing_is_said_to_who_wants_nothing_but_own_acts_are_confirmed(meet, orjan, board):
    aino, listener = meet("aino").open(board.link), orjan.open(board.link)
    choose(listener, "off")
    written(aino, board, "Tyst")
    expect(listener.note("Tyst")).to_be_visible()
    pass_time(listener, 15)
    expect(said(listener)).to_be_empty()
    listener.write(board.columns[1], "Eget")
    expect(listener.note("Eget")).to_be_visible()
    pass_time(listener, 1)
    expect(said(listener)).to_contain_text("Takkuaa")


def test_held_updates_wait_until_they_are_asked_for(meet, board):
    aino, orjan = meet("aino").open(board.link), meet("orjan").open(board.link)
    orjan.locator("[data-hold]").click()
    expect(orjan.locator("[data-hold]")).to_have_attribute("aria-pressed", "true")
    written(aino, board, "Yksi uusi", "Kaksi uutta")
    aino.act(aino.note(board.notes[0]), "/deletion")
    expect(orjan.locator("[data-show-held]")).to_contain_text("2")
    assert orjan.notes_in(board.columns[0]) == ["Kirjaamiskahvit perjantaisin"]
    orjan.write(board.columns[0], "Oma tulee heti")
    expect(orjan.note("Oma tulee heti")).to_be_visible()
    expect(orjan.locator("[data-show-held]")).to_contain_text("2")
    orjan.locator("[data-show-held]").click()
    expect(orjan.column(board.columns[0]).locator(".note .text")).to_have_text(["Yksi uusi", "Kaksi uutta", "Oma tulee heti"])
    expect(orjan.locator("[data-show-held]")).to_be_hidden()
    expect(orjan.locator("[data-hold]")).to_have_attribute("aria-pressed", "true")


def test_letting_updates_go_shows_what_has_waited(meet, board):
    aino, orjan = meet("aino").open(board.link), meet("orjan").open(board.link)
    orjan.locator("[data-hold]").click()
    written(aino, board, "Odottaa")
    expect(orjan.locator("[data-show-held]")).to_be_visible()
    orjan.locator("[data-hold]").click()
    expect(orjan.note("Odottaa")).to_be_visible()
    written(aino, board, "Tulee heti")
    expect(orjan.note("Tulee heti")).to_be_visible()


def test_updates_stay_held_over_a_lost_stream(meet, board, tool):
    aino, orjan = meet("aino").open(board.link), meet("orjan").open(board.link)
    orjan.locator("[data-hold]").click()
    tool.cut_streams()
    written(aino, board, "Katkon jälkeen")
    expect(orjan.locator("[data-show-held]")).to_contain_text("1")
    assert orjan.notes_in(board.columns[0]) == ["Kirjaamiskahvit perjantaisin"]
    orjan.locator("[data-show-held]").click()
    expect(orjan.note("Katkon jälkeen")).to_be_visible()


def test_a_board_that_is_closed_says_so_even_while_updates_are_held(meet, board):
    marja, orjan = meet("marja").open(board.link), meet("orjan").open(board.link)
    orjan.locator("[data-hold]").click()
    marja.locator(".tools details.menu").first.locator("summary").click()
    marja.locator(".tools button[name=state][value=closed]").click()
    expect(orjan.locator("#bar[data-state=closed]")).to_be_visible()
    expect(orjan.locator("[data-hold]")).to_have_attribute("aria-pressed", "true")


def test_the_low_stimulus_view_begins_with_held_updates_and_ends_at_once(meet, board):
    aino, orjan = meet("aino").open(board.link), meet("orjan").open(board.link)
    with posts(orjan):
        orjan.locator(".tools > details.menu > summary").last.click()
        orjan.locator("form[data-view] input[name=calm][type=checkbox]").check()
    expect(orjan.locator("html[data-view=calm]")).to_be_attached()
    orjan.go(board.path)
    written(aino, board, "Rauhassa")
    expect(orjan.locator("[data-show-held]")).to_be_visible()
    expect(orjan.note(board.notes[0]).locator("summary .word")).to_be_visible()
    assert orjan.note(board.notes[0]).evaluate("note => getComputedStyle(note).backgroundColor") == "rgb(255, 255, 255)"
    orjan.locator(".tools > details.menu > summary").last.click()
    orjan.locator("form[data-view] input[name=calm][type=checkbox]").uncheck()
    expect(orjan.note("Rauhassa")).to_be_visible()
    expect(orjan.locator("html[data-view]")).to_have_count(0)
