"""A browser that keeps no cookies in the platform's frame, and a platform that keeps a proof for us there: real frames and real messages."""
import json
import threading

import pytest
from playwright.sync_api import expect
from werkzeug.serving import make_server
from werkzeug.wrappers import Request, Response

from demo.platform.options import ALWAYS, LARGE_COURSE, PLATFORM_STORAGE, keep
from tests.support.browser import FRAME, LANDED, Screen

from .stage import Quiet

pytestmark = pytest.mark.browser
STORING = """
if (location.origin === %s && window === window.top) {
  const kept = new Map();
  window.asked = [];
  addEventListener("message", ({ data, origin, source }) => {
    if (!String(data?.subject).startsWith("lti.")) return;
    asked.push([data.subject, origin, data.value]);
    if (data.subject === "lti.put_data") data.value === null ? kept.delete(data.key) : kept.set(data.key, data.value);
    source.postMessage({ subject: `${data.subject}.response`, message_id: data.message_id, key: data.key, value: kept.get(data.key) ?? null }, origin);
  });
}"""


def frame_of(page):
    return page.frame_locator(FRAME)


def offers_storage(page, platform, target="_parent", stores=True):
    """The platform's page keeps texts for tools, and its login request says so."""
    if stores:
        page.add_init_script(STORING % json.dumps(platform.address))

    def say_so(route):
        body = route.request.post_data
        route.continue_(post_data=f"{body}&lti_storage_target={target}" if body else None)

    page.route("**/lti/login", say_so)


@pytest.fixture
def without_cookies(playwright, chromium, tmp_path, meet, platform, tool):
    """A profile whose own rule is to refuse all cookies of the tool in the platform's frame, partitioned ones too."""
    folder = tmp_path / "profile" / "Default"
    folder.mkdir(parents=True)
    blocked = {f"{tool.address},{platform.address}": {"setting": 2}}
    (folder / "Preferences").write_text(json.dumps({"profile": {"content_settings": {"exceptions": {"cookies": blocked}}}}))
    return meet("aino", context=playwright.chromium.launch_persistent_context(folder.parent, executable_path=chromium, args=["--no-sandbox"]))


def test_without_any_cookie_the_login_goes_on_and_ends_in_a_window_of_its_own(without_cookies, board, platform, tool):
    page = without_cookies.context.new_page()
    offers_storage(page, platform)
    page.goto(without_cookies.address(board.link))
    frame = frame_of(page)
    expect(frame.locator("#window-part form[action='/window']")).to_be_visible()
    expect(frame.locator("html")).to_have_attribute("lang", "fi")
    (put, kept), (get, nothing), (forget, gone) = [(subject, value) for subject, _origin, value in page.evaluate("asked")]
    assert (put, get, forget) == ("lti.put_data", "lti.get_data", "lti.put_data") and kept and nothing is gone is None
    assert {origin for _subject, origin, _value in page.evaluate("asked")} == {tool.address}
    with without_cookies.context.expect_page() as opened:
        frame.locator("#window-part button").click()
    opened.value.wait_for_url(LANDED)
    aino = Screen(opened.value.main_frame)
    aino.write(board.columns[0], "Ilman evästeitä")
    expect(aino.note("Ilman evästeitä")).to_be_visible()


@pytest.fixture
def frame_that_stores(platform):
    """The demo platform's own offer: a frame beside the tool's, under a name of its own."""
    with platform.app.app_context():
        keep(ALWAYS, **{PLATFORM_STORAGE: True, LARGE_COURSE: False})
    yield
    with platform.app.app_context():
        keep(ALWAYS, **{PLATFORM_STORAGE: False, LARGE_COURSE: False})


def test_a_frame_of_the_platform_s_beside_ours_keeps_the_proof_just_as_well(frame_that_stores, without_cookies, board):
    page = without_cookies.context.new_page()
    page.goto(without_cookies.address(board.link))
    offer = frame_of(page).locator("#window-part form[action='/window']")
    expect(offer).to_be_visible()
    with without_cookies.context.expect_page() as opened:
        offer.locator("button").click()
    opened.value.wait_for_url(LANDED)
    expect(Screen(opened.value.main_frame).note(board.notes[0])).to_be_visible()


