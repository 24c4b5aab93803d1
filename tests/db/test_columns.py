"""Instants in UTC, and the clock that tests can set."""
from datetime import datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import StatementError

from lti_tool.db import Instant, Wording, Words, db, now, transaction

TABLE = sa.Table("kept", sa.MetaData(), sa.Column("id", sa.Integer, primary_key=True), sa.Column("at", Instant), sa.Column("words", Words))


@pytest.fixture
def keep(own_app, app):
    """keep(at=..., words=...) stores a row and gives back what the database says it is."""
    def keep(**values):
        with app.app_context(), transaction():
            TABLE.create(db.session.connection(), checkfirst=True)
            db.session.execute(sa.insert(TABLE), values)
            return db.session.execute(sa.select(TABLE.c.at, TABLE.c.words).order_by(TABLE.c.id.desc())).first()
    return keep


def test_an_instant_comes_back_in_utc_whatever_zone_it_was_given_in(keep):
    at = datetime(2026, 7, 25, 3, 30, 0, 123456, tzinfo=ZoneInfo("Europe/Helsinki"))
    kept = keep(at=at).at
    assert kept == at
    assert kept.utcoffset() == timedelta(0)


def test_the_hour_that_clocks_show_twice_is_two_hours(keep):
    first = datetime(2026, 10, 25, 3, 30, tzinfo=ZoneInfo("Europe/Helsinki"))
    assert keep(at=first.replace(fold=1)).at - keep(at=first).at == timedelta(hours=1)


def test_an_instant_without_a_zone_is_refused(keep):
    with pytest.raises(StatementError, match="an instant needs its zone"):
        keep(at=datetime(2026, 11, 20, 12, 0))


def test_no_instant_and_no_words_stay_so(keep):
    assert keep(at=None, words=None).at is None
    assert keep(words=None).words == Wording()


def test_words_come_back_as_a_wording(keep):
    words = keep(words=Wording({"fi": "Äiti", "sv": "Mor 👩‍👧"})).words
    assert isinstance(words, Wording)
    assert words == {"fi": "Äiti", "sv": "Mor 👩‍👧"}


def test_now_is_what_the_applications_clock_says(app, clock):
    clock.forward(days=400)
    with app.app_context():
        assert now() - datetime.now(timezone.utc) > timedelta(days=399)
        assert now().utcoffset() == timedelta(0)
