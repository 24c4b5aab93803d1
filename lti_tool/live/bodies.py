"""Reads a request's body before a thread is spent on it: eight slow uploads would otherwise hold all of them."""
import asyncio
import json
import tempfile

IN_MEMORY = 256 * 1024


class TooLarge(Exception):
    """The body is longer than allowed."""


class TooSlow(Exception):
    """The body did not arrive in time."""


class Gone(Exception):
    """The other side hung up."""


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
    return body


async def refuse(send, status: int, sentence: str) -> None:
    """A short answer outside Flask, for requests that never reach it."""
    body = json.dumps({"error": sentence}).encode()
    await send({"type": "http.response.start", "status": status, "headers": [(b"content-type", b"application/json"), (b"connection", b"close")]})
    await send({"type": "http.response.body", "body": body})
