"""The course's own templates of walls, and walls and templates that come in files."""
from flask import Blueprint, render_template, request, url_for

from ..access import FACILITATE, find, here
from ..activities.own_template_forms import file_read_for, words_taken
from ..db import transaction
from ..documents.strict_json import BYTES_AT_MOST
from ..live import new_operation, operation_done, remember_operation
from ..people import Course
from ..web import leads_to, own_transactions, safe_name, saved_as, takes_up_to, thing_number
from ..web.guard import findings
from ..web.rich_text import read_html
from .exports.as_json import dumped
from .imports import FiledPost, read_file
from .imports.taking import take_wall
from .layout import layout_of
from .parts import wall_context
from .starting import own_key, picture_of_layout
from .template import WallTemplate, keep_template
from .wall import PURPOSE_LIMIT, Wall

wall_templates = Blueprint("wall_templates", __name__)


def to_templates(course_id: int, **how):
    return leads_to(url_for("wall_templates.show", course_id=course_id, **how))


@wall_templates.get("/courses/<int:course_id>/wall-templates")
def show(course_id):
    course = find(Course, course_id, to=FACILITATE)
    return render_template("walls/templates.html", course=course, templates=WallTemplate.of(course.id), deleted=WallTemplate.of(course.id, deleted=True),
                           just_deleted=request.args.get("deleted", type=thing_number), picture_of=picture_of_layout, own_key=own_key, op=new_operation(), viewpoint=here().own)


@wall_templates.post("/courses/<int:course_id>/wall-templates")
@own_transactions
@takes_up_to(BYTES_AT_MOST + 100_000)  # what a form puts around the file
def take_template_file(course_id):
    file, _words = file_read_for(course_id, read_file)
    with transaction():
        course = find(Course, course_id, to=FACILITATE)
        if not operation_done(course.topic_id):
            template = keep_template(course, file.title, file.purpose, file.layout)
            remember_operation(course.topic_id, f"wall-template:{template.id}")
        return to_templates(course.id)


@wall_templates.post("/courses/<int:course_id>/walls")
@own_transactions
@takes_up_to(BYTES_AT_MOST + 100_000)  # what a form puts around the file
def take_wall_file(course_id):
    """A page with what came in and what did not. Sent again, it leads to the wall that there is already."""
    file, words = file_read_for(course_id, read_file)
    to_look_at = sum(1 for post in file.posts if any(findings(text, words) for text in texts_in(post)))  # whoever wrote them was perhaps not asked
    with transaction():
        course = find(Course, course_id, to=FACILITATE)
        if part := operation_done(course.topic_id):
            return leads_to(url_for("walls.show", wall_id=int(part.partition(":")[2])))
        wall = take_wall(course, file)
        remember_operation(course.topic_id, f"wall:{wall.id}")
        return render_template("walls/taken.html", wall=wall, course=course, file=file, to_look_at=to_look_at, viewpoint=here().own)


def texts_in(post: FiledPost) -> list[str]:
    """Its own, and what was said about it."""
    own = [part for text in post.texts.values() for part in (text.title, *(read_html(answer).text for answer in text.answers.values()))]
    return [*own, *(comment.text for comment in post.comments)]


@wall_templates.get("/walls/<int:wall_id>/template")
def name_new(wall_id):
    wall = find(Wall, wall_id, to=FACILITATE)
    return render_template("walls/template_words.html", template=None, title=wall.title, purpose=wall.purpose, to=url_for("wall_templates.keep", wall_id=wall.id),
                           purpose_limit=PURPOSE_LIMIT, viewpoint=here().own, **wall_context(wall))


@wall_templates.post("/walls/<int:wall_id>/template")
def keep(wall_id):
    wall = find(Wall, wall_id, to=FACILITATE)
    if not operation_done(wall.topic_id):
        template = keep_template(wall.course, *words_taken(wall.course.languages, None, PURPOSE_LIMIT), layout_of(wall))
        remember_operation(wall.topic_id, f"wall-template:{template.id}")
    return to_templates(wall.course_id)


@wall_templates.get("/wall-templates/<int:wall_template_id>")
def edit(wall_template_id):
    template = find(WallTemplate, wall_template_id, to=FACILITATE)
    return render_template("walls/template_words.html", template=template, title=template.title, purpose=template.purpose,
                           to=url_for("wall_templates.change", wall_template_id=template.id), purpose_limit=PURPOSE_LIMIT, course=template.course, viewpoint=here().own)


@wall_templates.post("/wall-templates/<int:wall_template_id>")
def change(wall_template_id):
    template = find(WallTemplate, wall_template_id, to=FACILITATE)
    template.describe(*words_taken(template.course.languages, template, PURPOSE_LIMIT))
    return to_templates(template.course_id)


@wall_templates.get("/wall-templates/<int:wall_template_id>/template.json")
def download(wall_template_id):
    template = find(WallTemplate, wall_template_id, to=FACILITATE)
    return saved_as(safe_name(template.title.best(*template.course.languages).text, "json", otherwise="wall"), dumped(template.as_data()), "application/json")


@wall_templates.post("/wall-templates/<int:wall_template_id>/deletion")
def delete(wall_template_id):
    template = find(WallTemplate, wall_template_id, to=FACILITATE)
    template.delete()
    return to_templates(template.course_id, deleted=template.id)


@wall_templates.post("/wall-templates/<int:wall_template_id>/restoration")
def restore(wall_template_id):
    template = find(WallTemplate, wall_template_id, to=FACILITATE)
    template.restore()
    return to_templates(template.course_id)
