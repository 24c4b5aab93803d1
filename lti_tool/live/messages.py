"""Renders changed parts from the present state, once per viewpoint, for streams, for polling and for the writer's own answer."""
import logging
import re

from flask import Response, current_app, g, request
from flask_babel import force_locale

from ..web.log import way_to
from .changes import changes_since, head_of
from .viewpoint import Viewer, Viewpoint

logger = logging.getLogger("lti_tool.live")


def part_renderer(app, kind: str, render) -> None:
    """Registers `render(number, viewpoint) -> html` for parts named `kind:number`.

    It checks again who may see the thing: for who may not, it answers with its removal.
    """
    app.extensions["part_renderers"][kind] = render


class Renderer:
    """One batch: every part once for every viewpoint that asks."""

    def __init__(self):
        self._done: dict[tuple[str, Viewpoint], str] = {}

    def part(self, part: str, viewpoint: Viewpoint) -> str:
        if (part, viewpoint) not in self._done:
            kind, _, number = part.partition(":")
            with force_locale(viewpoint.language):
                self._done[part, viewpoint] = current_app.extensions["part_renderers"][kind](int(number), viewpoint)
        return self._done[part, viewpoint]

    def message(self, viewer: Viewer, changes) -> str:
        """All that concerns this viewer, each part once, in the order of its last change."""
        parts: dict[str, Viewpoint] = {}
        for _, part, audience in changes:
            if viewpoint := viewer.hears(audience):
                parts.pop(part, None)
                parts[part] = viewpoint
        return "".join(self.part(part, viewpoint) for part, viewpoint in parts.items())


def event_bytes(seq: int, html: str) -> bytes:
    """A server-sent event. A lone CR ends a line there too: what somebody wrote must not become a field of the event."""
    lines = re.split(r"\r\n|\r|\n", html.strip())
    return (f"id: {seq}\n" + "".join(f"data: {line}\n" for line in lines) + "\n").encode()


def named_event(name: str, seq: int) -> bytes:
    return f"event: {name}\nid: {seq}\ndata:\n\n".encode()


def answer_parts(viewer: Viewer, *parts: str, status: int = 200, note: int | None = None, extra: str = "") -> Response:
    """What the writer's page gets at once: the same parts as everybody's, from the writer's own viewpoint."""
    renderer = Renderer()
    response = Response("".join(renderer.part(part, viewer.own) for part in parts) + extra, status=status)
    response.headers["Live-Seq"] = str(g.get("heads", {}).get(viewer.topic) or head_of(viewer.topic))  # an answer may arrive after the stream has told of something newer
    if note is not None:
        response.headers["X-Note"] = str(note)
    return response


def changes_answer(viewer: Viewer) -> Response:
    """For pages without a stream: what changed since `?since=`, 304 when nothing did."""
    since = request.args.get("since", 0, int)
    head, oldest, changes = changes_since(viewer.topic, since)
    if since == head:
        return Response(status=304)
    if since > head or since + 1 < oldest:
        return resync_answer(head)
    try:
        return Response(Renderer().message(viewer, changes), headers={"Live-Seq": str(head)})
    except Exception as error:  # or the page would ask for the same part for ever
        logger.error("live: topic %s\n%s", viewer.topic, way_to(error))
        return resync_answer(head)


def resync_answer(head: int) -> Response:
    """The page fetches everything anew and goes on from there."""
    return Response(status=204, headers={"HX-Trigger": "resync", "Live-Seq": str(head)})
