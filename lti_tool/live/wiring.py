"""Registers what this room has tidied."""
from .operations import forget_old_operations


def register_live(app) -> None:
    app.extensions["chores"].append(forget_old_operations)
