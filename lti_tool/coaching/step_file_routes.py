"""Pictures and files of a step: what is there, and adding one. They belong to the step, whatever edition shows it."""
from flask import Blueprint, render_template, url_for

from ..access import FACILITATE, find, here
from ..db import transaction
from ..files import UPLOAD_AT_MOST, attach, attaching, must_have_room, take_upload
from ..live import operation_done, remember_operation
from ..web import answered_in_page, current_language, leads_to, own_transactions, takes_up_to
from .showing import module_context
from .step import Step

step_files = Blueprint("step_files", __name__)


@step_files.get("/steps/<int:step_id>/attachments")
def show(step_id):
    """In our script's dialog, or as a page: the way back leads to the step's form."""
    step = find(Step, step_id, to=FACILITATE)
    module = step.module
    return render_template("files/_attachments.html" if answered_in_page() else "coaching/files_page.html", step=step, to=url_for("step_files.add", step_id=step.id),
                           about=str(step.title.best(current_language(), *module.course.languages)), back_to=url_for("steps.edit", step_id=step.id), viewpoint=here().own,
                           **attaching(step.part), **module_context(module))


@step_files.post("/steps/<int:step_id>/attachments")
@own_transactions
@takes_up_to(UPLOAD_AT_MOST)
def add(step_id):
    """A large picture takes a second: nobody waits for it, so it is opened between the question whether one may and the writing."""
    with transaction(writes=False):
        step = find(Step, step_id, to=FACILITATE)
        if operation_done(here().topic):
            return added(step)
        must_have_room(step.part)
    upload = take_upload()
    with transaction():
        step = find(Step, step_id, to=FACILITATE)
        if not operation_done(here().topic):
            attach(step, upload)
            remember_operation(here().topic, step.part)
        return added(step)


def added(step: Step):
    return leads_to(url_for("step_files.show", step_id=step.id))


def announce_files(topic: int, step: Step) -> list[str]:
    """Pages of steps show them when they are loaded."""
    return []
