"""A wall of the course from which another was copied, as that course's members read it: texts, and nobody's name, region, time or file."""
from collections import defaultdict

import sqlalchemy as sa
from flask import render_template
from markupsafe import Markup

from ..db import db
from ..web import current_language
from .comment import PostComment
from .post import PUBLISHED, Post
from .post_text import texts_of
from .reading import best_text
from .showing import answered
from .wall import Wall


def archive(wall: Wall, until) -> Markup:
    """What was published at that moment and still stands. Its authors are not even read."""
    posts = list(db.session.scalars(sa.select(Post).where(Post.activity_id == wall.id, Post.state == PUBLISHED, Post.deleted_at.is_(None), Post.removed_at.is_(None),
                                                          Post.published_at <= until).order_by(Post.published_at.desc(), Post.id.desc())))
    said = comments_until(posts, until)
    texts, reading = texts_of([post.id for post in posts]), (current_language(), *wall.course.languages)
    shown = [text for post in posts if (text := best_text(texts[post.id], reading))]
    return Markup(render_template("walls/_archive.html", texts=[(text, answered(text, wall), said.get(text.post_id, [])) for text in shown], reading=reading, language=current_language()))


def comments_until(posts: list[Post], until) -> dict[int, list[PostComment]]:
    """post -> what was said about it, answers behind what they answer."""
    said = defaultdict(list)
    standing = sa.select(PostComment).options(sa.orm.lazyload(PostComment.post)).where(
        PostComment.post_id.in_([post.id for post in posts]), PostComment.standing(), PostComment.made_at <= until)
    for comment in sorted(db.session.scalars(standing), key=lambda comment: comment.place):
        said[comment.post_id].append(comment)
    return said
