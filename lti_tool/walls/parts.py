"""How a wall's parts look on open pages: a card, a post, what is new."""
from flask import g, render_template
from flask_babel import gettext as _
from flask_babel import ngettext

from ..activities.anonymity import who_sees
from ..activities.authorship import Authors
from ..db import db
from ..files import attachments_of
from ..live import Viewpoint, part_renderer
from ..people.names import NamesOneByOne
from ..web import current_language
from ..web.links import host_of
from .adoption import ICONS, STEPS, step_words
from .comment import PostComment
from .featuring import featured_on
from .field import kind_word
from .licence import licence_of
from .look import Look
from .marking import may_mark, takes_marks
from .mention import Mentions
from .post import Post, state_word
from .post_text import texts_of
from .reading import as_cards
from .removal import has_been_cut
from .showing import answered, paired
from .talk import has_answers
from .wall import Wall, share_words

VIDEO_SITES = {"youtube.com", "youtu.be", "youtube-nocookie.com", "vimeo.com", "player.vimeo.com", "dreambroker.com", "areena.yle.fi", "arenan.yle.fi", "screen9.tv"}


def wall_context(wall: Wall, authors: Authors | None = None) -> dict:
    """What every template of a wall needs."""
    return {"wall": wall, "course": wall.course, "authors": authors or Authors(wall.course_id), "reading": (current_language(), *wall.course.languages),
            "language": current_language(), "who_sees": who_sees(wall.anonymity), "steps": STEPS, "step_words": step_words(), "step_icons": ICONS,
            "share": share_words(wall.shared), "licence": lambda: licence_of(wall, (current_language(), *wall.course.languages)), "answered": lambda text: answered(text, wall)}


def course_context(course) -> dict:
    """What the pages need that show something of several walls."""
    return {"course": course, "authors": Authors(course.id), "reading": (current_language(), *course.languages), "language": current_language(), "step_words": step_words(),
            "step_icons": ICONS}


def shared(key: str, make):
    """Made once for a batch of parts (a request, or one round of the pump)."""
    store = g.setdefault("shared_by_parts", {})
    if key not in store:
        store[key] = make()
    return store[key]


def context_shared(wall: Wall, viewpoint: Viewpoint) -> dict:
    return shared(f"wall context {wall.id} {viewpoint.language}", lambda: wall_context(wall, Authors(wall.course_id, NamesOneByOne(wall.course_id, g.get("membership")))))


def render_post(number: int, viewpoint: Viewpoint) -> str:
    """Where its card stands it is changed or goes; where it does not, nothing comes: new posts are offered."""
    post = db.session.get(Post, number)
    if post is None or not post.in_sight_of(viewpoint):
        return render_template("walls/_card_gone.html", number=number) + render_template("walls/_said_gone_part.html", number=number)
    beside = render_files(post, viewpoint) + render_said(post, viewpoint)
    if not post.stands:
        return render_template("walls/_card_gone.html", number=number) + beside
    cards = as_cards(post.wall, [post])
    return render_template("walls/_card_part.html", card=cards[0], look=Look(), **context_shared(post.wall, viewpoint)) + beside if cards else ""


def render_files(post: Post, viewpoint: Viewpoint) -> str:
    """Where they are listed: on the post's page, and where it is written."""
    return render_template("walls/_files_part.html", post=post, files=attachments_of([post.part])[post.part], **context_shared(post.wall, viewpoint))


def render_said(post: Post, viewpoint: Viewpoint) -> str:
    """Its words on its own page stay as they are under a reader, but for what facilitators have taken out of them."""
    texts = {code: text for code, text in texts_of([post.id])[post.id].items() if text.is_published}
    if not has_been_cut(texts.values()):
        return ""
    return render_template("walls/_said_part.html", post=post, texts=texts, paired=lambda one, other: paired(one, other, post.wall), **context_shared(post.wall, viewpoint))


def render_comment(number: int, viewpoint: Viewpoint) -> str:
    """For the page of its post. What was deleted keeps its place while it has answers."""
    comment = db.session.get(PostComment, number)
    if comment is None or not comment.post.stands or not comment.post.in_sight_of(viewpoint) or comment.is_gone and not has_answers(comment):
        return render_template("walls/_comment_gone.html", number=number)
    wall = comment.post.wall
    return render_template("walls/_comment_part.html", comment=comment, viewpoint=viewpoint, mentions=Mentions(wall.course_id, [comment.id]), **context_shared(wall, viewpoint))


def render_wall_news(number: int, viewpoint: Viewpoint) -> str:
    """Nothing moves under a reader: the wall offers to show what is new."""
    wall = db.session.get(Wall, number)
    return render_template("walls/_news_part.html", wall=wall) if wall is not None and wall.in_sight_of(viewpoint) else ""


def render_band(number: int, viewpoint: Viewpoint) -> str:
    """What is featured, at the top of the wall."""
    wall = db.session.get(Wall, number)
    if wall is None or not wall.in_sight_of(viewpoint):
        return ""
    context = context_shared(wall, viewpoint)
    return render_template("walls/_featured_part.html", featured=featured_on(Post.activity_id == number, context["reading"]), **context)


def post_count(number: int) -> str:
    return ngettext("%(num)s post", "%(num)s posts", number)


def comment_count(number: int) -> str:
    return ngettext("%(num)s comment", "%(num)s comments", number)


def new_words(number: int) -> str:
    return ngettext("%(num)s new post", "%(num)s new posts", number)


def add_language_words(language: str) -> str:
    return {"fi": _("Add a Finnish version"), "sv": _("Add a Swedish version"), "en": _("Add an English version")}[language]


def is_video(address: str) -> bool:
    """Whether it is on one of the sites that show little else."""
    host = host_of(address).removeprefix("www.").removeprefix("m.")
    return host in VIDEO_SITES


def register_parts(app) -> None:
    app.jinja_env.filters["host_of"] = host_of
    app.jinja_env.tests["video"] = is_video
    app.jinja_env.globals.update(post_count=post_count, post_state_word=state_word, field_kind_word=kind_word, answers_shown=answered, add_language_words=add_language_words,
                                 wall_comment_count=comment_count, may_mark=may_mark, takes_marks=takes_marks)
    part_renderer(app, "post", render_post)
    part_renderer(app, "post-comment", render_comment)
    part_renderer(app, "wall-news", render_wall_news)
    part_renderer(app, "wall-featured", render_band)
