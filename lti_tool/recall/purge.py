"""What facilitators deleted goes for good after 30 days, with what people remember of it."""
from datetime import timedelta

import sqlalchemy as sa

from ..db import db, now
from .card import RecallCard

KEPT_FOR = timedelta(days=30)


def purge_deleted() -> None:
    db.session.execute(sa.delete(RecallCard).where(RecallCard.deleted_at < now() - KEPT_FOR))
