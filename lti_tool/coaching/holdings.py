"""What modules hold about a person: that they go through one, and what they did and wrote there."""
import sqlalchemy as sa
from flask_babel import gettext as _

from ..activities import Activity
from ..db import db
from ..people import Held, register_held
from ..web import current_language, language_name
from .certificate import Certificate
from .learner import Learner, path_words
from .work import BEGUN, DONE, FACILITATORS, KNOWN, MYSELF, WALL, StepWork


def state_words(state: str) -> str:
    return {DONE: _("Done"), KNOWN: _("Known already"), BEGUN: _("Begun")}[state]


def shared_words(shared: str) -> str:
    return {MYSELF: _("Only you"), FACILITATORS: _("You and the facilitators"), WALL: _("You; on a wall, whoever reads there, once you publish your draft")}[shared]


def show_learning(person_id):
    shown, reading = [], current_language()
    for learner, module in db.session.execute(sa.select(Learner, Activity).join(Activity, Activity.id == Learner.module_id).where(Learner.person_id == person_id).order_by(Learner.id)):
        contents = learner.edition.read()
        background = contents.backgrounds.get(learner.background)
        shown.append({_("Module"): str(module.title.best(reading)), _("Path"): path_words(learner.path), _("Background"): str(background.best(reading)) if background else None,
                      _("Group"): str(learner.cohort.title.best(reading)) if learner.cohort else None, _("Begun"): learner.began_at, _("Finished"): learner.finished_at})
        for work in db.session.scalars(sa.select(StepWork).where(StepWork.learner_id == learner.id).order_by(StepWork.id)):
            step = contents.step(work.step_id)
            shown.append({_("Step"): str(step.title.best(reading)) if step else None, _("State"): state_words(work.state), _("Text"): work.text or None,
                          _("Language"): language_name(work.language) if work.language else None, _("Read by"): shared_words(work.shared) if work.text else None,
                          _("Best result"): None if work.best is None else f"{round(work.best * 100)} %", _("When"): work.at, _("Reply"): work.reply or None})
    return shown


def erase_learning(person_id, leave_texts):
    """Nobody else needs it: it goes."""
    db.session.execute(sa.delete(Learner).where(Learner.person_id == person_id))


def anonymise_learning(course_id):
    """It speaks of people one by one: it goes."""
    in_course = sa.select(Activity.id).where(Activity.course_id == course_id)
    db.session.execute(sa.delete(Learner).where(Learner.module_id.in_(in_course)).execution_options(synchronize_session=False))


def show_certificates(person_id):
    rows = db.session.scalars(sa.select(Certificate).where(Certificate.person_id == person_id).order_by(Certificate.id))
    return [{_("Module"): str(one.title.best(current_language())), _("Name on the certificate"): one.name, _("Finished"): one.finished_at, _("Given"): one.made_at, _("Revoked"): one.revoked_at,
             _("Whoever checks the certificate sees my name"): one.shows_name} for one in rows]


def erase_certificates(person_id, leave_texts):
    """The paper remains with its holder; that it is genuine cannot be seen any more."""
    db.session.execute(sa.delete(Certificate).where(Certificate.person_id == person_id))


def anonymise_certificates(course_id):
    """Who has one can go on showing it: a name stays only where its holder wants it to be seen."""
    in_course = Certificate.course_id == course_id
    db.session.execute(sa.update(Certificate).where(in_course, Certificate.shows_name.is_(False)).values(name="").execution_options(synchronize_session=False))
    db.session.execute(sa.update(Certificate).where(in_course).values(person_id=None).execution_options(synchronize_session=False))


def register_holdings(app) -> None:
    register_held(app, Held("certificate", lambda: _("Your certificates"), lambda: _("So that those to whom you show one can see that it is genuine."),
                            lambda: _("Until you erase your data; the certificate itself does not say who you are once the course has ended, unless you allowed it."),
                            show_certificates, erase_certificates, anonymise_certificates))
    register_held(app, Held("learner", lambda: _("What you did in modules"), lambda: _("So that you can go on where you were, and facilitators can help. What you write for yourself nobody else reads."),
                            lambda: _("Until the course ends here."), show_learning, erase_learning, anonymise_learning))
