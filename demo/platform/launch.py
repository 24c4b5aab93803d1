"""The first step of a message: the person's browser is sent to the tool with who may be expected (OIDC third-party initiated login)."""

import json

from flask import Blueprint, abort, current_app, render_template, request

from .choices import language
from .claims import target_of
from .message import DEEP_LINKING, RESOURCE_LINK, Message, begin
from .problem import Problem
from .storage import storage_frame
from .tool import find_tool
from .viewer import course_for, link_for, teacher, viewer

room = Blueprint("launch", __name__)


@room.get("/as/<person>/links/<link>/launch")
def launch(person, link):
    """A link is opened: in the page's frame, or with ?in=window outside of it."""
    me = viewer()
    course, found = link_for(me.person, link)
    message = Message(RESOURCE_LINK, person, course.id, found.tool, link, None, me.as_student, language(), container())
    return send_to(usable(found.tool), message, found)


@room.get("/as/<person>/courses/<course>/tools/<int:tool>/select")
def select(person, course, tool):
    """A teacher asks the tool for content (LTI-DL 2.0). ?section= says where it will stand."""
    me = teacher()
    asked = usable(tool)
    if not asked.deep_linking_uri:
        abort(404)
    its_course = course_for(me.person, course)
    section = request.args.get("section", 0, int)
    return send_to(asked, Message(DEEP_LINKING, person, its_course.id, tool, None, section, me.as_student, language(), container()))


def container():
    return "window" if request.args.get("in") == "window" else "iframe"


def usable(id):
    tool = find_tool(id)
    if tool is None:
        raise Problem("tool_gone", 404)
    if not tool.active:
        raise Problem("tool_pending", tool=tool.name)
    return tool


def send_to(tool, message, link=None):
    id = begin(message)
    hint = {"cmid": int(link.id), "launchid": id} if link else {"launchid": id}
    fields = {
        "iss": current_app.issuer,
        "target_link_uri": target_of(message, link, tool),
        "login_hint": viewer().person.sub,
        # A JSON string like Moodle's; the tool has to give it back as it is.
        "lti_message_hint": json.dumps(hint, separators=(",", ":")),
        "client_id": tool.client_id,
        "lti_deployment_id": tool.deployment_id,
    }
    if storage_frame() and message.container == "iframe":
        fields["lti_storage_target"] = storage_frame()
    return render_template("post.html", action=tool.login_url, fields=fields)
