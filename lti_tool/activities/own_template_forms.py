"""What the pages of a course's own templates take: a file that is sent, and the words for what is kept."""
from collections.abc import Callable

from flask import request
from flask_babel import gettext as _

from ..access import FACILITATE, find
from ..db import transaction
from ..people import Course
from ..web import Unsuitable, take_wording
from ..web.client_data import listed_words
from .activity import TITLE_LIMIT


def file_read_for(course_id: int, read: Callable[[bytes], object]) -> tuple[object, list[str]]:
    """What the file says, and the course's words for client data. Thousands of texts take a second to read, and nobody waits for it:
    it is done between the question whether one may and the writing."""
    with transaction(writes=False):
        find(Course, course_id, to=FACILITATE)
        words = listed_words()
    file = request.files.get("file")
    if file is None or not file.filename:
        raise Unsuitable("file", _("Choose a file first."))
    return read(file.read()), words


def words_taken(languages, before, purpose_limit: int, purpose_in_one_line: bool = False):
    """(title, purpose); `before` is the template that is described anew, or None."""
    return (take_wording("title", TITLE_LIMIT, languages, before.title if before else None, required=True, one_line=True),
            take_wording("purpose", purpose_limit, languages, before.purpose if before else None, one_line=purpose_in_one_line))
