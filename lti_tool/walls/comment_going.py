"""Comments that go for good. What others answered to one stays, and so does its place: empty, as a deleted one."""
import sqlalchemy as sa

from ..activities.act import Act
from ..db import Instant, db, now
from .comment import PostComment


def let_comments_go(numbers) -> None:
    """And what was done to them, which holds earlier texts. Of those with answers by others only the place stays."""
    numbers = set(numbers)
    db.session.execute(sa.delete(Act).where(Act.thing.in_([f"post-comment:{number}" for number in numbers])))
    answered = set(db.session.scalars(sa.select(PostComment.to_id).where(PostComment.to_id.in_(numbers), PostComment.id.not_in(numbers))))
    db.session.execute(sa.delete(PostComment).where(PostComment.id.in_(numbers - answered)).execution_options(synchronize_session=False))
    db.session.execute(sa.update(PostComment).where(PostComment.id.in_(answered)).values(
        text="", author_id=None, secret_mark=None, region_id=None, mark="", marked_at=None, deleted_by_facilitator=True,
        deleted_at=sa.func.coalesce(PostComment.deleted_at, sa.literal(now(), Instant)), removed_at=sa.func.coalesce(PostComment.removed_at, sa.literal(now(), Instant))).execution_options(synchronize_session=False))
