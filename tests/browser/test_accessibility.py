"""Every view through axe, in light and dark, low-stimulus too, and in the sizes that platforms give; and what axe does not measure.

Showing a view takes longer than measuring it, so it is shown once and measured for all tests of it, one way after the other.
"""
from typing import NamedTuple

import pytest
from axe_playwright_python.base import AXE_SCRIPT

from tests.support.browser import DESK

from .views import VIEWS

pytestmark = pytest.mark.browser
FRAME, PHONE = {"width": 880, "height": 470}, {"width": 374, "height": 595}
# What axe measures in each sight, in the order in which changing from one to the next takes least. What only a small page shows is seen dark on the phone and
# light in the frame. Sizes do not change from light to dark, so the second sight asks for colours only.
COLOURS = ["color-contrast", "link-in-text-block"]
LOOK = [*COLOURS, "target-size", "scrollable-region-focusable", "region"]  # what can differ from sight to sight
AXE = """rules => axe.run({ resultTypes: ["violations"], rules: { "target-size": { enabled: true } }, ...(rules && { runOnly: rules }) }).then(({ violations }) =>
    violations.flatMap(({ id, nodes }) => nodes.map(({ target, html, failureSummary }) => [id, String(target), html.slice(0, 120), failureSummary].join(" | "))))"""
# All is measured in the first sight. In the others two of what stands side by side in the same dress (whatever its words, numbers and addresses) say
# what the others would; these keep their place, but axe passes over what is not visible.
ALIKE = """() => {
    const dress = element => element.outerHTML.replace(/>[^<]*\\S[^<]*</g, ">…<").replace(/\\s(?!class|hidden|open|role|style|type)[\\w-]+="[^"]*"/g, "").replace(/\\d+/g, "");
    for (const parent of document.querySelectorAll("body *")) {
        const worn = {};
        if (parent.children.length > 2) for (const child of parent.children) {
            const its = dress(child);
            worn[its] = (worn[its] ?? 0) + 1;
            child.toggleAttribute("data-alike", worn[its] > 2);
        }
    }
    const sheet = globalThis.passedOver = new CSSStyleSheet();
    sheet.replaceSync("[data-alike], [data-alike] * { visibility: hidden !important }");
    document.adoptedStyleSheets = [sheet];
}"""
# All is there again, in the view that was chosen; as in a frame, where the way to a window of its own is offered too. And back, for axe.
WHOLE = """view => {
    document.adoptedStyleSheets = [];
    if (view === null) delete document.documentElement.dataset.view; else document.documentElement.dataset.view = view;
    document.querySelectorAll("[data-own-window][hidden]").forEach(form => { form.hidden = false; form.dataset.offered = ""; });
}"""
IN_PART = """() => {
    document.adoptedStyleSheets = [globalThis.passedOver];
    document.querySelectorAll("[data-offered]").forEach(form => { form.hidden = true; });
}"""

# A closed menu, words for listeners and what is laid out of sight on purpose are no loss.
CUT_OFF = """() => [...document.querySelectorAll("body *")].filter(element => {
    const style = getComputedStyle(element), clips = [style.overflowX, style.overflowY].some(value => value === "hidden" || value === "clip");
    if (!clips || element.scrollWidth <= element.clientWidth + 1 && element.scrollHeight <= element.clientHeight + 1) return false;
    if (element.matches(".bare > .word") && style.position === "absolute" || element.closest(".sr, .skip, svg, select, textarea")) return false;
    return element.checkVisibility() && element.getBoundingClientRect().width > 1 && Boolean(element.innerText?.trim());
}).map(element => element.outerHTML.slice(0, 100))"""
# What sticks out of the page sideways, unless it lies in something that scrolls by itself.
STICKS_OUT = """() => document.scrollingElement.scrollWidth <= innerWidth ? [] : [...document.querySelectorAll("body *")]
    .filter(element => element.getBoundingClientRect().right > innerWidth + 1 && !element.closest(".scroll, .board"))
    .map(element => element.outerHTML.slice(0, 100)).concat("the page is " + document.scrollingElement.scrollWidth + " wide")"""
