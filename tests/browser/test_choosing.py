"""Choosing links inside the platform with a real browser: the demo platform's dialog, its frame, and what comes back."""
import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


def dialog(somebody):
    """The picker in the platform's dialog."""
    page = somebody.context.new_page()
    page.goto(f"{somebody.platform.address}/as/marja/courses/1/add/1?section=1&lang=en")
    page.locator("#select").click()
    frame = page.frame_locator("#selecting-frame")
    expect(frame.locator("#pick")).to_be_visible()
    return page, frame


def test_links_are_chosen_in_the_dialog_and_stand_in_the_course(meet):
    page, frame = dialog(meet("marja"))
    expect(frame.locator("[data-count]")).to_be_hidden()
    frame.locator('[value="home"]').check()
    frame.locator('[value="new-board-"]').check()
    frame.locator('[name="title-new-board-"]').fill("Työpaja 9")
    expect(frame.locator("[data-count]")).to_have_text("2")
    frame.locator('[name="title-new-board-"]').press("Enter")
    expect(page.locator("main")).to_contain_text("Activities added: 2")
    expect(page.locator("main")).to_contain_text("Työpaja 9")


def test_the_dialog_is_walked_by_keyboard_and_nothing_hides_what_has_the_focus(meet):
    page, frame = dialog(meet("marja"))
    frame.locator('[value="home"]').focus()
    for _line in range(12):
        page.keyboard.press("Tab")
        hidden = frame.locator("body").evaluate("""() => {
            const focused = document.activeElement.getBoundingClientRect(), foot = document.querySelector(".pick-foot");
            return !foot.contains(document.activeElement) && focused.bottom > foot.getBoundingClientRect().top + 1;
        }""")
        assert not hidden
    page.keyboard.press("Space")
    expect(frame.locator("[data-count]")).to_have_text("1")


def test_cancelling_adds_nothing(meet):
    page, frame = dialog(meet("marja"))
    frame.locator('[value="home"]').check()
    frame.locator("[name=cancel]").click()
    page.wait_for_url("**/as/marja/courses/1?*")
    assert "added=" not in page.url
