"""The ASGI application: streams are kept here, every other request goes to Flask in a thread."""
import asyncio
import contextvars
import logging
import re

import sqlalchemy as sa

from ..db import db
from ..db.chores import do_chores
from ..jobs import Worker
from ..web import NoRoomLeft
from .admission import SINCE, VIEWER
from .bodies import Gone, TooLarge, TooSlow, read_body, refuse, refuse_in_words, seconds_for
from .changes import Topic
from .presence import Presence
from .pump import Pump
from .stream import Stream, Streams
from .telling import Telling
from .threads import FlaskInThreads

STREAM = re.compile(r"^/(activities|courses)/\d+/stream$")
HEADERS = [(b"content-type", b"text/event-stream; charset=utf-8"), (b"cache-control", b"no-store"), (b"x-accel-buffering", b"no"),
           (b"x-content-type-options", b"nosniff")]
ASKED_AGAIN_WITH = (b"host", b"cookie", b"accept-language")
BEAT_SECONDS, REREAD_SECONDS, RECHECK_SECONDS, TIDY_SECONDS = 15, 2, 60, 3600
logger = logging.getLogger("lti_tool.live")


class Serving:
    """One for each process. `close()` ends the streams; call it when the server is told to stop, before it waits for connections."""

    def __init__(self, app):
        self.app = app
        self.flask = FlaskInThreads(app, app.config["THREADS"])
        self.streams = Streams()
        self.telling = Telling(self.streams, lambda seconds, act: self.loop.call_later(seconds, act))
        self.presence = Presence(self.telling)
        self.pump = Pump(app, self.streams.of, self.deliver)
        self.worker = Worker(app)
        self.loop, self.closing = None, False
        self.rechecks = 0  # how often somebody's right to listen has changed

    async def __call__(self, scope, receive, send):
        if scope["type"] == "lifespan":
            return await self.lifespan(receive, send)
        if scope["type"] != "http":
            return None
        body = None
        if any(name in (b"content-length", b"transfer-encoding") for name, _value in scope["headers"]):
            usual, seconds = self.app.config["BODY_LIMIT"], self.app.config["BODY_SECONDS"]
            limit = self.app.body_limit(scope["path"], scope["method"])
            try:
                body = await read_body(receive, limit, seconds_for(scope, limit, seconds, usual))
            except (TooLarge, TooSlow, NoRoomLeft) as refused:
                return await refuse_in_words(self.ask, type(refused), scope, receive, send, 0 if isinstance(refused, TooSlow) else seconds)
            except Gone:
                return None
        if scope["method"] == "GET" and STREAM.match(scope["path"]):
            return await self.stream(scope, body, receive, send)
        await self.flask(scope, body, send)

    async def lifespan(self, receive, send):
        await receive()
        self.loop = asyncio.get_running_loop()
        self.pump.start()
        self.worker.start()
        self.app.extensions["notifier"].subscribe(self)
        rounds = [asyncio.create_task(self.every(BEAT_SECONDS, self.beat)), asyncio.create_task(self.every(REREAD_SECONDS, self.reread)),
                  asyncio.create_task(self.every(RECHECK_SECONDS, self.ask_again)), asyncio.create_task(self.every(TIDY_SECONDS, self.tidy))]
        await send({"type": "lifespan.startup.complete"})
        await receive()
        for task in rounds:
            task.cancel()
        for thread in (self.pump, self.worker):
            thread.stop()
        for thread in (self.pump, self.worker):
            await asyncio.to_thread(thread.join, 2)
        await send({"type": "lifespan.shutdown.complete"})

    async def stream(self, scope, body, receive, send):
        rechecks = self.rechecks
        answer = await self.ask(scope, body)
        if VIEWER in scope and self.closing:
            return await refuse(send, 503, "The server is stopping.")
        if VIEWER not in scope:
            for message in answer:
                await send(message)
            return
        # A browser sends two kilobytes of headers. Only these decide when Flask is asked again.
        scope["headers"][:] = [header for header in scope["headers"] if header[0] in ASKED_AGAIN_WITH or header[0].startswith(b"x-forwarded-")]
        stream = Stream(scope.pop(VIEWER), scope.pop(SINCE), scope, send, self.pump.hint)
        await send({"type": "http.response.start", "status": 200, "headers": HEADERS})
        stream.push(b"event: beat\ndata:\n\n")  # at once, so that the browser and proxies see the answer begin
        self.streams.add(stream)
        self.presence.came(stream)
        self.pump.hint(stream.viewer.topic)
        try:
            if self.closing:
                self.streams.end(stream)
            if self.rechecks != rechecks:  # meanwhile, when this stream could not be found yet
                await self.ask_again(stream.viewer.person, stream.viewer.topic)
            while (await receive())["type"] != "http.disconnect":
                pass
        finally:
            self.streams.remove(stream)
            self.presence.left(stream)

    async def ask(self, scope, body=None) -> list[dict]:
        """Lets Flask decide: its view leaves a viewer in the scope, or an answer that refuses."""
        status, headers, pieces = await self.flask.answer_to(scope, body)
        return [{"type": "http.response.start", "status": status, "headers": headers}, {"type": "http.response.body", "body": b"".join(pieces)}]

    def changed(self, topic) -> None:
        """From any thread: the topic has new changes."""
        self.pump.hint(topic)

    def recheck(self, person=None, topic=None) -> None:
        """From any thread: who may listen has changed."""
        self.rechecks += 1
        if not self.closing:
            self.in_loop(self.ask_again(person, topic))

    def tell(self, *what) -> None:
        """From any thread: something is to be told that is not kept."""
        if self.loop is not None and not self.closing:
            contextvars.Context().run(self.loop.call_soon_threadsafe, self.telling.tell, *what)

    def in_loop(self, coroutine):
        """From any thread. Outside of that thread's request, which the ones asked there would take for their own, with its session and person."""
        return contextvars.Context().run(asyncio.run_coroutine_threadsafe, coroutine, self.loop)

    def deliver(self, members, data, head):
        """In the pump's thread: begins to send, and answers with what can be waited for."""
        return self.in_loop(self._deliver(members, data, head))

    async def _deliver(self, members, data, head) -> None:
        for sent, stream in enumerate(members, 1):
            if stream.take(data, head) and sent % 100 == 0:
                await asyncio.sleep(0)  # lets requests in between

    async def every(self, seconds, act):
        while True:
            await asyncio.sleep(seconds)
            try:
                await act()
            except Exception:
                logger.exception("live: %s", act.__name__)

    async def beat(self):
        self.streams.beat()

    async def reread(self):
        """Finds what other processes wrote."""
        def heads(topics):
            with self.app.app_context():
                rows = db.session.execute(sa.select(Topic.id, Topic.seq).where(Topic.id.in_(topics)))
                return {topic: head for topic, head in rows}

        if topics := self.streams.topics():
            for topic, head in (await asyncio.to_thread(heads, topics)).items():
                if any(stream.seq != head for stream in self.streams.of(topic)):
                    self.pump.hint(topic)

    async def tidy(self):
        """The hourly chores that rooms have registered."""
        await asyncio.to_thread(do_chores, self.app)

    async def ask_again(self, person=None, topic=None):
        """Asks Flask again whether each viewer may still listen, and as what. Who may not, or as another, must come again."""
        for stream in self.streams.all():
            if person in (None, stream.viewer.person) and topic in (None, stream.viewer.topic):
                scope = dict(stream.scope)
                await self.ask(scope)
                if scope.get(VIEWER) != stream.viewer:
                    self.streams.end(stream, reopen=True)

    def close(self) -> None:
        """From a signal handler."""
        def end_all():
            self.closing = True
            for stream in self.streams.all():
                self.streams.end(stream)

        if self.loop is not None:
            self.loop.call_soon_threadsafe(end_all)
