"""What is set up for each connection: foreign keys, ids that are not given twice, SQLite's queue of writers."""
import sqlite3
import threading
from collections import deque

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError

from lti_tool.db import db, engines, transaction
from lti_tool.db.engines import FirstComeLock
from lti_tool.live import Change, Topic

WAIT = 30  # seconds, for what takes milliseconds
# Tables whose numbers stand nowhere but in the database and on an operator's screen.
NUMBERS_OF_NO_MATTER = {"operator", "group_member", "launch_report", "course_context", "deployment", "platform", "tool_key"}


@pytest.fixture
def inside(app):
    with app.app_context():
        yield


sqlite = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


def open_from_outside():
    """A connection of another program, which does not wait."""
    return sqlite3.connect(db.engine.url.database, timeout=0, isolation_level=None)


def test_a_reference_to_nothing_is_refused(inside):
    with pytest.raises(IntegrityError), transaction():
        db.session.execute(sa.insert(Change), [{"topic_id": 999, "seq": 1, "part": "note:1", "audience": "everyone"}])


def test_the_number_of_something_removed_is_not_given_again(inside):
    with transaction():
        db.session.add_all([Topic(), Topic()])
    with transaction():
        last = db.session.scalar(sa.select(sa.func.max(Topic.id)))
        db.session.execute(sa.delete(Topic))
    with transaction():
        db.session.add(topic := Topic())
        db.session.flush()
        assert topic.id > last


@sqlite
def test_no_table_whose_numbers_people_meet_gives_them_twice(inside):
    made = dict(db.session.execute(sa.text("SELECT name, sql FROM sqlite_master WHERE type = 'table'")).all())
    numbered = {mapper.local_table.name for mapper in db.Model.registry.mappers
                if [column.name for column in mapper.local_table.primary_key] == ["id"]
                and isinstance(mapper.local_table.c.id.type, sa.Integer) and not mapper.local_table.c.id.foreign_keys}
    assert {name for name in numbered - NUMBERS_OF_NO_MATTER if "AUTOINCREMENT" not in made[name]} == set()


def test_sqlite_is_set_up_to_keep_what_it_has_said_is_saved(sqlite_url):
    engine = sa.create_engine(sqlite_url)
    engines.prepare(engine)
    with engine.connect() as connection:
        asked = {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in ("journal_mode", "synchronous", "secure_delete", "foreign_keys")}
    engine.dispose()
    assert asked == {"journal_mode": "wal", "synchronous": 2, "secure_delete": 1, "foreign_keys": 1}


@sqlite
def test_a_writing_transaction_takes_its_turn_before_it_reads(inside):
    outside = open_from_outside()
    with transaction():
        db.session.scalar(sa.select(Topic.id))
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            outside.execute("BEGIN IMMEDIATE")
    outside.execute("BEGIN IMMEDIATE")
    outside.execute("ROLLBACK")
    outside.close()


@sqlite
def test_a_reading_transaction_keeps_nobody_from_writing(inside):
    outside = open_from_outside()
    with transaction(writes=False):
        db.session.scalar(sa.select(Topic.id))
        outside.execute("BEGIN IMMEDIATE")
        outside.execute("INSERT INTO topic (seq) VALUES (0)")
        outside.execute("COMMIT")
    outside.close()


class Watched(deque):
    """Says when somebody has come to wait."""

    def __init__(self):
        super().__init__()
        self.came = threading.Semaphore(0)

    def append(self, turn):
        super().append(turn)
        self.came.release()


@pytest.fixture
def lock():
    lock = FirstComeLock()
    lock._waiting = Watched()
    return lock


def wait_for(lock, who, done):
    """Another thread asks for the lock; gives it once it stands in the queue."""
    def ask():
        try:
            lock.acquire()
        except TimeoutError:
            done.append(f"{who} gave up")
            return
        done.append(who)
        lock.release()

    thread = threading.Thread(target=ask)
    thread.start()
    assert lock._waiting.came.acquire(timeout=WAIT)
    return thread


def test_writers_get_their_turn_in_the_order_of_asking(lock):
    lock.acquire()
    done = []
    threads = [wait_for(lock, who, done) for who in range(8)]
    lock.release()
    for thread in threads:
        thread.join(WAIT)
    assert done == list(range(8))


def test_who_has_waited_too_long_gives_up_and_the_queue_goes_on_without_them(lock, monkeypatch):
    lock.acquire()
    done = []
    monkeypatch.setattr(engines, "WAIT_SECONDS", 0.01)
    wait_for(lock, "the hasty one", done).join(WAIT)
    assert done == ["the hasty one gave up"]
    monkeypatch.setattr(engines, "WAIT_SECONDS", WAIT)
    patient = wait_for(lock, "the patient one", done)
    lock.release()
    patient.join(WAIT)
    assert done[1:] == ["the patient one"]
    lock.acquire()  # nobody holds it any more
    lock.release()


@sqlite
def test_a_request_that_has_waited_too_long_is_told_so_and_the_next_ones_are_served(own_app, app, monkeypatch):
    from lti_tool.web import public

    @app.post("/adds-a-topic")
    @public
    def adds_a_topic():
        db.session.add(Topic())
        return ""

    def ask():
        return app.test_client().post("/adds-a-topic", headers={"Sec-Fetch-Site": "same-origin"}).status_code

    with app.app_context(), transaction():
        db.session.add(Topic())
        db.session.flush()
        monkeypatch.setattr(engines, "WAIT_SECONDS", 0.01)
        answers = []
        for _time in range(20):  # more than the pool has connections: none may be lost
            thread = threading.Thread(target=lambda: answers.append(ask()))
            thread.start()
            thread.join(WAIT)
        assert set(answers) == {503}
    monkeypatch.setattr(engines, "WAIT_SECONDS", WAIT)
    assert ask() == 200
