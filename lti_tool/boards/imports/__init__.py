"""Boards and templates that come in files: read strictly, said clearly what is wrong and where, and taken whole or not at all."""
from .board_file import BoardFile, read_file, read_template
from .taking import take_board

__all__ = ["BoardFile", "read_file", "read_template", "take_board"]
