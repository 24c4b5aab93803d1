"""Reads a request's body before a thread is spent on it: eight slow uploads would otherwise hold all of them."""
import asyncio
import json
import tempfile

IN_MEMORY = 256 * 1024
CHUNK = 64 * 1024


class TooLarge(Exception):
    """The body is longer than allowed."""


class TooSlow(Exception):
    """The body did not arrive in time."""


class Gone(Exception):
    """The other side hung up."""


async def read_body(receive, limit: int, seconds: float):
    """A `receive` that hands out the whole body, read beforehand. Raises TooLarge, TooSlow or Gone."""
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
        return size

    try:
        left = await asyncio.wait_for(read_all(), seconds)
    except TimeoutError:
        body.close()
        raise TooSlow from None
    except (TooLarge, Gone):
        body.close()
        raise

    finished = False

    async def hand_out():
        nonlocal left, finished
        if finished:
            return await receive()
        data = body.read(CHUNK)
        left -= len(data)
        finished = left <= 0
        if finished:
            body.close()
        return {"type": "http.request", "body": data, "more_body": not finished}

    return hand_out


async def refuse(send, status: int, sentence: str) -> None:
    """A short answer outside Flask, for requests that never reach it."""
    body = json.dumps({"error": sentence}).encode()
    await send({"type": "http.response.start", "status": status, "headers": [(b"content-type", b"application/json"), (b"connection", b"close")]})
    await send({"type": "http.response.body", "body": body})
