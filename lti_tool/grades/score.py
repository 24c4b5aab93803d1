"""The result of one person in one activity, and how far it has come on its way to the platform. The newest wins."""
from datetime import datetime, timedelta

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ..activities import Activity
from ..db import Instant, db, now
from ..people import Person

WAITING, SENT, REFUSED, GIVEN_UP = STATES = ("waiting", "sent", "refused", "given_up")
TRIED_FOR = timedelta(days=7)
SECOND = timedelta(seconds=1)


class Score(db.Model):
    __tablename__ = "score"
    id: Mapped[int] = mapped_column(primary_key=True)
    activity_id: Mapped[int] = mapped_column(sa.ForeignKey("activity.id", ondelete="CASCADE"))
    person_id: Mapped[int] = mapped_column(sa.ForeignKey("person.id", ondelete="CASCADE"), index=True)
    given: Mapped[float]
    maximum: Mapped[float]
    state: Mapped[str] = mapped_column(default=WAITING)
    waiting_since: Mapped[object] = mapped_column(Instant)
    moment: Mapped[object | None] = mapped_column(Instant)  # whole seconds: what the platform is told, or was told last
    begun: Mapped[bool] = mapped_column(default=False)  # a sending with this moment has begun: it may have arrived
    tries: Mapped[int] = mapped_column(default=0)
    problem: Mapped[str] = mapped_column(default="")  # the name of a ServiceProblem
    sent_at: Mapped[object | None] = mapped_column(Instant)  # when the platform had it last
    person: Mapped[Person] = relationship()
    __table_args__ = (sa.UniqueConstraint("activity_id", "person_id"), {"sqlite_autoincrement": True})

    def wait(self) -> None:
        """To be sent, as something new."""
        self.state, self.waiting_since, self.begun, self.tries, self.problem = WAITING, now(), False, 0, ""

    def begin(self) -> bool:
        """Takes the moment under which it is sent. Whether that was tried before, and its answer may have been lost.

        The same moment again lets the platform's 409 say that it has arrived; a new one is later than the last by whole seconds, because Moodle refuses any other.
        """
        tried_before = self.begun
        if not tried_before:
            earliest = self.moment + SECOND if self.moment else None
            self.moment = max(whole_second(now()), earliest) if earliest else whole_second(now())
            self.begun = True
        self.tries += 1
        return tried_before

    def arrived(self) -> None:
        self.state, self.sent_at, self.problem, self.begun = SENT, now(), "", False

    def failed(self, problem: str, may_have_arrived: bool, is_tried_on: bool) -> None:
        """`is_tried_on`: not where there is nobody to send it to; it waits for a launch to say where."""
        self.problem, self.begun = problem, may_have_arrived
        if is_tried_on and now() - self.waiting_since > TRIED_FOR:
            self.state = GIVEN_UP

    def is_refused(self, problem: str) -> None:
        """The platform does not want it for this person; nothing is tried again by itself."""
        self.state, self.problem, self.begun = REFUSED, problem, False


def whole_second(at: datetime) -> datetime:
    return at.replace(microsecond=0)


def score_of(activity_id: int, person_id: int) -> Score | None:
    return db.session.scalar(sa.select(Score).filter_by(activity_id=activity_id, person_id=person_id))


def locked_score(activity_id: int, person_id: int) -> Score | None:
    """To be changed: the job that sends it may be noting at this moment that an earlier one has arrived."""
    return db.session.scalar(sa.select(Score).filter_by(activity_id=activity_id, person_id=person_id).with_for_update(of=Score).execution_options(populate_existing=True))


def reached(activity: Activity, person_id: int, given: float, maximum: float) -> Score:
    """Somebody is done with the activity, with so many points of so many. Said again with other points, those count. Call it under the topic's lock. Writes."""
    from .sending import plan_sending

    assert 0 <= given <= maximum and maximum > 0, (given, maximum)
    score = locked_score(activity.id, person_id)
    if score is not None and (score.given, score.maximum) == (given, maximum):
        return score
    if score is None:
        score = Score(activity_id=activity.id, person_id=person_id)
        db.session.add(score)
    score.given, score.maximum = float(given), float(maximum)
    score.wait()
    db.session.flush()
    plan_sending(activity.id)
    return score


def scores_of(activity_id: int) -> dict[int, Score]:
    """person id -> their score."""
    return {score.person_id: score for score in db.session.scalars(sa.select(Score).filter_by(activity_id=activity_id))}
