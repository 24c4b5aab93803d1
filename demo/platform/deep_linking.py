"""The tool's answer to a question for content (LTI-DL 2.0, 4.5): what it offers becomes activities of the course, under Moodle's rules."""

from flask import Blueprint, current_app, render_template, request

from .claims import DL, LTI
from .content_item import LINK, keep_item
from .launch import usable
from .once import first_use
from .problem import Problem
from .selection import find_selection, spend_selection
from .tool_message import NotBelieved, read_message
from .viewer import course_for, own_course, teacher

room = Blueprint("deep_linking", __name__)
RESPONSE = "LtiDeepLinkingResponse"


@room.post("/as/<person>/courses/<course>/tools/<int:tool>/selected")
def selected(person, course, tool):
    """Arrives in the frame in which the tool was asked; the page leads the whole window back to the course."""
    me = teacher()
    here, asked = course_for(me.person, course), usable(tool)
    sesskey = request.args.get("sesskey", "")
    question = find_selection(sesskey)
    if question is None or (question.person, question.course, question.tool) != (person, course, tool):
        raise Problem("not_asked", back=own_course(me.person))
    try:
        said = the_answer(request.form.get("JWT", ""), asked)
    except NotBelieved as fault:
        raise Problem("answer_not_believed", back=own_course(me.person), tool=asked.name, reason=str(fault)) from fault
    if not spend_selection(sesskey):
        raise Problem("not_asked", back=own_course(me.person))
    # With an error Moodle takes nothing, and says nothing either.
    items = said.get(DL + "content_items") or [] if not said.get(DL + "errormsg") else []
    links = [item for item in items if item.get("type") == LINK]
    section = here.sections[min(question.section, len(here.sections) - 1)]
    for item in links:
        keep_item(item, here, section, asked)
    left_out = ", ".join(sorted({str(item.get("type")) for item in items if item not in links}))
    happened = {"added": len(links) or None, "lti_msg": said.get(DL + "msg"), "left_out": left_out or None}
    return render_template("selected.html", viewer=me, course=here, happened=happened)


def the_answer(signed, tool):
    """The claims of the tool's answer; raises NotBelieved."""
    said = read_message(signed, tool, current_app.issuer, ["nonce"])
    expected = {"message_type": RESPONSE, "version": "1.3.0", "deployment_id": tool.deployment_id}
    for name, value in expected.items():
        if said.get(LTI + name) != value:
            raise NotBelieved(f"{name} has to be {value}")
    items = said.get(DL + "content_items") or []
    if not isinstance(items, list) or not all(isinstance(item, dict) for item in items):
        raise NotBelieved("content_items has to be a list of objects")
    if not first_use("nonce", f"{tool.id} {said['nonce']}", said["exp"] + 60):
        raise NotBelieved("this nonce was used before")
    return said
