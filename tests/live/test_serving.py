"""Streams through the real server: what arrives, when, for whom, and how they end."""
import json
import re

import pytest
import sqlalchemy as sa

from lti_tool import create_app
from lti_tool.access import the_visitor
from lti_tool.access.visit import COOKIE
from lti_tool.boards import Note
from lti_tool.db import db
from tests.support.cast import AINO, EEVA, FACILITATOR, MARJA
from tests.support.server import WAIT, Answer
from tests.support.visitor import Visitor


def test_a_note_arrives_at_another_persons_page_once_everybody_could_read_it(served, app, board, aino, orjan, stream_path, head):
    stream = served.listen(orjan, stream_path, since=head())
    assert (stream.status, stream.headers["content-type"]) == (200, "text/event-stream; charset=utf-8")
    assert stream.headers["cache-control"] == "no-store"
    assert stream.next().name == "beat"  # at once, so that the page knows that the answer began
    note = board.note(aino, "Kirjataan yhdessä asiakkaan kanssa")
    event = stream.next()
    with app.app_context(), db.engine.connect() as connection:
        assert connection.scalar(sa.select(Note.text).where(Note.id == note)) == "Kirjataan yhdessä asiakkaan kanssa"
    assert f'id="note-{note}"' in event.data and "Kirjataan yhdessä asiakkaan kanssa" in event.data
    assert (event.name, event.id) == ("message", head())
    stream.close()


def test_the_writers_own_page_hears_it_too(served, board, aino, stream_path, head):
    stream = served.listen(aino, stream_path, since=head())
    note = board.note(aino)
    assert f'id="note-{note}"' in stream.until(f"note-{note}")[-1].data
    stream.close()


def test_a_page_gets_only_what_it_does_not_know_yet(served, board, aino, orjan, stream_path, head):
    old = board.note(aino, "Tämän sivu jo tuntee")
    known = head()
    missed = board.note(aino, "Tämä tuli katkon aikana")
    events = served.listen(orjan, stream_path, since=known).until(f"note-{missed}")
    assert f'id="note-{old}"' not in "".join(event.data for event in events)


@pytest.mark.every_case
@pytest.mark.parametrize("since", [None, "0", "nonsense", "9" * 5000, "-3", "99999999"], ids=lambda since: str(since)[:10])
def test_a_page_that_says_something_odd_about_what_it_knows_is_served(served, board, orjan, stream_path, since):
    stream = served.listen(orjan, stream_path, since=since)
    assert stream.status == 200
    assert stream.next().name == "beat"
    assert stream.next().name in ("message", "resync")  # everything, or the wish to begin anew
    stream.close()


def test_a_beat_says_up_to_where_the_page_knows_everything(served, orjan, stream_path, head):
    stream = served.listen(orjan, stream_path, since=head())
    stream.next()
    served.do(served.serving.beat)
    assert stream.next() == ("beat", head(), "")
    stream.close()


def test_who_hears_nothing_of_a_change_moves_on_with_the_beat(served, app, orjan, stream_path, topic, head):
    from lti_tool.db import transaction
    from lti_tool.live import announce

    stream = served.listen(orjan, stream_path, since=head())
    with app.app_context(), transaction():
        announce(topic, "bar:1", to="facilitators")
    marker = "beat"
    stream.next()
    while stream.last != head():  # the beat may come before the pump has passed the change
        served.do(served.serving.beat)
        assert stream.next().name == marker
    stream.close()


def test_streams_are_refused_with_the_status_of_any_page(served, enter, board, stream_path):
    stranger, elsewhere = served.get(stream_path), served.get(stream_path, enter(EEVA))
    nowhere = served.get("/activities/77/stream", board.marja)
    assert [answer.status for answer in (stranger, elsewhere, nowhere)] == [401, 404, 404]
    assert all("Reference" in answer.body() or "html" in answer.headers["content-type"] for answer in (stranger, elsewhere, nowhere))
    assert served.serving.streams.all() == []


def test_a_draft_has_a_stream_for_facilitators_only(served, board, aino, stream_path):
    board.marja.submit(f"/activities/{board.id}/state", state="draft")
    assert served.get(stream_path, aino).status == 404
    stream = served.listen(board.marja, stream_path)
    assert stream.status == 200
    stream.close()


@pytest.mark.parametrize("path, form", [("state", {"state": "draft"}), ("deletion", {})], ids=["a draft", "a deletion"])
def test_an_activity_that_goes_out_of_sight_ends_the_streams_of_those_who_may_not_see_it(served, board, aino, stream_path, head, path, form):
    participants, facilitators = served.listen(aino, stream_path, since=head()), served.listen(board.marja, stream_path, since=head())
    participants.next(), facilitators.next()
    board.marja.submit(f"/activities/{board.id}/{path}", **form)
    seen = participants.until("reopen")
    assert participants.next() is None and participants.ended_well
    assert "Rakenteinen" not in "".join(event.data for event in seen)
    assert 'id="bar"' in facilitators.until('id="bar"')[-1].data
    facilitators.close()


