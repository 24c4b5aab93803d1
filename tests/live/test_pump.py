"""The pump: from "topic 7 changed" to messages for each stream."""
import threading
from concurrent.futures import Future

import pytest
import sqlalchemy as sa

from lti_tool.db import db, transaction
from lti_tool.live import announce
from lti_tool.live.changes import KEPT
from lti_tool.live.pump import Pump

WAIT = 30


class Listening:
    """An open stream, as far as the pump knows it."""

    def __init__(self, viewer, seq):
        self.viewer, self.seq, self.got = viewer, seq, []


@pytest.fixture
def pump(app, topic):
    """serve(stream, ...) is one round of the pump for these streams."""
    def serve(*streams):
        def deliver(members, data, head):
            for stream in members:
                stream.seq = head
                stream.got.append(data.decode())
            sent = Future()
            sent.set_result(None)
            return sent

        with app.test_request_context():
            Pump(app, lambda _topic: list(streams), deliver).serve(topic)
    return serve


@pytest.fixture
def tell(app, topic):
    def tell(*parts, to="everyone"):
        with app.app_context(), transaction():
            announce(topic, *parts, to=to)
    return tell


@pytest.fixture
def at_head(viewer, head):
    """at_head(person=3) listens and knows everything."""
    return lambda *who, **more: Listening(viewer(*who, **more), head())


def test_everybody_gets_what_they_may_notice_and_moves_on(pump, tell, at_head, board, aino):
    note = board.note(aino)
    participant, facilitator, author = at_head(5), at_head(2, "facilitator"), at_head(7)
    tell(f"note:{note}", to="facilitators person:7")
    pump(participant, facilitator, author)
    assert participant.got == [""]  # nothing to send, and nothing to ask again
    assert f"note-{note}" in facilitator.got[0] and f"note-{note}" in author.got[0]
    assert participant.seq == facilitator.seq == author.seq


def test_who_knows_everything_is_left_alone(pump, at_head):
    stream = at_head()
    pump(stream)
    assert stream.got == []


def test_who_missed_more_gets_more_in_the_same_round(pump, tell, at_head, board, aino):
    first = board.note(aino, "Ensimmäinen")
    early = at_head()
    tell(f"note:{first}")
    late, second = at_head(), board.note(aino, "Toinen")
    pump(early, late)
    assert "Ensimmäinen" in early.got[0] and "Toinen" in early.got[0]
    assert "Ensimmäinen" not in late.got[0] and f'id="note-{second}"' in late.got[0]


def test_many_changes_of_one_part_are_one_message_with_its_present_state(pump, at_head, board, aino):
    note, stream = board.note(aino, "Alku"), at_head()
    for version in range(1, 6):
        aino.send(f"/notes/{note}", text=f"Versio {version}", version=str(version), colour="sun", language="fi")
    pump(stream)
    assert len(stream.got) == 1
    assert stream.got[0].count(f'id="note-{note}"') == 1 and "Versio 5" in stream.got[0] and "Versio 4" not in stream.got[0]


@pytest.mark.parametrize("behind", [True, False], ids=["too far behind", "ahead of the log"])
def test_a_page_that_cannot_be_brought_up_to_date_is_told_to_begin_anew(pump, tell, at_head, behind):
    stream = at_head()
    if behind:
        for _time in range(KEPT // 100 + 2):
            tell(*(["bar:1"] * 100))
    else:
        stream.seq += 7  # a database that was brought back from a backup
    up_to_date = at_head()
    tell("bar:1")
    pump(stream, up_to_date)
    assert stream.got[0].startswith("event: resync\n") and "hx-partial" not in stream.got[0]
    assert "resync" not in up_to_date.got[0]
    assert stream.seq == up_to_date.seq


def test_a_part_that_cannot_be_rendered_costs_who_hears_it_a_new_beginning_and_nobody_else_anything(app, pump, tell, at_head, caplog, board, aino):
    quoted = "Asiakas Virtanen"  # as an error may quote what it was given

    def breaks(number, viewpoint):
        raise RuntimeError(quoted)

    app.extensions["part_renderers"]["broken"] = breaks
    note, participant, facilitator = board.note(aino), at_head(5), at_head(2, "facilitator")
    tell(f"note:{note}")
    tell("broken:1", to="facilitators")
    pump(participant, facilitator)
    assert facilitator.got[0].startswith("event: resync\n")
    assert f'id="note-{note}"' in participant.got[0]
    assert "RuntimeError" in caplog.text and "Virtanen" not in caplog.text
    pump(participant, facilitator)
    assert len(facilitator.got) == 1  # it is not tried again and again


def test_a_part_that_the_database_cannot_give_does_not_spoil_the_others(app, pump, tell, at_head, board, aino):
    app.extensions["part_renderers"]["broken"] = lambda number, viewpoint: db.session.execute(sa.text("SELECT nothing FROM nowhere"))
    note, one, other = board.note(aino), at_head(5), at_head(2, "facilitator")
    tell("broken:1", to="facilitators")
    tell(f"note:{note}", to="participants")
    pump(other, one)
    assert other.got[0].startswith("event: resync\n")
    assert f'id="note-{note}"' in one.got[0]


def test_a_topic_that_fails_does_not_silence_the_others_and_the_pump_stops_when_told(app, caplog):
    asked, second = [], threading.Event()

    def streams_of(topic):
        asked.append(topic)
        if topic == 1:
            raise RuntimeError
        second.set()
        return []

    pump = Pump(app, streams_of, None)
    pump.start()
    pump.hint(1)
    pump.hint(2)
    assert second.wait(WAIT)
    pump.stop()
    pump.join(WAIT)
    assert not pump.is_alive()
    assert sorted(set(asked)) == [1, 2]
    assert "RuntimeError" in caplog.text
