"""The platform's groups of a course, for facilitators: who is in which, and their names, which the platform does not tell."""
from flask import Blueprint, render_template, url_for

from ..access import FACILITATE, find, here
from ..lti.carried import REGISTERED
from ..people import Course, groups_of
from ..people.everybody import LEFT, everybody_of
from ..people.group import NAME_LIMIT
from ..web import current_language, leads_to, take_wording

groups = Blueprint("groups", __name__)
NAMED_PEOPLE = 12  # so many of a group are named; the page of people shows all


@groups.get("/courses/<int:course_id>/groups")
def show(course_id):
    course = find(Course, course_id, to=FACILITATE)
    all_groups = groups_of(course.id)
    members: dict[int, list[str]] = {group.id: [] for group in all_groups}
    for somebody in everybody_of(course.id):
        for group in somebody.groups if somebody.state != LEFT else ():
            members[group].append(somebody.name)
    return render_template("home/groups.html", course=course, viewpoint=here().own, groups=all_groups, members=members, most=NAMED_PEOPLE, limit=NAME_LIMIT,
                           parameter=f"groups={REGISTERED['groups']}", reading=(current_language(), *course.languages))


@groups.post("/courses/<int:course_id>/groups")
def name(course_id):
    """A group whose fields the form does not have keeps its name."""
    course = find(Course, course_id, to=FACILITATE)
    for group in groups_of(course.id):
        name = take_wording(f"name-{group.id}", NAME_LIMIT, course.languages, group.name, one_line=True)
        if name != group.name:
            group.rename(name)
    return leads_to(url_for("groups.show", course_id=course.id, saved="yes"))
