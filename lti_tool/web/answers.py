"""In which form somebody wants an answer: a page, a part of the page they are on, or data."""
import re
import unicodedata
from urllib.parse import quote

from flask import Response, redirect, request, send_file


def answered_in_page() -> bool:
    """Whether our own script asked and will put the answer into the page."""
    return request.headers.get("HX-Request") == "true"


def json_wanted() -> bool:
    return request.accept_mimetypes.best_match(["text/html", "application/json"]) == "application/json"


def leads_to(address: str) -> Response:
    """After a write: on to another page, for plain forms by redirect, for our script by a header."""
    if answered_in_page():
        return Response(status=200, headers={"X-Location": address})
    return redirect(address, 303)


def safe_name(title: str, ending: str, otherwise: str = "board") -> str:
    """A file's name made of a title: letters, digits and hyphens only."""
    words = re.findall(r"[^\W_]+", title)
    return f"{'-'.join(words)[:60].strip('-') or otherwise}.{ending}"


def saved_as(name: str, data, kind: str) -> Response:
    """A file that the browser saves under that name: bytes, or an open file. Old programs that read no other letters get it without them."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    answer = Response(data, content_type=kind) if isinstance(data, bytes) else send_file(data, mimetype=kind)
    answer.headers["Content-Disposition"] = f'attachment; filename="{plain}"' + ("" if plain == name else f"; filename*=UTF-8''{quote(name)}")
    return answer
