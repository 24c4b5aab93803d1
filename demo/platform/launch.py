"""The first step of a launch: the person's browser is sent to the tool with who may be expected (OIDC third-party initiated login)."""

import json

from flask import Blueprint, current_app, render_template, request

from .store import Launch
from .viewer import language, link_for, viewer

room = Blueprint("launch", __name__)


@room.get("/as/<person>/links/<link>/launch")
def launch(person, link):
    me = viewer()
    link_for(me.person, link)
    container = "window" if request.args.get("in") == "window" else "iframe"
    id = current_app.store.begin(Launch(me.person.key, link, me.as_student, language(), container))
    tool = current_app.tool
    fields = {
        "iss": current_app.issuer,
        "target_link_uri": tool.target_link_uri,
        "login_hint": me.person.sub,
        # A JSON string like Moodle's; the tool has to give it back as it is.
        "lti_message_hint": json.dumps({"cmid": int(link), "launchid": id}, separators=(",", ":")),
        "client_id": tool.client_id,
        "lti_deployment_id": tool.deployment_id,
    }
    return render_template("post.html", action=tool.login_url, fields=fields)
