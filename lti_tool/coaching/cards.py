"""What the course's home says of modules, asked once for all of them."""
import sqlalchemy as sa
from flask_babel import gettext as _
from flask_babel import ngettext

from ..activities import Card
from ..db import db
from .learner import Learner
from .progress import is_nobodys, progress_of_all
from .step import Step
from .unit import Unit

COLUMNS, HIGH = 6, 3


def cards(module_ids, since, person_id) -> dict[int, Card]:
    """Of one's own: how far one is. Else how long it is."""
    steps = {number: {} for number in module_ids}
    for module, unit, count in db.session.execute(sa.select(Step.module_id, Step.unit_id, sa.func.count()).join(Unit, Unit.id == Step.unit_id).where(
            Step.module_id.in_(module_ids), Step.deleted_at.is_(None), Unit.deleted_at.is_(None)).group_by(Step.module_id, Step.unit_id, Unit.position).order_by(Unit.position)):
        steps[module][unit] = count
    own = {one.learner.module_id: one for one in progress_of_all(list(db.session.scalars(sa.select(Learner).where(Learner.module_id.in_(module_ids), Learner.person_id == person_id))))}
    return {number: Card(label=_("Module"), contents=told(own.get(number), sum(steps[number].values())), new=0, picture=picture(steps[number], own.get(number))) for number in module_ids}


def told(progress, step_count: int) -> str:
    if progress is None:
        return ngettext("%(num)s step", "%(num)s steps", step_count)
    if progress.learner.finished_at is not None:
        return _("Finished")
    return _("%(percent)s %% done", percent=progress.percent)


def picture(units: dict[int, int], progress) -> list[list[str]]:
    """A column for each unit; green is what is done."""
    if progress is None:
        return [["drop"] * min(count, HIGH) for count in list(units.values())[:COLUMNS]] or [["stone"]]
    return [["leaf" if progress.counts(step) else "stone" for step in unit.steps[:HIGH] if not is_nobodys(step)] for unit in progress.contents.units[:COLUMNS]]
