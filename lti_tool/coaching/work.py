"""What a learner did at a step. Private unless they say otherwise; facilitators see that it is done."""
import sqlalchemy as sa
from flask_babel import gettext as _
from sqlalchemy.orm import Mapped, mapped_column

from ..db import Instant, db, now
from ..web import Refusal

DONE, KNOWN, BEGUN = STATES = ("done", "known", "begun")  # known: a check showed that they know it
MYSELF, FACILITATORS, WALL = SHARING = ("myself", "facilitators", "wall")


class WorkWasChanged(Refusal):
    """The same person wrote at the same step on another device."""

    status = 409

    def words(self):
        return (_("You have written here on another device"), _("What you saved there is newer than this page. Nothing was replaced, and your text is still in the form."),
                _("Copy what you want to keep, load the page again, and put it in."))


class StepWork(db.Model):
    __tablename__ = "step_work"
    id: Mapped[int] = mapped_column(primary_key=True)
    learner_id: Mapped[int] = mapped_column(sa.ForeignKey("learner.id", ondelete="CASCADE"))
    step_id: Mapped[int]  # as editions number them, also when the step is no longer on the writing table
    state: Mapped[str]
    answer: Mapped[dict | None] = mapped_column(sa.JSON(none_as_null=True))  # the latest, as its kind keeps it
    best: Mapped[float | None]  # how much of it was right, from 0 to 1, the best so far; none: nothing is right or wrong here
    tries: Mapped[int] = mapped_column(default=0)
    text: Mapped[str] = mapped_column(default="")
    language: Mapped[str] = mapped_column(default="")
    shared: Mapped[str] = mapped_column(default=MYSELF)
    at: Mapped[object] = mapped_column(Instant)  # of the latest change
    checked_at: Mapped[object | None] = mapped_column(Instant)  # by a facilitator
    reply: Mapped[str] = mapped_column(default="")  # what the facilitator says to it
    version: Mapped[int] = mapped_column(default=0)  # how often it was saved
    __table_args__ = (sa.UniqueConstraint("learner_id", "step_id"), {"sqlite_autoincrement": True})

    def write(self, text: str, language: str, shared: str, version: int) -> None:
        """Raises WorkWasChanged when it was saved since that `version` with another text."""
        if version < self.version and text != self.text:
            raise WorkWasChanged
        self.text, self.language, self.shared = text, language, shared
        self.version += 1
        self.finish()

    def finish(self) -> None:
        self.state, self.at = DONE, now()

    @property
    def counts(self) -> bool:
        return self.state in (DONE, KNOWN)

    @property
    def is_for_facilitators(self) -> bool:
        return self.shared == FACILITATORS and bool(self.text)


def works_of(learner_ids) -> dict[int, dict[int, StepWork]]:
    """learner -> step -> work, with one question."""
    found = {number: {} for number in learner_ids}
    for work in db.session.scalars(sa.select(StepWork).where(StepWork.learner_id.in_(found))):
        found[work.learner_id][work.step_id] = work
    return found


def work_at(learner, step_id: int) -> StepWork:
    """Begun when there is none."""
    work = db.session.scalar(sa.select(StepWork).filter_by(learner_id=learner.id, step_id=step_id))
    if work is None:
        work = StepWork(learner_id=learner.id, step_id=step_id, state=BEGUN, at=now(), tries=0, text="", language="", shared=MYSELF, reply="", version=0)
        db.session.add(work)
    return work
