"""What leaves the tool as a file and comes back: a page that needs nothing else, text documents, workbooks, and JSON that is read strictly.

Knows no noun of the product: the rooms above say what stands in them. Tables as text are in web/spreadsheet.py.
"""
from .backing import Backing, Logo, backing_of
from .printable import printable, safe
from .strict_json import FileCannotBeTaken

__all__ = ["Backing", "FileCannotBeTaken", "Logo", "backing_of", "printable", "safe"]