SPACED = """() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }");
    document.adoptedStyleSheets = [sheet];
}"""
NOT_SPACED = "document.adoptedStyleSheets = []"
SMALL = """() => [...document.querySelectorAll("a, button, summary, select, input, textarea")].filter(element => {
    const target = element.closest("label") ?? element, box = target.getBoundingClientRect();
    const inText = element.matches("a") && getComputedStyle(element).display === "inline";
    return element.checkVisibility() && !inText && !element.closest(".skip, .sr[aria-hidden]") && box.width > 1 && (box.width < 24 || box.height < 24);
}).map(element => element.outerHTML.slice(0, 100))"""
EDGELESS = """() => [...document.querySelectorAll(".button, .note, .card, input[type=text], textarea:not(.composer *), select")].filter(element => {
    const style = getComputedStyle(element);
    return element.checkVisibility() && !(parseFloat(style.borderTopWidth) >= 1 && style.borderTopStyle !== "none");
}).map(element => element.outerHTML.slice(0, 100))"""


def without_edge(screen) -> list:
    screen.page.emulate_media(forced_colors="active")
    edgeless = screen.evaluate(EDGELESS)
    screen.page.emulate_media(forced_colors="none")
    return edgeless


def by_axe(screen, found, size, scheme="light", view="", rules=None):
    """What axe finds that it has not found in another sight, and where."""
    screen.page.emulate_media(color_scheme=scheme)
    screen.evaluate("view => { document.documentElement.dataset.view = view; }", view)
    for violation in screen.evaluate(AXE, rules):
        found.setdefault(violation, (size["width"], scheme, view))


def out_of_sight(screen, *where) -> list:
    return [(*where, thing) for thing in screen.evaluate(STICKS_OUT) + screen.evaluate(CUT_OFF)]


def measure(screen) -> "Found":
    """In one walk from the widest to the narrowest: to change a page's size takes as long as to measure it."""
    as_it_is = screen.evaluate("document.documentElement.dataset.view ?? null")
    small, edgeless, axe = screen.evaluate(SMALL), without_edge(screen), {}
    screen.evaluate(AXE_SCRIPT)
    by_axe(screen, axe, DESK)
    screen.evaluate(ALIKE)
    by_axe(screen, axe, DESK, "dark", rules=COLOURS)
    lost = []
    for size, scheme, view in ((FRAME, "light", "calm"), (PHONE, "dark", "")):
        screen.page.set_viewport_size(size)
        by_axe(screen, axe, size, scheme, view, LOOK)
        screen.evaluate(WHOLE, as_it_is)
        lost += out_of_sight(screen, size["width"])
        if size is FRAME:
            screen.evaluate(IN_PART)
    screen.evaluate(SPACED)
    lost += out_of_sight(screen, PHONE["width"], "spaced")
    screen.evaluate(NOT_SPACED)
    screen.page.set_viewport_size({"width": 320, "height": 560})
    lost += out_of_sight(screen, 320)
    screen.evaluate(SPACED)
    screen.page.set_viewport_size(DESK)
    lost += out_of_sight(screen, DESK["width"], "spaced")
    return Found(axe, small, edgeless, lost)


class Found(NamedTuple):
    by_axe: dict
    small: list
    edgeless: list
    lost: list


@pytest.fixture(scope="module", params=VIEWS, ids=lambda view: view.name)
def found(gallery, request) -> Found:
    """Of one view, shown once for the tests below. Being of the module, it makes pytest run them view by view."""
    return measure(gallery.show(request.param))


def test_axe_finds_nothing(found):
    assert not found.by_axe


def test_nothing_is_lost_however_narrow_the_page_or_wide_the_letters(found):
    assert not found.lost


def test_everything_to_press_is_large_enough_and_keeps_its_edge_in_forced_colours(found):
    assert not found.small
    assert not found.edgeless
