"""What the learners of the demo's module remember of its cards: answered day by day since they did the steps, some waiting today."""
from datetime import datetime, time, timedelta, timezone

import sqlalchemy as sa

from lti_tool.coaching.learner import Learner
from lti_tool.coaching.recalling import give_cards_after
from lti_tool.coaching.work import StepWork
from lti_tool.db import db
from lti_tool.people.keeping import day_here, today_here
from lti_tool.recall import RecallCard
from lti_tool.recall.follow_up import FollowUp, days_after
from lti_tool.recall.memory import Memory, Review
from lti_tool.recall.schedule import Remembered, answered

EVENING = time(16, 30, tzinfo=timezone.utc)
FORGOTTEN_EACH, LATE = 4, timedelta(days=1)  # every fourth answer; who is here today has yesterday's cards still
RETENTION = 90


def remember(learner: Learner) -> None:
    works = {work.step_id: work for work in db.session.scalars(sa.select(StepWork).where(StepWork.learner_id == learner.id))}
    give_cards_after(works.values(), learner.person_id)
    for memory in db.session.scalars(sa.select(Memory).join(Memory.card).where(Memory.person_id == learner.person_id, RecallCard.module_id == learner.module_id)):
        answer_until_now(memory, day_here(works[memory.card.step_id].at))
    if learner.finished_at:
        due = days_after(day_here(learner.finished_at))
        for one in db.session.scalars(sa.select(FollowUp).where(FollowUp.person_id == learner.person_id, FollowUp.module_id == learner.module_id)):
            one.due_on = due[one.which]


def answer_until_now(memory: Memory, learned_on) -> None:
    state = Remembered(learned_on + timedelta(days=1))
    while state.due_on < today_here() - LATE:
        day, knew = state.due_on, (memory.id + memory.times) % FORGOTTEN_EACH != 0
        state = answered(state, knew, day, RETENTION)
        memory.times += 1
        db.session.add(Review(memory_id=memory.id, knew=knew, at=datetime.combine(day, EVENING)))
    memory.due_on, memory.last_on, memory.stability, memory.difficulty = state
