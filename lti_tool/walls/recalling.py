"""What recall needs to know of posts: a card can be made from one that everybody reads."""
import sqlalchemy as sa
from flask import url_for

from ..activities import Activity
from ..activities.activity import DRAFT
from ..db import Wording, db
from ..recall import Source, register_source
from ..web import current_language
from .moderating import said
from .post import ARCHIVED, PUBLISHED, Post
from .post_text import texts_of


def titles_of(posts: list[Post]) -> dict[int, str]:
    texts = texts_of([post.id for post in posts])
    return {post.id: str(Wording({text.language: text.title for text in texts[post.id].values() if text.is_published}).best(current_language())) for post in posts}


def words_of(post: Post) -> Wording:
    return Wording({language: text for text, language in said(post)})


def standing(numbers):
    return db.session.scalars(sa.select(Post.id).join(Activity, Activity.id == Post.activity_id)
                              .where(Post.id.in_(numbers), Post.state.in_((PUBLISHED, ARCHIVED)), Post.deleted_at.is_(None), Post.removed_at.is_(None),
                                     Activity.deleted_at.is_(None), Activity.state != DRAFT))


def register_to_recall(app) -> None:
    register_source(app, "posts", Source(Post, "post", "post_id", titles_of, lambda post: url_for("posts.show", post_id=post.id), words_of, standing))
