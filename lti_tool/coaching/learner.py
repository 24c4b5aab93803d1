"""A learner: a person in a module, the edition they go through, and how far they are."""
import sqlalchemy as sa
from flask_babel import gettext as _
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ..db import Instant, db, now
from ..people import Person
from ..web import Refusal
from .cohort import Cohort
from .edition import Edition

WHOLE, REFRESHER = PATHS = ("whole", "refresher")


def path_words(path: str) -> str:
    return {WHOLE: _("The whole module"), REFRESHER: _("The refresher")}[path]


class CohortHasNotStarted(Refusal):
    status = 409

    def words(self):
        return (_("Your group has not started yet"), _("You can read what the module is about. The steps open on the day on which your group starts."),
                _("Come back on that day."))


class Learner(db.Model):
    __tablename__ = "learner"
    id: Mapped[int] = mapped_column(primary_key=True)
    module_id: Mapped[int] = mapped_column(sa.ForeignKey("activity.id", ondelete="CASCADE"))
    person_id: Mapped[int] = mapped_column(sa.ForeignKey("person.id", ondelete="CASCADE"), index=True)
    edition_id: Mapped[int] = mapped_column(sa.ForeignKey("edition.id", ondelete="CASCADE"), index=True)
    cohort_id: Mapped[int | None] = mapped_column(sa.ForeignKey("cohort.id", ondelete="SET NULL"), index=True)
    path: Mapped[str] = mapped_column(default=WHOLE)
    background: Mapped[str] = mapped_column(default="")  # a key of the module's; empty: not said
    last_step: Mapped[int | None]  # where they were last, on whatever device
    began_at: Mapped[object] = mapped_column(Instant)
    seen_at: Mapped[object] = mapped_column(Instant)  # when they last did something here
    finished_at: Mapped[object | None] = mapped_column(Instant)
    edition: Mapped[Edition] = relationship(lazy="joined", innerjoin=True)
    person: Mapped[Person] = relationship(lazy="joined", innerjoin=True)
    cohort: Mapped[Cohort | None] = relationship(lazy="joined")
    __table_args__ = (sa.UniqueConstraint("module_id", "person_id"), {"sqlite_autoincrement": True})

    def must_have_started(self) -> None:
        """Raises CohortHasNotStarted."""
        if self.cohort is not None and not self.cohort.has_started:
            raise CohortHasNotStarted

    def was_at(self, step_id: int) -> None:
        self.last_step, self.seen_at = step_id, max(self.seen_at, now())  # a clock that went back makes nobody quiet

    def finish(self) -> None:
        """Not before they began, whatever the clock says."""
        self.finished_at = max(self.began_at, now())

    def go_on_with(self, edition: Edition) -> None:
        """Progress is kept: steps have the same numbers in every edition."""
        self.edition_id, self.edition = edition.id, edition


def learner_of(module_id: int, person_id: int) -> Learner | None:
    return db.session.scalar(sa.select(Learner).where(Learner.module_id == module_id, Learner.person_id == person_id))


def learners_of(module_id: int) -> list[Learner]:
    return list(db.session.scalars(sa.select(Learner).where(Learner.module_id == module_id).order_by(Learner.id)))


def begin(module, person_id: int, path: str = WHOLE, background: str = "", cohort: Cohort | None = None) -> Learner:
    """At the newest edition. Who has begun already goes on where they were, on the path they say now."""
    learner = learner_of(module.id, person_id)
    if learner is None:
        learner = Learner(module_id=module.id, person_id=person_id, edition_id=module.edition().id, began_at=now(), seen_at=now())
        db.session.add(learner)
    learner.path, learner.background = path, background
    if cohort is not None:
        learner.cohort_id, learner.cohort = cohort.id, cohort
    db.session.flush()
    return learner
