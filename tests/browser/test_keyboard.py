"""Keys alone reach and do everything, and one always sees where one is."""
import pytest
from playwright.sync_api import expect

from tests.support.browser import LANDED, Screen

pytestmark = pytest.mark.browser
FOCUS = """() => {
    const a = document.activeElement, styles = [a, a.parentElement, a.closest('.composer')].filter(Boolean).map(e => getComputedStyle(e));
    const box = a.getBoundingClientRect();
    return { what: a.outerHTML.slice(0, 90), id: a.id, tag: a.tagName, ringed: styles.some(s => s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2),
             seen: box.width > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth };
}"""


@pytest.fixture
def aino(meet, board):
    return meet("aino").open(board.link, window=True)


def walk(screen, most=120):
    """Tab through the page from its beginning until the focus leaves it."""
    screen.frame.evaluate("() => { document.activeElement.blur(); getSelection().setPosition(document.body, 0); }")
    for _step in range(most):
        screen.press("Tab")
        at = screen.frame.evaluate(FOCUS)
        if at["tag"] == "BODY":
            return
        yield at
    raise AssertionError("the focus never left the page")


def tab_to(screen, selector):
    for _at in walk(screen):
        if screen.frame.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"Tab does not reach {selector}")


def test_from_the_platforms_link_to_a_sent_note_it_takes_three_acts(meet, board, platform):
    somebody = meet("aino")
    page = somebody.context.new_page()
    page.goto(f"{platform.address}/as/aino/courses/1")
    page.locator(f"a.title[href*='/links/{board.link}']").focus()
    page.keyboard.press("Enter")  # one: the link
    page.wait_for_url("**/links/**")
    frame = page.query_selector("#contentframe").content_frame()
    frame.wait_for_url(LANDED)
    screen = Screen(frame)
    screen.locator(".add").first.focus()
    screen.press("Enter")  # two: the field
    screen.type("Kolmella teolla")
    screen.press("Enter")  # three: sent
    expect(screen.note("Kolmella teolla")).to_be_visible()


@pytest.mark.parametrize("who", ["aino", "marja"])
def test_tab_walks_through_the_whole_board_with_a_visible_ring_and_is_caught_nowhere(meet, board, who):
    screen = meet(who).open(board.link, window=True)
    steps = list(walk(screen))
    assert not [at["what"] for at in steps if not at["seen"]]
    assert not [at["what"] for at in steps if not at["ringed"]]
    assert len(steps) > 8


def test_the_skip_link_leads_past_the_bar(aino):
    next(walk(aino))
    expect(aino.locator(".skip")).to_be_focused()
    expect(aino.locator(".skip")).to_be_in_viewport()
    aino.press("Enter", "Tab")
    assert aino.frame.evaluate("document.getElementById('main').contains(document.activeElement)")


def test_every_act_on_a_note_is_reached_from_its_menu(aino, board):
    tab_to(aino, f"#note-{board.notes[0]} summary")
    aino.press("Enter")
    reached = []
    for _act in range(7):
        aino.press("Tab")
        reached.append(aino.frame.evaluate("(a => a.getAttribute('href') || a.form?.getAttribute('action') || a.textContent.trim())(document.activeElement)"))
    note = f"/notes/{board.notes[0]}"
    lifting = reached.pop(4)
    assert reached == [note, f"{note}/attachments", f"{note}/position", f"{note}/stack", f"{note}/comments", f"{note}/deletion"] and not lifting.startswith("/")
    aino.press("Escape")
    expect(aino.note(board.notes[0]).locator("summary")).to_be_focused()
    expect(aino.note(board.notes[0]).locator(".sheet")).to_be_hidden()


def test_a_facilitator_locks_a_column_with_the_keys(meet, board):
    marja, column = meet("marja").open(board.link, window=True), board.columns[0]
    tab_to(marja, f"#column-{column}-head summary")
    marja.press("Enter", "Tab", "Tab", "Tab", "Enter")
    expect(marja.locator(f"#column-{column}-head[data-locked]")).to_be_visible()


def test_a_dialog_holds_the_focus_and_gives_it_back(aino, board):
    note = board.notes[0]
    menu = aino.note(note).locator("summary")
    menu.focus()
    aino.press("Enter", "Tab", "Enter")
    expect(aino.locator("#edit-text")).to_be_focused()
    outside = 0
    for _step in range(30):
        aino.press("Tab")
        # The browser's own bar stands between the last and the first element of a modal dialog.
        outside += aino.frame.evaluate("document.activeElement !== document.body && !document.getElementById('dialog').contains(document.activeElement)")
    assert outside == 0
    aino.press("Escape")
    expect(aino.dialog).to_have_count(0)
    expect(menu).to_be_focused()


def test_escape_closes_an_empty_composer_and_keeps_one_with_text(aino, board):
    column = board.columns[0]
    tab_to(aino, f"[data-open-composer=composer-{column}]")
    aino.press("Enter", "Escape")
    expect(aino.locator(f"#composer-{column}")).to_be_hidden()
    expect(aino.locator(f"[data-open-composer=composer-{column}]")).to_be_focused()
    aino.press("Enter")
    aino.type("pysyy")
    aino.press("Escape")
    expect(aino.field(column)).to_have_value("pysyy")


def test_the_colour_and_language_of_a_note_are_chosen_with_the_keys(aino, board):
    column = board.columns[0]
    aino.field(column).focus()
    aino.press("Tab", "ArrowRight", "Tab")
    expect(aino.locator(f"#composer-{column} [data-language-switch]")).to_be_focused()
    aino.press("Enter")
    expect(aino.field(column)).to_have_attribute("lang", "sv")
    aino.write(column, "På svenska, röd")
    expect(aino.locator(".note.heart .text[lang=sv]", has_text="På svenska, röd")).to_be_visible()


def test_only_one_menu_is_open_and_it_closes_when_the_focus_goes_on(aino, board):
    aino.locator(".tools > details.menu > summary").last.click()
    aino.note(board.notes[0]).locator("summary").focus()
    expect(aino.locator("details.menu[open]")).to_have_count(0)
