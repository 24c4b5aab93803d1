"""What is new for oneself on the walls of a course."""
from datetime import timedelta

from flask import Blueprint, g, render_template, request

from ..access import SEE, find, here
from ..db import now
from ..people import Course
from ..web import current_language, thing_number, writes
from .following import count_saved
from .mention import Mentions
from .news import news_for, walls_seen
from .news_look import last_look, look_at_news
from .parts import course_context
from .post_text import texts_of
from .reading import best_text

news = Blueprint("wall_news", __name__)
EARLIER = timedelta(days=30)


@news.get("/courses/<int:course_id>/new")
@writes
def show(course_id):
    """`earlier`: also what was looked at, so many times 30 days further back."""
    course = find(Course, course_id, to=SEE)
    viewer, since = here(), look_at_news(g.membership, now())
    earlier = min(request.args.get("earlier", 0, thing_number) or 0, 100)
    told = news_for(viewer, walls_seen(course.id, viewer.own), since.shown - earlier * EARLIER)
    texts, languages = texts_of(told.post_ids), (current_language(), *course.languages)
    return render_template("walls/new.html", news=told, since=since, earlier=earlier, texts={number: best_text(of, languages) for number, of in texts.items()},
                           mentions=Mentions(course.id, [comment.id for comment in (*told.mentions, *told.answers, *told.talk)]), viewpoint=viewer.own, **course_context(course))


def links_at_home(course, membership, activities):
    """With how much is new; nothing where there is no wall."""
    walls = [activity.id for activity in activities if activity.kind == "wall"]
    if not walls:
        return ""
    fresh = news_for(here(), walls, last_look(membership)).count
    return render_template("walls/_home_links.html", course=course, fresh=fresh, saved=count_saved(membership.person_id, walls))
