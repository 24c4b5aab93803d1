"""Somebody has told their region after their first posts: those show it, too."""
import sqlalchemy as sa

from ..activities import Activity
from ..activities.anonymity import REGION_ONLY
from ..db import db
from ..live import announce
from .post import Post


def hear_region(course_id: int, person_id: int, region_id: int) -> None:
    lacking = db.session.execute(
        sa.select(Post, Activity.topic_id).join(Activity, Activity.id == Post.activity_id)
        .where(Activity.course_id == course_id, Post.author_id == person_id, Post.anonymity == REGION_ONLY, Post.region_id.is_(None))
        .order_by(Activity.topic_id, Post.id)).all()
    for post, topic in lacking:
        post.region_id = region_id
        announce(topic, post.part)
