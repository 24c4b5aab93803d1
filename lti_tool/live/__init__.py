"""Tells open pages what changed: topics with a gapless log, parts rendered once per viewpoint, streams and polling.

Nobody else knows the transport. What a part looks like and who may see it is registered by the room that owns the noun.
"""
from .changes import Change, Topic, announce, changes_since, forget_changes, head_of, lock_topic
from .messages import Renderer, answer_parts, changes_answer, part_renderer
from .notifier import Notifier
from .operations import Operation, new_operation, operation_done, operation_name, remember_operation
from .telling import tell
from .viewpoint import NOBODY, Viewer, Viewpoint
from .admission import admit

__all__ = ["Change", "NOBODY", "Notifier", "Operation", "Renderer", "Topic", "Viewer", "Viewpoint", "admit", "announce", "answer_parts",
           "changes_answer", "changes_since", "forget_changes", "head_of", "lock_topic", "new_operation", "operation_done", "operation_name",
           "part_renderer", "remember_operation", "tell"]
