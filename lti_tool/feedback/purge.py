"""A deleted form can be restored for 30 days; then it goes for good, with all its answers."""
from datetime import timedelta

import sqlalchemy as sa
from flask import current_app

from ..activities import Activity
from ..db import db, now
from .form import FeedbackForm

RESTORABLE, BEFORE = timedelta(days=30), timedelta(days=29)  # a deleted activity goes after 30 days


def purge_deleted_forms() -> None:
    db.session.execute(sa.delete(FeedbackForm).where(FeedbackForm.deleted_at < now() - RESTORABLE).execution_options(synchronize_session=False))


def close_forms_left_alone() -> None:
    """Of an activity in which alone they are asked, before it goes for good: afterwards they would be forms for the whole course. What was said stays."""
    kinds = list(current_app.extensions["feedback_within"])
    for form in db.session.scalars(sa.select(FeedbackForm).join(Activity, Activity.id == FeedbackForm.activity_id)
                                   .where(Activity.kind.in_(kinds), Activity.deleted_at < now() - BEFORE, FeedbackForm.closed_at.is_(None))).all():
        form.close()
