"""The administrator's page of tools: what is registered, what waits to be activated, and how a new one is added."""

from flask import Blueprint, abort, current_app, redirect, render_template, request, url_for

from .tool import activate, delete_tool, find_tool, keep_tool, tools
from .viewer import administrator

room = Blueprint("manage_tools", __name__, url_prefix="/as/<person>/tools")


@room.get("")
def manage(person):
    return render_template("manage_tools.html", viewer=administrator(), tools=tools(), issuer=current_app.issuer)


@room.get("/registration")
def registration(person):
    """The tool's own page in a frame, until it says that it is done."""
    return render_template("tool_registration.html", viewer=administrator(), url=request.args.get("url", "").strip())


@room.post("/<int:tool>/active")
def active(person, tool):
    administrator()
    activate(find_tool(tool) or abort(404))
    return to_the_list(person)


@room.post("/<int:tool>/offered")
def offered(person, tool):
    """In the activity chooser of every course, where its teachers have not said otherwise (Moodle: "Tool configuration usage")."""
    administrator()
    keep_tool((find_tool(tool) or abort(404))._replace(offered="offered" in request.form))
    return to_the_list(person)


@room.post("/<int:tool>/delete")
def delete(person, tool):
    administrator()
    found = find_tool(tool)
    if found is None or found.built_in:  # without it the demo's own course would be lost
        abort(404)
    delete_tool(found)
    return to_the_list(person)


def to_the_list(person):
    return redirect(url_for("manage_tools.manage", person=person), 303)
