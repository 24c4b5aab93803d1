"""Built files: their names carry a hash of their content, so browsers keep them for ever; compressed when they were built."""
import gzip
import json
import mimetypes
import re
from functools import cache, partial
from pathlib import Path

import brotli
from flask import Response, current_app, request, send_from_directory
from markupsafe import Markup

STATIC = Path(__file__).resolve().parent.parent / "static"


class NotBuilt(RuntimeError):
    """The front end was not built. `python3 dev.py run` does it."""


def read_manifest() -> dict[str, str]:
    file = STATIC / "dist" / "manifest.json"
    if not file.exists():
        raise NotBuilt("lti_tool/static/dist is missing: build the front end with `python3 dev.py run` or `npm run build` in lti_tool/frontend")
    return json.loads(file.read_text(encoding="utf-8"))


def asset(name: str) -> str:
    """The address of a built file, as `asset('app.css')`."""
    return address_of(current_app, name)


def address_of(app, name: str) -> str:
    if "assets" not in app.extensions or app.config["DEBUG"]:
        app.extensions["assets"] = read_manifest()
    return f"/static/dist/{app.extensions['assets'][name]}"


@cache
def icons() -> Markup:
    """All icons, for `<use href="#i-…">`. They stand in the page: from a file of their own a browser asks for each use again, which takes a page with 60 notes 70 ms."""
    drawn = (STATIC / "dist" / read_manifest()["icons.svg"]).read_text(encoding="utf-8")
    return Markup(re.sub(r">\s+<", "><", drawn).strip().replace("<svg ", '<svg class="icons" aria-hidden="true" ', 1).replace('<symbol id="', '<symbol id="i-'))


SMALLEST_FIRST = (("br", ".br"), ("gzip", ".gz"))


def versions_of(content: bytes) -> dict[str, bytes]:
    """A file that is made here, in all its codings; "" is the file as it is."""
    return {"br": brotli.compress(content), "gzip": gzip.compress(content), "": content}


def send_made(versions: dict[str, bytes], kind: str) -> Response:
    """The smallest version that the browser takes."""
    encoding = next((way for way, _ending in SMALLEST_FIRST if request.accept_encodings[way]), "")
    response = Response(versions[encoding], mimetype=kind)
    if encoding:
        response.headers["Content-Encoding"] = encoding
    response.vary.add("Accept-Encoding")
    return response


def send_asset(name: str) -> Response:
    """The file, as small as the browser can take it."""
    kind = mimetypes.guess_type(name)[0]
    for encoding, ending in SMALLEST_FIRST:
        if request.accept_encodings[encoding] and (STATIC / f"{name}{ending}").is_file():
            response = send_from_directory(STATIC, name + ending, mimetype=kind)
            response.headers["Content-Encoding"] = encoding
            break
    else:
        response = send_from_directory(STATIC, name, mimetype=kind)
    response.vary.add("Accept-Encoding")
    return response


def register_assets(app) -> None:
    app.jinja_env.globals["icons"] = icons
    app.jinja_env.globals["asset"] = partial(address_of, app)  # asked for a thousand times on a large board, where finding the present application costs most
