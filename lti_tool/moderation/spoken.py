"""What people said about a thing while it was moderated. It may repeat the words that are removed for good, so it goes with them; the reason of the list stays."""
import sqlalchemy as sa

from ..db import db
from .answer import AuthorAnswer
from .log import LogEntry
from .moderated import parts_by, things_of
from .report import Report


def forget_spoken(*parts: str) -> None:
    entries = sa.select(LogEntry.id).where(LogEntry.thing.in_(parts))
    db.session.execute(sa.delete(AuthorAnswer).where(AuthorAnswer.entry_id.in_(entries)))
    db.session.execute(sa.update(LogEntry).where(LogEntry.thing.in_(parts)).values(words=""))
    db.session.execute(sa.update(Report).where(Report.thing.in_(parts)).values(words=""))


def forget_answers_by(person_id: int) -> None:
    """To whatever that person wrote."""
    entries = sa.select(LogEntry.id).where(LogEntry.thing.in_(parts_by(person_id)))
    db.session.execute(sa.delete(AuthorAnswer).where(AuthorAnswer.entry_id.in_(entries)))


def forget_reports_of_gone() -> None:
    """Of things that are gone for good, whichever way they went. What was done about them stays in the log."""
    reported = set(db.session.scalars(sa.select(Report.thing).distinct()))
    db.session.execute(sa.delete(Report).where(Report.thing.in_(reported - set(things_of(reported)))))


def hear_removal(part: str, texts, stays: str, words: str = "") -> None:
    """From rooms above, wherever they remove something."""
    forget_spoken(part)
