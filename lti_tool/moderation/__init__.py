"""Moderation of what people write on boards and walls: reports, hiding with a reason, the queue, taking out and removing, stopping somebody from writing, the log.

Rooms above register what of theirs is moderated (`moderated.py`): this room knows no board and no wall.
"""
from .log import LogEntry, record
from .moderated import Approval, Hideable, IsHidden, Moderated, register_moderated

__all__ = ["Approval", "Hideable", "IsHidden", "LogEntry", "Moderated", "record", "register_moderated"]
