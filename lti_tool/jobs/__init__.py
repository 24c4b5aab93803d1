"""What is done without anybody waiting for it: kept in one table, leased by a worker, tried again with growing pauses.

Knows no kind of job: the rooms above register theirs.
"""
from .job import Job, later, register_job

__all__ = ["Job", "later", "register_job"]
