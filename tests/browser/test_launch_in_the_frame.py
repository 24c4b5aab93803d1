"""A launch in the platform's frame, in a browser that keeps third-party cookies out, as fresh profiles do."""
import json
import re

import pytest
from playwright.sync_api import expect

from tests.support.browser import FRAME, LANDED, Screen

pytestmark = pytest.mark.browser
PARTITIONED = re.compile(r";\s*Partitioned", re.IGNORECASE)


def frame_of(page):
    return page.frame_locator(FRAME)


def launches(somebody):
    """What was asked of the platform and of the tool in this person's browser, as paths."""
    asked = []
    somebody.context.on("request", lambda request: asked.append(re.sub(r"^https?://[^/]+|\?.*$", "", request.url)))
    return asked


def test_a_link_leads_into_its_board_in_the_frame_with_partitioned_cookies(meet, board):
    somebody = meet("aino")
    aino = somebody.open(board.link)
    expect(aino.note(board.notes[0])).to_be_visible()
    expect(aino.locator("html")).to_have_attribute("lang", "fi")
    cookies = [cookie for cookie in somebody.context.cookies() if cookie["name"].startswith("__Host-")]
    assert [cookie["name"] for cookie in cookies] == ["__Host-visit"]
    assert all(cookie["secure"] and cookie["httpOnly"] and cookie.get("partitionKey", "").startswith("http://127.0.0.1") for cookie in cookies)


def without_partition(route):
    """As a tool does that does not know of partitioned cookies."""
    answer = route.fetch(max_redirects=0)
    headers = [(h["name"], PARTITIONED.sub("", h["value"])) for h in answer.headers_array]
    route.fulfill(response=answer, headers=dict(headers))


def test_a_browser_that_keeps_no_cookie_in_the_frame_is_offered_a_window_before_the_platforms_hint_is_spent(meet, board, platform):
    somebody = meet("orjan")
    asked, page = launches(somebody), somebody.context.new_page()
    page.route("**/lti/login", without_partition)
    page.goto(somebody.address(board.link))
    offer = frame_of(page).locator("#window-part")
    expect(offer).to_be_visible()
    expect(frame_of(page).locator("html")).to_have_attribute("lang", "sv")
    expect(frame_of(page).locator("#continue-part")).to_be_hidden()
    assert "/auth" not in asked

    page.unroute("**/lti/login")
    with somebody.context.expect_page() as opened:
        offer.locator("button").click()
    window = opened.value
    window.wait_for_url(LANDED)
    expect(Screen(window.main_frame).note(board.notes[0])).to_be_visible()
    assert window.locator("html").get_attribute("lang") == "sv"
    assert asked.count("/auth") == 1


def test_a_profile_that_blocks_all_cookies_of_the_tool_in_frames_goes_on_in_a_window(playwright, chromium, tmp_path, meet, board, platform, tool):
    """The browser's own rule, not ours: also partitioned cookies are refused in the frame, and storage throws."""
    folder = tmp_path / "profile" / "Default"
    folder.mkdir(parents=True)
    blocked = {f"{tool.address},{platform.address}": {"setting": 2}}
    (folder / "Preferences").write_text(json.dumps({"profile": {"content_settings": {"exceptions": {"cookies": blocked}}}}))
    context = playwright.chromium.launch_persistent_context(folder.parent, executable_path=chromium, args=["--no-sandbox"])
    somebody = meet("aino", context=context)
    page = context.new_page()
    page.goto(somebody.address(board.link))
    expect(frame_of(page).locator("#window-part")).to_be_visible()
    with context.expect_page() as opened:
        frame_of(page).locator("#window-part button").click()
    opened.value.wait_for_url(LANDED)
    aino = Screen(opened.value.main_frame)
    aino.write(board.columns[0], "Ikkunasta")
    expect(aino.note("Ikkunasta")).to_be_visible()


def test_a_launch_whose_cookie_is_lost_on_the_way_leads_back_to_the_course(meet, board):
    somebody = meet("aino")
    page = somebody.context.new_page()

    def lose_cookie(route):
        somebody.context.clear_cookies()
        route.continue_(headers={name: value for name, value in route.request.headers.items() if name != "cookie"})

    page.route("**/lti/launch", lose_cookie)
    page.goto(somebody.address(board.link))
    expect(frame_of(page).locator("#refused-title")).to_be_visible()
    expect(frame_of(page).locator("a[target=_top]")).to_be_visible()
