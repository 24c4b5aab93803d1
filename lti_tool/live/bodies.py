"""Reads a request's body before a thread is spent on it: eight slow uploads would otherwise hold all of them."""
import asyncio
import json
import tempfile

from flask import request
from werkzeug.exceptions import RequestEntityTooLarge, RequestTimeout

from ..web import NoRoomLeft
from ..web.errors import is_full_disk

IN_MEMORY = 256 * 1024
REFUSED = "lti_tool.refused"  # in the scope: why Flask is to refuse what it will not be given


class TooLarge(Exception):
    """The body is longer than allowed."""


class TooSlow(Exception):
    """The body did not arrive in time."""


class Gone(Exception):
    """The other side hung up."""


def seconds_for(scope, limit: int, seconds: float, usual: int) -> float:
    """How long a body may take that says how large it is: as much longer as it is larger than the `usual` limit. Raises TooLarge."""
    said = dict(scope["headers"]).get(b"content-length", b"")
    size = int(said) if said.isdigit() and len(said) < 19 else limit
    if size > limit:
        raise TooLarge
    return seconds * max(1, size / usual)


async def read_body(receive, limit: int, seconds: float):
    """The whole body as a file. Raises TooLarge, TooSlow or Gone."""
    body = tempfile.SpooledTemporaryFile(max_size=IN_MEMORY)

    async def read_all():
        size, more = 0, True
        while more:
            message = await receive()
            if message["type"] == "http.disconnect":
                raise Gone
            size += len(message.get("body", b""))
            if size > limit:
                raise TooLarge
            body.write(message.get("body", b""))
            more = message.get("more_body", False)
        body.seek(0)

    try:
        await asyncio.wait_for(read_all(), seconds)
    except TimeoutError:
        body.close()
        raise TooSlow from None
    except (TooLarge, Gone):
        body.close()
        raise
    except OSError as error:
        body.close()
        raise NoRoomLeft if is_full_disk(error) else error
    return body


async def refuse_in_words(ask, reason, scope, receive, send, seconds: float) -> None:
    """Lets Flask refuse, in the person's language and as a page, a part or data. Meanwhile what still arrives is thrown away:
    a browser that cannot get rid of a file does not read why."""
    told = [header for header in scope["headers"] if header[0] not in (b"content-length", b"transfer-encoding")]
    start, *rest = await ask({**scope, "headers": told, REFUSED: reason})
    await send({**start, "headers": [*start["headers"], (b"connection", b"close")]})
    for message in rest:
        await send({**message, "more_body": True})
    try:
        await asyncio.wait_for(throw_away(receive), seconds)
    except TimeoutError:
        pass
    await send({"type": "http.response.body", "body": b"", "more_body": False})


async def throw_away(receive) -> None:
    while (await receive()).get("more_body", False):
        pass


def register_bodies(app) -> None:
    @app.before_request
    def refuse_what_was_not_read():
        """As with an address that does not exist, no view is asked."""
        refused = (request.environ.get("asgi.scope") or {}).get(REFUSED)
        if refused is not None:
            request.routing_exception = {TooLarge: RequestEntityTooLarge, TooSlow: RequestTimeout}.get(refused, NoRoomLeft)()


async def refuse(send, status: int, sentence: str) -> None:
    """A short answer outside Flask, for requests that never reach it."""
    body = json.dumps({"error": sentence}).encode()
    await send({"type": "http.response.start", "status": status, "headers": [(b"content-type", b"application/json"), (b"connection", b"close")]})
    await send({"type": "http.response.body", "body": body})
