"""Many learners of one module, and many recall cards: straight into the database."""
import sqlalchemy as sa

from lti_tool.activities import Activity
from lti_tool.boards import Note
from lti_tool.coaching import Edition, Learner, Module, Step, StepWork, Unit
from lti_tool.coaching.cohort import Cohort
from lti_tool.db import Wording, db, now
from lti_tool.live import Topic
from lti_tool.people import Membership, Person
from lti_tool.recall.card import RecallCard
from lti_tool.recall.choice import ALL, choice_of
from lti_tool.recall.memory import Memory
from lti_tool.web.days import today_here

from .bulk import insert, many_notes, many_people, writing


def many_learners(app, board, count) -> None:
    """Of a module that has the number 900, as have its part, its step (a practice task), its edition and its group. Each has sent something in."""
    many_people(app, board, count)
    with writing(app):
        at = now()
        if db.session.get(Module, 900) is None:
            add_module(board, at)
        known = sa.select(Learner.person_id).where(Learner.module_id == 900)
        people = db.session.scalars(sa.select(Membership.person_id).where(Membership.course_id == board.course, Membership.person_id.not_in(known))).all()
        learners = insert(Learner, [dict(module_id=900, person_id=person, edition_id=900, cohort_id=900, path="whole", background="", began_at=at, seen_at=at) for person in people])
        insert(StepWork, [dict(learner_id=learner, step_id=900, state="done", tries=0, text="Kokeilin.", language="fi", shared="facilitators", at=at, reply="", version=1) for learner in learners])


def add_module(board, at) -> None:
    words, contents = Wording({"fi": "Sanat"}), {"text": {"fi": "<p>Kokeile.</p>"}}
    topic = insert(Topic, [dict(seq=0)])[0]
    db.session.execute(sa.insert(Activity.__table__).values(id=900, course_id=board.course, topic_id=topic, kind="module", title=words, state="open", position="z1", version=1, made_at=at))
    db.session.execute(sa.insert(Module.__table__).values(id=900, purpose=words, needs={}, backgrounds=[], statements=[], written=0))
    insert(Unit, [dict(id=900, module_id=900, title=words, position="a0")])
    insert(Step, [dict(id=900, module_id=900, unit_id=900, kind="practice", title=words, contents=contents, position="a0", published=True, version=1)])
    insert(Cohort, [dict(id=900, module_id=900, title=words, position="a0")])
    db.session.flush()
    insert(Edition, [dict(id=900, module_id=900, number=1, contents=db.session.get(Module, 900).contents().kept(), written=0, what_is_new=Wording(), published_at=at)])


def many_cards(app, board, count, author="user-11") -> None:
    """Each of a note of its own; all of them are due today."""
    many_notes(app, board, count, author)
    with writing(app):
        at, words, aino = now(), Wording({"fi": "Sanat"}), db.session.scalar(sa.select(Person.id).where(Person.subject == author))
        notes = db.session.scalars(sa.select(Note.id).where(Note.activity_id == board.id).order_by(Note.id.desc()).limit(count)).all()
        cards = insert(RecallCard, [dict(course_id=board.course, kind="notes", note_id=note, key="", front=words, back=words, made_at=at) for note in notes])
        insert(Memory, [dict(card_id=card, person_id=aino, due_on=today_here(), times=0) for card in cards])
        choice = choice_of(board.course, aino)
        choice.takes = ALL
        db.session.add(choice)
