"""Search and filter in the page: as the server does it, at once, and for what others write meanwhile."""
from urllib.parse import urlencode

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser
TEXTS = ("Kirjaamiskahvit perjantaisin", "En idé om kaféer", "ÄÄNEEN vai hiljaa", "Åbo och Tammerfors", "Üç çay, 50 % alennus", "<b>lihava</b> “lainaus”")
SHOWN = "[...document.querySelectorAll('.note[data-note]')].filter(note => note.checkVisibility()).map(note => note.querySelector('.text').textContent.trim())"
# As the page finds it, by typing; the server's answer to the same address is what it began with.
FILTER_ANEW = """values => {
    const form = document.querySelector("form[data-filter]");
    for (const [name, value] of Object.entries(values)) {
        const field = form.elements.namedItem(name);
        if (field.type === "checkbox") field.checked = Boolean(value); else field.value = value;
    }
    form.dispatchEvent(new Event("change", { bubbles: true }));
}"""


@pytest.fixture
def board(tool):
    return tool.make_board(notes=TEXTS)


def search(screen, words):
    screen.press("/")
    expect(screen.locator("#filter-q")).to_be_focused()
    screen.locator("#filter-q").fill(words)


def test_browser_and_server_find_the_same(meet, board):
    aino, plain = meet("aino").open(board.link, window=True), meet("aino", java_script_enabled=False)
    plain.context.add_cookies(aino.page.context.cookies())
    page = plain.context.new_page()
    for looked_for in ({"q": "KAHVI"}, {"q": "ide"}, {"q": "aaneen"}, {"q": "ääneen hil"}, {"q": "abo"}, {"q": "åbo"}, {"q": "uc 50 %"}, {"q": "<b>"}, {"q": "“lainaus”"},
                       {"colour": "leaf"}, {"colour": "sun", "q": "vai"}, {"language": "sv"}, {"language": "fi", "q": "a"}, {"mine": "1"}, {"author": "Aino Sarapuisto"}, {"q": ""}):
        page.goto(f"{plain.tool.address}{board.path}?{urlencode(looked_for)}")
        aino.evaluate(FILTER_ANEW, {"q": "", "mine": "", "author": "", "colour": "", "language": "", **looked_for})
        assert aino.evaluate(SHOWN) == page.evaluate(SHOWN), looked_for


def test_typing_shows_what_matches_counts_it_and_follows_in_the_address(meet, board):
    aino = meet("aino").open(board.link, window=True)
    search(aino, "kahvi")
    expect(aino.locator(".note[data-note]:visible")).to_have_count(1)
    expect(aino.locator("#filtered")).to_contain_text("1/6")
    expect(aino.locator(f"#column-{board.columns[0]}-head .count [aria-hidden]")).to_have_text("1/6")
    expect(aino.locator("#status")).to_contain_text("1/6")
    assert aino.frame.url.endswith("?q=kahvi")
    aino.page.reload()
    expect(aino.locator(".note[data-note]:visible")).to_have_count(1)
    aino.locator("#filtered [data-without=q]").click()
    expect(aino.locator(".note[data-note]:visible")).to_have_count(6)
    expect(aino.locator("#filtered")).to_be_hidden()
    expect(aino.locator("#filter > summary")).to_be_focused()
    assert "q=" not in aino.frame.url


def test_what_others_write_is_filtered_too_and_ones_own_is_seen(meet, board):
    aino, orjan = meet("aino").open(board.link), meet("orjan").open(board.link, window=True)
    search(orjan, "kahvi")
    expect(orjan.locator(".note[data-note]:visible")).to_have_count(1)
    orjan.press("Escape")
    aino.write(board.columns[0], "Ei osu")
    aino.write(board.columns[0], "Kahvia lisää")
    expect(orjan.note("Kahvia lisää")).to_be_visible()
    expect(orjan.note("Ei osu")).to_be_hidden()
    orjan.write(board.columns[0], "Oma sana")
    expect(orjan.note("Oma sana")).to_be_visible()
    expect(orjan.locator("#filtered")).to_contain_text("3")


def test_nothing_found_offers_to_show_all(meet, board):
    aino = meet("aino").open(board.link, window=True)
    search(aino, "olematon")
    expect(aino.locator("#found-nothing")).to_be_visible()
    aino.locator("#found-nothing a").click()
    expect(aino.locator(".note[data-note]:visible")).to_have_count(6)
    expect(aino.locator("#found-nothing")).to_be_hidden()


def test_who_has_written_since_can_be_chosen(meet, board):
    aino, orjan = meet("aino").open(board.link, window=True), meet("orjan").open(board.link)
    orjan.write(board.columns[1], "Örjans tanke")
    expect(aino.note("Örjans tanke")).to_be_visible()
    aino.locator("#filter > summary").click()
    aino.locator("#filter-author").select_option("Örjan Strandvik")
    expect(aino.locator(".note[data-note]:visible .text")).to_have_text(["Örjans tanke"])


def test_a_filter_goes_along_into_the_outline(meet, board):
    aino = meet("aino").open(board.link, window=True)
    search(aino, "kahvi")
    expect(aino.locator("#filtered")).to_be_visible()
    assert "q=kahvi" in aino.locator("a[data-way=outline]").get_attribute("href")
    aino.press("Escape", "o")
    expect(aino.locator("#columns.outline .note[data-note]:visible")).to_have_count(1)
    aino.press("j")
    assert aino.focused == f"note-{board.notes[0]}"


def test_a_thousand_notes_are_searched_while_one_types(meet, tool):
    board = tool.make_board(notes=[f"Lappu numero {number} sarakkeessa" for number in range(1000)])
    aino = meet("aino").open(board.link, window=True)
    search(aino, "numero 765")
    # Not expect(): while it waits it describes the whole page for its error message, which takes half a minute here.
    aino.locator("#filtered", has_text="1/1000").wait_for()
    aino.press("Escape", "j")
    assert aino.focused == f"note-{board.notes[765]}"
