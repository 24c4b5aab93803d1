"""What moderation puts on the pages of other rooms: ways to it, the number of what waits, and calm notices."""
from flask import g, render_template

from ..access import here
from ..live import NOBODY
from ..people import Course
from .log import HIDDEN, RETURNED, last_about
from .reading import told_to, waiting_count
from .stop import stop_of
from .thing_routes import page_of


def at_home(course: Course, membership, viewpoint) -> str:
    """For facilitators how much waits; for everybody what was done about theirs, and that they do not write for now."""
    told = [one for one in told_to(course.id, viewpoint) if one.is_open]
    waiting = waiting_count(course.id) if viewpoint.facilitates else 0
    stop = None if viewpoint.facilitates else stop_of(course.id, membership.person_id)
    return render_template("moderation/_home.html", course=course, waiting=waiting, told=told, stop=stop) if waiting or told or stop else ""


def in_home_menu(course: Course) -> str:
    return render_template("moderation/_home_menu.html", course=course)


def where_people_write(**given) -> str:
    """On the page of a board or wall: that one does not write for now, and until when."""
    if "viewer" not in g or here().person == NOBODY or here().own.facilitates:
        return ""
    stop = stop_of(here().course, here().person)
    return render_template("moderation/_stopped.html", stop=stop) if stop else ""


def with_note(number: int, note=None, viewpoint=None) -> str:
    """In a note's menu; on a board once for all notes."""
    if note is not None and note.is_by(viewpoint) and not viewpoint.facilitates:
        return ""
    return render_template("moderation/_in_menu.html", address=f"/moderated/note/{number}", facilitates=note is None or viewpoint.facilitates, all=note is None)


def on_post(thing, viewpoint) -> str:
    """Why others do not see it: for its author and facilitators."""
    entry = last_about(thing.part, HIDDEN, RETURNED) if thing.is_hidden or thing.state == "draft" and thing.is_by(viewpoint) else None
    if not thing.is_hidden and entry is None:
        return ""
    return render_template("moderation/_on_post.html", thing=thing, entry=entry, address=page_of(thing.part), viewpoint=viewpoint)


def with_thing(thing, viewpoint=None) -> str:
    """Beside any other thing. `viewpoint` None: it is shown to many alike."""
    return render_template("moderation/_beside.html", address=page_of(thing.part), thing=thing, viewpoint=viewpoint)
