"""The launch doctor in the platform's frame: what only the browser can say of itself."""
import re

import pytest
from playwright.sync_api import expect

from lti_tool.lti.report import LaunchReport
from tests.support.browser import LANDED, Screen

pytestmark = pytest.mark.browser
HOME, PAGE = "1", "/courses/1/connection"
ENGLISH = {"lang": "en"}


def look(somebody, prepare=None, **how):
    """The page in the frame, once the script has said all that it can."""
    screen = somebody.open(HOME, **ENGLISH, **how)
    if prepare:
        prepare(screen.page)
    screen.go(PAGE)
    return screen


def line(screen, name):
    return screen.locator(f"#check-{name}")


def summary(screen):
    return screen.locator("#findings-summary strong")


@pytest.fixture
def marja(meet):
    return meet("marja")


def test_in_the_frame_everything_is_found_fine(marja):
    screen = look(marja)
    expect(line(screen, "live")).to_contain_text("heard at once")
    expect(summary(screen)).to_have_text("Everything is fine")
    expect(line(screen, "place")).to_contain_text(re.compile(r"a frame of the platform's page, \d+ × \d+ pixels large"))
    expect(line(screen, "storage")).to_contain_text("kept apart for this platform (partitioned)")
    expect(line(screen, "script")).to_contain_text("JavaScript runs.")
    expect(line(screen, "address")).to_contain_text("This page stands at the public address")
    expect(line(screen, "jwks")).to_contain_text("This tool's keys are published at")
    expect(screen.locator(".doctor .no, .doctor .look")).to_have_count(0)
    expect(screen.locator("details[open]")).to_have_count(0)


def test_one_button_asks_the_platform_for_its_keys_and_its_people(marja):
    screen = look(marja)
    expect(screen.locator("#group-services .chip")).to_have_text("Not all tried")
    screen.locator("#findings-summary button").click()
    expect(line(screen, "keys")).to_contain_text("were fetched just now")
    expect(line(screen, "roster")).to_contain_text("was read just now")
    expect(screen.locator("#group-services .chip")).to_have_text("All fine")
    expect(screen.locator(".doctor .wait")).to_have_count(0)
    expect(screen.locator("#support-text")).to_have_value(re.compile("were fetched just now"))


def test_a_line_can_be_tried_by_itself(marja):
    screen = look(marja)
    screen.locator("#group-message summary").click()
    line(screen, "keys").locator("button").click()
    expect(line(screen, "keys")).to_contain_text("were fetched just now")
    expect(line(screen, "roster")).to_contain_text("The platform offers the list")


def test_a_live_connection_that_does_not_open_is_noticed_and_asking_is_tried(marja):
    screen = look(marja, lambda page: page.route("**/courses/1/stream*", lambda route: route.abort()))
    expect(line(screen, "live")).to_have_class("look")
    expect(line(screen, "live")).to_contain_text("asks every few seconds instead")
    expect(summary(screen)).to_have_text("1 thing to look at")
    expect(screen.locator("#group-browser")).to_have_attribute("open", "")


def test_a_proxy_that_collects_what_is_streamed_is_told_from_one_that_lets_nothing_through(marja):
    """Its answer begins, and no word of it comes."""
    marja.context.add_init_script("""
        window.EventSource = class extends EventTarget {
            constructor() { super(); setTimeout(() => this.dispatchEvent(new Event("open"))); }
            close() {}
        };
        const wait = window.setTimeout;
        window.setTimeout = (act, time, ...more) => wait(act, Math.min(time ?? 0, 300), ...more);
    """)
    screen = look(marja)
    expect(line(screen, "live")).to_contain_text("a proxy collects them")
    expect(line(screen, "live").locator("code")).to_have_text("proxy_buffering off;")


