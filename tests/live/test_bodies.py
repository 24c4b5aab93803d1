"""Bodies are read before a thread is spent on them: too large and too slow ones are refused, and hold up nobody."""
import errno
import tempfile

import pytest

from lti_tool.live import bodies
from tests.support.cast import ORJAN
from tests.support.files import pdf
from tests.support.server import Answer

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
FORM = {"Sec_Fetch_Site": "same-origin", "Content_Type": "application/x-www-form-urlencoded", "HX_Request": "true"}


def slow(served, method, path, visitor):
    """Says that it has a thousand bytes, and sends four."""
    return served.send(method, path, visitor, b"text", length=1000, **FORM)


def test_a_body_over_the_limit_is_refused_before_all_of_it_was_sent(served, app, board, aino):
    limit = app.config["BODY_LIMIT"]
    sock = served.send("POST", f"/columns/{board.columns[0]}/notes", aino, b"x" * (limit + 1), length=limit * 1000, **FORM)
    assert Answer(sock).status == 413
    assert aino.open(board.path).numbers("note") == []


def test_a_body_of_just_the_limit_arrives_whole(served, app, board, aino):
    text = b"text=" + b"x" * (app.config["BODY_LIMIT"] - 5)
    answer = Answer(served.send("POST", f"/columns/{board.columns[0]}/notes", aino, text, **FORM))
    assert answer.status == 422  # read to its end, and too long for a note


def test_a_body_in_pieces_arrives_whole(served, board, aino):
    body = b"colour=sun&language=fi&text=" + "Hitaasti mutta perille".replace(" ", "+").encode()
    sock = served.send("POST", f"/columns/{board.columns[0]}/notes", aino, body[:10], length=len(body), **FORM)
    for byte in body[10:]:
        sock.send(bytes([byte]))
    assert "Hitaasti mutta perille" in Answer(sock).body()


def test_a_body_that_takes_too_long_is_refused(served, app, board, aino):
    app.config["BODY_SECONDS"] = 0.05
    assert Answer(slow(served, "POST", f"/columns/{board.columns[0]}/notes", aino)).status == 408


@pytest.mark.parametrize("method, path", [("POST", "/tickets"), ("GET", "/lti/login"), ("GET", "/nowhere"), ("DELETE", "/nowhere"), ("GET", "/activities/77/stream")])
def test_many_slow_bodies_do_not_keep_others_from_their_pages(served, app, board, aino, method, path):
    uploads = [slow(served, method, path, aino) for _time in range(app.config["THREADS"] * 2)]
    page = served.get(board.path, aino)
    assert page.status == 200 and "Rakenteinen kirjaaminen" in page.body()
    for sock in uploads:
        sock.close()


def test_who_hangs_up_in_the_middle_of_a_body_leaves_nothing_behind(served, board, aino):
    for _time in range(3):
        slow(served, "POST", f"/columns/{board.columns[0]}/notes", aino).close()
    assert served.get("/healthz").status == 200
    assert aino.open(board.path).numbers("note") == []


def multipart(data: bytes) -> tuple[bytes, str]:
    """A form with one file, and how its kind is said."""
    return (b'--edge\r\nContent-Disposition: form-data; name="file"; filename="ohje.pdf"\r\n\r\n' + data + b"\r\n--edge--\r\n", "multipart/form-data; boundary=edge")


def test_what_is_refused_unread_is_said_in_the_persons_language_and_form(served, app, board, enter):
    limit, orjan = app.config["BODY_LIMIT"], enter(ORJAN)
    path = f"/columns/{board.columns[0]}/notes"
    part = Answer(served.send("POST", path, orjan, b"x", length=limit * 1000, **FORM))
    assert (part.status, part.headers["content-type"]) == (413, "text/html; charset=utf-8")
    words = part.body()
    assert "<html" not in words and "banner" in words and "mindre fil" in words
    page = Answer(served.send("POST", path, orjan, b"x", length=limit * 1000, Sec_Fetch_Site="same-origin"))
    assert page.status == 413 and 'lang="sv"' in page.body()
    data = Answer(served.send("POST", path, orjan, b"x", length=limit * 1000, Sec_Fetch_Site="same-origin", Accept="application/json"))
    assert data.headers["content-type"] == "application/json"


def test_who_sends_too_much_can_send_it_to_the_end_and_read_why(served, app, board, aino):
    """A browser reads no answer while it is still sending."""
    length = app.config["BODY_LIMIT"] * 3
    sock = served.send("POST", f"/columns/{board.columns[0]}/notes", aino, b"x" * 1000, length=length, **FORM)
    sock.sendall(b"x" * (length - 1000))
    answer = Answer(sock)
    assert answer.status == 413 and "banner" in answer.body()


def test_a_file_may_be_larger_than_other_bodies_and_take_longer_accordingly(served, app, board, aino):
    note = board.note(aino)
    body, kind = multipart(pdf(b" " * 3_000_000))
    how = {**FORM, "Content_Type": kind}
    answer = Answer(served.send("POST", f"/notes/{note}/attachments", aino, body, **how))
    assert answer.status == 200 and "ohje.pdf" in answer.body()
    assert Answer(served.send("POST", f"/notes/{note}", aino, body, **how)).status == 413
    assert Answer(served.send("POST", f"/notes/{note}/attachments", aino, b"x", length=12_000_000, **how)).status == 413
    scope = {"headers": [(b"content-length", b"3000000")]}
    assert bodies.seconds_for(scope, 11_000_000, 20, 1_000_000) == 60
    assert bodies.seconds_for({"headers": [(b"transfer-encoding", b"chunked")]}, 1_000_000, 20, 1_000_000) == 20


def test_a_full_disk_where_bodies_arrive_is_said_in_words(served, board, aino, monkeypatch):
    class Full(tempfile.SpooledTemporaryFile):
        def write(self, data):
            raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(tempfile, "SpooledTemporaryFile", Full)
    answer = Answer(served.send("POST", f"/columns/{board.columns[0]}/notes", aino, b"text=Kirjaan", **FORM))
    assert answer.status == 507 and "banner" in answer.body()
