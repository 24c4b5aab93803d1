"""Sends the scores of an activity, one after the other: one job for each activity, so that a platform that does not answer is asked once and not five hundred times.

No transaction is open while the platform is asked. What goes wrong is tried again, each time after half as long as it has been tried already, for seven days.
"""
import time
from datetime import datetime, timedelta
from typing import NamedTuple

import sqlalchemy as sa

from ..activities import Activity, Placement
from ..db import db, now, transaction
from ..jobs import Job, later
from ..lti import PersonIsNotGraded, ServiceProblem, line_items_of
from ..lti.grade_problem import ColumnShowsNoNumber, GradesAreNotAllowed, GradesAreNotOffered, LaterGradeIsThere, LineItemIsNotThere
from ..lti.result_service import shows_no_number
from ..lti.score_service import ScoreToSend, send_score
from ..lti.service_problem import PlatformIsSwitchedOff, ToolIsNotRecognised
from .column import Target, Turn, column_of, forget_item, target_of
from .grading import Grading
from .score import WAITING, Score

JOB = "scores"
SECONDS = 60  # for one turn; then others' jobs come first
SOONEST, LATEST = timedelta(minutes=1), timedelta(hours=6)
NEVER_ARRIVED = (ColumnShowsNoNumber, GradesAreNotAllowed, GradesAreNotOffered, LaterGradeIsThere, LineItemIsNotThere, PlatformIsSwitchedOff, ToolIsNotRecognised)


class Sending(NamedTuple):
    score_id: int
    score: ScoreToSend
    tried_before: bool
    is_read: bool  # afterwards, whether the platform shows it: the first of an activity, and what is sent again
    targets: list[Target]


def plan_sending(activity_id: int) -> None:
    """At once; where the platform has just not answered, in a minute at the soonest. Writes."""
    troubled = db.session.scalar(sa.select(sa.exists().where(Score.activity_id == activity_id, Score.state == WAITING, Score.problem != "")))
    later(JOB, f"activity:{activity_id}", at=now() + SOONEST if troubled else None)


def plan_forgotten() -> None:
    """Scores that wait with nobody to send them: after a crash, or when a link was placed anew. Writes."""
    about = sa.literal("activity:").concat(sa.cast(Score.activity_id, sa.String))
    planned = sa.exists().where(Job.kind == JOB, Job.about == about)
    for activity_id in db.session.scalars(sa.select(Score.activity_id).where(Score.state == WAITING, ~planned).distinct()).all():
        later(JOB, f"activity:{activity_id}")


def hear_line_item(placement: Placement) -> None:
    """A launch has said something new about where the grades of a link go: what waited for that is tried again."""
    if placement.activity_id is None:
        return
    mended = sa.update(Score).where(Score.activity_id == placement.activity_id, Score.state == WAITING).values(problem="", waiting_since=now())
    if db.session.execute(mended.execution_options(synchronize_session=False)).rowcount:
        later(JOB, f"activity:{placement.activity_id}")


def send_as_job(about: str) -> None:
    activity_id, until = int(about.removeprefix("activity:")), time.monotonic() + SECONDS
    passed: set[int] = set()  # with what goes wrong for them alone
    turn = Turn(until + SECONDS)
    while time.monotonic() < until:
        with transaction():
            sending = begin_next(activity_id, passed)
        if sending is None:
            return
        problem = send(sending, turn)
        with transaction():
            settle(sending, problem)
            if isinstance(problem, GradesAreNotOffered):
                passed.add(sending.score_id)
            elif problem is not None and not isinstance(problem, PersonIsNotGraded):
                return put_off(activity_id, problem)
    with transaction():
        later(JOB, about)


def begin_next(activity_id: int, passed: set[int]) -> Sending | None:
    """The one that was tried least, so that one which never succeeds keeps no other waiting."""
    activity, grading = db.session.get(Activity, activity_id), db.session.get(Grading, activity_id)
    if activity is None or grading is not None and not grading.is_on:
        return None
    score = db.session.scalar(sa.select(Score).where(Score.activity_id == activity_id, Score.state == WAITING, Score.id.not_in(passed))
                              .order_by(Score.tries, Score.id).limit(1).with_for_update(of=Score))
    if score is None:
        return None
    tried_before = score.begin()
    is_read = score.sent_at is not None or not db.session.scalar(sa.select(sa.exists().where(Score.activity_id == activity_id, Score.sent_at.is_not(None))))
    targets = [target_of(item, activity, score) for item in line_items_of(activity_id) if item.takes_scores and item.issuer == score.person.issuer]
    return Sending(score.id, ScoreToSend(score.person.subject, score.given, score.maximum, score.moment), tried_before, is_read, targets)


def send(sending: Sending, turn: Turn) -> ServiceProblem | None:
    """To each link that opens the activity. None: it has arrived."""
    if not sending.targets:
        return GradesAreNotOffered("no link of the activity has a line item for this person")
    try:
        for target in sending.targets:
            if target is None:
                raise PlatformIsSwitchedOff("the platform was disabled or removed")
            address = column_of(target, turn)
            try:
                send_score(target.tokens, address, sending.score, sending.tried_before, turn.until)
            except LineItemIsNotThere:
                forget_item(target.placement_id, address)
                raise
            if sending.is_read and target.placement_id not in turn.read:
                if shows_no_number(target.tokens, address, sending.score.subject, turn.until):
                    raise ColumnShowsNoNumber("the result has no score")
                turn.read.add(target.placement_id)
    except ServiceProblem as problem:
        return problem
    return None


def settle(sending: Sending, problem: ServiceProblem | None) -> None:
    """Nothing, where there is something newer to send meanwhile, or the person has gone."""
    score = db.session.scalar(sa.select(Score).filter_by(id=sending.score_id).with_for_update(of=Score).execution_options(populate_existing=True))
    if score is None or not score.begun or score.moment != sending.score.at:
        return
    if problem is None:
        score.arrived()
    elif isinstance(problem, PersonIsNotGraded):
        if sending.tried_before:  # Open edX says 400, and not 409, to a moment that it has: a later one tells
            score.begun = False
        else:
            score.is_refused(type(problem).__name__)
    else:
        score.failed(type(problem).__name__, may_have_arrived=not isinstance(problem, NEVER_ARRIVED), is_tried_on=not isinstance(problem, GradesAreNotOffered))


def put_off(activity_id: int, problem: ServiceProblem) -> None:
    """What stopped one stops all for now: each says why it waits."""
    waiting = sa.and_(Score.activity_id == activity_id, Score.state == WAITING)
    db.session.execute(sa.update(Score).where(waiting, Score.problem == "").values(problem=type(problem).__name__).execution_options(synchronize_session=False))
    since: datetime | None = db.session.scalar(sa.select(sa.func.min(Score.waiting_since)).where(waiting))
    if since is not None:
        later(JOB, f"activity:{activity_id}", at=now() + min(max((now() - since) / 2, SOONEST), LATEST))
