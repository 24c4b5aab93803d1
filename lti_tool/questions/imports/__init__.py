"""Questions that come in files: GIFT (Moodle's text format) and our own JSON. What could not be taken over is told, with the line where it stands and why."""
from .gift import Imported, Told, read_gift
from .question_file import read_questions

__all__ = ["Imported", "Told", "read_gift", "read_questions"]
