"""What was deleted can be restored for 30 days; then it goes for good."""
from datetime import timedelta

import sqlalchemy as sa

from ..activities import Activity
from ..db import db, now
from ..live import Topic
from ..activities.act import Act
from .column import Column
from .comment import Comment
from .material import Material
from .note import Note
from .phase import Phase
from .template import BoardTemplate

RESTORABLE = timedelta(days=30)
ACTS_KEPT = timedelta(days=30)


def purge_deleted() -> None:
    """Comments, notes, columns with their notes, phases with both, materials, templates and whole activities; and acts that are too old to be undone."""
    at = now()
    topics = list(db.session.scalars(sa.select(Activity.topic_id).where(Activity.deleted_at < at - RESTORABLE)))
    for noun in (Comment, Note, Column, Phase, Material, BoardTemplate, Activity):
        db.session.execute(sa.delete(noun).where(noun.deleted_at < at - RESTORABLE))
    db.session.execute(sa.delete(Topic).where(Topic.id.in_(topics)))
    db.session.execute(sa.delete(Act).where(Act.at < at - ACTS_KEPT))
