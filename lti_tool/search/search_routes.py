"""The page on which a course is searched. An ordinary form: its address says what was looked for."""
from flask import Blueprint, render_template
from flask_babel import gettext as _
from flask_babel import ngettext

from ..access import SEE, find, here
from ..people import Course
from ..web import current_language, language_name
from .asking import QUERY_LIMIT, asked_for, choices_in
from .finding import find_things
from .findable import findables
from .marking import excerpt, marked

search = Blueprint("search", __name__)


@search.get("/courses/<int:course_id>/search")
def show(course_id):
    course = find(Course, course_id, to=SEE)
    viewpoint = here().own
    choices = choices_in(course.id, viewpoint)
    asked = asked_for(course, viewpoint, choices)
    results = find_things(course, asked, viewpoint)
    words = asked.words
    return render_template("search/show.html", course=course, viewpoint=viewpoint, asked=asked, results=results, choices=choices, words=words, limit=QUERY_LIMIT,
                           language=current_language(), named_languages=[(code, language_name(code)) for code in course.languages], reading=(current_language(), *course.languages), headings={kind: findable.heading() for kind, findable in findables().items()},
                           found_words=found_words(results), marked=lambda text: marked(text, words), excerpt=lambda text: excerpt(text, words))


def found_words(results) -> str:
    if results.more:
        return _("More than %(number)s found", number=results.total)
    return ngettext("%(num)s found", "%(num)s found", results.total) if results.total else _("Nothing was found")


def render_field(course, **_more) -> str:
    """For the home of a course."""
    return render_template("search/_field.html", course=course, limit=QUERY_LIMIT)


def render_link(course, within, words: str = "", **_more) -> str:
    """For the head of a board or wall."""
    return render_template("search/_link.html", course=course, within=within, words=words)
