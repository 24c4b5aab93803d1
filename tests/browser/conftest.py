"""A browser for each worker, the platform once, the tool anew for each test, and the demo's people."""
import pytest
from playwright.sync_api import sync_playwright

from tests.support.browser import FRAME, LANDED, Screen, Somebody

from .gallery import Gallery
from .stage import Platform, Tool, listening


@pytest.fixture(scope="package")
def playwright():
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="package")
def browser(playwright, chromium):
    # One process for a page and its frame: cookies, framing and origins are as strict, and driving a frame that changes its process is not reliable.
    browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-site-isolation-trials"])
    yield browser
    browser.close()


def pytest_collection_modifyitems(items):
    """Two pages, their browser and the tool share two cores: what failed in a browser is tried once more, and the run's last lines name it (R)."""
    for item in items:
        if item.get_closest_marker("browser"):
            item.add_marker(pytest.mark.flaky(reruns=1))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    """What stands in the frames of the open pages, where a test has failed: Playwright's own words end at a frame's edge."""
    report = yield
    if report.failed and call.when == "call" and (browser := item.funcargs.get("browser")):
        frames = [frame for context in browser.contexts for page in context.pages for frame in page.frames]
        report.sections.append(("frames", "\n".join(f"{frame.url.partition('?')[0]}: {' '.join(frame.evaluate('document.body?.innerText ?? 0')[:300].split())}" for frame in frames)))
    return report


def fill_both(folder):
    taken = listening()
    tool = Tool(taken.getsockname()[1], folder / "tool.db")
    taken.close()
    platform = Platform(folder / "platform", tool.address)
    tool.fill(platform.address)
    return platform, tool


@pytest.fixture(scope="package")
def filled(tmp_path_factory):
    """The demo platform, and a tool that was filled for it and is not started: tests take copies."""
    platform, tool = fill_both(tmp_path_factory.mktemp("stage"))
    yield platform, tool
    platform.stop()


@pytest.fixture
def platform(filled):
    return filled[0]


@pytest.fixture
def tool(filled, tmp_path):
    tool = filled[1].copy_of(tmp_path / "tool.db")
    tool.start()
    yield tool
    tool.stop()


@pytest.fixture
def board(tool):
    """A board of this test's own, with one note of Aino's."""
    return tool.make_board()


@pytest.fixture
def meet(browser, platform, tool):
    """meet("aino") gives her a fresh browser profile. What pages do wrong in it, or ask of strangers, fails the test."""
    met = []

    def meet(key, **how):
        met.append(Somebody(browser, platform, tool, key, **how))
        return met[-1]

    yield meet
    for somebody in met:
        somebody.leave()
    assert not [fault for somebody in met for fault in somebody.faults]
    assert not [stranger for somebody in met for stranger in somebody.strangers]


@pytest.fixture
def enter_without_script(meet):
    """enter_without_script("aino", link) launches by pressing the buttons that are there when no script is."""
    def enter(key, link, window=True):
        somebody = meet(key, java_script_enabled=False)
        page = somebody.context.new_page()
        page.goto(somebody.address(link, window))
        frame = page.main_frame if window else page.query_selector(FRAME).content_frame()
        while not LANDED.search(frame.url):
            before = frame.url
            frame.locator("#continue button, main button, body > form button").first.click()
            frame.wait_for_url(lambda url, before=before: url != before)
        return Screen(frame)
    return enter


@pytest.fixture(scope="package")
def gallery(browser, tmp_path_factory):
    """All views, for tests that look and change nothing: one tool and one launch of each person for all of them."""
    platform, tool = fill_both(tmp_path_factory.mktemp("gallery"))
    tool.start()
    gallery = Gallery(browser, platform, tool)
    yield gallery
    gallery.close()
    tool.stop()
    platform.stop()
