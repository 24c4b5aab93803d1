"""What waits for somebody: platforms, invitations, feedback; and jobs that nobody does."""
from datetime import timedelta

import sqlalchemy as sa
from flask import current_app

from ...access.operator import Operator
from ...db import db, now, transaction
from ...jobs import Job
from ...lti.invitation import all_invitations
from ...lti.platform import all_platforms
from ...notices.feedback import Feedback
from ..finding import bad, good, look, many

LATE, TOO_LATE = timedelta(minutes=15), timedelta(hours=1)
ANSWERED_WITHIN = timedelta(days=14)  # Act 306/2019


def look_at_waiting():
    with transaction(writes=False):
        pending = [platform.name for platform in all_platforms() if platform.is_pending]
        invited = [invitation.host for invitation in all_invitations() if invitation.is_good]
        oldest = db.session.scalar(sa.select(sa.func.min(Feedback.made_at)).where(Feedback.handled_at.is_(None)))
        feedback = db.session.scalar(sa.select(sa.func.count(Feedback.id)).where(Feedback.handled_at.is_(None)))
        has_operator = bool(current_app.config["OPERATORS"]) or db.session.scalar(sa.select(Operator.id).limit(1)) is not None
        late = oldest is not None and now() - oldest > ANSWERED_WITHIN
    if pending:
        yield look("waiting", f"{many(len(pending), 'platform')} registered without an invitation, to be approved or refused: {', '.join(pending[:3])}.", "Look at them in the console, or `lti-tool platforms list`.")
    if feedback:
        yield look("waiting", f"{many(feedback, 'message')} about accessibility to be handled" + (", the oldest for more than 14 days." if late else "."),
                   "Answer them in the console. The law gives 14 days.")
    if not has_operator:
        yield look("operators", "Nobody is an operator in the browser.", "Name one: `lti-tool operators name ISSUER SUBJECT`.")
    if not (pending or feedback):
        yield good("waiting", f"Nobody waits; {many(len(invited), 'invitation')} not used yet." if invited else "Nobody waits.")


def look_at_jobs():
    with transaction(writes=False):
        at = now()
        planned = db.session.scalars(sa.select(Job).order_by(Job.due_at)).all()
        late = [job for job in planned if job.due_at < at - LATE and (job.leased_until is None or job.leased_until < at)]
        failing = [job for job in planned if job.problem]
        unknown = sorted({job.kind for job in planned} - current_app.extensions["job_kinds"].keys())
        words = f"{many(len(late), 'job')} late, the first by {(at - late[0].due_at).total_seconds() / 60:.0f} minutes." if late else ""
        problems = "; ".join(sorted({f"{job.kind}: {job.problem}" for job in failing}))[:300]
    todo = "See that a server runs: `lti-tool serve`, or with another WSGI server `lti-tool worker` beside it."
    if late:
        yield (bad if at - late[0].due_at > TOO_LATE else look)("jobs", words, todo)
    if unknown:
        yield look("jobs", f"This program does not know the jobs {', '.join(unknown)}.", "If a newer version is being installed, they are done by it.")
    if failing:
        yield look("jobs", f"{many(len(failing), 'job')} failed and will be tried again: {problems}.", "If it stays so, see whether the other server answers.")
    if not (late or failing):
        yield good("jobs", f"{many(len(planned), 'job')} planned, none late." if planned else "No job is planned.")