def test_a_browser_that_hears_nothing_at_all_is_worse(marja):
    def withhold(page):
        page.route("**/courses/1/stream*", lambda route: route.abort())
        page.route("**/courses/1/changes*", lambda route: route.abort())

    screen = look(marja, withhold)
    expect(line(screen, "live")).to_have_class("no")
    expect(screen.locator("#findings-summary")).to_have_class(re.compile(r"\bbad\b"))


def test_keys_that_are_withheld_on_their_way_out_are_noticed(marja):
    screen = look(marja, lambda page: page.route("**/lti/jwks", lambda route: route.fulfill(status=403, body="no")))
    expect(line(screen, "jwks")).to_have_class("no")
    expect(line(screen, "jwks")).to_contain_text("could not be fetched from")


def test_another_address_than_that_of_the_settings_is_noticed(marja, tool):
    screen = marja.open(HOME, **ENGLISH)
    tool.app.config["PUBLIC_URL"] = "https://workspace.example"
    screen.go(PAGE)
    expect(line(screen, "address")).to_have_class("no")
    expect(line(screen, "address")).to_contain_text(f"This page stands at {tool.address}, but the settings of this tool say https://workspace.example.")


def test_a_frame_that_is_too_small_is_noticed(meet):
    screen = look(meet("marja", viewport={"width": 374, "height": 520}))
    expect(line(screen, "place")).to_contain_text("a frame of only")
    expect(line(screen, "place")).to_contain_text("Set “Default launch container” to “New window”.")


def test_the_text_can_be_copied_with_what_the_script_has_found(marja):
    screen = look(marja)
    expect(line(screen, "live")).to_contain_text("heard at once")
    screen.locator("[data-copy]").click()
    expect(screen.locator("#support-text-hint")).to_have_text(re.compile("Copied|Selected"))
    text = screen.locator("#support-text").input_value()
    assert "Fine: JavaScript runs." in text and "heard at once" in text and "Fine: You came as a facilitator." in text
    assert "{" not in text and "Marja" not in text and "Kallioinen" not in text
    assert screen.evaluate("document.getElementById('support-text').selectionEnd") == len(text)


def test_the_window_of_its_own_is_tried_by_its_button(marja):
    screen = look(marja)
    screen.locator("#group-browser summary").click()
    with marja.context.expect_page() as opened:
        line(screen, "window").locator("button").click()
    opened.value.wait_for_url(f"**{PAGE}")
    window = Screen(opened.value.main_frame)
    expect(line(window, "place")).to_contain_text("a window of its own")
    expect(line(window, "window").locator("button")).to_have_count(1)
    expect(line(window, "window").locator("button")).to_be_hidden()


def test_without_javascript_the_same_buttons_answer_with_the_whole_page(meet):
    somebody = meet("marja", java_script_enabled=False)
    page = somebody.context.new_page()
    page.goto(somebody.address(HOME, window=True, **ENGLISH))
    while not LANDED.search(page.url):  # each page has a button that leads on
        before = page.url
        page.locator("#continue button, main button, body > form button").first.click()
        page.wait_for_url(lambda url, before=before: url != before)
    page.goto(f"{somebody.tool.address}{PAGE}")
    expect(page.locator("#findings-summary")).to_contain_text("Without JavaScript some lines cannot be checked.")
    expect(page.locator("#findings-summary strong")).to_have_text("1 thing to look at")
    page.locator("#findings-summary button").click()
    expect(page.locator("#check-keys")).to_contain_text("were fetched just now")
    page.get_by_role("link", name="Check again").click()
    expect(page.locator("#check-keys")).to_contain_text("could be fetched when you came")


def test_without_a_launch_to_look_at_it_says_how_to_come_by_one(marja, tool):
    screen = marja.open(HOME, **ENGLISH)
    with tool.writing() as session:
        session.query(LaunchReport).delete()
    screen.go(PAGE)
    expect(screen.locator(".banner").last).to_contain_text("open the link anew")
    expect(line(screen, "live")).to_contain_text("heard at once")
