"""What a link of the platform can open: the course's home, what there is in it, and what can be made for it at once."""
from typing import NamedTuple

from flask import request
from flask_babel import force_locale
from flask_babel import gettext as _

from ..activities import OPEN, TITLE_LIMIT
from ..activities.activity import ARCHIVED, Activity, activities_of
from ..activities.kinds import Kind, Start, all_kinds, kind_of
from ..activities.link_token import give_token
from ..db import Wording
from ..lti.carried import to_carry
from ..lti.deep_linking_answer import link_item
from ..lti.deep_linking_request import Asked
from ..people import Course
from ..web import Unsuitable, current_language, take_text

POINTS_AT_MOST = 100


class Choosable(NamedTuple):
    """One line of the picker. Its fields are named after its key: title-<key>, graded-<key>, points-<key>."""

    key: str  # home, activity-12, new-board-own-3
    title: str  # in the main language of the course; in the field where it can be changed
    activity: Activity | None = None
    kind: Kind | None = None  # to be made, of that kind
    start: Start | None = None  # from that template; None: empty

    @property
    def has_own_title(self) -> bool:
        return self.activity is None


def best(wording: Wording, course: Course) -> str:
    """In the main language of the course: the platform shows one title to everybody."""
    return wording.best(*course.languages, current_language()).text


def the_home(course: Course) -> Choosable:
    with force_locale(course.languages[0]):
        return Choosable("home", _("Workshops and boards"))


def what_is_there(course: Course) -> list[Choosable]:
    """The activities in their order; what is archived is offered no more."""
    return [Choosable(f"activity-{activity.id}", best(activity.title, course), activity) for activity in activities_of(course.id) if activity.state != ARCHIVED]


def what_can_be_made(course: Course) -> list[Choosable]:
    """Of each kind an empty one first, then from the templates."""
    made = []
    for kind in all_kinds():
        made.append(Choosable(f"new-{kind.name}-", "", kind=kind))
        made += [Choosable(f"new-{kind.name}-{start.key}", best(start.title, course), kind=kind, start=start) for start in kind.starts(course)]
    return made


def taken(offered: list[Choosable], several: bool) -> list[Choosable]:
    """What the form chose, in the order in which it was offered. Raises Unsuitable."""
    chosen = set(request.form.getlist("choose"))
    if not chosen:
        raise Unsuitable("choose", _("Choose what the link is to open."))
    if not several and len(chosen) > 1:
        raise Unsuitable("choose", _("The learning platform takes one link at a time. Choose one."))
    found = [one for one in offered if one.key in chosen]
    if len(found) < len(chosen):
        raise Unsuitable("choose", _("Something that you chose is no longer there. Choose again."))
    return found


def link_to(choosable: Choosable, course: Course, asked: Asked) -> dict:
    """The link for the platform; what is new is made now. Raises Unsuitable."""
    points = points_taken(choosable.key) if asked.grades else None
    if choosable.key == "home":
        title = title_taken(choosable) or choosable.title
        return link_item(title, "", to_carry(None, give_token(course.id, None)), points, "home", "home")
    activity = choosable.activity or made_from(choosable, course)
    about = kind_of(activity.kind).about(activity) or (choosable.start.purpose if choosable.start else Wording())
    return link_item(best(activity.title, course), " ".join(best(about, course).split()), to_carry(activity.id, give_token(course.id, activity.id)),
                     points, f"activity-{activity.id}", activity.kind)


def title_taken(choosable: Choosable) -> str:
    return take_text(f"title-{choosable.key}", TITLE_LIMIT, one_line=True)


def made_from(choosable: Choosable, course: Course) -> Activity:
    """A draft, or open at once. Under a title of its own it has only that one; unchanged it keeps the template's in every language of the course."""
    title = title_taken(choosable)
    start = choosable.start
    if start and title in ("", choosable.title):
        wording = Wording({language: start.title[language] for language in course.languages if language in start.title}) or start.title
    elif title:
        wording = Wording({course.languages[0]: title})
    else:
        raise Unsuitable(f"title-{choosable.key}", _("There is no title yet."))
    activity = choosable.kind.make(course, wording, start.key if start else "")
    if request.form.get("open") == "yes":
        activity.set_state(OPEN)
    return activity


def points_taken(key: str) -> int | None:
    """None: without a grade item."""
    if request.form.get(f"graded-{key}") != "yes":
        return None
    text = request.form.get(f"points-{key}", "").strip()
    if not (text.isascii() and text.isdecimal() and 1 <= int(text[:4]) <= POINTS_AT_MOST and len(text) <= 3):
        raise Unsuitable(f"points-{key}", _("Points are a whole number from 1 to %(most)s.", most=POINTS_AT_MOST))
    return int(text)
