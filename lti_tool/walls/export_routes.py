"""Taking a wall along, and one post: to print, and as a document for one's own area."""
from flask import Blueprint, abort, render_template, request, url_for

from ..access import FACILITATE, SEE, find, here
from ..web import safe_name, saved_as
from .exports import MAKERS, WORD, export_of, export_of_post, facts, file_name, post_as_docx, render_post_page
from .exports.as_html import text_in
from .packing import as_zip
from .parts import wall_context
from .post import Post
from .wall import Wall

wall_exports = Blueprint("wall_exports", __name__)


@wall_exports.get("/walls/<int:wall_id>/export")
def choose(wall_id):
    wall = find(Wall, wall_id, to=FACILITATE)
    export = export_of(wall)
    told = export._replace(left_out=export.left_out._replace(files=0))  # they come along in one of the formats, which is said there
    return render_template("walls/export_choices.html", export=export, facts=facts(told)[3:], viewpoint=here().own, **wall_context(wall))


@wall_exports.get("/walls/<int:wall_id>/export.<any(html, docx, csv, xlsx, json, zip):ending>")
def download(wall_id, ending):
    export = export_of(find(Wall, wall_id, to=FACILITATE))
    make, kind = MAKERS.get(ending) or (as_zip, "application/zip")
    return saved_as(file_name(export, ending), make(export), kind)


@wall_exports.get("/posts/<int:post_id>/page")
def page(post_id):
    """For everybody who sees the post, in the language they ask for."""
    export, text = post_taken(post_id)
    chosen = {"language": text.language} if text else {}
    others = [{"language": other.language, "address": url_for("wall_exports.page", post_id=post_id, language=other.language)} for other in export.posts[0].texts if other is not text]
    return render_post_page(export, text, back=url_for("posts.show", post_id=post_id, **chosen), others=others, course=export.wall.course, viewpoint=here().own,
                            document=url_for("wall_exports.document", post_id=post_id, **chosen))


def post_taken(post_id: int):
    """(the post as it is taken along, its text in the language that is asked for). A draft has nothing to be taken yet."""
    export = export_of_post(find(Post, post_id, to=SEE))
    text = text_in(export, request.args.get("language", ""))
    if text is None and not export.posts[0].removed:
        abort(404)
    return export, text


@wall_exports.get("/posts/<int:post_id>.docx")
def document(post_id):
    export, text = post_taken(post_id)
    return saved_as(safe_name(text.title if text else "", "docx", otherwise="post"), post_as_docx(export, text), WORD)
