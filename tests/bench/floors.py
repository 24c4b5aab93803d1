"""What the tool is compared with, each as bare as it can be: `python -m tests.bench.floors broadcast PORT` and so on, a process of its own."""
import asyncio
import sys
from pathlib import Path

import uvicorn
from a2wsgi import WSGIMiddleware
from flask import Flask

from lti_tool.settings import read

STREAM = b"HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\ntransfer-encoding: chunked\r\n\r\n"


def chunk(body: bytes) -> bytes:
    return b"%x\r\n%s\r\n" % (len(body), body)


class Broadcast(asyncio.Protocol):
    """Whoever asks gets a stream; what is posted is written to all of them at once. No application, nothing kept."""

    message = b""
    listening: set = set()

    def connection_made(self, transport):
        self.transport = transport

    def data_received(self, data):
        if data.startswith(b"GET /healthz"):
            self.transport.write(b"HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n")
        elif data.startswith(b"GET"):
            self.listening.add(self.transport)
            self.transport.write(STREAM + chunk(b"event: beat\ndata:\n\n"))
        else:
            said = self.message % data.rpartition(b"\r\n\r\n")[2]
            self.transport.write(b"HTTP/1.1 201 Created\r\ncontent-length: %d\r\n\r\n%s" % (len(said), said))
            piece = chunk(said)
            for transport in self.listening:
                transport.write(piece)

    def connection_lost(self, error):
        self.listening.discard(self.transport)


def broadcast(port: int, message: str):
    """`message` is a file with one event as the tool sends it, and %s where the words stand."""
    Broadcast.message = Path(message).read_bytes()

    async def serve():
        server = await asyncio.get_running_loop().create_server(Broadcast, "127.0.0.1", port, backlog=2048)
        await server.serve_forever()

    asyncio.Runner(loop_factory=uvicorn.Config(None).get_loop_factory()).run(serve())  # the event loop that the tool runs in too


def view(port: int):
    """One Flask view that answers a word, as many threads, under the same server."""
    app = Flask(__name__)

    @app.get("/healthz")
    def healthz():
        return "ok"

    @app.post("/")
    def answer():
        return "ok", 201

    uvicorn.run(WSGIMiddleware(app, workers=read("default")["threads"]), host="127.0.0.1", port=port, log_level="warning", access_log=False)


if __name__ == "__main__":
    name, port, *words = sys.argv[1:]
    {"broadcast": broadcast, "view": view}[name](int(port), *words)
