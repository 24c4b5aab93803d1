"""The people of a course, for facilitators: who has been here, who has not, who has left; and the platform's list of them, read anew."""
from itertools import groupby
from typing import NamedTuple

from flask import Blueprint, render_template, request, url_for

from ..access import FACILITATE, find, here
from ..db import transaction
from ..lti import ServiceIsNotAllowed, ask_for_roster, problem_named, read_now
from ..people import Course, groups_of, roster_state
from ..people.everybody import STATES, counts_of, everybody_of, those
from ..web import current_language, leads_to, own_transactions, thing_number
from ..web.text import clean

people = Blueprint("people", __name__)
PEOPLE_A_PAGE = 100
QUERY_LIMIT = 80


class LookedFor(NamedTuple):
    """What the page's address asks for; what is nobody's state or group asks for nothing."""

    state: str
    called: str
    group: int | None

    @classmethod
    def of_address(cls, groups) -> "LookedFor":
        state, group = request.args.get("show", ""), request.args.get("group", type=thing_number)
        called = " ".join(clean(request.args.get("q", "")[:QUERY_LIMIT]).split())
        return cls(state if state in STATES else "", called, group if group in {known.id for known in groups} else None)

    def address(self, course: Course, **other) -> str:
        """Of the page with something else asked for; the first page of it, unless it is said."""
        asked = {"show": self.state or None, "q": self.called or None, "group": self.group, **other}
        return url_for("people.show", course_id=course.id, **asked)


@people.get("/courses/<int:course_id>/people")
def show(course_id):
    course = find(Course, course_id, to=FACILITATE)
    groups, everybody, roster = groups_of(course.id), everybody_of(course.id), roster_state(course.id)
    looked_for = LookedFor.of_address(groups)
    found = those(everybody, *looked_for)
    pages = max(1, -(-len(found) // PEOPLE_A_PAGE))
    page = min(max(request.args.get("page", 1, type=int), 1), pages)
    shown = found[(page - 1) * PEOPLE_A_PAGE:page * PEOPLE_A_PAGE]
    return render_template("home/people.html", course=course, viewpoint=here().own, groups={group.id: group for group in groups}, roster=roster,
                           problem=problem_named(roster.problem), not_allowed=ServiceIsNotAllowed, counts=counts_of(everybody), looked_for=looked_for, found=len(found), pages=pages, page=page,
                           sections=[(state, list(some)) for state, some in groupby(shown, lambda somebody: somebody.state)],
                           reading=(current_language(), *course.languages))


@people.post("/courses/<int:course_id>/roster")
@own_transactions
def refresh(course_id):
    """Asks the platform at once. What came of it stands on the page."""
    with transaction():
        course = find(Course, course_id, to=FACILITATE)
        contexts = ask_for_roster(course.id)
    return leads_to(url_for("people.show", course_id=course_id, read="yes" if read_now(contexts) else "soon"))
