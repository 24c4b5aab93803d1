"""Thirty people at once through the whole application: nothing is locked, nothing is lost."""
import threading

import sqlalchemy as sa

from lti_tool.boards import Note
from lti_tool.db import db
from lti_tool.live import Change, Topic
from lti_tool.people import Membership
from tests.support.cast import AINO
from tests.support.visitor import Visitor

PEOPLE, NOTES = 30, 4
WAIT = 60  # seconds, for what takes three


def all_at_once(acts):
    """Runs them in threads that begin together. What one of them raises is raised here."""
    ready, raised = threading.Barrier(len(acts)), []

    def run(act):
        ready.wait(WAIT)
        try:
            act()
        except BaseException as error:
            raised.append(error)

    threads = [threading.Thread(target=run, args=(act,)) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(WAIT)
    assert not any(thread.is_alive() for thread in threads)
    if raised:
        raise raised[0]


def newcomers(app, platform):
    people = [AINO._replace(sub=f"user-{100 + n}", given_name=f"Aino {n}") for n in range(PEOPLE)]
    return [Visitor(app, platform, person) for person in people]


def test_newcomers_who_arrive_at_once_all_get_in_and_get_numbers_of_their_own(app, platform):
    visitors = newcomers(app, platform)
    all_at_once([visitor.launch for visitor in visitors])
    with app.app_context():
        numbers = db.session.scalars(sa.select(Membership.number)).all()
    assert len(numbers) == len(set(numbers)) == PEOPLE


def test_notes_written_at_once_are_all_there_in_an_order_of_their_own(app, platform, board):
    visitors = [visitor.launch() for visitor in newcomers(app, platform)]

    def write(visitor):
        def act():
            for number in range(NOTES):
                board.note(visitor, f"{visitor.person.given_name}, {number}", column=number % 2)
        return act

    with app.app_context():
        before = topic_of(board).seq
    all_at_once([write(visitor) for visitor in visitors])
    with app.app_context():
        notes = db.session.scalars(sa.select(Note)).all()
        assert {note.text for note in notes} == {f"Aino {who}, {number}" for who in range(PEOPLE) for number in range(NOTES)}
        assert len({(note.column_id, note.position) for note in notes}) == PEOPLE * NOTES  # nobody read a neighbour that was already old
        topic = topic_of(board)
        assert topic.seq - before == PEOPLE * NOTES
        told = db.session.scalars(sa.select(Change.part).where(Change.topic_id == topic.id, Change.seq > before).order_by(Change.seq)).all()
        assert sorted(told) == sorted(note.part for note in notes)


def test_changes_of_one_note_at_once_are_taken_one_after_the_other(app, platform, board, enter):
    """One of them is saved; the others are shown what it says now, and none is lost silently."""
    note = board.note(enter(AINO), "Alussa")
    statuses = []

    def change(number):
        marja = Visitor(app, platform, board.marja.person).launch()
        return lambda: statuses.append(marja.send(f"/notes/{note}", text=f"Muutos {number}", colour="sun", language="fi", version="1").status)

    all_at_once([change(number) for number in range(10)])
    assert sorted(statuses) == [200] + [409] * 9


def test_moves_at_once_lose_nothing(app, platform, board, enter):
    notes = [board.note(enter(AINO), f"Lappu {number}") for number in range(10)]

    def move(note):
        marja = Visitor(app, platform, board.marja.person).launch()
        return lambda: marja.send(f"/notes/{note}/position", column=str(board.columns[1]), after="last")

    all_at_once([move(note) for note in notes])
    with app.app_context():
        moved = db.session.scalars(sa.select(Note)).all()
        assert {note.column_id for note in moved} == {board.columns[1]}
        assert len({note.position for note in moved}) == len(notes)


def topic_of(board):
    from lti_tool.activities import Activity

    return db.session.get(Topic, db.session.get(Activity, board.id).topic_id)
