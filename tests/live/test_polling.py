"""Without a stream a page asks what changed, and gets what a stream would have told."""
import pytest

from lti_tool.live.changes import KEPT
from lti_tool.db import transaction
from lti_tool.live import announce
from tests.support.cast import EEVA


@pytest.fixture
def ask(board):
    """ask(visitor, since) is what the page asks every few seconds."""
    return lambda visitor, since: visitor.read(f"/activities/{board.id}/changes?since={since}")


def test_asking_gives_the_parts_that_a_stream_gives(served, board, aino, orjan, stream_path, head, ask):
    known = head()
    note = board.note(aino, "Rivi yksi\nRivi kaksi")
    board.marja.submit(f"/columns/{board.columns[0]}", **{"title-fi": "Toimii jo", "colour": "leaf"})
    stream = served.listen(orjan, stream_path, since=known)
    stream.next()
    told = stream.next()
    stream.close()
    answer = ask(orjan, known)
    assert answer.status == 200
    assert f"note-{note}" in told.data and "Toimii jo" in told.data
    assert answer.html.strip() == told.data
    assert answer.headers["Live-Seq"] == str(told.id) == str(head())


def test_when_nothing_is_new_nothing_is_sent(ask, orjan, head):
    answer = ask(orjan, head())
    assert (answer.status, answer.html) == (304, "")


def test_what_somebody_may_not_notice_is_an_empty_answer_that_moves_on(app, topic, ask, orjan, head):
    known = head()
    with app.app_context(), transaction():
        announce(topic, "bar:1", to="facilitators")
    answer = ask(orjan, known)
    assert (answer.status, answer.html, answer.headers["Live-Seq"]) == (200, "", str(head()))


@pytest.mark.every_case
@pytest.mark.parametrize("since", ["99999999", "-5", str(10**18)])
def test_a_page_that_knows_what_never_was_begins_anew(ask, orjan, head, since):
    answer = ask(orjan, since)
    assert (answer.status, answer.headers["HX-Trigger"], answer.headers["Live-Seq"]) == (204, "resync", str(head()))


def test_a_page_that_is_too_far_behind_begins_anew(app, topic, ask, orjan, head):
    known = head()
    for _time in range(KEPT // 100 + 2):
        with app.app_context(), transaction():
            announce(topic, *(["bar:1"] * 100))
    assert ask(orjan, known).headers["HX-Trigger"] == "resync"
    assert ask(orjan, head() - 1).status == 200


def test_a_part_that_cannot_be_rendered_is_a_new_beginning_and_not_asked_for_again_and_again(app, topic, ask, orjan, head, caplog):
    def breaks(number, viewpoint):
        raise RuntimeError

    app.extensions["part_renderers"]["broken"] = breaks
    known = head()
    with app.app_context(), transaction():
        announce(topic, "broken:1")
    answer = ask(orjan, known)
    assert (answer.status, answer.headers["HX-Trigger"], answer.headers["Live-Seq"]) == (204, "resync", str(head()))
    assert "RuntimeError" in caplog.text


def test_strangers_and_other_courses_learn_nothing(app, ask, enter, board):
    assert ask(enter(EEVA), 0).status == 404
    assert app.test_client().get(f"/activities/{board.id}/changes?since=0").status_code == 401
