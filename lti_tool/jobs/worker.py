"""Works off what is due: one job after the other, leased meanwhile, so that no two processes ever do the same at one time."""
import logging
import signal
import threading
from dataclasses import dataclass
from datetime import datetime, timedelta

import sqlalchemy as sa

from ..db import db, now, transaction
from ..db.chores import do_chores
from ..web.log import way_to
from .job import Job, JobFailed

LEASE = timedelta(minutes=10)
RENEWED_EVERY, LOOKS_EVERY, TIDY_SECONDS, GRACE_SECONDS = 120, 5, 3600, 5
logger = logging.getLogger("lti_tool.jobs")


@dataclass
class Leased:
    """A job that this process does now, as plain values."""

    id: int
    kind: str
    about: str
    until: datetime

    @property
    def is_mine(self):
        return sa.and_(Job.id == self.id, Job.leased_until == self.until)


def work_off(app, goes_on=lambda: True) -> int:
    """Does all that is due, until `goes_on()` says no. How many were done or tried. Not inside a transaction."""
    worked = 0
    while goes_on() and (leased := lease(app)):
        renewal = Renewal(app, leased)
        renewal.start()
        try:
            problem = tried(app, leased)
        finally:
            renewal.end()
        settle(app, leased, problem)
        worked += 1
    return worked


def is_due(app):
    """Only kinds that this program knows: in an upgrade of several processes the newer ones do theirs."""
    free = sa.and_(Job.leased_until.is_(None), Job.due_at <= now())
    return sa.and_(Job.kind.in_(app.extensions["job_kinds"]), sa.or_(free, Job.leased_until <= now()))


def lease(app) -> Leased | None:
    with app.app_context():
        with transaction(writes=False):  # most often there is nothing: then nobody who writes has to wait for this look
            if db.session.scalar(sa.select(Job.id).where(is_due(app)).limit(1)) is None:
                return None
        with transaction():
            chosen = sa.select(Job).where(is_due(app)).order_by(Job.due_at, Job.id).limit(1).with_for_update(skip_locked=True)
            job = db.session.scalar(chosen)
            if job is None:  # another process was faster
                return None
            if job.tries <= len(pauses_of(app, job)):
                job.again = job.again and job.due_at > now()
                job.tries, job.leased_until = job.tries + 1, now() + LEASE
                return Leased(job.id, job.kind, job.about, job.leased_until)
            give_up(job, "the process ended while it was being done")
    return lease(app)


def pauses_of(app, job) -> tuple[int, ...]:
    return app.extensions["job_kinds"][job.kind].pauses


def give_up(job: Job, problem: str) -> None:
    logger.warning("job %s %s given up after %s tries: %s", job.kind, job.about, job.tries, problem)
    db.session.delete(job)


def tried(app, leased: Leased) -> str | None:
    """Does the job. None, or what was the problem."""
    try:
        # Addresses are whole ones of this tool, languages work, the session is removed at the end.
        with app.test_request_context(base_url=app.config["PUBLIC_URL"]):
            app.extensions["job_kinds"][leased.kind].do(leased.about)
    except JobFailed as failed:
        return failed.problem
    except Exception as error:
        logger.error("job %s %s\n%s", leased.kind, leased.about, way_to(error))
        return type(error).__name__
    return None


def settle(app, leased: Leased, problem: str | None) -> None:
    """Takes the job away, or plans the next try."""
    pauses = pauses_of(app, leased)
    with app.app_context(), transaction():
        job = db.session.scalar(sa.select(Job).where(leased.is_mine).with_for_update())
        if job is None:  # this took longer than the lease, and another process has it now
            return
        if job.again:
            job.again, job.tries, job.leased_until, job.problem = False, 0, None, problem or ""
        elif problem is None:
            db.session.delete(job)
        elif job.tries > len(pauses):
            give_up(job, problem)
        else:
            job.due_at, job.leased_until, job.problem = now() + timedelta(seconds=pauses[job.tries - 1]), None, problem


class Renewal(threading.Thread):
    """Keeps a job leased while it is being done, however long that takes."""

    def __init__(self, app, leased: Leased):
        super().__init__(name="lease", daemon=True)
        self.app, self.leased, self.over = app, leased, threading.Event()

    def run(self):
        while not self.over.wait(RENEWED_EVERY):
            try:
                with self.app.app_context(), transaction():
                    until = now() + LEASE
                    renewed = db.session.execute(sa.update(Job).where(self.leased.is_mine).values(leased_until=until)).rowcount
                if renewed:
                    self.leased.until = until
            except Exception as error:  # the next time may still be in time
                logger.error("jobs\n%s", way_to(error))

    def end(self) -> None:
        self.over.set()
        self.join()


class Worker(threading.Thread):
    """Looks every few seconds, and at once when this process has planned something."""

    def __init__(self, app):
        super().__init__(name="jobs", daemon=True)
        self.app, self.planned, self.stopping = app, app.extensions["jobs_planned"], False

    def run(self):
        while not self.stopping:
            self.planned.wait(LOOKS_EVERY)
            self.planned.clear()
            try:
                work_off(self.app, lambda: not self.stopping)
            except Exception as error:  # the database may be away for a while
                logger.error("jobs\n%s", way_to(error))

    def stop(self) -> None:
        """What is being done at this moment ends by itself, or is done again when its lease has run out."""
        self.stopping = True
        self.planned.set()


def work_until_stopped(app) -> None:
    """For plain WSGI servers: jobs and hourly chores in a process of their own, until SIGINT or SIGTERM."""
    signals = {signal.SIGINT, signal.SIGTERM}
    signal.pthread_sigmask(signal.SIG_BLOCK, signals)
    worker = Worker(app)
    worker.start()
    while signal.sigtimedwait(signals, TIDY_SECONDS) is None:
        do_chores(app)
    worker.stop()
    worker.join(GRACE_SECONDS)
