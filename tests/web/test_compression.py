"""Pages and built files travel compressed, to who takes that and only then; what a stranger's words stand in does not."""
import gzip
import zlib

import brotli
import pytest

from lti_tool.web.assets import STATIC, asset, read_manifest
from tests.support.cast import AINO
from tests.support.platform import TOOL
from tests.support.server import start
from tests.support.visitor import BY_SCRIPT, FROM_HERE

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
BROWSER = {"Accept-Encoding": "gzip, deflate, br, zstd"}


def ask(client, path, headers, method="GET", **how):
    """The answer as it travels."""
    return client.open(path, method=method, base_url=TOOL, headers=headers, buffered=True, **how)


@pytest.fixture
def aino(enter, board):
    return enter(AINO)


@pytest.fixture
def script(app):
    """The address of the largest built file."""
    with app.app_context():
        return asset("app.js")


@pytest.mark.parametrize(("accepted", "encoding", "open_up"), [("gzip, deflate, br, zstd", "br", brotli.decompress), ("gzip, deflate", "gzip", gzip.decompress)])
def test_a_page_is_smaller_and_the_same(aino, board, accepted, encoding, open_up):
    plain, sent = (ask(aino.client, board.path, headers) for headers in (FROM_HERE, {**FROM_HERE, "Accept-Encoding": accepted}))
    assert "Content-Encoding" not in plain.headers
    assert sent.headers["Content-Encoding"] == encoding
    assert open_up(sent.data) == plain.data
    assert int(sent.headers["Content-Length"]) == len(sent.data) < len(plain.data) / 3
    assert "Accept-Encoding" in plain.headers["Vary"] and "Accept-Encoding" in sent.headers["Vary"]
    assert sent.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("accepted", ["", "identity", "zstd", "gzip;q=0, br;q=0", "gzip;q=0, *;q=0"])
def test_who_takes_neither_gets_the_page_as_it_is(aino, board, accepted):
    seen = ask(aino.client, board.path, {**FROM_HERE, "Accept-Encoding": accepted})
    assert "Content-Encoding" not in seen.headers and seen.data.startswith(b"<!doctype html>")


def test_a_head_says_what_a_get_would_send(aino, board):
    asked, got = (ask(aino.client, board.path, {**FROM_HERE, **BROWSER}, method) for method in ("HEAD", "GET"))
    assert asked.data == b""
    assert (asked.headers["Content-Encoding"], asked.headers["Content-Length"]) == ("br", got.headers["Content-Length"])


def test_what_fits_into_one_packet_stays_as_it_is(app):
    answer = app.test_client().get("/healthz", headers=BROWSER)
    assert "Content-Encoding" not in answer.headers and "Accept-Encoding" in answer.headers["Vary"]


def test_answers_to_writes_stay_as_they_are(aino, board):
    form = {"text": "Hyvä näin " * 90, "colour": "sun", "language": "fi"}
    sent = ask(aino.client, board.composer(), {**BY_SCRIPT, **BROWSER}, "POST", data=form)
    assert sent.status_code == 201 and len(sent.data) > 1000
    assert "Content-Encoding" not in sent.headers


@pytest.mark.parametrize("site, compressed", [("same-origin", True), ("none", True), ("cross-site", False), ("same-site", False), (None, False)])
def test_a_page_into_which_another_site_may_have_put_words_is_not_compressed(aino, board, site, compressed):
    headers = {**BROWSER, **({"Sec-Fetch-Site": site} if site else {})}
    assert ("Content-Encoding" in ask(aino.client, f"{board.path}?from=guess", headers).headers) == compressed
    assert ask(aino.client, board.path, headers).headers["Content-Encoding"] == "br"


def test_an_answer_that_is_compressed_or_has_a_tag_is_left_alone(app):
    def answer(**headers):
        with app.test_request_context("/", headers=BROWSER):
            return app.process_response(app.response_class(b"words " * 1000, mimetype="text/plain", headers=headers))

    assert answer().headers["Content-Encoding"] == "br"
    for headers in ({"Content-Encoding": "br"}, {"ETag": '"these very bytes"'}):
        assert answer(**headers).data == b"words " * 1000


def test_built_files_come_as_small_as_the_browser_takes_them(app, script):
    client, plain = app.test_client(), (STATIC.parent / script.lstrip("/")).read_bytes()
    sizes = {}
    for accepted, encoding in (("", None), ("gzip", "gzip"), ("gzip, deflate, br", "br"), ("br;q=0, gzip", "gzip")):
        answer = ask(client, script, {"Accept-Encoding": accepted})
        assert answer.headers.get("Content-Encoding") == encoding
        assert answer.mimetype == "text/javascript" and "Accept-Encoding" in answer.headers["Vary"]
        assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"
        if encoding == "gzip":
            assert zlib.decompress(answer.data, 31) == plain
        sizes[encoding] = len(answer.data)
    assert sizes["br"] < sizes["gzip"] < sizes[None] == len(plain)


def test_built_files_of_one_name_have_a_tag_for_each_form(app, script):
    client, tags = app.test_client(), set()
    for accepted in ("", "gzip", "br"):
        headers = {"Accept-Encoding": accepted}
        tag = ask(client, script, headers).headers["ETag"]
        again = ask(client, script, {**headers, "If-None-Match": tag})
        assert (again.status_code, again.data) == (304, b"")
        assert "Accept-Encoding" in again.headers["Vary"]
        tags.add(tag)
    assert len(tags) == 3


def test_every_built_file_that_gains_by_it_stands_there_compressed(app):
    for name in read_manifest().values():
        plain = (STATIC / "dist" / name).read_bytes()
        for ending, small in ((".br", brotli.compress(plain)), (".gz", gzip.compress(plain))):
            stands = STATIC / "dist" / f"{name}{ending}"
            assert stands.exists() == (len(small) < len(plain)), stands.name
            assert not stands.exists() or stands.stat().st_size < len(plain), stands.name
    # As what they are, not as something to be unpacked again.
    assert ask(app.test_client(), f"/static/dist/{name}", {"Accept-Encoding": "br"}).mimetype == "image/svg+xml"


def test_streams_are_not_compressed(app, aino, board):
    with start(app) as served:
        stream = served.listen(aino, f"/activities/{board.id}/stream", Accept_Encoding="gzip, deflate, br")
        assert "content-encoding" not in stream.headers
        assert stream.next().name == "beat"
        stream.close()


def test_a_browser_gets_the_compressed_page_from_the_real_server(app, aino, board):
    with start(app) as served:
        answer = served.get(board.path, aino, Accept_Encoding="gzip")
        assert answer.headers["content-encoding"] == "gzip"
        body = answer.file.read(int(answer.headers["content-length"]))
        assert b"</html>" in gzip.decompress(body)
        answer.close()
