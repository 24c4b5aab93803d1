"""The database: one object for SQLite and PostgreSQL, and the kinds of column the rooms above share.

Not here: any table. Those live with the noun they are about.
"""
from .base import db
from .columns import Instant, Position, Words, now, today
from .positions import between, in_a_row
from .sorting import sort_key
from .transaction import ReadingOnly, after_commit, transaction, writing
from .wording import Said, Wording

__all__ = ["Instant", "Position", "ReadingOnly", "Said", "Wording", "Words", "after_commit", "between", "db", "in_a_row", "now",
           "sort_key", "today", "transaction", "writing"]
