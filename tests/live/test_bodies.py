"""Bodies are read before a thread is spent on them: too large and too slow ones are refused, and hold up nobody."""
import pytest

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
