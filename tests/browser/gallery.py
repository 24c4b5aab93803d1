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


HOME_LINK = {"eeva": "21"}  # her course is another one
STRANGER = "stranger"


class Gallery:
    def __init__(self, browser, platform, tool):
        self.browser, self.platform, self.tool = browser, platform, tool
        self.numbers, self.visitors, self.pages = {**set_up(tool), "platform": platform.address}, {}, {}

    def enter(self, key, name) -> Somebody:
        if name in self.visitors:
            self.visitors[name].leave()
        self.visitors[name] = Somebody(self.browser, self.platform, self.tool, key)
        return self.visitors[name]

    def page_of(self, who):
        """One window for each person, launched once."""
        if who not in self.pages:
            self.pages[who] = self.enter(who, who).open(HOME_LINK.get(who, "1"), window=True).page
        return self.pages[who]

    def framed(self, who):
        """The same person with another browser, in the platform's frame."""
        somebody = self.enter(who, f"{who} framed")
        return somebody, somebody.open(HOME_LINK.get(who, "1"))

    def show(self, view, size=DESK, scheme="light") -> Screen:
        """The view, fresh. Ask for one at a time: the next one of the same person takes its window."""
        page = self.page_of(view.who) if view.who else self.enter("aino", STRANGER).context.new_page()
        page.set_viewport_size(size)
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")  # colours that are still changing cannot be measured
        if view.path in LOGINS:
            arrange, there = LOGINS[view.path]
            arrange(page)
            page.goto(f"{self.platform.address}/as/aino/links/1/launch?in=window&lang=fi")
            page.locator(there).wait_for()
            page.wait_for_load_state()
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
