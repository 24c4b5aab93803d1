"""The writing table of a module under the hands of its authors: dragging, undoing it, and somebody else who does the same."""
import re

import pytest
from playwright.sync_api import expect

from .module_stage import stage_module

pytestmark = pytest.mark.browser
ALL_SEEN = {"width": 1000, "height": 1600}
FIRST, SECOND = "Havainto ja arvio", "Omassa työssä"


@pytest.fixture
def module(tool):
    return stage_module(tool)


@pytest.fixture
def opened(meet, module):
    def open_by(who, hears=True):
        screen = meet(who).open("8", window=True)
        screen.page.set_viewport_size(ALL_SEEN)
        if not hears:
            screen.page.route(re.compile("/(stream|changes)\\b"), lambda route: None)  # never answered: what is broken would be told above the table
        return screen.go(f"{module.path}/writing")
    return open_by


def titles(screen) -> list[list[str]]:
    """Unit by unit."""
    return screen.evaluate("[...document.querySelectorAll('.steps-of-unit')].map(list => [...list.querySelectorAll('h3')].map(title => title.textContent.trim()))")


def step(screen, words):
    return screen.locator("[data-step]", has_text=words)


def drag(screen, thing, to, lands):
    screen.drag(thing.locator("[data-grip]").first, to, lands=lands)


def at_rest(screen):
    """What was sent has been answered."""
    expect(screen.locator("#toasts .toast")).to_have_count(1)


def test_a_step_is_dragged_to_another_part_and_back_by_undo_and_the_other_table_follows(opened):
    marja, otto = opened("marja"), opened("otto")
    (first, *others), second = titles(marja)
    marja.get_by_text("Nimeä osio uudelleen").first.click()
    marja.locator(".renaming input[type=text]").first.fill("Kesken")
    drag(marja, step(marja, first), step(marja, second[0]), lambda: titles(marja)[1][0] == first)
    at_rest(marja)
    assert titles(marja) == [others, [first, *second]]
    expect(marja.locator("#status")).to_contain_text(SECOND)
    expect(marja.locator(".renaming input[type=text]").first).to_have_value("Kesken")
    expect(otto.locator(".steps-of-unit").nth(1).locator("h3").first).to_have_text(first)
    assert titles(otto) == [others, [first, *second]]
    marja.locator("#toasts form button").click()
    expect(marja.locator("#toasts .toast")).to_have_count(0)
    assert titles(marja) == [[first, *others], second]
    assert titles(marja.go(marja.evaluate("location.pathname"))) == [[first, *others], second]


def test_who_drags_on_a_page_that_others_have_changed_gets_the_table_as_it_is(opened):
    marja, otto = opened("marja"), opened("otto", hears=False)
    (first, *others), second = titles(marja)
    step(marja, first).locator("summary").click()
    step(marja, first).get_by_role("button", name="Poista").click()
    at_rest(marja)
    expect(step(marja, first)).to_have_count(0)
    drag(otto, step(otto, others[0]), step(otto, second[0]), lambda: titles(otto)[1][0] == others[0])
    at_rest(otto)
    assert titles(otto) == [others[1:], [others[0], *second]]


def test_a_move_that_is_refused_goes_back_and_the_page_says_why(opened):
    marja, otto = opened("marja"), opened("otto", hears=False)
    first, *others = titles(marja)[0]
    step(marja, first).locator("summary").click()
    step(marja, first).get_by_role("button", name="Poista").click()
    at_rest(marja)
    before = titles(otto)
    drag(otto, step(otto, first), step(otto, before[1][0]), lambda: titles(otto)[1][0] == first)
    expect(otto.locator("#banner-refused")).to_be_visible()
    assert titles(otto) == before


def test_a_part_is_dragged_before_another(opened):
    marja = opened("marja")
    first, second = titles(marja)
    one, two = marja.locator(".unit").nth(0), marja.locator(".unit").nth(1)
    drag(marja, one, two.locator("h2"), lambda: titles(marja) == [second, first])
    at_rest(marja)
    expect(marja.locator(".unit h2")).to_have_text([f"1. {SECOND}", f"2. {FIRST}"])
    assert titles(opened("otto")) == [second, first]
