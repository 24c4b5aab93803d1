"""Kinds of column: an instant in UTC, a position between neighbours, words in several languages."""
from datetime import datetime, timezone

import sqlalchemy as sa
from flask import current_app
from sqlalchemy.types import TypeDecorator

from .wording import Wording


def now() -> datetime:
    """The present instant in UTC, by the application's clock (tests give their own)."""
    return current_app.extensions["clock"]()


def today() -> datetime:
    """The present day's beginning in UTC: for what must not tell its time."""
    return now().replace(hour=0, minute=0, second=0, microsecond=0)


class Instant(TypeDecorator):
    """A moment, always UTC and aware. SQLite would drop the zone."""

    impl = sa.DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value, dialect):
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("an instant needs its zone")
        return value.astimezone(timezone.utc).replace(tzinfo=None if dialect.name == "sqlite" else timezone.utc)

    def process_result_value(self, value, dialect):
        if value is None:
            return None
        return value.replace(tzinfo=timezone.utc) if value.tzinfo is None else value.astimezone(timezone.utc)


class Words(TypeDecorator):
    """A Wording: what facilitators write, one version per language."""

    impl = sa.JSON
    cache_ok = True

    def process_bind_param(self, value, dialect):
        return None if value is None else dict(value)

    def process_result_value(self, value, dialect):
        return Wording(value or {})


def Position() -> sa.String:
    """A key between two neighbours (see positions.py), compared byte by byte on both databases."""
    return sa.String().with_variant(sa.String(collation="C"), "postgresql")
