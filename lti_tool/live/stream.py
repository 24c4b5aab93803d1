"""One open stream, and all of them: who listens to which topic, and what is still to be sent."""
import asyncio
import logging
import types
from collections import defaultdict

from .messages import named_event

LONGEST_QUEUE = 16  # messages; a stream that is slower gets the merged state later
LONGEST_MENTIONS = 4  # messages
logger = logging.getLogger("lti_tool.live")


class Stream:
    """An answer that stays open. Keeps the number up to which its page knows everything."""

    __slots__ = ("viewer", "seq", "scope", "_send", "_pending", "_writer", "_writing", "_behind", "_ended", "_hint")

    def __init__(self, viewer, seq, scope, send, hint):
        self.viewer, self.seq, self.scope, self._send, self._hint = viewer, seq, scope, send, hint
        self._pending, self._writer, self._writing, self._behind, self._ended = [], None, False, False, False

    @property
    def idle(self) -> bool:
        return not self._pending

    def take(self, data: bytes, head: int) -> bool:
        """Queues the message and moves on to `head`, unless too much waits already."""
        if len(self._pending) >= LONGEST_QUEUE:
            self._behind = True
            return False
        self.seq = head
        if data:
            self.push(data)
        return bool(data)

    def push(self, data: bytes, last: bool = False) -> None:
        if self._ended:  # nothing may follow the last piece of an answer
            return
        self._ended = last
        self._pending.append(data)
        if not self._writing:
            self._writing = True
            self._writer = begin(self._write())  # kept, because asyncio holds tasks only weakly

    def mention(self, data: bytes) -> None:
        """For what may be lost: a page that is slow to read is spared it."""
        if len(self._pending) < LONGEST_MENTIONS:
            self.push(data)

    async def _write(self) -> None:
        try:
            while self._pending:
                data = b"".join(self._pending)
                self._pending.clear()
                await self._send({"type": "http.response.body", "body": data, "more_body": not (self._ended and not self._pending)})
        finally:
            self._writing, self._writer = False, None
        if self._behind:
            self._behind = False
            self._hint(self.viewer.topic)


def begin(coroutine) -> asyncio.Task | None:
    """Runs it at once, as far as it goes without waiting; a task does the rest, if there is any.

    Nearly always there is none: a thousand tasks for a thousand streams would take longer than what they send.
    """
    try:
        awaited = coroutine.send(None)
    except StopIteration:
        return None
    except Exception:  # one that fails must not keep the message from the others
        logger.exception("live: a stream could not be written to")
        return None
    return asyncio.get_running_loop().create_task(rest(coroutine, awaited))


@types.coroutine
def rest(coroutine, awaited):
    yield awaited
    yield from coroutine


class Streams:
    """All open streams of this process, by topic. Only for the event loop's thread, but for `of`."""

    def __init__(self):
        self._by_topic = defaultdict(set)

    def add(self, stream: Stream) -> None:
        self._by_topic[stream.viewer.topic].add(stream)

    def remove(self, stream: Stream) -> None:
        members = self._by_topic.get(stream.viewer.topic, set())
        members.discard(stream)
        if not members:
            self._by_topic.pop(stream.viewer.topic, None)

    def of(self, topic: int) -> list[Stream]:
        return list(self._by_topic.get(topic, ()))

    def topics(self) -> list[int]:
        return list(self._by_topic)

    def all(self) -> list[Stream]:
        return [stream for members in self._by_topic.values() for stream in members]

    def beat(self) -> None:
        """A named event, so that the page can notice a stream that has gone silent; its id moves on those who hear nothing."""
        for stream in self.all():
            if stream.idle:
                stream.push(named_event("beat", stream.seq))

    def end(self, stream: Stream, reopen: bool = False) -> None:
        stream.push(named_event("reopen", stream.seq) if reopen else b"", last=True)
        self.remove(stream)
