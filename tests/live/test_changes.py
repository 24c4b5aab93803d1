"""The change log: gapless, in the order of commits, and swept."""
import random
import threading

import pytest
import sqlalchemy as sa

from lti_tool.db import db, transaction
from lti_tool.live import Change, Topic, announce, changes_since, head_of, lock_topic
from lti_tool.live.changes import KEPT, SWEEP_EVERY

WRITERS, TIMES = 8, 20
WAIT = 60


@pytest.fixture
def topics(app):
    """Two topics, with which somebody may be busy at once."""
    with app.app_context(), transaction():
        db.session.add_all([Topic(), Topic()])
        db.session.flush()
        return list(db.session.scalars(sa.select(Topic.id).order_by(Topic.id)))


class Regret(Exception):
    """The write is given up after it was announced."""


def write(app, topics, number, failed):
    """Announces some parts, many times; every third time it comes to nothing."""
    chance = random.Random(number)
    for time in range(TIMES):
        topic, parts = chance.choice(topics), [f"note:{number}{time:03}{n}" for n in range(chance.randrange(1, 4))]
        try:
            with app.app_context(), transaction():
                lock_topic(topic)
                announce(topic, *parts)
                if chance.random() < 0.3:
                    raise Regret
        except Regret:
            pass
        except Exception as error:
            failed.append(error)


def read(app, topic, stop, seen):
    """Follows a topic as a stream does: whatever was committed with a lower number must be there already."""
    last, finished = 0, False
    while not finished:
        finished = stop.is_set()  # then once more
        with app.app_context(), transaction(writes=False):
            head, oldest, changes = changes_since(topic, last)
        numbers = [seq for seq, _part, _audience in changes]
        if numbers != list(range(last + 1, head + 1)) or oldest > last + 1 and changes:
            seen.append(f"after {last} came {numbers} up to {head}")
            return
        last = head
    seen.append(last)


def test_the_log_has_no_gaps_and_is_in_the_order_of_commits_however_many_write(app, topics):
    failed, stop, seen = [], threading.Event(), {topic: [] for topic in topics}
    readers = [threading.Thread(target=read, args=(app, topic, stop, seen[topic])) for topic in topics]
    writers = [threading.Thread(target=write, args=(app, topics, number, failed)) for number in range(WRITERS)]
    for thread in readers + writers:
        thread.start()
    for thread in writers:
        thread.join(WAIT)
    stop.set()
    for thread in readers:
        thread.join(WAIT)
    assert failed == []
    with app.app_context():
        for topic in topics:
            numbers = db.session.scalars(sa.select(Change.seq).where(Change.topic_id == topic).order_by(Change.seq)).all()
            assert numbers == list(range(1, head_of(topic) + 1))
            assert seen[topic] == [len(numbers)]


def test_parts_that_are_announced_together_are_told_in_their_order(app, topics):
    with app.app_context():
        with transaction():
            announce(topics[0], "note:3", "note:1", "bar:7", to="facilitators person:5")
        assert changes_since(topics[0], 0) == (3, 1, [(n, part, "facilitators person:5") for n, part in enumerate(["note:3", "note:1", "bar:7"], 1)])
        assert changes_since(topics[1], 0) == (0, 0, [])


def test_announcing_nothing_is_nothing(app, topics):
    with app.app_context(), transaction():
        announce(topics[0])
        assert head_of(topics[0]) == 0


def test_what_is_announced_is_published_once_it_is_committed_and_never_when_it_is_not(app, topics):
    class Listener:
        heard = []

        def changed(self, topic):
            with app.app_context(), db.engine.connect() as connection:
                self.heard.append((topic, connection.scalar(sa.select(Topic.seq).where(Topic.id == topic))))

    app.extensions["notifier"].subscribe(Listener())
    with app.app_context():
        with transaction():
            announce(topics[0], "note:1", "note:2")
            assert Listener.heard == []
        with pytest.raises(Regret), transaction():
            announce(topics[1], "note:1")
            raise Regret
    assert Listener.heard == [(topics[0], 2)]


@pytest.fixture
def long_log(app, topics):
    """A topic with more changes than are kept; gives its number."""
    with app.app_context():
        for _time in range(KEPT // 100 + 3):
            with transaction():
                announce(topics[0], *(f"note:{n}" for n in range(100)))
    return topics[0]


def test_the_last_two_thousand_changes_are_kept_and_not_many_more(app, long_log):
    with app.app_context():
        kept = db.session.scalar(sa.select(sa.func.count()).select_from(Change).where(Change.topic_id == long_log))
        assert KEPT <= kept <= KEPT + SWEEP_EVERY
        for _time in range(SWEEP_EVERY + 7):
            with transaction():
                announce(long_log, "note:1")
        assert KEPT <= db.session.scalar(sa.select(sa.func.count()).select_from(Change).where(Change.topic_id == long_log)) <= KEPT + SWEEP_EVERY


def test_who_is_two_thousand_behind_gets_them_all_and_who_is_further_behind_is_told_that_something_is_missing(app, long_log):
    with app.app_context(), transaction(writes=False):
        head = head_of(long_log)
        _head, oldest, changes = changes_since(long_log, head - KEPT)
        assert (len(changes), oldest) == (KEPT, head - KEPT + 1)
        _head, oldest, changes = changes_since(long_log, 0)
        assert oldest > 1
        assert changes_since(long_log, head) == (head, head, [])
        assert changes_since(long_log, head + 5) == (head, head, [])


@pytest.mark.every_case
@pytest.mark.parametrize("statement", [1, 2])
def test_a_sweep_in_the_middle_of_reading_is_noticed(own_app, app, long_log, statement):
    """On PostgreSQL each statement sees what is committed by then."""
    with app.app_context():
        since = head_of(long_log) - KEPT

        def write():
            with app.app_context(), transaction():
                announce(long_log, *(f"note:{n}" for n in range(SWEEP_EVERY)))

        writer, counted = threading.Thread(target=write), iter(range(1, 100))

        def sweep(*_statement):
            if next(counted) == statement:
                writer.start()
                writer.join(WAIT)

        sa.event.listen(db.engine, "after_cursor_execute", sweep)
        with transaction(writes=False):
            _head, oldest, changes = changes_since(long_log, since)
        numbers = [seq for seq, _part, _audience in changes]
        assert oldest > since + 1 or numbers == list(range(since + 1, since + KEPT + 1))
