"""Otto pastes one address into his platform, sees what is shared, connects, and the tool works: in the frame of the platform's admin page."""
import pytest
from playwright.sync_api import expect

from lti_tool.lti.invitation import invite
from tests.support.browser import Screen

pytestmark = pytest.mark.browser


@pytest.fixture
def link(tool, platform):
    """What an operator gives to Otto."""
    with tool.writing():
        return invite(platform.address)[1]


def begin(otto, platform, link) -> Screen:
    """Up to our page in the frame. The tool that the demo begins with is of the same server, so the platform asks first which one is meant."""
    page = otto.context.new_page()
    page.goto(f"{platform.address}/as/otto/tools?lang=en")
    page.locator("#url").fill(link)
    page.locator(".tool-url .button").click()
    page.frame_locator("#registration").locator(".choices .button").last.click()
    frame = page.query_selector("#registration").content_frame()
    frame.wait_for_url("**/lti/register?**")
    return Screen(frame)


def test_one_address_connects_the_platform_and_the_button_closes_the_window(meet, platform, link):
    otto = meet("otto", locale="en-GB")
    screen = begin(otto, platform, link)
    expect(screen.locator("h1")).to_contain_text(platform.address.removeprefix("http://"))
    screen.locator(".chips [lang=sv]").click()
    expect(screen.locator("html")).to_have_attribute("lang", "sv")
    screen.locator(".chips [lang=en]").click()
    screen.locator(".primary", has_text="Connect").click()
    expect(screen.locator(".next-steps li")).to_have_count(3)
    screen.locator("[data-close]").click()
    page = screen.page
    page.wait_for_url("**/as/otto/tools?**")
    card = page.locator(".tool-card").last
    expect(card.locator(".state")).to_have_class("state pending")
    card.locator("form .button").first.click()
    expect(page.locator(".tool-card").last.locator(".state")).to_have_class("state active")


def test_who_does_not_want_it_closes_the_window_and_nothing_was_done(meet, platform, tool, link):
    from lti_tool.lti.platform import all_platforms

    otto = meet("otto", locale="en-GB")
    screen = begin(otto, platform, link)
    before = screen.page.context.request.get(f"{platform.address}/as/otto/tools").text().count("tool-card")
    screen.locator("[data-close]").click()
    screen.page.wait_for_url("**/as/otto/tools?**")
    expect(screen.page.locator(".tool-card")).to_have_count(before)
    with tool.writing():
        assert len(all_platforms()) == 1


def test_it_works_without_javascript(meet, platform, tool, link):
    otto = meet("otto", locale="en-GB", java_script_enabled=False)
    screen = begin(otto, platform, link)
    expect(screen.locator("[data-close]")).to_be_hidden()
    screen.locator(".primary", has_text="Connect").click()
    expect(screen.get_by_text("You can close this window now.")).to_be_visible()
    expect(screen.locator("[data-close]")).to_be_hidden()
