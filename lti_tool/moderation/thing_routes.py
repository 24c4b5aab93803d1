"""One thing and what can be done about it: reporting it, and for facilitators all they may do; its author reads why, and answers."""
from flask import Blueprint, abort, render_template, request, url_for
from flask_babel import gettext as _

from ..access import FACILITATE, SEE, find, here
from ..activities import Activity
from ..activities.authorship import Authors
from ..db import db
from ..live import new_operation, operation_done, remember_operation
from ..web import Unsuitable, current_language, leads_to, take_text, thing_number
from .acting import announce_to_facilitators, dismiss, hide, let_write, publish, remove, send_back, show_again, stop_author, take_out, undo
from .answer import ANSWER_LIMIT, add_answer, answers_to
from .log import UNDOABLE, LogEntry, verb_words
from .moderated import find_thing, kind_of, thing_of
from .reading import told_about
from .reason import WORDS_LIMIT, reason_taken, reason_words
from .removing_form import words_to_take_out
from .report import has_another_facilitator, open_reports, own_report, report, shows_reporters
from .stop import WritingStop, can_stop_author_of, stop_on, until_taken

things = Blueprint("moderated", __name__)
THING = "/moderated/<moderated_kind>/<int:moderated_id>"


def page_of(part: str, **more) -> str:
    kind, _sep, number = part.partition(":")
    return url_for("moderated.show", moderated_kind=kind, moderated_id=number, **more)


@things.get(THING)
def show(moderated_kind, moderated_id):
    thing = find_thing(moderated_kind, moderated_id, to=SEE)
    viewer, activity = here(), db.session.get(Activity, thing.activity_id)
    known, own = kind_of(thing.part), thing.is_by(viewer.own)
    facilitates, entries = viewer.own.facilitates, told_about(thing.part) if viewer.own.facilitates or own else []
    return render_template(
        "moderation/thing.html", thing=thing, verb_words=verb_words, kind=moderated_kind, word=known.word(), said=known.said(thing), address=known.address(thing), activity=activity, course=activity.course,
        viewpoint=viewer.own, own=own, decides=not own or not has_another_facilitator(viewer.course, viewer.person), reasons=reason_words(), words_limit=WORDS_LIMIT, answer_limit=ANSWER_LIMIT, authors=Authors(activity.course_id), op=new_operation,
        my_report=own_report(thing.part, viewer.person), reports=open_reports(thing.part) if facilitates else [], names_reporters=shows_reporters(thing, viewer.own),
        waits=bool(known.approval and known.approval.waits(thing)), stop=stop_on(thing.part) if facilitates else None, can_be_stopped=can_stop_author_of(thing),
        entries=entries, answers=answers_to(entries), done=done_entry(thing), already=bool(request.args.get("already")), reported=bool(request.args.get("reported")),
        reading=(current_language(), *activity.course.languages))


def done_entry(thing) -> LogEntry | None:
    """What was done just now: the page offers to undo it."""
    number = request.args.get("done", type=thing_number)
    entry = db.session.get(LogEntry, number) if number and here().own.facilitates else None
    return entry if entry is not None and entry.thing == thing.part and entry.verb in UNDOABLE and entry.is_last else None


def act_on(kind: str, number: int, act):
    """Finds the thing, does the act once, and leads to how it is now."""
    thing = find_thing(kind, number, to=FACILITATE)
    viewer = here()
    if operation_done(viewer.topic):
        return leads_to(back(thing.part))
    entry = act(thing, viewer)
    remember_operation(viewer.topic, thing.part)
    return leads_to(back(thing.part, **({"done": entry.id} if entry else {"already": "yes"})))


def back(part: str, **more) -> str:
    """To where it was done: the queue, or the thing's page."""
    return url_for("queue.show", course_id=here().course, **more) if request.form.get("in") == "queue" else page_of(part, **more)


@things.post(f"{THING}/hiding")
def hide_thing(moderated_kind, moderated_id):
    return act_on(moderated_kind, moderated_id, lambda thing, viewer: hide(thing, viewer, *reason_taken()))


