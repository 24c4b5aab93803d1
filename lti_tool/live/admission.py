"""The Flask side of a stream: a view that has checked the viewer leaves it here for the stream server to find."""
from flask import Response, request

from .viewpoint import Viewer

VIEWER, SINCE = "lti_tool.viewer", "lti_tool.since"


def admit(viewer: Viewer) -> Response:
    """Answers a stream request. On a server that has no streams: 501, and the page asks every few seconds instead."""
    scope = request.environ.get("asgi.scope")
    if scope is None:
        return Response(status=501)
    since = request.headers.get("Last-Event-ID") or request.args.get("since", "0")
    scope[VIEWER], scope[SINCE] = viewer, int(since) if since.isdecimal() and len(since) < 19 else 0
    return Response(status=200)
