"""What recall holds about a person: which cards they have and how they answered them, what they want of them, and what they put into practice."""
import sqlalchemy as sa
from flask_babel import gettext as _

from ..activities import Activity
from ..db import db
from ..people import Course, Held, register_held
from ..web import current_language, language_name
from ..web.pages import date_words, moment_words
from .card import RecallCard
from .choice import ALL, NONE, OWN, RecallChoice
from .follow_up import FollowUp
from .memory import Memory, Review


def takes_words(takes: str) -> str:
    return {ALL: _("All cards of the course"), OWN: _("Only cards of my own modules"), NONE: _("No cards for now")}[takes]


def show_memories(person_id):
    reviews, memories = {}, list(db.session.scalars(sa.select(Memory).where(Memory.person_id == person_id).order_by(Memory.id)))
    for review in db.session.scalars(sa.select(Review).join(Memory, Memory.id == Review.memory_id).where(Memory.person_id == person_id).order_by(Review.id)) if memories else ():
        reviews.setdefault(review.memory_id, []).append(f"{moment_words(review.at)}: {_('I knew it') if review.knew else _('I had forgotten')}")
    return [{_("Recall card"): str(memory.card.front.best(current_language())), _("Comes next"): date_words(memory.due_on), _("Your answers"): "; ".join(reviews.get(memory.id, ())) or None}
            for memory in memories]


def erase_memories(person_id, leave_texts):
    db.session.execute(sa.delete(Memory).where(Memory.person_id == person_id))


def anonymise_memories(course_id):
    cards = sa.select(RecallCard.id).where(RecallCard.course_id == course_id)
    db.session.execute(sa.delete(Memory).where(Memory.card_id.in_(cards)).execution_options(synchronize_session=False))


def show_choices(person_id):
    rows = db.session.execute(sa.select(RecallChoice, Course.title).join(Course, Course.id == RecallChoice.course_id).where(RecallChoice.person_id == person_id).order_by(RecallChoice.id))
    return [{_("Course"): title, _("Recall cards"): takes_words(choice.takes), _("They rest until"): choice.rests_until and date_words(choice.rests_until)} for choice, title in rows]


def erase_choices(person_id, leave_texts):
    db.session.execute(sa.delete(RecallChoice).where(RecallChoice.person_id == person_id))


def anonymise_choices(course_id):
    db.session.execute(sa.delete(RecallChoice).where(RecallChoice.course_id == course_id))


def show_follow_ups(person_id):
    return [{_("Module"): str(one.module.title.best(current_language())), _("Asked on"): date_words(one.due_on), _("Text"): one.text or None, _("Language"): language_name(one.language) if one.language else None,
             _("Facilitators read it"): one.shared, _("When"): one.answered_at, _("Put away"): one.put_away_at}
            for one in db.session.scalars(sa.select(FollowUp).where(FollowUp.person_id == person_id).order_by(FollowUp.id))]


def erase_follow_ups(person_id, leave_texts):
    db.session.execute(sa.delete(FollowUp).where(FollowUp.person_id == person_id))


def anonymise_follow_ups(course_id):
    modules = sa.select(Activity.id).where(Activity.course_id == course_id)
    db.session.execute(sa.delete(FollowUp).where(FollowUp.module_id.in_(modules)).execution_options(synchronize_session=False))


def register_holdings(app) -> None:
    def until_the_end():
        return _("Until the course ends here.")

    register_held(app, Held("recall_memory", lambda: _("Your recall cards"), lambda: _("So that a card returns when you are about to forget it. Nobody else sees what you remembered: facilitators see only counts."),
                            lambda: _("Until its card is gone, or the course ends here."), show_memories, erase_memories, anonymise_memories))
    register_held(app, Held("recall_choice", lambda: _("Which recall cards you want"), lambda: _("So that cards come only to those who want them."), until_the_end,
                            show_choices, erase_choices, anonymise_choices))
    register_held(app, Held("follow_up", lambda: _("What you put into practice"), lambda: _("So that you are asked some time after a module what you have used of it. Facilitators read your answer only when you share it."),
                            until_the_end, show_follow_ups, erase_follow_ups, anonymise_follow_ups))