def test_a_platform_that_keeps_nothing_after_all_leads_to_the_window_before_its_hint_is_spent(without_cookies, board, platform):
    asked = []
    without_cookies.context.on("request", lambda request: asked.append(request.url))
    page = without_cookies.context.new_page()
    offers_storage(page, platform, stores=False)
    page.goto(without_cookies.address(board.link))
    expect(frame_of(page).locator("#window-part form[action='/lti/login']")).to_be_visible()
    assert not any("/auth" in address for address in asked)


def test_a_frame_that_is_not_there_does_no_harm(without_cookies, board, platform):
    page = without_cookies.context.new_page()
    offers_storage(page, platform, target="nobody")
    page.goto(without_cookies.address(board.link))
    expect(frame_of(page).locator("#window-part form[action='/lti/login']")).to_be_visible()


def test_who_keeps_the_visit_s_cookie_lands_in_the_frame_as_always(meet, board, platform):
    somebody = meet("aino")
    page = somebody.context.new_page()
    offers_storage(page, platform)

    def lose_cookie(route):
        if "proof=" not in route.request.post_data:
            somebody.context.clear_cookies()
        route.continue_(headers={name: value for name, value in route.request.headers.items() if name != "cookie"})

    page.route("**/lti/launch", lose_cookie)
    page.goto(somebody.address(board.link))
    expect(frame_of(page).locator(f"#note-{board.notes[0]}")).to_be_visible()
    assert [subject for subject, _origin, _gone in page.evaluate("asked")] == ["lti.put_data", "lti.get_data", "lti.put_data"]


def test_a_browser_that_keeps_its_cookies_is_not_delayed_by_a_silent_storage(meet, board, platform):
    """A clock that stands still: what waits for it never goes on."""
    somebody = meet("aino")
    page = somebody.context.new_page()
    offers_storage(page, platform, stores=False)
    page.add_init_script("if (location.pathname.startsWith('/lti/')) window.setTimeout = () => 0;")
    page.goto(somebody.address(board.link))
    expect(frame_of(page).locator(f"#note-{board.notes[0]}")).to_be_visible()


FORGING = """<!doctype html><title>x</title><iframe name="tool"></iframe>
<form method="post" target="tool" action="%(tool)s/lti/launch"><input name="state" value="%(state)s"><input name="id_token" value="%(id_token)s"></form>
<script>
  window.heard = [];
  addEventListener("message", ({ data }) => heard.push(data));
  setInterval(() => frames.tool.postMessage({ subject: "lti.get_data.response", message_id: "known", value: "%(proof)s" }, "*"), 20);
  document.forms[0].submit();
</script>"""


def stolen_launch(meet, board, platform) -> dict:
    """What an attacker is given in a browser of their own, and does not spend: state, token, and the proof that only their browser has."""
    page = meet("marja").context.new_page()
    offers_storage(page, platform)
    page.route("**/lti/launch", lambda route: route.abort())
    with page.expect_request("**/lti/launch") as sent:
        page.goto(f"{platform.address}/as/marja/links/{board.link}")
    (_put, _origin, proof), *_later = page.evaluate("asked")
    return {**sent.value.post_data_json, "proof": proof}


@pytest.fixture
def elsewhere():
    """elsewhere(html) is the address of such a page on a site of its own."""
    page = []
    server = make_server("127.0.0.1", 0, Request.application(lambda request: Response(page[0], content_type="text/html")), threaded=True, request_handler=Quiet)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()

    def serve(html):
        page[:] = [html]
        return f"http://127.0.0.1:{server.server_port}"

    yield serve
    server.shutdown()
    thread.join(5)
    server.server_close()


def test_a_page_that_is_not_the_platform_s_is_neither_told_nor_believed(meet, board, platform, tool, elsewhere):
    """Login CSRF with everything that an attacker can have: their own state, token and proof, and messages to the frame at the right moment."""
    stolen = stolen_launch(meet, board, platform)
    victim = meet("aino")
    page = victim.context.new_page()
    page.add_init_script("crypto.randomUUID = () => 'known';")  # even if it could be guessed
    evil = elsewhere(FORGING % {**stolen, "tool": tool.address})
    page.goto(evil)
    expect(page.frame_locator("iframe").locator("#refused-title")).to_be_visible()
    assert page.evaluate("heard") == []
    assert not [cookie for cookie in victim.context.cookies() if cookie["name"] == "__Host-visit"]
    victim.asked.discard(evil)
    assert victim.faults and all("does not match the recipient window's origin" in fault for fault in victim.faults)  # the browser kept our question back
    victim.faults.clear()
