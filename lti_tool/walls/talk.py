"""What is said about posts: in which order it stands under them, and how much of it a card tells."""
from typing import NamedTuple

import sqlalchemy as sa

from ..db import db
from .comment import PostComment
from .marking import OFFICIAL
from .post import Post


class Talk(NamedTuple):
    comments: int = 0
    answered_at: object = None  # the question, when that was marked
    official_at: object = None


def talk_of(post_ids) -> dict[int, Talk]:
    """post -> what its card tells, with one question."""
    of_mark = lambda marked: sa.func.max(sa.case((marked, PostComment.marked_at)))  # noqa: E731
    rows = db.session.execute(
        sa.select(PostComment.post_id, sa.func.count(), of_mark(PostComment.mark != ""), of_mark(PostComment.mark == OFFICIAL))
        .where(PostComment.post_id.in_(post_ids), PostComment.standing()).group_by(PostComment.post_id))
    return {post: Talk(count, answered, official) for post, count, answered, official in rows}


def comments_of(post: Post) -> list[PostComment]:
    """Those that stand, answers behind what they answer. What was deleted or hidden keeps its place while it has answers, without its text."""
    comments = list(db.session.scalars(sa.select(PostComment).options(sa.orm.lazyload(PostComment.post)).filter_by(post_id=post.id).order_by(PostComment.id)))
    answered = {comment.to_id for comment in comments if not comment.is_gone}
    return sorted((comment for comment in comments if not comment.is_gone or comment.id in answered), key=lambda comment: comment.place)


def has_answers(comment: PostComment) -> bool:
    return db.session.scalar(sa.select(sa.exists().where(PostComment.to_id == comment.id, PostComment.standing())))


def deleted_comments(wall_id: int, viewpoint) -> list[PostComment]:
    """Of posts that still stand, those that whoever looks may restore."""
    comments = db.session.scalars(sa.select(PostComment).join(PostComment.post).options(sa.orm.contains_eager(PostComment.post)).where(
        PostComment.activity_id == wall_id, PostComment.deleted_at.is_not(None), PostComment.text != "", Post.deleted_at.is_(None))
        .order_by(PostComment.deleted_at.desc(), PostComment.id.desc()))
    return [comment for comment in comments if comment.in_sight_of(viewpoint) and (viewpoint.facilitates or not comment.deleted_by_facilitator)]
