"""Streams that are cut and go on, and readers that are slow: in the end every page says what the database says."""
import asyncio
import random
import re
import threading

import pytest

from lti_tool.db import transaction
from lti_tool.live import announce
from tests.support.server import WAIT, start

CUTS = 50
NOTE = re.compile(r'<li class="note[^"]*" id="note-(\d+)"')


def test_fifty_cuts_at_random_moments_miss_nothing_and_double_nothing(served, board, aino, orjan, stream_path, head):
    chance, written, arrived, last = random.Random(50), [], [], head()

    def write(count):
        for _time in range(count):
            written.append(board.note(aino, f"Lappu {len(written)}"))

    def take(event):
        arrived.extend(int(number) for number in NOTE.findall(event.data))

    for _cut in range(CUTS):
        write(chance.randrange(2))  # while nobody listens
        stream = served.listen(orjan, stream_path, since=last)
        writer = threading.Thread(target=write, args=(chance.randrange(1, 4),))  # while somebody does
        writer.start()
        for _event in range(chance.randrange(1, 4)):
            take(stream.next())
            if stream.last == head():
                break
        stream.close()  # in the middle of whatever is on its way
        last = last if stream.last is None else stream.last
        writer.join(WAIT)
    stream = served.listen(orjan, stream_path, since=last)
    while (stream.last or last) != head():
        take(stream.next())
    stream.close()
    assert arrived == written


def test_a_stream_that_begins_while_others_write_ends_up_with_what_the_database_says(served, board, aino, orjan, stream_path):
    """The page is read first, then the stream goes on from the number that the page holds."""
    writer = threading.Thread(target=lambda: [board.note(aino, f"Lappu {number}") for number in range(20)])
    writer.start()
    page = orjan.open(board.path)
    seq = int(re.search(r'data-seq="(\d+)"', page.html).group(1))
    stream, shown = served.listen(orjan, stream_path, since=seq), set(page.numbers("note"))
    writer.join(WAIT)
    standing = set(orjan.open(board.path).numbers("note"))
    while not standing <= shown:
        shown |= {int(number) for number in NOTE.findall(stream.next().data)}
    stream.close()
    assert shown == standing and len(standing) == 20


@pytest.fixture
def narrow(app):
    """A server whose answers fill the way to a browser quickly."""
    with start(app, send_buffer=4096) as served:
        yield served


def test_a_reader_that_stops_reading_gets_the_merged_state_when_it_goes_on(narrow, app, board, aino, orjan, topic, stream_path, head):
    note = board.note(aino, "Ä" * 1000)
    slow = narrow.listen(orjan, stream_path, since=head(), receive_buffer=4096)
    quick = narrow.listen(board.marja, stream_path, since=head())
    slow.next(), quick.next()
    listening = [stream for stream in narrow.serving.streams.all() if stream.viewer.role == "participant"][0]
    changes, merged = 0, 0
    while merged < 30:
        changes += 1
        merged += listening._behind
        assert changes < 2000, "the reader is never too slow"
        with app.app_context(), transaction():
            announce(topic, f"note:{note}")
        while quick.last != head():  # the quick one is served all the while
            assert quick.next() is not None
    aino.send(f"/notes/{note}", text="Lopulta", version="1", colour="sun", language="fi")
    events = slow.until("Lopulta")
    assert slow.last == head()
    assert len(events) <= changes - merged + 2
    slow.close()
    quick.close()


def test_who_leaves_without_a_word_is_forgotten(served, orjan, stream_path, head, board, aino):
    stream = served.listen(orjan, stream_path, since=head())
    stream.next()
    stream.close()
    other = served.listen(board.marja, stream_path, since=head())
    other.next()
    board.note(aino)
    other.until("note-")
    gone = threading.Event()

    async def look():
        while any(stream.viewer.role == "participant" for stream in served.serving.streams.all()):
            served.serving.streams.beat()
            await asyncio.sleep(0)
        gone.set()

    served.do(look)
    assert gone.is_set()
    other.close()
