"""The course's own templates, and boards and templates that come in files."""
from flask import Blueprint, render_template, request, url_for

from ..access import FACILITATE, find, here
from ..activities.own_template_forms import file_read_for, words_taken
from ..db import transaction
from ..documents.strict_json import BYTES_AT_MOST
from ..live import new_operation, operation_done, remember_operation
from ..people import Course
from ..web import leads_to, own_transactions, safe_name, saved_as, takes_up_to, thing_number
from ..web.guard import findings
from .board import Board
from .dialogs import dialog
from .exports.as_json import dumped
from .imports import read_file, take_board
from .layout import layout_of
from .parts import board_context
from .starting import own_key, picture_of
from .template import PURPOSE_LIMIT, BoardTemplate, keep_template

templates = Blueprint("templates", __name__)


def to_templates(course_id: int, **how):
    return leads_to(url_for("templates.show", course_id=course_id, **how))


@templates.get("/courses/<int:course_id>/templates")
def show(course_id):
    course = find(Course, course_id, to=FACILITATE)
    return render_template("boards/templates.html", course=course, templates=BoardTemplate.of(course.id), deleted=BoardTemplate.of(course.id, deleted=True),
                           just_deleted=request.args.get("deleted", type=thing_number), picture_of=picture_of, own_key=own_key, op=new_operation(),
                           viewpoint=here().own)


@templates.post("/courses/<int:course_id>/templates")
@own_transactions
@takes_up_to(BYTES_AT_MOST + 100_000)  # what a form puts around the file
def take_template_file(course_id):
    file, _words = file_read_for(course_id, read_file)
    with transaction():
        course = find(Course, course_id, to=FACILITATE)
        if not operation_done(course.topic_id):
            template = keep_template(course, file.title, file.purpose, file.layout)
            remember_operation(course.topic_id, f"template:{template.id}")
        return to_templates(course.id)


@templates.post("/courses/<int:course_id>/boards")
@own_transactions
@takes_up_to(BYTES_AT_MOST + 100_000)  # what a form puts around the file
def take_board_file(course_id):
    """A page with what came in and what did not. Sent again, it leads to the board that there is already."""
    file, words = file_read_for(course_id, read_file)
    to_look_at = sum(1 for note in file.notes if findings(note.text, words))  # whoever wrote them was perhaps not asked
    with transaction():
        course = find(Course, course_id, to=FACILITATE)
        if part := operation_done(course.topic_id):
            return leads_to(url_for("boards.show", board_id=int(part.partition(":")[2])))
        board = take_board(course, file)
        remember_operation(course.topic_id, f"board:{board.id}")
        return render_template("boards/taken.html", course=course, board=board, file=file, to_look_at=to_look_at, viewpoint=here().own)


@templates.get("/boards/<int:board_id>/template")
def name_new(board_id):
    board = find(Board, board_id, to=FACILITATE)
    return dialog("boards/_template_form.html", back=board, **board_context(board))


@templates.post("/boards/<int:board_id>/template")
def keep(board_id):
    board = find(Board, board_id, to=FACILITATE)
    if not operation_done(board.topic_id):
        template = keep_template(board.course, *words_taken(board.course.languages, None, PURPOSE_LIMIT, purpose_in_one_line=True), layout_of(board))
        remember_operation(board.topic_id, f"template:{template.id}")
    return to_templates(board.course_id)


@templates.get("/templates/<int:template_id>")
def edit(template_id):
    template = find(BoardTemplate, template_id, to=FACILITATE)
    return render_template("boards/template_words.html", template=template, course=template.course, viewpoint=here().own)


@templates.post("/templates/<int:template_id>")
def change(template_id):
    template = find(BoardTemplate, template_id, to=FACILITATE)
    template.describe(*words_taken(template.course.languages, template, PURPOSE_LIMIT, purpose_in_one_line=True))
    return to_templates(template.course_id)


@templates.get("/templates/<int:template_id>/template.json")
def download(template_id):
    template = find(BoardTemplate, template_id, to=FACILITATE)
    return saved_as(safe_name(template.title.best(*template.course.languages).text, "json"), dumped(template.as_data()), "application/json")


@templates.post("/templates/<int:template_id>/deletion")
def delete(template_id):
    template = find(BoardTemplate, template_id, to=FACILITATE)
    template.delete()
    return to_templates(template.course_id, deleted=template.id)


@templates.post("/templates/<int:template_id>/restoration")
def restore(template_id):
    template = find(BoardTemplate, template_id, to=FACILITATE)
    template.restore()
    return to_templates(template.course_id)
