"""One thread that turns "topic 7 changed" into messages. Opening a stream is such a hint too: catching up and living are one path."""
import logging
import queue
import threading
from collections import defaultdict

from ..db import db
from ..web.log import way_to
from .changes import changes_since
from .messages import Renderer, event_bytes, named_event

logger = logging.getLogger("lti_tool.live")


class Pump(threading.Thread):
    def __init__(self, app, streams_of, deliver):
        """`streams_of(topic)` lists the open streams; `deliver(streams, bytes, head)` begins to send, and answers with what can be waited for (`result()`)."""
        super().__init__(name="pump", daemon=True)
        self.app, self.streams_of, self.deliver = app, streams_of, deliver
        self.hints: queue.SimpleQueue = queue.SimpleQueue()

    def hint(self, topic: int) -> None:
        self.hints.put(topic)

    def stop(self) -> None:
        self.hints.put(None)

    def run(self):
        while True:
            waiting = {self.hints.get()}
            while not self.hints.empty():
                waiting.add(self.hints.get())
            for topic in waiting - {None}:
                try:
                    if self.streams_of(topic):  # where nobody listens, there is nothing to do
                        with self.app.test_request_context():  # addresses and languages work; the session is removed at the end
                            self.serve(topic)
                except Exception as error:  # one topic that fails must not silence the others
                    logger.error("live: topic %s\n%s", topic, way_to(error))
            if None in waiting:
                return

    def serve(self, topic: int) -> None:
        streams = self.streams_of(topic)
        if not streams:  # the last one may have gone meanwhile
            return
        head, oldest, changes = changes_since(topic, min(stream.seq for stream in streams))
        personal = any("person:" in audience for _seq, _part, audience in changes)
        groups = defaultdict(list)
        for stream in streams:
            if stream.seq != head:
                viewer = stream.viewer
                # Else all of a role and language hear the same, and a thousand need not be asked.
                heard = tuple(viewer.hears(audience) for seq, _, audience in changes if seq > stream.seq) if personal else None
                groups[stream.seq, viewer.role, viewer.language, heard].append(stream)
        renderer = Renderer()
        # While the message of a smaller group is made, that of the largest is on its way.
        under_way = [self.deliver(members, self.message(renderer, members[0], seq, head, oldest, changes), head)
                     for (seq, *_), members in sorted(groups.items(), key=lambda group: -len(group[1]))]
        db.session.rollback()  # gives the connection back
        for sending in under_way:  # so that hints gather meanwhile
            sending.result()

    def message(self, renderer, stream, seq, head, oldest, changes) -> bytes:
        if seq > head or seq + 1 < oldest:
            return named_event("resync", head)
        try:
            html = renderer.message(stream.viewer, [change for change in changes if change[0] > seq])
        except Exception as error:  # or this change would be tried again at every tick
            logger.error("live: topic %s\n%s", stream.viewer.topic, way_to(error))
            db.session.rollback()
            return named_event("resync", head)
        return event_bytes(head, html) if html else b""
