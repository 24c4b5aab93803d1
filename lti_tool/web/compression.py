"""Sends pages compressed to browsers that take it. Built files are compressed when they are built, streams not at all (see docs/decisions/004)."""
import zlib

import brotli
from flask import request

from .dictionary import CODING, available_dictionary

KINDS = ("text/html", "text/plain", "application/json")
LEAST = 1000  # bytes; what is shorter fits into one packet anyway
LEVEL = 6  # of 9: as zlib itself chooses
# gzip forgets after 32 KB, which is one column of a board: brotli finds again there what every column repeats. 5 of 11 is as quick as gzip, and a third smaller.
QUALITY = 5
GZIP = 16 + zlib.MAX_WBITS


def gzipped(data: bytes) -> bytes:
    work = zlib.compressobj(LEVEL, zlib.DEFLATED, GZIP)
    return work.compress(data) + work.flush()


def compressed(data: bytes, how: str) -> bytes:
    if how == CODING:
        return available_dictionary().compress(data)
    return brotli.compress(data, quality=QUALITY) if how == "br" else gzipped(data)


def way_wanted() -> str | None:
    """The best that the browser takes."""
    if available_dictionary():
        return CODING
    return next((how for how in ("br", "gzip") if request.accept_encodings[how]), None)


def holds_a_strangers_words() -> bool:
    """Whether another site may have put words into this page. From the length of such a page compressed, who listens to the line
    could guess what else stands on it, word by word (BREACH). Another site can only choose what stands behind the `?`."""
    return bool(request.query_string) and request.headers.get("Sec-Fetch-Site") not in ("same-origin", "none")


def register_compression(app) -> None:
    @app.after_request
    def compress(response):
        if (response.mimetype not in KINDS or response.is_streamed or response.direct_passthrough or request.method not in ("GET", "HEAD")
                or "Content-Encoding" in response.headers or "ETag" in response.headers):  # a tag names these very bytes
            return response
        response.vary.update(("Accept-Encoding", "Available-Dictionary"))
        if (how := way_wanted()) and not holds_a_strangers_words() and len(response.get_data()) >= LEAST:
            response.set_data(compressed(response.get_data(), how))
            response.headers["Content-Encoding"] = how
        return response
