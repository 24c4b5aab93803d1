"""The names and roles service (LTI-NRPS 2.0) as Moodle 4.5 answers: everybody in one page unless a limit is asked for, roles as short words,
names only where the settings allow them, and with "delegate" only for a link that is named with ?rlid=."""

import json
from urllib.parse import urlencode

from flask import Blueprint, Response, current_app, request

from .access_token import holder
from .claims import LTI
from .courses import find_course
from .enrolment import email_of, enrolled_in
from .message import RESOURCE_LINK
from .options import ALWAYS, DELEGATE, privacy
from .refusal import refusal
from .scopes import ROSTER
from .service_addresses import roster_address

room = Blueprint("roster", __name__)
CONTAINER = "application/vnd.ims.lti-nrps.v2.membershipcontainer+json"


@room.get("/services/CourseSection/<course>/bindings/<int:tool>/memberships")
def memberships(course, tool):
    asking, its_course = holder(ROSTER), find_course(course)
    if asking is None or asking.id != tool:
        return refusal(401, "Unauthorized")
    if its_course is None:
        return refusal(404, f"Not Found: Course {course} doesn't exist.")
    wanted = request.args.get("role", "").rpartition("#")[2]
    members = [one for one in enrolled_in(its_course) if wanted in ("", one.role)]
    link = next((link for link in its_course.links if link.id == request.args.get("rlid") and link.tool == tool), None)
    if request.args.get("rlid") and link is None:
        return refusal(404, "Not Found")
    first, limit = request.args.get("from", 0, int), request.args.get("limit", 0, int)
    page = members[first:first + limit] if limit > 0 else members
    named = privacy() == ALWAYS or privacy() == DELEGATE and link is not None
    here = roster_address(current_app.issuer, course, tool)
    answer = Response(json.dumps({
        "id": here,
        "context": {"id": its_course.id, "label": its_course.label, "title": its_course.title},
        "members": [member(one, asking, link, named) for one in page],
    }, ensure_ascii=False), content_type=f"{CONTAINER}; charset=utf-8")
    if 0 < limit < len(members) - first:
        query = {**request.args.to_dict(), "limit": limit, "from": first + limit}
        answer.headers["Link"] = f'<{here}?{urlencode(query)}>; rel="next"'
    return answer


def member(one, tool, link, named):
    person = one.person
    told = {"status": "Active", "roles": [one.role]}
    if link:
        told["message"] = [{LTI + "message_type": RESOURCE_LINK}]
    told |= {"user_id": person.sub, "lis_person_sourcedid": ""}
    if named and tool.shares_name:
        told |= {"name": person.name, "given_name": person.given, "family_name": person.family, "ext_user_username": person.key}
    return told | ({"email": email_of(person)} if named and tool.shares_email else {})
