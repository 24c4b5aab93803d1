"""The search in the browser: from the home and from a wall, by words in both languages, narrowed down, with keys alone and without script; and never more than one may see."""
import pytest
from playwright.sync_api import expect

from tests.support.keyboard import Keys

pytestmark = pytest.mark.browser
LINK, HOME = "8", "/courses/1"


@pytest.fixture
def wall(tool):
    """With a post of Aino's that has a word of its own; a note with the same word stands on a board."""
    wall = tool.make_wall()
    tool.make_post(wall, "Kirjaamistuokio", "<p>Pidämme lumpeenlehtihetken.</p>")
    tool.make_board(notes=("Lumpeenlehtien luona",))
    return wall


def opened(meet, who, path=HOME):
    return meet(who).open(LINK, window=True).go(path)


def finds(screen):
    return screen.locator(".finds > li")


def test_it_is_found_from_home_by_the_beginning_of_a_word_and_narrowed_down(meet, wall):
    orjan = opened(meet, "orjan")
    orjan.get_by_role("searchbox").fill("lumpeenle")
    orjan.press("Enter")
    expect(finds(orjan)).to_have_count(2)
    expect(finds(orjan).locator("mark")).to_have_text(["lumpeenlehtihetken", "Lumpeenlehtien"])
    orjan.get_by_role("link", name="Lappar").click()
    expect(finds(orjan)).to_have_count(1)
    orjan.get_by_role("link", name="Allt").click()
    orjan.locator("summary", has_text="Avgränsa").click()
    orjan.locator("#search-language").select_option("sv")
    orjan.get_by_role("button", name="Sök").click()
    expect(finds(orjan)).to_have_count(0)
    orjan.get_by_role("link", name="Sök i hela kursen").click()
    finds(orjan).filter(has_text="Kirjaamistuokio").click()
    expect(orjan.get_by_role("heading", level=1)).to_have_text("Kirjaamistuokio")


def test_a_wall_is_searched_with_keys_alone(meet, wall):
    aino = opened(meet, "aino", f"/walls/{wall}")
    keys = Keys(aino)
    keys.act("link", "Hae tältä seinältä")
    expect(aino.get_by_role("searchbox")).to_be_focused()
    keys.type("lumpeenlehti")
    keys.press("Enter")
    expect(finds(aino)).to_have_count(1)
    keys.act("checkbox", "Vain täällä", "Space")
    keys.act("button", "Hae")
    expect(finds(aino)).to_have_count(2)
    keys.act("link", "Lumpeenlehtien luona")
    expect(aino.note("Lumpeenlehtien")).to_be_in_viewport()


def test_nobody_finds_what_they_may_not_see_and_what_is_gone_is_gone(enter_without_script, tool, wall):
    post = tool.make_post(wall, "Lumpeenlehti piilossa")
    marja = enter_without_script("marja", LINK).go(f"/moderated/post/{post}")
    marja.locator("section[aria-labelledby='hide-h'] input[value=wrong]").check()
    marja.locator("section[aria-labelledby='hide-h'] button").click()
    for who, seen in (("marja", 1), ("orjan", 0)):
        screen = marja if who == "marja" else enter_without_script(who, LINK)
        screen.go(HOME).locator("#search-q").fill("lumpeenlehti piilossa")
        screen.locator("form[role=search] button").click()
        expect(screen.locator(".search-results h2")).to_be_visible()
        expect(finds(screen)).to_have_count(seen)
