"""What was answered, and who has answered: two tables with nothing in common but the form, so that nobody can lay one beside the other.

No row has a time, a number that grows, or another row that it belongs to: each question's answer is a row of its own under a random key, so that an open
answer does not lead to the ratings of whoever wrote it. Rows also say by where they lie in which order they came. Therefore neither table is ever added to:
with each answer all rows of the form, in both tables, are written anew in the order of their keys. Then
- on SQLite (WITHOUT ROWID) they lie in the file in that order; what was there before is overwritten at once (secure_delete) and the log emptied;
- on PostgreSQL all of them carry the number of one transaction (xmin), that of the latest answer, and their places (ctid) are those of one writing. The rows
  as they were before are dead; when a form closes they are swept out.
Nothing else may remember who sent what: no operation, no change, no act and no job is written with an answer. And because two copies of a database, one of
before and one of after an answer, differ by both tables' rows, who has answered is kept as a mark that only the installation's secret makes again, which is in
no backup.
"""
import secrets

import sqlalchemy as sa
from flask_babel import gettext as _
from sqlalchemy.orm import Mapped, mapped_column

from ..access.secret import kept_mark
from ..db import after_commit, db
from ..db.traces import wipe_traces_after_commit
from ..web import Refusal
from .question import USEFUL

LEAST = 5  # fewer people's answers are shown to nobody
NEW, WAITING, SHOWN = range(3)


class AlreadyAnswered(Refusal):
    status = 409

    def words(self):
        return (_("You have already answered"), _("What you answered first counts. Nobody can tell which answers are yours, so they cannot be changed either."),
                _("Copy your text if you want to keep it, and tell a facilitator what is still on your mind."))


class AnswerIsGone(Refusal):
    status = 409

    def words(self):
        return (_("There is no such answer"), _("It is not shown, or somebody has already removed its text."), _("Load the page again to see the answers as they are now."))


class FeedbackAnswer(db.Model):
    """To one question: a number from 1 to 5 or a text. `stage` says whether it is shown already (see `count_on`)."""

    __tablename__ = "feedback_answer"
    form_id: Mapped[int] = mapped_column(sa.ForeignKey("feedback_form.id", ondelete="CASCADE"), primary_key=True)
    key: Mapped[str] = mapped_column(sa.String(32), primary_key=True)
    question: Mapped[str]
    stage: Mapped[int]
    value: Mapped[int | None]
    text: Mapped[str | None]
    language: Mapped[str | None]  # of the text
    removed: Mapped[bool]  # by a facilitator, for good
    __table_args__ = {"sqlite_with_rowid": False}


class FeedbackGiven(db.Model):
    """Somebody has answered: their mark on this form. Kept so that nobody answers twice."""

    __tablename__ = "feedback_given"
    form_id: Mapped[int] = mapped_column(sa.ForeignKey("feedback_form.id", ondelete="CASCADE"), primary_key=True)
    mark: Mapped[str] = mapped_column(sa.String(64), primary_key=True)
    __table_args__ = {"sqlite_with_rowid": False}


ANSWERS, GIVEN = FeedbackAnswer.__table__, FeedbackGiven.__table__


def mark_of(form_id: int, person_id: int) -> str:
    """It tells neither who it is nor what they have answered besides."""
    return kept_mark(f"feedback {form_id} {person_id}")


def has_answered(form_id: int, person_id: int) -> bool:
    return bool(answered_among([form_id], person_id))


def answered_among(form_ids, person_id: int) -> set[int]:
    """Which of these forms the person has answered."""
    marks = {mark_of(form_id, person_id) for form_id in form_ids}
    return set(db.session.scalars(sa.select(GIVEN.c.form_id).where(GIVEN.c.mark.in_(marks)))) if marks else set()


def answered_by(person_id: int) -> set[int]:
    return answered_among(db.session.scalars(sa.select(GIVEN.c.form_id).distinct()), person_id)


def is_answered(form_id: int) -> bool:
    return db.session.scalar(sa.select(ANSWERS.c.form_id).where(ANSWERS.c.form_id == form_id).limit(1)) is not None


def give(form_id: int, person_id: int, said: list[dict]) -> None:
    """`said` has {question, value} and {question, text, language}. Raises AlreadyAnswered. Call it under the topic's lock."""
    if has_answered(form_id, person_id):
        raise AlreadyAnswered
    nothing = {"form_id": form_id, "stage": NEW, "value": None, "text": None, "language": None, "removed": False}
    write_anew(ANSWERS, form_id, count_on([*rows_of(ANSWERS, form_id), *({**nothing, **one, "key": secrets.token_hex(16)} for one in said)]))
    write_anew(GIVEN, form_id, [*rows_of(GIVEN, form_id), {"form_id": form_id, "mark": mark_of(form_id, person_id)}])
    wipe_traces_after_commit()


def rows_of(table, form_id: int) -> list[dict]:
    return [dict(row) for row in db.session.execute(sa.select(table).where(table.c.form_id == form_id)).mappings()]


def write_anew(table, form_id: int, rows: list[dict]) -> None:
    """All rows of the form, in the order of their keys."""
    db.session.execute(sa.delete(table).where(table.c.form_id == form_id))
    if rows:
        db.session.execute(sa.insert(table), sorted(rows, key=lambda row: [row[column.name] for column in table.primary_key]))


# --- which answers are shown ----------------------------------------------------------------------------------------------------------------
# Whoever sees the results before and after an answer knows the answer. So what is shown grows by the answers of five people at least, each time, also when
# the form is closed: of whom one part is shown already the rest may be one person. Therefore, while a form is open, what is shown stays one step behind: five
# wait until there are ten, and when it closes with seven or nine, all of them can be shown. Closed again after a reopening with fewer than five more, it shows
# what it showed before.


def people(rows: list[dict], stage: int = NEW) -> int:
    """How many have answered, of those whose answers have come so far."""
    return sum(1 for row in rows if row["question"] == USEFUL and row["stage"] >= stage)


def count_on(rows: list[dict]) -> list[dict]:
    """After an answer came: five new ones wait, and those that waited are shown."""
    if people(rows) - people(rows, WAITING) < LEAST:
        return rows
    return [{**row, "stage": min(row["stage"] + 1, SHOWN)} for row in rows]


def show_all(form_id: int) -> None:
    """When the form is closed, if that shows the answers of five people more."""
    rows = rows_of(ANSWERS, form_id)
    if people(rows) - people(rows, SHOWN) >= LEAST:
        write_anew(ANSWERS, form_id, [{**row, "stage": SHOWN} for row in rows])
        wipe_traces_after_commit()


def sweep_after_commit() -> None:
    """PostgreSQL keeps rows that are dead until somebody sweeps: by them one could see what came with which answer."""
    engine = db.engine
    if engine.dialect.name == "postgresql":
        after_commit(lambda: sweep(engine))


def sweep(engine) -> None:
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.exec_driver_sql(f"VACUUM {ANSWERS.name}, {GIVEN.name}")


def remove_text(form_id: int, key: str) -> None:
    """For good; a mark stays. Raises AnswerIsGone."""
    gone = db.session.execute(sa.update(ANSWERS).where(ANSWERS.c.form_id == form_id, ANSWERS.c.key == key, ANSWERS.c.stage == SHOWN, ANSWERS.c.text.is_not(None))
                              .values(text=None, removed=True))
    if not gone.rowcount:
        raise AnswerIsGone
    wipe_traces_after_commit()
