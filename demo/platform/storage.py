"""Platform storage: a frame of the platform's own beside the tool's, which keeps words for the tool where cookies are lost
(LTI Client Side postMessages and LTI postMessage Storage, 1EdTech). What is kept is gone with the page."""

from flask import Blueprint, render_template

from .options import PLATFORM_STORAGE, is_on
from .tool import tools

room = Blueprint("storage", __name__)
FRAME = "platform_storage"  # the frame's name: what lti_storage_target says


def storage_frame():
    """The frame's name, or None when the demo's settings offer no storage."""
    return FRAME if is_on(PLATFORM_STORAGE) else None


@room.get("/storage")
def storage():
    return render_template("storage.html", origins=sorted({origin for tool in tools() if tool.active for origin in tool.origins}), frame=FRAME)
