"""Our own file of questions (docs/formats.md). Taken whole or not at all, because whoever made it was this tool."""
from flask_babel import gettext as _

from ...documents.place import Findings
from ...documents.strict_json import FileCannotBeTaken, parse
from ..place import Place, must_have_only
from ..question import Question
from ..stored import read_question

FORMAT, VERSION, QUESTIONS_AT_MOST = "questions", 1, 500


def read_questions(data: bytes) -> list[Question]:
    """Raises FileCannotBeTaken, with each place that is wrong."""
    read, findings = parse(data), Findings()
    if not isinstance(read, dict) or read.get("format") != FORMAT:
        raise FileCannotBeTaken(_("It is JSON, but not a file of questions: “format” is not “%(format)s”.", format=FORMAT))
    if type(read.get("version")) is not int or read["version"] != VERSION:
        raise FileCannotBeTaken(_("It was made by another version of this tool: “version” is not %(version)s.", version=VERSION))
    file = Place(read, "", findings)
    must_have_only(file, "format", "version", "questions")
    rows = file.part("questions").rows(QUESTIONS_AT_MOST, _("there are too many questions (at most %(number)s).", number=QUESTIONS_AT_MOST), required=True)
    questions = [read_question(row) for row in rows]
    findings.must_be_none()
    return questions
