"""Modules that come in files: read strictly, said clearly what is wrong and where, and taken whole or not at all."""
from .module_file import ModuleFile, read_file

__all__ = ["ModuleFile", "read_file"]
