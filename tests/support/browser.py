"""Somebody at a browser: opens links of the demo platform, and does on a board what people do."""
import re
from contextlib import contextmanager

from playwright.sync_api import TimeoutError, expect

from demo.platform.courses import find_person

DESK = {"width": 1280, "height": 800}
FRAME = "#contentframe"
PATIENCE = 30_000  # milliseconds; only a machine that does much else needs them
LANDED = re.compile(r"/(boards|walls|modules|courses|placements)/\d+")
# What the browser says of a request that was refused, lost, or met a server that was stopping: tests cause them.
LOST = ("Failed to load resource", "net::ERR_", "EventSource's response has a MIME type")

expect.set_options(timeout=PATIENCE)


class Screen:
    """A page of the tool, in the platform's frame or in a window of its own."""

    def __init__(self, frame):
        self.frame, self.page = frame, frame.page

    def __getattr__(self, name):
        return getattr(self.frame, name)

    def go(self, path):
        """Opens another address of the tool here."""
        self.frame.goto(re.match(r"https?://[^/]+", self.frame.url).group() + path)
        return self

    def press(self, *keys):
        for key in keys:
            self.page.keyboard.press(key)

    def type(self, text):
        self.page.keyboard.type(text)

    @property
    def focused(self) -> str:
        """What has the focus: its id, or that of the note or column around it."""
        return self.frame.evaluate("(a => a.id || a.closest('[id]')?.id || a.tagName)(document.activeElement)")

    def column(self, number):
        return self.locator(f"#column-{number}")

    def note(self, what):
        """By its number, or by its words."""
        return self.locator(f"#note-{what}") if isinstance(what, int) else self.locator(".note[data-note]", has_text=what)

    @property
    def columns(self) -> list[int]:
        """Their numbers in the order in which they stand."""
        return self.evaluate("[...document.querySelectorAll('.column')].map(column => Number(column.id.replace('column-', '')))")

    def notes_in(self, column) -> list[str]:
        return [text.strip() for text in self.locator(f"#column-{column}-notes > .note[data-note] > .text").all_text_contents()]

    def field(self, column):
        """Where a new note of the column is written; its form is opened when it is not."""
        field = self.locator(f"#composer-{column} textarea")
        if not field.is_visible():
            self.locator(f"[data-open-composer=composer-{column}]").click()
        return field

    def write(self, column, text):
        """Writes a note and sends it with Enter."""
        self.type_into(column, text)
        self.press("Enter")

    def type_into(self, column, text):
        self.field(column).focus()
        self.type(text)

    def act(self, thing, which):
        """An act from the menu of a note or column: the end of the address where it leads."""
        thing.locator("summary").click()
        thing.locator(f".sheet :is(a[href$='{which}'], form[action$='{which}'] button, button[{which.replace('/', '') or 'x'}])").first.click()

    def lead(self, which):
        """One of the controls of whoever leads: beside the others, or in their menu where the frame is low."""
        self.locator("#controls").wait_for()
        menu = self.locator("#controls > .lead-menu")
        if not menu.is_visible():
            return self.locator(f"#controls .lead {which}")
        if menu.get_attribute("open") is None:
            menu.locator("summary").click()
        return menu.locator(which)

    @property
    def dialog(self):
        return self.locator("#dialog[open]")

    @property
    def banners(self):
        return self.locator("#banners")

    @property
    def toast(self):
        return self.locator(".toast").last

    def drag(self, thing, to, lands=None, meanwhile=None):
        """By mouse, from one element onto another, and let go when `lands()` is true (or at once). `meanwhile()` happens while it is in the air."""
        start, end = thing.bounding_box(), to.bounding_box()
        mouse = self.page.mouse
        x, y = start["x"] + min(60, start["width"] / 2), start["y"] + min(20, start["height"] / 2)
        mouse.move(x, y)
        while not self.frame.evaluate("() => Boolean(globalThis.Sortable)"):  # asked for when the pointer comes over the board
            self.page.wait_for_timeout(20)
        mouse.down()
        mouse.move(x + 10, y + 8, steps=4)
        expect(self.locator(".sortable-chosen")).to_have_count(1)
        x, y = end["x"] + end["width"] / 2, end["y"] + min(20, end["height"] / 2)
        mouse.move(x, y, steps=12)
        for nudge in range(60):
            if lands is None or lands():
                break
            mouse.move(x + nudge % 7, y + nudge % 5)
        if meanwhile:
            meanwhile()
        mouse.up()


class Somebody:
    """One of the demo's people with a browser profile of their own."""

    def __init__(self, browser, platform, tool, key, context=None, **how):
        self.key, self.platform, self.tool, self.faults, self.losses, self.asked, self.under_way = key, platform, tool, [], [], set(), set()
        self.context = context or browser.new_context(**{"viewport": DESK, "locale": find_person(key).locale, **how})
        self.context.set_default_timeout(PATIENCE)
        self.context.on("weberror", lambda error: self.faults.append(str(error.error)))
        self.context.on("console", self.hear)
        self.context.on("request", self.sees)
        for end in ("requestfinished", "requestfailed"):
            self.context.on(end, lambda request: self.under_way.discard(request))

    def sees(self, request):
        self.asked.add(re.match(r"\w+:(//[^/]+)?", request.url).group())
        if request.is_navigation_request():
            self.under_way.add(request)

    def hear(self, message):
        if message.type in ("error", "warning"):
            lost = any(words in message.text for words in LOST)
            (self.losses if lost else self.faults).append(f"{message.text} {message.location.get('url', '')}")

    def address(self, link, window=False, **choices) -> str:
        """Of the platform's page of a link; with `window` of the launch outside any frame."""
        if window:
            choices["in"] = "window"
        query = "&".join(f"{name}={value}" for name, value in choices.items())
        return f"{self.platform.address}/as/{self.key}/links/{link}{'/launch' if window else ''}?{query}"

    def open(self, link, window=False, page=None, **choices) -> Screen:
        """Follows a link of the platform; the tool's page, once it is there."""
        page = page or self.context.new_page()
        page.goto(self.address(link, window, **choices))
        frame = page.main_frame if window else page.query_selector(FRAME).content_frame()
        try:
            frame.wait_for_url(LANDED)
        except TimeoutError as stuck:
            raise AssertionError(f"the launch ended at {frame.url}") from stuck
        return Screen(frame)

    @property
    def strangers(self) -> set:
        """The origins that were asked besides the tool and the platform."""
        return self.asked - {self.platform.address, self.tool.address, "data:", "about:", "chrome-error:", "blob:"}

    def leave(self):
        """Pages arrive first: Chromium does not always let go of a page that is on its way to another."""
        for page in self.context.pages:
            for _wait in range(100):
                if not self.under_way:
                    break
                page.wait_for_timeout(50)
            page.wait_for_load_state()
        self.context.close()


def posts(screen):
    """`with posts(screen): ...` goes on when a write that began inside was answered. That somebody is writing goes out by itself and is none."""
    return screen.page.expect_response(lambda answer: answer.request.method == "POST" and not answer.url.endswith("/writing"))


@contextmanager
def swallowed(page, pattern):
    """Requests to such addresses get no answer, as with a proxy that keeps everything to itself."""
    page.route(pattern, lambda route: None)
    yield
    page.unroute_all(behavior="ignoreErrors")