@things.post(f"{THING}/showing")
def show_thing(moderated_kind, moderated_id):
    return act_on(moderated_kind, moderated_id, show_again)


@things.post(f"{THING}/dismissal")
def dismiss_reports(moderated_kind, moderated_id):
    return act_on(moderated_kind, moderated_id, dismiss)


@things.post(f"{THING}/publication")
def publish_thing(moderated_kind, moderated_id):
    return act_on(moderated_kind, moderated_id, publish)


@things.post(f"{THING}/return")
def send_thing_back(moderated_kind, moderated_id):
    return act_on(moderated_kind, moderated_id, lambda thing, viewer: send_back(thing, viewer, take_text("text", WORDS_LIMIT, required=True)))


@things.post(f"{THING}/stop")
def stop_its_author(moderated_kind, moderated_id):
    def stop(thing, viewer):
        if not can_stop_author_of(thing):
            raise Unsuitable("until", _("No author is stored here: nobody can be stopped. Writing can be paused for everybody instead."))
        return stop_author(thing, viewer, until_taken(), take_text("text", WORDS_LIMIT))
    return act_on(moderated_kind, moderated_id, stop)


@things.post(f"{THING}/redaction")
def take_words_out(moderated_kind, moderated_id):
    return act_on(moderated_kind, moderated_id, lambda thing, viewer: take_out(thing, viewer, words_to_take_out()))


@things.post(f"{THING}/final-removal")
def remove_thing(moderated_kind, moderated_id):
    return act_on(moderated_kind, moderated_id, remove)


@things.post(f"{THING}/reports")
def report_thing(moderated_kind, moderated_id):
    thing = find_thing(moderated_kind, moderated_id, to=SEE)
    viewer = here()
    report(thing, *reason_taken(), viewer.own)
    announce_to_facilitators(viewer)
    return leads_to(page_of(thing.part, reported="yes"))


@things.post(f"{THING}/reports/withdrawal")
def take_report_back(moderated_kind, moderated_id):
    thing = find_thing(moderated_kind, moderated_id, to=SEE)
    known = own_report(thing.part, here().person)
    if known is not None:
        db.session.delete(known)
        announce_to_facilitators(here())
    return leads_to(page_of(thing.part))


@things.post(f"{THING}/answers")
def answer(moderated_kind, moderated_id):
    """Its author says something to what was done about it last."""
    thing = find_thing(moderated_kind, moderated_id, to=SEE)
    viewer = here()
    if not thing.is_by(viewer.own):
        abort(403)
    if not operation_done(viewer.topic):
        entry = next(iter(told_about(thing.part)), None)
        if entry is None:
            raise Unsuitable("text", _("There is nothing to answer: nothing has been done about it."))
        add_answer(entry, thing, take_text("text", ANSWER_LIMIT, required=True))
        remember_operation(viewer.topic, thing.part)
        announce_to_facilitators(viewer)
    return leads_to(url_for("queue.mine", course_id=viewer.course) if request.form.get("in") == "mine" else page_of(thing.part))


@things.post("/writing-stops/<int:stop_id>/end")
def end(stop_id):
    stop = find(WritingStop, stop_id, to=FACILITATE)
    let_write(stop, thing_of(stop.thing), here())
    return leads_to(url_for("queue.show", course_id=stop.course_id))


@things.post("/moderation-log/<int:entry_id>/undo")
def undo_entry(entry_id):
    entry = find(LogEntry, entry_id, to=FACILITATE)
    if entry.verb not in UNDOABLE:
        raise Unsuitable("entry", _("This cannot be undone."))
    thing = thing_of(entry.thing) or abort(404)
    done = undo(entry, thing, here())
    if request.form.get("in") == "log":
        return leads_to(url_for("queue.log", course_id=here().course, **({} if done else {"already": "yes"})))
    return leads_to(back(entry.thing, **({} if done else {"already": "yes"})))
