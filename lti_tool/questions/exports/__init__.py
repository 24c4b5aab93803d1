"""Questions as files: GIFT for Moodle and our own JSON. What GIFT has no words for is told."""
from .as_file import as_file
from .gift import Exported, Left, as_gift

__all__ = ["Exported", "Left", "as_file", "as_gift"]
