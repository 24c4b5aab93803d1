"""What is done without anybody waiting for it: kept in one table, leased by a worker, tried again with growing pauses.

Knows no kind of job: the rooms above register theirs.
"""
from .job import Job, JobFailed, later, register_job
from .worker import Worker, work_off, work_until_stopped

__all__ = ["Job", "JobFailed", "Worker", "later", "register_job", "work_off", "work_until_stopped"]
