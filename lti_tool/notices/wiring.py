"""Registers what this room gives to the others."""
from .feedback import Feedback

__all__ = ["Feedback", "register_notices"]


def register_notices(app) -> None:
    pass
