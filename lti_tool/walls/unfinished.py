"""Drafts that were begun and left without a word."""
import sqlalchemy as sa

from ..db import db
from .post import DRAFT, Post
from .post_text import PostText


def untouched_draft(wall, person: int) -> Post | None:
    """Of that person on the wall, signed with its present level of names."""
    written = sa.select(PostText.post_id).where(PostText.activity_id == wall.id, PostText.draft.is_not(None))
    return db.session.scalar(sa.select(Post).where(Post.activity_id == wall.id, Post.author_id == person, Post.state == DRAFT, Post.deleted_at.is_(None),
                                                   Post.anonymity == wall.anonymity, Post.id.not_in(written)).limit(1))
