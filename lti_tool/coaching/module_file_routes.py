"""A module in a file: it leaves from its settings, and comes back as a new draft where something new is made."""
from flask import Blueprint, render_template, url_for

from ..access import FACILITATE, find, here
from ..activities.own_template_forms import file_read_for
from ..db import transaction
from ..documents.strict_json import BYTES_AT_MOST
from ..live import operation_done, remember_operation
from ..people import Course
from ..web import leads_to, own_transactions, safe_name, saved_as, takes_up_to
from ..web.guard import findings
from ..web.rich_text import read_html
from .contents import StepShown
from .copying import lay_out
from .imports import read_file
from .module import Module
from .reading import as_json
from .showing import module_context

module_files = Blueprint("module_files", __name__)


@module_files.get("/modules/<int:module_id>/module.json")
def download(module_id):
    module = find(Module, module_id, to=FACILITATE)
    return saved_as(safe_name(module.title.best(*module.course.languages).text, "json", otherwise="module"), as_json(module), "application/json")


@module_files.post("/courses/<int:course_id>/modules")
@own_transactions
@takes_up_to(BYTES_AT_MOST + 100_000)  # what a form puts around the file
def take(course_id):
    """A page with what came in and what did not. Sent again, it leads to the module that there is already."""
    file, words = file_read_for(course_id, read_file)
    to_look_at = sum(1 for step in file.contents.steps if any(findings(text, words) for text in texts_in(step)))  # whoever wrote them was perhaps not asked
    with transaction():
        course = find(Course, course_id, to=FACILITATE)
        if part := operation_done(course.topic_id):
            return leads_to(url_for("modules.show", module_id=int(part.partition(":")[2])))
        module = lay_out(course, file.title, file.purpose, file.contents)
        remember_operation(course.topic_id, f"module:{module.id}")
        return render_template("coaching/taken.html", file=file, to_look_at=to_look_at, viewpoint=here().own, **module_context(module))


def texts_in(step: StepShown) -> list[str]:
    return [*step.title.values(), *(read_html(text).text for text in leaves(step.contents))]


def leaves(value) -> list[str]:
    """All texts in what a step holds, whatever its kind."""
    if isinstance(value, str):
        return [value]
    return [text for one in (value.values() if isinstance(value, dict) else value if isinstance(value, (list, tuple)) else ()) for text in leaves(one)]
