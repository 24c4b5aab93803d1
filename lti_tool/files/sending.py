"""A stored file on its way to a browser that may have it. Who may is asked before."""
from flask import Response, abort, make_response, send_file

from . import store
from .stored_file import StoredFile

# Whatever a file turns out to be, as a page of its own it may do nothing.
CONFINED = {"Content-Security-Policy": "default-src 'none'; sandbox", "Cross-Origin-Resource-Policy": "same-origin", "Cache-Control": "private, no-cache"}


def send_stored(file: StoredFile, name: str, small: bool = False) -> Response:
    """Pictures to be looked at, anything else to be saved. Browsers keep it, and ask each time whether it still may be seen."""
    small = small and file.has_small
    try:
        response = make_response(send_file(store.path_of(file.digest, small), mimetype=file.kind.media_type, as_attachment=not file.kind.is_picture,
                                           download_name=name, etag=file.digest + ("-small" if small else ""), conditional=True, last_modified=file.made_at))
    except FileNotFoundError:
        abort(404)
    response.headers.update(CONFINED)
    return response
