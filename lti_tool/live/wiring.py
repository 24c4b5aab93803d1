"""Registers what this room has tidied, and how it refuses what never reaches a view."""
from .bodies import register_bodies
from .operations import forget_old_operations


def register_live(app) -> None:
    register_bodies(app)
    app.extensions["chores"].append(forget_old_operations)
