"""Runs the Flask application in threads. Its answer changes threads once; a2wsgi's own way changes six times, which cost more than a view does."""
import asyncio
import contextvars
import io
import logging
from concurrent.futures import ThreadPoolExecutor

from a2wsgi.wsgi import build_environ

from ..web.log import way_to

IN_ONE_PIECE = 256 * 1024  # what is longer is sent on while it is made
FAILED = (500, [(b"content-type", b"text/plain"), (b"content-length", b"0")], [])
logger = logging.getLogger("lti_tool")


class FlaskInThreads:
    """An ASGI application, but for its body: that was read beforehand and is a file."""

    def __init__(self, app, threads: int):
        self.app, self.pool = app, ThreadPoolExecutor(threads, thread_name_prefix="flask")

    async def __call__(self, scope, body, send) -> None:
        status, headers, pieces = await self.answer_to(scope, body, send)
        if status:
            await send({"type": "http.response.start", "status": status, "headers": headers})
        await send({"type": "http.response.body", "body": b"".join(pieces)})

    def answer_to(self, scope, body=None, send=None) -> asyncio.Future:
        """(status, headers, [bytes, ...]). Of a long answer the last piece: what comes before it goes to `send`, and the status is 0."""
        loop = asyncio.get_running_loop()
        answered = loop.create_future()
        # A context of its own: Flask takes what is already there for this request's, with somebody else's session and person.
        self.pool.submit(contextvars.Context().run, self.run, build_environ(scope, body or io.BytesIO()), send, loop, answered)
        return answered

    def run(self, environ, send, loop, answered) -> None:
        """In a thread."""
        started, waiting, length = [], [], 0

        def start_response(status, headers, _error=None):
            started[:] = int(status[:3]), [(name.lower().encode("latin1"), value.encode("latin1")) for name, value in headers]

        def send_on(*messages):
            for message in messages:
                asyncio.run_coroutine_threadsafe(send(message), loop).result()

        try:
            answer = self.app(environ, start_response)
            try:
                for piece in answer:
                    waiting.append(piece)
                    length += len(piece)
                    if length > IN_ONE_PIECE and send:
                        if started[0]:
                            send_on({"type": "http.response.start", "status": started[0], "headers": started[1]})
                            started[0] = 0
                        send_on({"type": "http.response.body", "body": b"".join(waiting), "more_body": True})
                        waiting, length = [], 0
                tell(loop, answered, (*started, waiting))
            finally:
                getattr(answer, "close", int)()  # what is still to be done after the answer, nobody waits for
        except Exception as error:
            logger.error("answering failed\n%s", way_to(error))
            tell(loop, answered, FAILED)
        finally:
            environ["wsgi.input"].close()


def tell(loop, answered, answer) -> None:
    def set_result():
        if not answered.done():
            answered.set_result(answer)

    loop.call_soon_threadsafe(set_result)
