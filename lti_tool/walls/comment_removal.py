"""Removing for good what a comment on a post says, or some words of it: with its earlier texts, and with whom it called. A mark stays."""
import sqlalchemy as sa

from ..activities.act import Act
from ..db import db
from ..web.taking_out import mark_in, without
from .comment import PostComment
from .mention import Mention

HOLD_EARLIER = ("edited", "removed")


def remove_comment_for_good(comment: PostComment, by: int) -> None:
    comment.removed_at = comment.moment()
    put_instead(comment, "", by)


def take_out_of_comment(comment: PostComment, words: str, by: int) -> bool:
    """Whether the words stood there."""
    text = without(comment.text, words, mark_in(comment.language))
    if text == comment.text:
        return False
    put_instead(comment, text, by)
    return True


def put_instead(comment: PostComment, text: str, by: int) -> None:
    comment.text = text
    for called in db.session.scalars(sa.select(Mention).where(Mention.comment_id == comment.id)):
        if f"@{called.typed}" not in text:
            db.session.delete(called)
    db.session.execute(sa.delete(Act).where(Act.thing == comment.part, Act.verb.in_(HOLD_EARLIER)))
    comment.did("removed", by, {})
