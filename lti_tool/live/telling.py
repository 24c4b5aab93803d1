"""What open pages are told and nobody keeps: that somebody is writing, how many are here. Without the database; who misses it has missed little."""
from math import ceil

from flask import current_app

MESSAGES_A_SECOND = 100  # to all pages of a topic together: with more viewers each of them is told less often
AT_ONCE = 100  # streams; then others have their turn


def tell(topic: int, name: str, thing: int, besides: int | None = None) -> None:
    """To the pages of the topic, but those of the person `besides`: an event of that name about the thing with that number.

    Thinned out: said again too soon, it is not sent. The page learns for how many seconds it holds.
    """
    current_app.extensions["notifier"].tell(topic, name, thing, besides)


def told(name: str, data: str) -> bytes:
    """An event without an id: it is not in the log, and moves nobody on."""
    return f"event: {name}\ndata: {data}\n\n".encode()


def pause_for(viewers: int, least: float) -> float:
    """Seconds between two messages to that many viewers."""
    return max(least, viewers / MESSAGES_A_SECOND)


class Telling:
    """Only for the event loop's thread. `later(seconds, act)` is the loop's clock."""

    LEAST = 3  # seconds

    def __init__(self, streams, later):
        self.streams, self.later, self._resting = streams, later, set()

    def tell(self, topic: int, name: str, thing: int, besides: int | None = None) -> None:
        said = topic, name, thing
        if said in self._resting:
            return
        listeners = self.streams.of(topic)
        pause = pause_for(len(listeners), self.LEAST)
        self._resting.add(said)
        self.later(pause, lambda: self._resting.discard(said))
        self.spread([stream for stream in listeners if stream.viewer.person != besides], told(name, f"{thing} {ceil(2 * pause)}"))

    def spread(self, streams, data: bytes) -> None:
        for stream in streams[:AT_ONCE]:
            stream.mention(data)
        if rest := streams[AT_ONCE:]:
            self.later(0, lambda: self.spread(rest, data))
