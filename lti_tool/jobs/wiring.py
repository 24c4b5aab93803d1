"""Registers what this room gives to the others."""
import threading


def register_jobs(app) -> None:
    app.extensions["job_kinds"] = {}
    app.extensions["jobs_planned"] = threading.Event()  # set when something was planned that is due
