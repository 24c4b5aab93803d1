"""What was deleted on walls can be restored for 30 days; then it goes for good. So do drafts that were begun and left without a word."""
from datetime import timedelta

import sqlalchemy as sa

from ..db import db, now
from .comment import PostComment
from .comment_going import let_comments_go
from .field import Field
from .post import DRAFT, Post
from .post_text import PostText
from .template import WallTemplate
from .theme import Theme

RESTORABLE, UNTOUCHED = timedelta(days=30), timedelta(days=1)


def purge_deleted() -> None:
    """A deleted question goes only when no post answers it any more: answers are read under their question."""
    before = now() - RESTORABLE
    let_comments_go(db.session.scalars(sa.select(PostComment.id).where(PostComment.deleted_at < before)).all())
    for noun in (Post, Theme, WallTemplate):
        db.session.execute(sa.delete(noun).where(noun.deleted_at < before))
    for field in db.session.scalars(sa.select(Field).where(Field.deleted_at < before)).all():
        answers = db.session.scalars(sa.select(PostText.answers).where(PostText.activity_id == field.wall_id))
        if not any(str(field.id) in answered for answered in answers):
            db.session.delete(field)
    db.session.execute(sa.delete(Post).where(Post.state == DRAFT, Post.made_at < now() - UNTOUCHED,
                                             Post.id.not_in(sa.select(PostText.post_id).where(sa.or_(PostText.draft.is_not(None), PostText.title != "")))))