def test_a_new_role_ends_the_stream_so_that_the_page_comes_again_as_what_it_is_now(served, aino, stream_path, head):
    stream = served.listen(aino, stream_path, since=head())
    stream.next()
    aino.launch(role=FACILITATOR)
    stream.until("reopen")
    assert stream.next() is None and stream.ended_well
    again = served.listen(aino, stream_path, since=head())
    assert again.next().name == "beat"
    assert [listening.viewer.role for listening in served.serving.streams.all()] == ["facilitator"]
    again.close()


def test_streams_are_asked_again_as_those_who_listen_and_not_as_who_caused_it(served, app, board, aino, orjan, stream_path, head):
    """Flask keeps what it knows of a request in a context, which travels with whatever is started from it."""
    streams = [served.listen(who, stream_path, since=head()) for who in (aino, orjan, board.marja)]
    for stream in streams:
        stream.next()
    with app.test_request_context(headers={"Cookie": f"{COOKIE}={board.marja.client.get_cookie(COOKIE, domain='tool.example').value}"}):
        assert the_visitor().platform_name == MARJA.name
        served.serving.in_loop(served.serving.ask_again()).result(WAIT)
    assert sorted(listening.viewer.role for listening in served.serving.streams.all()) == ["facilitator", "participant", "participant"]
    for stream in streams:
        stream.close()


def test_another_launch_in_the_same_role_ends_nothing(served, board, aino, stream_path, head):
    stream = served.listen(aino, stream_path, since=head())
    aino.launch()
    served.do(served.serving.ask_again)
    note = board.note(aino)
    assert "reopen" not in [event.name for event in stream.until(f"note-{note}")]
    stream.close()


def test_the_end_of_a_visit_ends_its_streams_when_they_are_asked_again(served, clock, orjan, stream_path, head):
    stream = served.listen(orjan, stream_path, since=head())
    clock.forward(hours=25)
    served.do(served.serving.ask_again)
    stream.until("reopen")
    assert stream.next() is None
    assert served.get(stream_path, orjan).status == 401


def test_a_server_that_stops_ends_its_streams_and_they_end_well(served, board, aino, orjan, stream_path, head):
    streams = [served.listen(who, stream_path, since=head()) for who in (aino, orjan, board.marja)]
    for stream in streams:
        stream.next()
    served.stop()
    for stream in streams:
        while stream.next() is not None:
            pass
        assert stream.ended_well


def test_what_another_process_wrote_is_found_by_reading_again(served, app, database_url, platform, board, orjan, stream_path, head):
    other = create_app(environment="testing", database_url=database_url)
    platform.reach(other)
    writer = Visitor(other, platform, AINO).launch()
    platform.reach(app)
    stream = served.listen(orjan, stream_path, since=head())
    stream.next()
    note = board.note(writer, "Toisesta prosessista")
    served.do(served.serving.reread)
    assert "Toisesta prosessista" in stream.until(f"note-{note}")[-1].data
    stream.close()
    with other.app_context():
        db.engine.dispose()


def test_the_home_of_a_course_hears_that_something_changed(served, board, aino):
    seq = int(re.search(r'data-seq="(\d+)"', aino.open(f"/courses/{board.course}").html).group(1))
    stream = served.listen(aino, f"/courses/{board.course}/stream", since=seq)
    board.marja.submit(f"/activities/{board.id}/state", state="closed")
    assert '<a class="button small" href="">' in stream.until("home-news")[-1].data  # this very page, loaded anew
    stream.close()


def test_pages_and_writes_go_through_the_same_server(served, board, aino):
    page = served.get(board.path, aino)
    assert page.status == 200 and "Rakenteinen kirjaaminen" in page.body()
    body = b"text=Palvelimen+kautta&colour=sun&language=fi&op=through-the-server"
    made = Answer(served.send("POST", f"/columns/{board.columns[0]}/notes", aino, body, Sec_Fetch_Site="same-origin", HX_Request="true",
                              Content_Type="application/x-www-form-urlencoded"))
    assert made.status == 201 and "Palvelimen kautta" in made.body()
    assert json.loads(served.get("/healthz").body()) == {"status": "ok"}


def test_a_server_without_streams_says_so(enter, board, aino, stream_path):
    assert aino.open(stream_path).status == 501
    assert aino.open(f"/courses/{board.course}/stream").status == 501
    assert enter(EEVA).open(stream_path).status == 404
    assert Visitor(aino.app, aino.platform, MARJA).open(stream_path).status == 401
