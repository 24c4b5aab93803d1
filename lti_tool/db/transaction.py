"""One transaction per request: returning commits, raising rolls back. Reading is the rule; writing is said."""
import logging
from contextlib import contextmanager
from contextvars import ContextVar

from sqlalchemy import event
from sqlalchemy.orm import Session

from .base import db

logger = logging.getLogger("lti_tool")
_writing: ContextVar[bool] = ContextVar("writing", default=False)


class ReadingOnly(Exception):
    """Something was to be written in a transaction that only reads."""


def writing() -> bool:
    return _writing.get()


@contextmanager
def transaction(writes: bool = True):
    """Runs the block in a transaction of its own.

    A writing one begins IMMEDIATE on SQLite. Whatever `after_commit` collected runs once everything is durable.
    """
    db.session.rollback()  # a reading begun earlier must not decide which kind this one is
    token = _writing.set(writes)
    try:
        yield db.session
        waiting = db.session.info.pop("after_commit", [])
        if writes:
            db.session.commit()
            for act in waiting:
                carry_out(act)
        else:
            db.session.rollback()
    except BaseException:
        db.session.info.pop("after_commit", None)
        db.session.rollback()
        raise
    finally:
        _writing.reset(token)


def carry_out(act) -> None:
    """What is saved is saved, and the answer says so, whatever becomes of telling others."""
    try:
        act()
    except Exception:
        logger.exception("after a commit")


def after_commit(act) -> None:
    """`act()` is called when the present transaction has been committed, and never when it was rolled back."""
    db.session.info.setdefault("after_commit", []).append(act)


@event.listens_for(Session, "before_flush")
def refuse_flush(session, *_):
    if not writing() and (session.new or session.dirty or session.deleted):
        raise ReadingOnly("a flush in a transaction that only reads")


@event.listens_for(Session, "do_orm_execute")
def refuse_statement(state):
    if not writing() and (state.is_insert or state.is_update or state.is_delete):
        raise ReadingOnly("a write in a transaction that only reads")
