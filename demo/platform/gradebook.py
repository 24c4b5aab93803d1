"""The assignment and grade services (LTI-AGS 2.0) as Moodle 4.5 answers, with what it does against expectation."""

import json
from datetime import datetime

from flask import Blueprint, Response, current_app, request

from .access_token import holder
from .courses import find_course
from .enrolment import enrolled_in
from .line_item import LOCKED, NO_NUMBERS, LineItem, add_line_item, delete_line_item, find_line_item, keep_line_item, line_items_of, treatment_of
from .refusal import refusal
from .scopes import LINE_ITEM, LINE_ITEM_READ, RESULT_READ, SCORE
from .score import TooOld, keep_score, scores_of
from .service_addresses import line_item_address

room = Blueprint("gradebook", __name__, url_prefix="/services/<course>/lineitems")
ITEM = "application/vnd.ims.lis.v2.lineitem+json"
ITEMS = "application/vnd.ims.lis.v2.lineitemcontainer+json"
SCORE_TYPE = "application/vnd.ims.lis.v1.score+json"
RESULTS = "application/vnd.ims.lis.v2.resultcontainer+json"
MOST = 1_000_000
FILTERS = {"resource_link_id": "link", "resource_id": "resource_id", "tag": "tag"}


class NotServed(Exception):
    def __init__(self, answer):
        self.answer = answer


@room.errorhandler(NotServed)
def not_served(fault):
    return fault.answer


@room.get("")
def line_items(course):
    tool = asking(LINE_ITEM, LINE_ITEM_READ)
    items = line_items_of(the_course(course).id, tool.id)
    for name, field in FILTERS.items():
        items = [item for item in items if request.args.get(name) in (None, getattr(item, field))]
    return answer(200, ITEMS, [told(item) for item in items])


@room.post("")
def add(course):
    """Moodle allows a second line item for a link, and then no longer says in a launch which one is meant."""
    tool = asking(LINE_ITEM)
    its_course, said = the_course(course), sent(ITEM)
    link = next((link.id for link in its_course.links if link.id == said.get("resourceLinkId") and link.tool == tool.id), None)
    if said.get("resourceLinkId") and link is None:
        raise NotServed(refusal(403, "Invalid LTI id supplied."))
    item = add_line_item(changed(LineItem(None, its_course.id, tool.id, link, "", 0, "", ""), said))
    return answer(201, ITEM, {**said, "id": line_item_address(current_app.issuer, item)})


@room.get("/<int:item>/lineitem")
def line_item(course, item):
    return answer(200, ITEM, told(the_item(course, item, LINE_ITEM, LINE_ITEM_READ)))


@room.put("/<int:item>/lineitem")
def change(course, item):
    kept = the_item(course, item, LINE_ITEM)
    return answer(200, ITEM, told(keep_line_item(changed(kept, sent(ITEM)))))


@room.delete("/<int:item>/lineitem")
def delete(course, item):
    delete_line_item(the_item(course, item, LINE_ITEM))
    return Response(status=204)


@room.post("/<int:item>/lineitem/scores")
def score(course, item):
    kept, said = the_item(course, item, SCORE), sent(SCORE_TYPE)
    try:
        at = seconds(said["timestamp"])
        given, maximum = number(said.get("scoreGiven")), number(said.get("scoreMaximum")) or 1
        person, progress, _activity = str(said["userId"]), said["gradingProgress"], said["activityProgress"]
    except (KeyError, TypeError, ValueError) as error:
        raise NotServed(answer(400, SCORE_TYPE, [])) from error
    if not any(one.person.sub == person and one.can_be_graded for one in enrolled_in(the_course(course))):
        return answer(400, SCORE_TYPE, [])
    treatment = treatment_of(kept)
    if treatment == LOCKED:  # Moodle calls it an error of its own
        return answer(500, SCORE_TYPE, [])
    if treatment == NO_NUMBERS:  # taken, and nothing of it is ever seen
        given = None
    try:
        keep_score(kept, person, given, maximum, str(said.get("comment") or ""), at, progress)
    except TooOld:
        return answer(409, SCORE_TYPE, [])
    return Response("", 200, content_type=f"{SCORE_TYPE}; charset=utf-8")


@room.get("/<int:item>/lineitem/results")
def results(course, item):
    kept = the_item(course, item, RESULT_READ)
    if "limit" in request.args:  # Moodle crashes
        return Response("<!DOCTYPE html><title>Error</title>", 404)
    scores = [score for score in scores_of(kept) if request.args.get("user_id") in (None, score.person)]
    return answer(200, RESULTS, [result(kept, score) for score in scores])


def asking(*scopes):
    """The tool, by its access token and by the address's type_id."""
    tool = holder(*scopes)
    if tool is None or request.args.get("type_id") != str(tool.id):
        raise NotServed(refusal(401, "Unauthorized"))
    return tool


def the_course(id):
    course = find_course(id)
    if course is None:
        raise NotServed(refusal(404, f"Not Found: Course {id} doesn't exist."))
    return course


def the_item(course, id, *scopes):
    tool, item = asking(*scopes), find_line_item(id)
    if item is None or item.course != course or item.tool != tool.id:
        raise NotServed(refusal(404, f"Not Found: Grade item {id} doesn't exist."))
    return item


def sent(media_type):
    """What was sent as JSON; only under exactly its own media type."""
    if request.headers.get("Content-Type") != media_type:
        raise NotServed(refusal(400, f"No handler found for {request.path} {request.headers.get('Content-Type', '')}"))
    said = request.get_json(force=True, silent=True)
    if not isinstance(said, dict):
        raise NotServed(answer(400, media_type, []))
    return said


def seconds(timestamp):
    """Since 1970, whole ones: Moodle forgets the rest."""
    at = datetime.fromisoformat(timestamp)
    if at.tzinfo is None:
        raise ValueError("a timestamp says its zone")
    return int(at.timestamp())


def number(said):
    """As a float, None for None; ValueError for what no grade can be."""
    if said is not None and not 0 <= float(said) <= MOST:
        raise ValueError(said)
    return None if said is None else float(said)


def changed(item, said):
    try:
        label, maximum = str(said["label"])[:255], number(said["scoreMaximum"])
    except (KeyError, TypeError, ValueError) as error:
        raise NotServed(answer(400, ITEM, [])) from error
    if not label or not maximum:
        raise NotServed(answer(400, ITEM, []))
    return item._replace(label=label, maximum=maximum, resource_id=str(said.get("resourceId", "")), tag=str(said.get("tag", "")))


def told(item):
    linked = {"resourceLinkId": item.link, "ltiLinkId": item.link} if item.link else {}
    own = {"label": item.label, "scoreMaximum": item.maximum, "resourceId": item.resource_id, "tag": item.tag}
    return {"id": line_item_address(current_app.issuer, item), **own, **linked}


def result(item, score):
    told = {"id": line_item_address(current_app.issuer, item, "/results") + f"&user_id={score.person}", "userId": score.person}
    if score.given is not None:
        at = datetime.fromtimestamp(score.at).astimezone().isoformat()
        told |= {"resultScore": score.given, "resultMaximum": item.maximum, "comment": score.comment}
        told |= {"scoreOf": line_item_address(current_app.issuer, item), "timestamp": at}
    return told


def answer(status, media_type, said):
    return Response(json.dumps(said, ensure_ascii=False), status, content_type=f"{media_type}; charset=utf-8")
