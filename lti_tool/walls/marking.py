"""That a comment answers the question of its post: so says who asked, or a facilitator, and a facilitator can make it the official answer."""
from flask_babel import gettext as _

from ..activities.act import Act, ActIsOvertaken
from ..db import now
from ..web import Refusal, Unsuitable
from .comment import PostComment
from .wall import QUESTION

ANSWERS, OFFICIAL = MARKS = ("answers", "official")


class NotYoursToMark(Refusal):
    status = 403

    def words(self):
        return (_("This is marked by others"), _("Whoever asked says what answered the question. Only facilitators mark an answer as official, or take that back."),
                _("Say in a comment what you think of the answer."))


def takes_marks(wall) -> bool:
    return wall.shared == QUESTION


def may_mark(comment: PostComment, mark: str, viewpoint) -> bool:
    """`mark` "" takes it away."""
    if viewpoint.facilitates:
        return True
    return OFFICIAL not in (mark, comment.mark) and comment.post.is_by(viewpoint)


def must_be_markable(comment: PostComment, mark: str, viewpoint) -> None:
    """Raises NotYoursToMark, Unsuitable, and what `must_be_changeable` raises."""
    if mark not in ("", *MARKS) or not takes_marks(comment.post.wall):
        raise Unsuitable("mark", _("Comments are not marked like that on this wall."))
    if not may_mark(comment, mark, viewpoint):
        raise NotYoursToMark
    comment.must_be_changeable(viewpoint)


def set_mark(comment: PostComment, mark: str, by: int) -> Act | None:
    if mark == comment.mark:
        return None
    before = comment.fields(("mark",))
    comment.mark, comment.marked_at = mark, now() if mark else None
    return comment.did("marked" if mark else "unmarked", by, before)


def take_mark_back(comment: PostComment, act: Act, by: int) -> Act:
    """Raises ActIsOvertaken."""
    if act.version != comment.version:
        raise ActIsOvertaken
    return set_mark(comment, act.before["mark"], by)
