"""Registers what this room gives to the others."""


def register_jobs(app) -> None:
    app.extensions["job_kinds"] = {}
