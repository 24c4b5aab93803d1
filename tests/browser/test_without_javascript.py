"""Everything works as plain forms: launching, writing, preparing, settings, a window of its own."""
import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


@pytest.fixture
def enter(enter_without_script):
    return enter_without_script


def follow(screen, thing, which):
    """An act from a menu, as a link or a form that leads to a page. A note's menu leads to the page of its acts."""
    thing.locator("summary").click()
    if thing.locator(".sheet a[href$='/acts']").count():
        thing.locator(".sheet a[href$='/acts']").click()
        thing = screen.locator("main")
    thing.locator(f".acts-list :is(a[href$='{which}'], form[action$='{which}'] button)").first.click()


def test_a_launch_in_the_frame_goes_on_by_visible_buttons(enter, board):
    aino = enter("aino", board.link, window=False)
    expect(aino.note(board.notes[0])).to_be_visible()


def test_a_note_is_written_edited_moved_deleted_and_brought_back(enter, board):
    aino, (first, second, _third) = enter("aino", board.link), board.columns
    composer = aino.locator(f"#composer-{first}")
    composer.locator("textarea").fill("Ilman skriptiä")
    composer.locator("button[type=submit]").click()
    expect(aino.note("Ilman skriptiä")).to_be_visible()
    note = aino.note("Ilman skriptiä")
    number = note.get_attribute("data-note")
    follow(aino, note, f"/notes/{number}")
    aino.locator("#edit-text").fill("Muutettu ilman skriptiä")
    aino.locator("form[action='/notes/%s'] .primary" % number).click()
    note = aino.note("Muutettu ilman skriptiä")
    expect(note).to_be_visible()
    follow(aino, note, "/position")
    aino.locator("#move-column").select_option(str(second))
    aino.locator("form[data-choose] button").click()
    aino.locator("form[data-send] .primary").click()
    expect(aino.column(second).locator(".note")).to_have_count(1)
    aino.toast.locator("form button").click()
    expect(aino.column(first).locator(".note")).to_have_count(2)
    follow(aino, aino.note("Muutettu ilman skriptiä"), "/deletion")
    expect(aino.note("Muutettu ilman skriptiä")).to_have_count(0)
    aino.toast.locator("form button").click()
    expect(aino.note("Muutettu ilman skriptiä")).to_be_visible()
    follow(aino, aino.note("Muutettu ilman skriptiä"), "/deletion")
    aino.go(f"{board.path}/deleted")
    aino.locator("form[action$='/restoration'] button").click()
    expect(aino.note("Muutettu ilman skriptiä")).to_be_visible()


def test_too_long_a_note_is_refused_on_a_page_that_still_holds_it(enter, board):
    aino = enter("aino", board.link)
    composer = aino.locator(f"#composer-{board.columns[0]}")
    composer.locator("textarea").fill("ä" * 1001)
    composer.locator("button[type=submit]").click()
    expect(aino.locator("textarea[readonly]")).to_have_value("ä" * 1001)
    assert len(board.texts()) == 1


def test_a_facilitator_prepares_columns(enter, board):
    marja, column = enter("marja", board.link), board.columns[0]
    head = marja.column(column).locator("header")
    follow(marja, marja.locator(".tools > details.menu").first, "/columns")
    marja.locator("#title-fi").fill("Uusi sarake")
    marja.locator(f"form[action='{board.path}/columns'] .primary").click()
    expect(marja.locator(".column h2")).to_have_text(["Toimii", "Takkuaa", "Kokeillaan", "Uusi sarake"])
    follow(marja, head, f"/columns/{column}")
    marja.locator("#title-fi").fill("Toimii hyvin")
    marja.locator(f"form[action='/columns/{column}'] .primary").click()
    expect(head.locator("h2")).to_have_text("Toimii hyvin")
    follow(marja, head, "/lock")
    expect(marja.locator(f"#column-{column}-head[data-locked]")).to_be_visible()
    follow(marja, head, "/position")
    marja.locator("#column-after").select_option(str(board.columns[2]))
    marja.locator("form[action$='/position'] .primary").click()
    expect(marja.locator(".column h2")).to_have_text(["Takkuaa", "Kokeillaan", "Toimii hyvin", "Uusi sarake"])
    follow(marja, head, "/deletion")
    expect(marja.column(column)).to_have_count(0)
    marja.toast.locator("form button").click()
    expect(marja.column(column)).to_be_visible()
    follow(marja, marja.locator(".tools > details.menu").first, "/settings")
    marja.locator("#prompt-fi").fill("Mitä opimme?")
    marja.locator(f"form[action='{board.path}/settings'] .primary").click()
    expect(marja.locator(".prompt")).to_have_text("Mitä opimme?")


