"""Following a wall, a topic or a post, and keeping posts for oneself: `on` says it, `off` takes it back, however often it is sent."""
from flask import Blueprint, render_template, request, url_for

from ..access import SEE, find, here
from ..people import Course
from ..web import current_language, leads_to
from .following import follow, save_post, saved_by, unsave_post
from .parts import course_context
from .post import Post
from .post_text import texts_of
from .reading import best_text
from .theme import Theme
from .wall import Wall

followings = Blueprint("followings", __name__)


def is_on() -> bool:
    return "on" in request.form


@followings.post("/walls/<int:wall_id>/following")
def follow_wall(wall_id):
    wall = find(Wall, wall_id, to=SEE)
    follow(wall, here().person, is_on())
    return leads_to(url_for("walls.show", wall_id=wall.id))


@followings.post("/themes/<int:theme_id>/following")
def follow_theme(theme_id):
    theme = find(Theme, theme_id, to=SEE)
    follow(theme, here().person, is_on())
    return leads_to(url_for("walls.show", wall_id=theme.wall_id, theme=theme.id))


@followings.post("/posts/<int:post_id>/following")
def follow_post(post_id):
    post = find(Post, post_id, to=SEE)
    follow(post, here().person, is_on())
    return leads_to(url_for("posts.show", post_id=post.id))


@followings.post("/posts/<int:post_id>/saved")
def save(post_id):
    """`in` list: from the list of what was saved, where it leads back to."""
    post = find(Post, post_id, to=SEE)
    (save_post if is_on() else unsave_post)(post, here().person)
    if request.form.get("in") == "list":
        return leads_to(url_for("followings.saved", course_id=post.wall.course_id))
    return leads_to(url_for("posts.show", post_id=post.id))


@followings.get("/courses/<int:course_id>/saved")
def saved(course_id):
    course = find(Course, course_id, to=SEE)
    kept = saved_by(here().person, course.id, here().own)
    texts, languages = texts_of([one.post_id for one in kept]), (current_language(), *course.languages)
    listed = [(one, text) for one in kept if (text := best_text(texts[one.post_id], languages))]
    return render_template("walls/saved.html", saved=listed, viewpoint=here().own, **course_context(course))
