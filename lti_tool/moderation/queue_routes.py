"""What waits for the facilitators of a course, what they have done, and for everybody what was done about their own."""
from flask import Blueprint, g, render_template, request

from ..access import FACILITATE, SEE, find, here
from ..activities import Activity
from ..activities.authorship import Authors
from ..db import db
from ..live import head_of, new_operation
from ..people import Course
from ..people.names import names_in
from ..web import current_language, thing_number
from .answer import ANSWER_LIMIT, answers_to
from .log import UNDOABLE, LogEntry, log_of, newest_of, verb_words
from .moderated import kind_of, things_of
from .reading import queue_of, told_about, told_to
from .reason import WORDS_LIMIT, reason_word, reason_words
from .report import has_another_facilitator, shows_reporters
from .stop import lasting_stops
from .thing_routes import page_of

queue = Blueprint("queue", __name__)
AT_ONCE = 60  # entries of the log on one page


def context(course: Course) -> dict:
    return {"course": course, "viewpoint": here().own, "reading": (current_language(), *course.languages), "kind_of": kind_of, "page_of": page_of,
            "op": new_operation, "reason_word": reason_word, "verb_words": verb_words, "already": bool(request.args.get("already"))}


@queue.get("/courses/<int:course_id>/moderation")
def show(course_id):
    course = find(Course, course_id, to=FACILITATE)
    seq, cases = head_of(course.topic_id), queue_of(course.id)
    entries = [entry for case in cases for entry in told_about(case.thing.part)[:1]] if any(case.answers for case in cases) else []
    stops = lasting_stops(course.id)
    things = things_of({stop.thing for stop in stops})
    return render_template("moderation/queue.html", seq=seq, cases=cases, answers=answers_to(entries), stops=[(stop, things.get(stop.thing)) for stop in stops], names=names_in(course.id), authors=Authors(course.id),
                           activities=activities_of_things([case.thing for case in cases] + list(things.values())), shows_reporters=shows_reporters, alone=not has_another_facilitator(course.id, here().person),
                           reasons=reason_words(), words_limit=WORDS_LIMIT, done=done_entry(course), **context(course))


def done_entry(course: Course) -> LogEntry | None:
    number = request.args.get("done", type=thing_number)
    entry = db.session.get(LogEntry, number) if number else None
    return entry if entry is not None and entry.verb in UNDOABLE and entry.is_last and db.session.get(Activity, entry.activity_id).course_id == course.id else None


def activities_of_things(things) -> dict[int, Activity]:
    return {number: db.session.get(Activity, number) for number in {thing.activity_id for thing in things}}


@queue.get("/courses/<int:course_id>/moderation/log")
def log(course_id):
    course = find(Course, course_id, to=FACILITATE)
    entries = log_of(course.id, AT_ONCE + 1, request.args.get("before", type=thing_number))
    things = things_of({entry.thing for entry, _activity in entries})
    lines = [(entry, activity, things.get(entry.thing)) for entry, activity in entries[:AT_ONCE]]
    return render_template("moderation/log.html", lines=lines, earlier=lines[-1][0].id if len(entries) > AT_ONCE else None, names=names_in(course.id), undoable=UNDOABLE, newest=newest_of(things),
                           **context(course))


@queue.get("/courses/<int:course_id>/moderation/mine")
def mine(course_id):
    """About what the reader wrote."""
    course = find(Course, course_id, to=SEE)
    told = told_to(course.id, here().own)
    return render_template("moderation/mine.html", told=told, answers=answers_to([one.entry for one in told]), answer_limit=ANSWER_LIMIT, membership=g.membership, **context(course))
