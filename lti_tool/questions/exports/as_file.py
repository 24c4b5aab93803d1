"""Our own file of questions, which loses nothing."""
import json

from ..imports.question_file import FORMAT, VERSION
from ..question import Question
from ..stored import as_json


def as_file(questions: list[Question]) -> bytes:
    return (json.dumps({"format": FORMAT, "version": VERSION, "questions": [as_json(question) for question in questions]}, ensure_ascii=False, indent=2) + "\n").encode()
