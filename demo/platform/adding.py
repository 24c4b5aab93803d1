"""Adding to a course: the activity chooser, a tool's page there, a link without content, one more of a link, and taking it away again."""

from flask import Blueprint, abort, redirect, render_template, request, url_for

from .course_copy import copy_link
from .launch import usable
from .line_item import LineItem, add_line_item
from .link import TITLE_LONGEST, Link, add_link, delete_link
from .problem import Problem
from .storage import storage_frame
from .tool import is_shown, tools
from .viewer import course_for, link_for, teacher

room = Blueprint("adding", __name__, url_prefix="/as/<person>")
GRADE_MOST = 1000


@room.get("/courses/<course>/add")
def choose(person, course):
    """Moodle's activity chooser; ?section= is the place of the section in the course."""
    me = teacher()
    here = course_for(me.person, course)
    offered = [tool for tool in tools() if is_shown(tool, here)]
    return render_template("chooser.html", viewer=me, course=here, section=the_section(here), number=section_number(), tools=offered)


@room.get("/courses/<course>/add/<int:tool>")
def add(person, course, tool):
    me = teacher()
    here = course_for(me.person, course)
    place = {"section": the_section(here), "number": section_number()}
    return render_template("add.html", viewer=me, course=here, tool=usable(tool), storage=storage_frame(), **place)


@room.post("/courses/<course>/add/<int:tool>")
def add_without_content(person, course, tool):
    """A link that carries nothing: what it opens is chosen in the tool."""
    me, chosen = teacher(), usable(tool)
    here = course_for(me.person, course)
    title = " ".join(request.form.get("title", "").split())[:TITLE_LONGEST]
    if not title:
        raise Problem("no_title", back=url_for("adding.add", person=person, course=course, tool=tool, section=section_number()))
    link = add_link(here.id, the_section(here).title, Link("", title, chosen.name, "new", tool=chosen.id))
    maximum = request.form.get("maximum", 0, int)
    if 0 < maximum <= GRADE_MOST:
        add_line_item(LineItem(None, here.id, chosen.id, link.id, title, maximum, "", ""))
    return to_the_course(person, here, added=1)


@room.post("/links/<link>/duplicate")
def duplicate(person, link):
    here, found = link_for(teacher().person, link)
    section = next(section for section in here.sections if found in section.links)
    copy_link(found, here.id, section.title, after=found.id, title=f"{found.title} (kopio)"[:TITLE_LONGEST])
    return to_the_course(person, here, added=1)


@room.post("/links/<link>/delete")
def delete(person, link):
    """Only what a teacher added: the rest is the demo's."""
    here, found = link_for(teacher().person, link)
    if not found.added:
        abort(404)
    delete_link(found)
    return to_the_course(person, here)


def the_section(course):
    number = section_number()
    return course.sections[number] if 0 <= number < len(course.sections) else abort(404)


def section_number():
    return request.args.get("section", 0, int)


def to_the_course(person, course, **said):
    return redirect(url_for("pages.course", person=person, course=course.id, **said), 303)
