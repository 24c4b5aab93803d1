"""Somebody has told their region after their first posts or comments: those show it, too."""
import sqlalchemy as sa

from ..activities import Activity
from ..activities.anonymity import REGION_ONLY
from ..db import db
from ..live import announce
from .comment import PostComment
from .post import Post


def hear_region(course_id: int, person_id: int, region_id: int) -> None:
    for noun in (Post, PostComment):
        lacking = db.session.execute(
            sa.select(noun, Activity.topic_id).join(Activity, Activity.id == noun.activity_id)
            .where(Activity.course_id == course_id, noun.author_id == person_id, noun.anonymity == REGION_ONLY, noun.region_id.is_(None))
            .order_by(Activity.topic_id, noun.id)).all()
        for thing, topic in lacking:
            thing.region_id = region_id
            announce(topic, thing.part)
