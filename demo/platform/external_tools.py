"""A course's page of external tools: which of the platform's tools its activity chooser offers."""

from flask import Blueprint, abort, redirect, render_template, request, url_for

from .tool import find_tool, is_shown, show, tools
from .viewer import course_for, teacher

room = Blueprint("external_tools", __name__, url_prefix="/as/<person>/courses/<course>/tools")


@room.get("")
def external_tools(person, course):
    me = teacher()
    here = course_for(me.person, course)
    active = [(tool, is_shown(tool, here)) for tool in tools() if tool.active]
    return render_template("external_tools.html", viewer=me, course=here, tools=active)


@room.post("/<int:tool>/chooser")
def chooser(person, course, tool):
    here, found = course_for(teacher().person, course), find_tool(tool)
    if found is None or not found.active:
        abort(404)
    show(found, here, "shown" in request.form)
    return redirect(url_for("external_tools.external_tools", person=person, course=course), 303)
