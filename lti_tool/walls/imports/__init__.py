"""Walls and templates that come in files: read strictly, said clearly what is wrong and where, and taken whole or not at all."""
from .wall_file import FiledPost, WallFile, read_file, read_template

__all__ = ["FiledPost", "WallFile", "read_file", "read_template"]
