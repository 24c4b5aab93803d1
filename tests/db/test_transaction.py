"""One transaction per request: what commits, what rolls back, what may not be written, what waits for the commit."""
import pytest
import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError

from lti_tool.db import ReadingOnly, after_commit, db, transaction, writing
from lti_tool.live import Change, Topic
from lti_tool.web import public


@pytest.fixture
def inside(app):
    with app.app_context():
        yield


def topics_as_others_see_them(engine):
    """Through a connection of its own: only what is committed."""
    with engine.connect() as connection:
        return connection.scalar(sa.select(sa.func.count()).select_from(Topic))


def test_returning_commits(inside):
    with transaction():
        db.session.add(Topic())
    assert topics_as_others_see_them(db.engine) == 1


def test_raising_rolls_back(inside):
    with pytest.raises(LookupError), transaction():
        db.session.add(Topic())
        db.session.flush()
        raise LookupError
    assert topics_as_others_see_them(db.engine) == 0
    assert not writing()


def test_reading_leaves_nothing_open(inside):
    with transaction(writes=False):
        db.session.scalar(sa.select(sa.func.count()).select_from(Topic))
    assert not db.session().in_transaction()


def test_what_waits_for_the_commit_happens_when_everybody_can_see_it(inside):
    seen = []
    with transaction():
        db.session.add(Topic())
        db.session.flush()
        after_commit(lambda: seen.append(topics_as_others_see_them(db.engine)))
        assert seen == []
    assert seen == [1]


def test_what_waits_for_the_commit_never_happens_after_a_rollback(inside):
    happened = []
    with pytest.raises(LookupError), transaction():
        after_commit(lambda: happened.append("rolled back"))
        raise LookupError
    with pytest.raises(IntegrityError), transaction():  # the commit itself fails
        after_commit(lambda: happened.append("not committed"))
        db.session.add(Change(topic_id=999, seq=1, part="note:1", audience="everyone"))
    with transaction():
        db.session.add(Topic())
    assert happened == []


def test_what_waits_in_a_reading_transaction_does_not_wait_for_the_next_commit(inside):
    happened = []
    with transaction(writes=False):
        after_commit(lambda: happened.append("read"))
    with transaction():
        db.session.add(Topic())
    assert happened == []


def test_one_thing_that_fails_after_the_commit_does_not_keep_the_others_from_happening(inside, caplog):
    def fails():
        raise RuntimeError("nobody listens")

    happened = []
    with transaction():
        db.session.add(Topic())
        after_commit(fails)
        after_commit(lambda: happened.append("told"))
    assert happened == ["told"]
    assert "RuntimeError" in caplog.text


WRITES = {
    "a new thing": lambda: (db.session.add(Topic()), db.session.flush()),
    "a changed thing": lambda: (setattr(db.session.scalars(sa.select(Topic)).first(), "seq", 7), db.session.flush()),
    "a removed thing": lambda: (db.session.delete(db.session.scalars(sa.select(Topic)).first()), db.session.flush()),
    "an insert": lambda: db.session.execute(sa.insert(Topic), [{"seq": 1}, {"seq": 2}]),
    "an update": lambda: db.session.execute(sa.update(Topic).values(seq=7)),
    "a delete": lambda: db.session.execute(sa.delete(Topic)),
    "a statement about a table": lambda: db.session.execute(sa.delete(Topic.__table__)),
}


@pytest.mark.every_case
@pytest.mark.parametrize("write", WRITES.values(), ids=WRITES)
def test_reading_only_refuses(inside, write):
    with transaction():
        db.session.add(Topic())
    with pytest.raises(ReadingOnly), transaction(writes=False):
        write()
    with transaction(writes=False):
        assert db.session.scalars(sa.select(Topic.seq)).all() == [0]


def test_a_page_that_is_only_asked_for_cannot_write(own_app, app, caplog):
    @app.get("/writes-by-mistake")
    @public
    def writes_by_mistake():
        db.session.add(Topic())
        return str(db.session.scalar(sa.select(sa.func.count()).select_from(Topic)))  # flushes by itself

    assert app.test_client().get("/writes-by-mistake").status_code == 500
    assert "ReadingOnly" in caplog.text
    with app.app_context():
        assert topics_as_others_see_them(db.engine) == 0


def test_a_view_that_says_so_writes_although_it_is_asked_for_by_get(own_app, app):
    from lti_tool.web import writes

    @app.get("/writes-and-says-so")
    @public
    @writes
    def writes_and_says_so():
        db.session.add(Topic())
        return ""

    assert app.test_client().get("/writes-and-says-so").status_code == 200
    with app.app_context():
        assert topics_as_others_see_them(db.engine) == 1
