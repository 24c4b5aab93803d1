"""A design before it is used: its phases with times, instructions and scripts, and what it looks like when people have written."""
from flask import Blueprint, abort, render_template, request

from ..access import FACILITATE, find, here
from ..people import Course
from ..web import current_language
from .ready_designs import samples_of
from .starting import file_of_start

designs = Blueprint("designs", __name__)


@designs.get("/courses/<int:course_id>/designs/<key>")
def show(course_id, key):
    """`notes=no` leaves the sample notes out."""
    course = find(Course, course_id, to=FACILITATE)
    try:
        file = file_of_start(course, key)
    except LookupError:
        abort(404)
    samples = samples_of(key)
    return render_template("boards/design.html", course=course, key=key, file=file, layout=file.layout, samples=samples, shows_notes=bool(samples) and request.args.get("notes") != "no",
                           notes_in=lambda phase, column: [note for note in samples if (note.phase, note.column) == (phase, column)],
                           reading=(current_language(), *course.languages), viewpoint=here().own)
