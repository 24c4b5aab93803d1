"""What facilitators deleted of a module goes for good after 30 days, with its files."""
from datetime import timedelta

import sqlalchemy as sa

from ..activities.act import Act
from ..db import db, now
from ..files import remove_attachments_of
from .cohort import Cohort
from .step import Step
from .unit import Unit

KEPT_FOR = timedelta(days=30)


def purge_deleted() -> None:
    gone = now() - KEPT_FOR
    units = db.session.scalars(sa.select(Unit.id).where(Unit.deleted_at < gone)).all()
    steps = db.session.scalars(sa.select(Step.id).where(sa.or_(Step.deleted_at < gone, Step.unit_id.in_(units)))).all()
    remove_attachments_of(*(f"step:{number}" for number in steps))
    db.session.execute(sa.delete(Act).where(Act.thing.in_([f"step:{number}" for number in steps] + [f"unit:{number}" for number in units])))
    for noun, numbers in ((Step, steps), (Unit, units)):
        db.session.execute(sa.delete(noun).where(noun.id.in_(numbers)))
    db.session.execute(sa.delete(Cohort).where(Cohort.deleted_at < gone))
