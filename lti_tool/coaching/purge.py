"""What facilitators deleted of a module goes for good after 30 days, with its files: as soon as no edition shows it that people still go through."""
from datetime import timedelta

import sqlalchemy as sa

from ..activities.act import Act
from ..db import db, now
from ..files import remove_attachments_of
from .cohort import Cohort
from .edition import Edition
from .learner import Learner
from .step import Step
from .unit import Unit

KEPT_FOR = timedelta(days=30)


def purge_deleted() -> None:
    gone = now() - KEPT_FOR
    units = set(db.session.scalars(sa.select(Unit.id).where(Unit.deleted_at < gone)))
    found = db.session.execute(sa.select(Step.id, Step.module_id, Step.unit_id).where(sa.or_(Step.deleted_at < gone, Step.unit_id.in_(units)))).all()
    shown = steps_shown({row.module_id for row in found})
    steps = [row.id for row in found if row.id not in shown]
    units -= {row.unit_id for row in found if row.id in shown}
    remove_attachments_of(*(f"step:{number}" for number in steps))
    db.session.execute(sa.delete(Act).where(Act.thing.in_([f"step:{number}" for number in steps] + [f"unit:{number}" for number in units])))
    for noun, numbers in ((Step, steps), (Unit, units)):
        db.session.execute(sa.delete(noun).where(noun.id.in_(numbers)))
    db.session.execute(sa.delete(Cohort).where(Cohort.deleted_at < gone))


def steps_shown(modules) -> set[int]:
    """In the newest edition of each of these modules, and in those which learners go through."""
    newest = sa.select(sa.func.max(Edition.id)).where(Edition.module_id.in_(modules)).group_by(Edition.module_id)
    editions = db.session.scalars(sa.select(Edition.contents).where(Edition.module_id.in_(modules), sa.or_(Edition.id.in_(newest), Edition.id.in_(sa.select(Learner.edition_id)))))
    return {step["id"] for contents in editions for unit in contents["units"] for step in unit["steps"]}
