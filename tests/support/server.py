"""Serves an application as production does, on a port of its own, and listens to its streams. No waiting without an end."""
import asyncio
import signal
import socket
import threading
from contextlib import contextmanager
from typing import NamedTuple

from lti_tool.access.visit import COOKIE
from lti_tool.server import server_of

WAIT = 30  # seconds, for what takes milliseconds
TOLD = ("presence", "writing")


class Event(NamedTuple):
    name: str
    id: int | None
    data: str


class Answer:
    """An answer over a socket, read piece by piece. `ended_well` when the server has said that this was all."""

    def __init__(self, sock):
        self.sock, self.file, self.ended_well = sock, sock.makefile("rb"), False
        self.status = int(self.file.readline().split()[1])
        lines = iter(self.file.readline, b"\r\n")
        self.headers = {name.lower(): value.strip() for name, _colon, value in (line.decode("latin1").partition(":") for line in lines)}

    def pieces(self):
        """Of a chunked answer."""
        while size := int(self.file.readline() or b"0", 16):
            yield self.file.read(size)
            self.file.readline()
        self.ended_well = self.file.readline() == b"\r\n"

    def body(self) -> str:
        whole = self.file.read(int(self.headers["content-length"])) if "content-length" in self.headers else b"".join(self.pieces())
        self.close()
        return whole.decode()

    def close(self):
        self.file.close()
        self.sock.close()


class Stream(Answer):
    """A stream as a page hears it. `last` is the id of the last event that arrived whole. `told`: also what is told beside the log."""

    def __init__(self, sock, told=False):
        super().__init__(sock)
        self.told = told
        self.last, self._lines = None, self._read_lines()

    def _read_lines(self):
        waiting = b""
        for piece in self.pieces():
            *whole, waiting = (waiting + piece).split(b"\n")
            yield from whole

    def next(self) -> Event | None:
        """The next event, or None when the stream has ended."""
        name, number, data = "message", None, []
        for line in self._lines:
            if not line:
                self.last = self.last if number is None else number
                if self.told or name not in TOLD:
                    return Event(name, number, "\n".join(data))
                name, number, data = "message", None, []
                continue
            field, _colon, value = line.decode().partition(": ") if b": " in line else line.decode().partition(":")
            if field == "event":
                name = value
            elif field == "id":
                number = int(value)
            elif field == "data":
                data.append(value)
        return None

    def until(self, wanted) -> list[Event]:
        """The events up to the first one that is wanted: a name, or a piece of its data."""
        events = []
        while (event := self.next()) is not None:
            events.append(event)
            if wanted == event.name or wanted in event.data:
                return events
        raise AssertionError(f"the stream ended without {wanted!r}: {events}")


class Served:
    def __init__(self, app, send_buffer=None):
        self.server = server_of(app)
        self.serving = self.server.serving
        self.socket = socket.create_server(("127.0.0.1", 0))
        if send_buffer:
            self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, send_buffer)
        self.address = self.socket.getsockname()
        self.thread = threading.Thread(target=self.server.run, kwargs={"sockets": [self.socket]})

    def start(self):
        ready, begin = threading.Event(), self.server.startup

        async def startup(sockets=None):
            await begin(sockets=sockets)
            ready.set()

        self.server.startup = startup
        self.thread.start()
        assert ready.wait(WAIT)

    def stop(self):
        """As SIGTERM does."""
        if self.thread.is_alive():
            self.server.handle_exit(signal.SIGTERM, None)
        self.thread.join(WAIT)
        assert not self.thread.is_alive()

    def do(self, act, *args):
        """Runs a coroutine of the server's in its loop, as its clock would."""
        return asyncio.run_coroutine_threadsafe(act(*args), self.serving.loop).result(WAIT)

    def connect(self, receive_buffer=None) -> socket.socket:
        sock = socket.socket()
        if receive_buffer:
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, receive_buffer)
        sock.settimeout(WAIT)
        sock.connect(self.address)
        return sock

    def send(self, method, path, visitor=None, body=b"", length=None, receive_buffer=None, **headers) -> socket.socket:
        """Sends a request whose body may be shorter than it says; its answer is still to be read."""
        told = {"Host": "tool.example", **{name.replace("_", "-"): value for name, value in headers.items()}}
        if visitor:
            told["Cookie"] = f"{COOKIE}={visitor.client.get_cookie(COOKIE, domain='tool.example').value}"
        if length or body:
            told["Content-Length"] = str(length or len(body))
        sock = self.connect(receive_buffer)
        head = f"{method} {path} HTTP/1.1\r\n" + "".join(f"{name}: {value}\r\n" for name, value in told.items())
        sock.sendall(head.encode() + b"\r\n" + body)
        return sock

    def get(self, path, visitor=None, **headers) -> Answer:
        return Answer(self.send("GET", path, visitor, **headers))

    def listen(self, visitor, path, since=None, told=False, **more) -> Stream:
        """Opens a stream, as a page that knows everything up to `since`."""
        headers = {} if since is None else {"Last-Event-ID": str(since)}
        return Stream(self.send("GET", path, visitor, **headers, **more), told)


@contextmanager
def start(app, **more):
    """Serves until the block ends."""
    served = Served(app, **more)
    served.start()
    try:
        yield served
    finally:
        served.stop()
