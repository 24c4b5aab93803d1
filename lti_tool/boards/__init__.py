"""Boards (workshops): phases, columns, notes with comments and reactions, and what was done to them."""
from ..activities.colours import COLOURS
from ..activities.act import Act
from .board import Board
from .column import Column
from .comment import Comment
from .note import NOTE_LIMIT, Note
from .phase import Phase
from .reaction import Reaction
from .vote import Vote

__all__ = ["Act", "Board", "COLOURS", "Column", "Comment", "NOTE_LIMIT", "Note", "Phase", "Reaction", "Vote"]
