"""Shows every view to whom it belongs, in a window of its own, in any size and scheme."""
from tests.support.browser import DESK, Screen, Somebody

from .views import set_up


def hold_login(page):
    """The login page as somebody sees it whose browser is still thinking."""
    page.add_init_script("window.fetch = () => new Promise(() => {})")


def refuse_cookies(page):
    page.route("**/lti/cookie?*", lambda route: route.fulfill(json={"came_back": False}))


def lose_cookie(page):
    def lose(route):
        page.context.clear_cookies()
        route.continue_()

    page.route("**/lti/launch", lose)


LOGINS = {"login": (hold_login, "#continue-part"), "login without cookies": (refuse_cookies, "#window-part:not([hidden])"),
          "launch without cookies": (lose_cookie, "#refused-title")}


class Gallery:
    def __init__(self, browser, platform, tool):
        self.browser, self.platform, self.tool = browser, platform, tool
        self.numbers, self.visitors, self.pages = set_up(tool), {}, {}

    def page_of(self, who):
        """One window for each person, launched once."""
        if who not in self.pages:
            somebody = self.visitors[who] = Somebody(self.browser, self.platform, self.tool, who)
            self.pages[who] = somebody.open("1" if who != "eeva" else "21", window=True).page
        return self.pages[who]

    def stranger_page(self):
        somebody = Somebody(self.browser, self.platform, self.tool, "aino")
        self.visitors[f"stranger {len(self.visitors)}"] = somebody
        return somebody.context.new_page()

    def show(self, view, size=DESK, scheme="light") -> Screen:
        """The view, fresh. Ask for one at a time: the next one of the same person takes its window."""
        page = self.page_of(view.who) if view.who else self.stranger_page()
        page.set_viewport_size(size)
        page.emulate_media(color_scheme=scheme)
        if view.path in LOGINS:
            arrange, there = LOGINS[view.path]
            arrange(page)
            page.goto(f"{self.platform.address}/as/aino/links/1/launch?in=window&lang=fi")
            page.locator(there).wait_for()
        else:
            page.evaluate("window.addEventListener('beforeunload', event => event.stopImmediatePropagation(), { capture: true })")
            page.goto(self.tool.address + view.path.format(**self.numbers))
        screen = Screen(page.main_frame)
        if view.then:
            view.then(screen, self.numbers)
        return screen

    def close(self):
        for somebody in self.visitors.values():
            somebody.leave()
