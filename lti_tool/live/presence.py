"""How many people have a page open. Numbers only, and so seldom that a thousand who arrive cost messages by their number, not by its square."""
from collections import Counter, defaultdict

from .telling import Telling, pause_for, told
from .viewpoint import NOBODY

LEAST = 2  # seconds


class Presence:
    """Of this process. Only for the event loop's thread."""

    def __init__(self, telling: Telling):
        self.telling = telling
        self._people = defaultdict(Counter)  # topic -> person -> how many pages
        self._shown = {}  # topic -> the number that all its pages show, or None when they differ
        self._planned = set()

    def came(self, stream) -> None:
        """The newcomer is told at once, the others with the next message."""
        topic = stream.viewer.topic
        if stream.viewer.person == NOBODY:  # looks without a trace
            return stream.mention(told("presence", self.count(topic)))
        self._people[topic][stream.viewer.person] += 1
        here = self.count(topic)
        stream.mention(told("presence", here))
        if self._shown.get(topic) != here:
            self._shown[topic] = None
        self._plan(topic)

    def left(self, stream) -> None:
        topic, person = stream.viewer.topic, stream.viewer.person
        if person == NOBODY:
            return
        people = self._people[topic]
        people[person] -= 1
        if people[person] <= 0:
            del people[person]
        if not people:
            del self._people[topic]
            self._shown.pop(topic, None)
        else:
            self._plan(topic)

    def count(self, topic: int) -> int:
        """Different people: who has the page open twice is here once."""
        return len(self._people.get(topic, ()))

    def _plan(self, topic: int) -> None:
        if topic not in self._planned:
            self._planned.add(topic)
            self.telling.later(pause_for(len(self.telling.streams.of(topic)), LEAST), lambda: self._tell(topic))

    def _tell(self, topic: int) -> None:
        self._planned.discard(topic)
        here = self.count(topic)
        if here and self._shown.get(topic) != here:
            self._shown[topic] = here
            self.telling.spread(self.telling.streams.of(topic), told("presence", here))
