"""Carries "topic 7 changed" to whoever sends it on. Within one process a call is enough; other processes' writes are found by re-reading."""


class Notifier:
    """May be called from any thread. A listener has `changed(topic)`, `recheck(person, topic)` and `tell(...)`, and returns at once."""

    def __init__(self):
        self._listeners = []

    def subscribe(self, listener) -> None:
        self._listeners.append(listener)

    def close(self) -> None:
        self._listeners.clear()

    def publish(self, topic: int) -> None:
        """The topic has new changes."""
        for listener in list(self._listeners):
            listener.changed(topic)

    def tell(self, topic: int, name: str, thing: int, besides: int | None = None) -> None:
        """Something is to be told that is not kept; see `telling`."""
        for listener in list(self._listeners):
            listener.tell(topic, name, thing, besides)

    def recheck(self, person: int | None = None, topic: int | None = None) -> None:
        """Who may listen has changed, for a person or for a topic."""
        for listener in list(self._listeners):
            listener.recheck(person, topic)