def test_a_facilitator_makes_opens_copies_deletes_and_restores_from_the_home(enter, board):
    marja = enter("marja", "1")
    marja.locator("a[href$='/activities']").first.click()
    marja.locator("#title-fi").fill("Ilman skriptiä tehty")
    marja.locator("form[action$='/activities'] .primary").click()
    expect(marja.locator(".title h1")).to_have_text("Ilman skriptiä tehty")
    marja.locator("a.home").click()

    def card():
        return marja.locator("article.card.go").filter(has=marja.locator("h3", has_text=re.compile("^Ilman skriptiä tehty$"))).first

    card().locator("summary").click()
    card().locator("button[value=open]").click()
    card().locator("summary").click()
    card().locator("form[action$='/copy'] button").click()
    expect(marja.locator("article.card.go h3", has_text="Ilman skriptiä tehty")).to_have_count(2)
    card().locator("summary").click()
    card().locator("form[action$='/deletion'] button").click()
    marja.locator(".banner form[action$='/restoration'] button").click()
    expect(card()).to_be_visible()


def test_colours_and_language_are_chosen_with_buttons(enter, board):
    aino = enter("aino", board.link)
    aino.locator(".tools > details.menu").last.locator("summary").click()
    aino.locator("input[name=scheme][value=dark]").check()
    aino.locator("form[data-view] button").click()
    expect(aino.locator("html")).to_have_attribute("data-theme", "dark")
    aino.locator(".tools > details.menu").last.locator("summary").click()
    aino.locator("button[name=language][value=sv]").click()
    expect(aino.locator("html")).to_have_attribute("lang", "sv")
    assert aino.frame.url.endswith(board.path)


def test_a_window_of_its_own_opens_with_one_page_in_between(enter, board):
    aino = enter("aino", board.link, window=False)
    aino.locator("[data-own-window] button").click()
    with aino.page.context.expect_page() as opened:
        aino.locator("form[action='/window'] button").click()
    opened.value.wait_for_url(f"**{board.path}")
    expect(opened.value.locator(f"#note-{board.notes[0]}")).to_be_visible()


def test_the_outline_the_filter_and_the_view_menu_are_links_and_forms(enter, tool):
    board = tool.make_board(notes=("Yksi", "Kaksi"))
    aino = enter("aino", board.link)
    aino.locator("#filter > summary").click()
    aino.locator("#filter-q").fill("kaksi")
    aino.locator("form[data-filter] button").click()
    expect(aino.locator(".note:visible")).to_have_count(1)
    aino.locator("a[data-way=outline]").click()
    expect(aino.locator("#columns.outline .note:visible")).to_have_count(1)
    expect(aino.note("Kaksi").locator("a[href$='/acts']")).to_be_visible()
    aino.locator("#filtered [data-show-all]").click()
    expect(aino.locator("#columns.outline .note:visible")).to_have_count(2)
    aino.go(board.path).locator(".tools > details.menu > summary").last.click()
    aino.locator("form[data-view] input[name=view][value=outline]").check()
    aino.locator("form[data-view] input[name=calm][type=checkbox]").check()
    aino.locator("form[data-view] button").click()
    expect(aino.locator("html[data-view=calm] #columns.outline")).to_be_visible()
