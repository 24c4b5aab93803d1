"""What the search finds of modules: what they are for, and their steps as they were published. Never answers, feedback, or what learners wrote.

A learner finds the edition they go through, whoever could begin now the newest one. Where nobody can begin, a module is found by its title and purpose.
"""
import sqlalchemy as sa
from flask import current_app, url_for
from flask_babel import gettext as _

from ..activities import Activity
from ..activities.activity import OPEN
from ..db import db
from ..search import Entry, Findable, Found, Told, in_sight_of_activity, register_findable
from ..web.days import today_here
from .cohort import Cohort
from .contents import StepShown, UnitShown
from .edition import Edition
from .kinds import kind_of
from .learner import Learner
from .module import Module


def told_modules(modules: list[Module]):
    return [Told(module.id, module.course_id, module.id, "", module.made_at, (*module.title.values(), *module.purpose.values())) for module in modules if module.deleted_at is None]


def modules_in_sight(query, viewpoint):
    return query.join(Activity, Activity.id == Entry.activity_id).where(in_sight_of_activity(viewpoint))


def shown_modules(numbers: list[int], seen) -> dict[int, Found]:
    return {module.id: shown_module(module, seen) for module in db.session.scalars(sa.select(Module).where(Module.id.in_(numbers)))}


def shown_module(module: Module, seen) -> Found:
    title = module.title.best(*seen.reading)
    return Found(address=url_for("modules.show", module_id=module.id), text=str(module.purpose.best(title.language, *seen.reading)), language=title.language, title=title.text,
                 where=(_("Module"),))


def is_newest():
    """Of an edition, in a query."""
    other = sa.orm.aliased(Edition)
    return Edition.number == sa.select(sa.func.max(other.number)).where(other.module_id == Edition.module_id).correlate(Edition).scalar_subquery()


def told_steps(editions: list[Edition]):
    """Of editions that somebody may read. A row for each step and language; the first step of a unit is found by the unit's title, too."""
    read = sa.or_(is_newest(), sa.exists().where(Learner.edition_id == Edition.id))
    rows = db.session.execute(sa.select(Edition, Activity.course_id).join(Activity, Activity.id == Edition.module_id).options(sa.orm.undefer(Edition.contents))
                              .where(Edition.id.in_([edition.id for edition in editions]), read))
    for edition, course in rows:
        for unit in edition.read().units:
            for place, step in enumerate(unit.steps):
                for language in current_app.config["LANGUAGES"]:
                    headings = (step.title.get(language, ""), "" if place else unit.title.get(language, ""))
                    yield Told(edition.id, course, edition.module_id, language, edition.published_at, (*headings, said(step, language)), step.id)


def said(step: StepShown, language: str) -> str:
    return "\n".join(filter(None, kind_of(step.kind).said(step.contents, language)))


def steps_in_sight(query, viewpoint):
    """See learning_routes.way_of, which says the same of one page."""
    query = query.join(Edition, Edition.id == Entry.edition_id).join(Activity, Activity.id == Edition.module_id).where(in_sight_of_activity(viewpoint))
    if viewpoint.facilitates:
        return query.where(is_newest())
    in_module = sa.and_(Cohort.module_id == Activity.id, Cohort.deleted_at.is_(None))
    not_yet = sa.and_(Cohort.deleted_at.is_(None), Cohort.starts_on > today_here())
    begun = sa.and_(Learner.module_id == Activity.id, Learner.person_id == viewpoint.person)
    goes_through = sa.exists().where(begun, Learner.edition_id == Edition.id, ~sa.exists().where(Cohort.id == Learner.cohort_id, not_yet))
    could_begin = sa.and_(Activity.state == OPEN, sa.or_(~sa.exists().where(in_module), sa.exists().where(in_module, ~not_yet)))
    return query.where(sa.or_(goes_through, sa.and_(is_newest(), could_begin, ~sa.exists().where(begun))))


def shown_steps(numbers: list[int], seen) -> dict[int, Found]:
    rows = db.session.execute(sa.select(Entry.id, Entry.step_id, Entry.language, Edition, Activity).join(Edition, Edition.id == Entry.edition_id)
                              .join(Activity, Activity.id == Edition.module_id).options(sa.orm.undefer(Edition.contents)).where(Entry.id.in_(numbers))).all()
    held = {edition.id: edition.read() for _number, _step, _language, edition, _module in rows}
    return {number: shown_step(held[edition.id].step(step), held[edition.id].unit_of(step), language, edition, module, seen) for number, step, language, edition, module in rows}


def shown_step(step: StepShown, unit: UnitShown, language: str, edition: Edition, module: Activity, seen) -> Found:
    return Found(address=url_for("learning.show", module_id=module.id, step_id=step.id), text=said(step, language), language=language, title=step.title.best(language, *seen.reading).text,
                 where=(str(module.title.best(*seen.reading)), str(unit.title.best(*seen.reading))), at=edition.published_at)


def forget_unread() -> None:
    """Every hour: editions that nobody goes through, and that are no longer the newest, are not looked through either."""
    unread = sa.select(Edition.id).where(~is_newest(), ~sa.exists().where(Learner.edition_id == Edition.id))
    db.session.execute(sa.delete(Entry.__table__).where(Entry.__table__.c.edition_id.in_(unread)))


def register_to_search(app) -> None:
    register_findable(app, Findable("module", 25, Module, lambda: _("Modules"), {Module: ("title", "purpose", "deleted_at")}, told_modules, modules_in_sight, shown_modules,
                                    column="activity_id"))
    register_findable(app, Findable("step", 45, Edition, lambda: _("Steps of modules"), {Edition: ("contents",)}, told_steps, steps_in_sight, shown_steps, column="edition_id",
                                    by_entry=True))
    app.extensions["chores"].append(forget_unread)
