"""Boards (workshops): phases, columns, notes, and what was done to them."""
from .act import Act
from .board import Board
from .column import Column
from .note import COLOURS, NOTE_LIMIT, Note
from .phase import Phase
from .vote import Vote

__all__ = ["Act", "Board", "COLOURS", "Column", "NOTE_LIMIT", "Note", "Phase", "Vote"]
