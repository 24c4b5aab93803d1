"""Boards (workshops): phases, columns, notes with comments and reactions, and what was done to them."""
from .act import Act
from .board import Board
from .column import Column
from .comment import Comment
from .note import COLOURS, NOTE_LIMIT, Note
from .phase import Phase
from .reaction import Reaction
from .vote import Vote

__all__ = ["Act", "Board", "COLOURS", "Column", "Comment", "NOTE_LIMIT", "Note", "Phase", "Reaction", "Vote"]
