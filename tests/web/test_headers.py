"""Headers of every answer, and the same-origin rule for writes."""
import pytest

from tests.support.cast import AINO
from tests.support.platform import TOOL

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
FORM_FROM = {  # what the browser says of where a form came from -> whether it is taken
    "our own page": ({"Sec-Fetch-Site": "same-origin"}, True),
    "our own page in an old browser": ({"Origin": TOOL}, True),
    "another site": ({"Sec-Fetch-Site": "cross-site"}, False),
    "another site that names us": ({"Sec-Fetch-Site": "cross-site", "Origin": TOOL}, False),
    "a neighbour of ours": ({"Sec-Fetch-Site": "same-site"}, False),
    "an address typed in": ({"Sec-Fetch-Site": "none"}, False),
    "another site in an old browser": ({"Origin": "https://elsewhere.example"}, False),
    "another port in an old browser": ({"Origin": f"{TOOL}:8443"}, False),
    "our name without TLS": ({"Origin": TOOL.replace("https", "http")}, False),
    "a page that hides its origin": ({"Origin": "null"}, False),
    "nobody knows where": ({}, False),
}


def directives(answer):
    return dict(part.split(" ", 1) for part in answer.headers["Content-Security-Policy"].split("; "))


@pytest.fixture
def aino(enter):
    return enter(AINO)


@pytest.fixture
def stranger(app):
    return app.test_client()


@pytest.mark.parametrize(("headers", "taken"), FORM_FROM.values(), ids=FORM_FROM)
def test_a_form_is_taken_only_from_our_own_pages(aino, headers, taken):
    answer = aino.client.post("/me/settings", base_url=TOOL, headers=headers, data={"scheme": "dark"})
    assert answer.status_code == (303 if taken else 403)
    assert ('data-theme="dark"' in aino.open("/me").html) is taken


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE", "POST"])
def test_the_rule_holds_for_every_method_that_changes_something(stranger, method):
    assert stranger.open("/me/settings", method=method, base_url=TOOL, headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403


def test_the_platform_posts_to_the_handshake_from_its_own_site(app, platform, stranger):
    assert platform.ask(stranger, AINO).status_code == 200


def test_nothing_inline_and_nothing_from_elsewhere_is_run_or_loaded(aino, stranger):
    for answer in (aino.open("/me"), aino.open(aino.address), stranger.get("/nowhere"), stranger.get("/me")):
        policy = directives(answer)
        assert policy["default-src"] == "'none'"
        assert policy["script-src"] == policy["style-src"] == policy["connect-src"] == "'self'"
        assert policy["img-src"] == "'self' data:"
        assert policy["base-uri"] == "'none'"
        assert policy["form-action"] == "'self'"


def test_pages_hold_no_inline_script_style_or_handler(board, aino):
    for page in (aino.open(board.path), aino.open("/me"), board.marja.open(board.path), board.marja.open(f"/courses/{board.course}")):
        for element in page.all():
            assert not any(name == "style" or name.startswith("on") for name in element.attrib), element.attrib
            assert element.tag != "style"
            assert element.tag != "script" or (element.get("src", "").startswith("/static/") and not (element.text or "").strip())
            address = element.get("src") or (element.get("href") if element.tag in ("link", "use") else None) or "/"
            assert address.startswith(("/", "data:,", "#i-")) and not address.startswith("//"), address


def test_the_login_form_may_be_sent_to_the_platform_and_nowhere_else(platform, stranger):
    assert directives(platform.ask(stranger, AINO))["form-action"] == f"'self' {platform.issuer}"


def test_pages_of_somebody_are_framed_by_their_platform_only(aino, platform):
    for answer in (aino.open("/me"), aino.open(aino.address)):
        assert directives(answer)["frame-ancestors"] == f"'self' {platform.issuer}"


@pytest.mark.parametrize("path", ["/me", "/courses/1", "/nowhere", "/me/settings", "/lti/launch", "/courses/1/stream"])
def test_refusals_to_strangers_may_be_framed_because_their_platform_is_not_known(stranger, path):
    answer = stranger.get(path, base_url=TOOL)
    assert answer.status_code in (401, 404, 405)
    assert directives(answer)["frame-ancestors"] == "https:"


def test_refusals_to_somebody_are_framed_by_their_platform_only(aino, platform):
    for path in ("/nowhere", "/boards/77", "/me/settings"):
        answer = aino.open(path)
        assert answer.status in (404, 405)
        assert directives(answer)["frame-ancestors"] == f"'self' {platform.issuer}"


def test_pages_that_act_for_nobody_are_not_framed_just_because_a_stranger_asks(stranger):
    assert directives(stranger.get("/healthz"))["frame-ancestors"] == "'self'"


def test_nothing_of_what_people_wrote_is_kept_by_browsers_or_proxies(board, aino):
    for path in (board.path, "/me", "/me/data.json", f"{board.path}/parts", "/nowhere", f"/activities/{board.id}/changes?since=0"):
        assert aino.open(path).headers["Cache-Control"] == "no-store", path


def test_other_sites_learn_no_address_and_no_kind_of_file_is_guessed(aino, stranger):
    for answer in (aino.open("/me"), stranger.get("/nowhere"), stranger.get("/static/nowhere.js")):
        assert answer.headers["Referrer-Policy"] == "same-origin"
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert "max-age" in answer.headers["Strict-Transport-Security"]
