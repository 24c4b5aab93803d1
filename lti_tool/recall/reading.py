"""What a person's page of recall shows, and what facilitators see of their cards: counts."""
from typing import NamedTuple

import sqlalchemy as sa

from ..activities import Activity
from ..db import db
from ..web.days import today_here
from .card import RecallCard, links_of, standing_among
from .choice import ALL, RecallChoice, choice_of
from .follow_up import FollowUp
from .memory import Memory, Review
from .schedule import coming, left_today

AT_LEAST = 5  # people who answered, before it is shown how many knew
DAYS_AHEAD = 60


class Today(NamedTuple):
    choice: RecallChoice
    due: list[Memory]  # what is still asked today, the longest due first
    done: int
    later: list  # their days

    @property
    def all(self) -> int:
        return self.done + len(self.due)

    @property
    def coming(self):
        today = today_here()
        return coming([*([today] * len(self.due)), *self.later], today, len(self.due), DAYS_AHEAD)


def today_of(course_id: int, person_id: int) -> Today:
    choice, today = choice_of(course_id, person_id), today_here()
    if choice.is_quiet:
        return Today(choice, [], 0, [])
    wanted = sa.true() if choice.takes == ALL else RecallCard.module_id.is_not(None)
    memories = list(db.session.scalars(sa.select(Memory).join(Memory.card).options(sa.orm.contains_eager(Memory.card))
                                       .where(Memory.person_id == person_id, RecallCard.course_id == course_id, wanted).order_by(Memory.due_on, Memory.id)))
    done = sum(memory.last_on == today for memory in memories)
    standing = standing_among([memory.card for memory in memories])
    standing = [memory for memory in memories if memory.card_id in standing]
    due = [memory for memory in standing if memory.due_on <= today][:left_today(done)]
    return Today(choice, due, done, [memory.due_on for memory in standing if memory not in due])


def concerns(course_id: int, person_id: int) -> bool:
    """Whether the person has cards or a question here, or could be offered some; asked first, with one question: most homes have nothing of it."""
    of_course = RecallCard.course_id == course_id
    has_cards = sa.exists().where(Memory.person_id == person_id, Memory.card_id == RecallCard.id, of_course)
    is_asked = sa.exists().where(FollowUp.person_id == person_id, FollowUp.module_id == Activity.id, Activity.course_id == course_id, FollowUp.due_on <= today_here())
    is_offered = sa.exists().where(of_course, RecallCard.module_id.is_(None), RecallCard.deleted_at.is_(None))
    return db.session.scalar(sa.select(sa.or_(has_cards, is_asked, is_offered)))


def shown_first(today: Today) -> dict:
    """The card that is asked now, with the way back to where it came from."""
    memory = next(iter(today.due), None)
    return {"memory": memory, "link": links_of([memory.card])[memory.card_id] if memory else None}


class Counts(NamedTuple):
    holders: int  # people who have the card
    answered: int  # of them
    reviews: int
    knew: int

    @property
    def share(self) -> int | None:
        """Percent of the answers; not of a few people."""
        return round(100 * self.knew / self.reviews) if self.answered >= AT_LEAST else None


def counts_of(course_id: int) -> dict[int, Counts]:
    """card -> counts, with two questions."""
    in_course = sa.select(RecallCard.id).where(RecallCard.course_id == course_id)
    held = {card: (holders, answered) for card, holders, answered in db.session.execute(
        sa.select(Memory.card_id, sa.func.count(), sa.func.sum(sa.case((Memory.times > 0, 1), else_=0))).where(Memory.card_id.in_(in_course)).group_by(Memory.card_id))}
    told = {card: (reviews, knew) for card, reviews, knew in db.session.execute(
        sa.select(Memory.card_id, sa.func.count(), sa.func.sum(sa.case((Review.knew, 1), else_=0))).join(Memory, Memory.id == Review.memory_id).where(Memory.card_id.in_(in_course)).group_by(Memory.card_id))}
    return {card: Counts(*held[card], *told.get(card, (0, 0))) for card in held}


NOBODY = Counts(0, 0, 0, 0)
