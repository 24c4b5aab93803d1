"""A deleted form can be restored for 30 days; then it goes for good, with all its answers."""
from datetime import timedelta

import sqlalchemy as sa

from ..db import db, now
from .form import FeedbackForm

RESTORABLE = timedelta(days=30)


def purge_deleted_forms() -> None:
    db.session.execute(sa.delete(FeedbackForm).where(FeedbackForm.deleted_at < now() - RESTORABLE).execution_options(synchronize_session=False))
