"""One open stream: what waits to be sent, who is too slow, and how it ends."""
import asyncio

from lti_tool.live import Viewer
from lti_tool.live.messages import named_event
from lti_tool.live.stream import LONGEST_QUEUE, Stream, Streams

AINO = Viewer(topic=4, course=1, person=7, role="participant", language="fi")


class Wire:
    """The way to a browser; can be blocked, as by one that does not read."""

    def __init__(self):
        self.sent, self.free, self.hints = [], asyncio.Event(), []
        self.free.set()

    async def send(self, message):
        await self.free.wait()
        self.sent.append((message["body"], message["more_body"]))

    def stream(self, seq=0, viewer=AINO):
        return Stream(viewer, seq, {}, self.send, self.hints.append)


async def settle(stream):
    while stream._writer:
        await stream._writer


def test_a_message_is_sent_at_once_to_who_reads():
    async def scenario():
        wire = Wire()
        stream = wire.stream()
        for number in range(1, 4):
            assert stream.take(b"%d;" % number, number)
        assert (wire.sent, stream.seq, stream.idle) == ([(b"1;", True), (b"2;", True), (b"3;", True)], 3, True)
    asyncio.run(scenario())


def test_messages_that_gather_are_sent_together_in_their_order():
    async def scenario():
        wire = Wire()
        stream = wire.stream()
        wire.free.clear()
        for number in range(1, 5):
            assert stream.take(b"%d;" % number, number)
        wire.free.set()
        await settle(stream)
        assert (wire.sent, stream.seq) == ([(b"1;", True), (b"2;3;4;", True)], 4)
    asyncio.run(scenario())


def test_a_stream_that_fails_keeps_the_message_from_nobody_else():
    async def scenario():
        async def fail(message):
            raise RuntimeError

        wire = Wire()
        broken, stream = Stream(AINO, 0, {}, fail, wire.hints.append), wire.stream()
        for one in (broken, stream):
            assert one.take(b"1;", 1)
        assert wire.sent == [(b"1;", True)]
    asyncio.run(scenario())


def test_who_hears_nothing_moves_on_without_a_message():
    async def scenario():
        wire = Wire()
        stream = wire.stream()
        assert not stream.take(b"", 5)
        assert (stream.seq, stream.idle, wire.sent) == (5, True, [])
    asyncio.run(scenario())


def test_a_slow_reader_keeps_its_place_and_is_served_again_when_it_reads():
    async def scenario():
        wire = Wire()
        stream = wire.stream()
        wire.free.clear()
        stream.take(b"first;", 1)
        await asyncio.sleep(0)  # now this one is on its way
        taken = [stream.take(b"more;", number) for number in range(2, 100)]
        assert taken.count(True) == LONGEST_QUEUE
        assert stream.seq == LONGEST_QUEUE + 1  # from here on it needs the merged state
        assert wire.hints == []
        wire.free.set()
        await settle(stream)
        assert b"".join(data for data, _more in wire.sent) == b"first;" + b"more;" * LONGEST_QUEUE
        assert wire.hints == [AINO.topic]
    asyncio.run(scenario())


def test_nothing_follows_the_last_piece():
    async def scenario():
        wire = Wire()
        stream, streams = wire.stream(), Streams()
        streams.add(stream)
        stream.push(b"one;")
        streams.end(stream, reopen=True)
        stream.push(b"too late;")
        stream.take(b"too late;", 9)
        await settle(stream)
        assert wire.sent == [(b"one;", True), (named_event("reopen", 0), False)]
        assert streams.all() == []
    asyncio.run(scenario())


def test_an_end_that_comes_while_something_is_on_its_way_is_still_the_last():
    async def scenario():
        wire = Wire()
        stream, streams = wire.stream(), Streams()
        streams.add(stream)
        wire.free.clear()
        stream.push(b"on its way;")
        await asyncio.sleep(0)
        streams.end(stream)
        wire.free.set()
        await settle(stream)
        assert [more for _data, more in wire.sent] == [True, False]
    asyncio.run(scenario())


def test_beats_go_to_those_who_are_idle_and_say_where_they_are():
    async def scenario():
        idle, busy = Wire(), Wire()
        streams = Streams()
        first, second = idle.stream(seq=3), busy.stream(seq=4)
        streams.add(first)
        streams.add(second)
        busy.free.clear()
        second.push(b"on its way;")
        await asyncio.sleep(0)
        second.push(b"waits;")
        streams.beat()
        busy.free.set()
        await settle(first)
        await settle(second)
        assert idle.sent == [(named_event("beat", 3), True)]
        assert named_event("beat", 4) not in b"".join(data for data, _more in busy.sent)
    asyncio.run(scenario())


def test_streams_are_found_by_their_topic_as_long_as_they_are_open():
    async def scenario():
        streams, wire = Streams(), Wire()
        one, other = wire.stream(), wire.stream(viewer=AINO._replace(topic=5))
        streams.add(one)
        streams.add(other)
        assert (streams.of(4), streams.of(5), streams.of(6), sorted(streams.topics())) == ([one], [other], [], [4, 5])
        streams.remove(one)
        streams.remove(one)
        assert (streams.of(4), streams.topics(), streams.all()) == ([], [5], [other])
    asyncio.run(scenario())
