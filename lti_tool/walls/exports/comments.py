"""What was said about a post, as it leaves with it: in the order of its page, and with no more of anybody than the page shows."""
from datetime import datetime
from typing import NamedTuple

import sqlalchemy as sa
from flask_babel import gettext as _

from ...activities.anonymity import NAMED, REGION_ONLY
from ...activities.authorship import Authors
from ...db import db
from ...documents.printable import day_of, printable
from ..comment import PostComment
from ..marking import OFFICIAL


class ExportedComment(NamedTuple):
    number: int  # among the comments of its post
    to: int  # the number of the one it answers; 0 where that is gone, or there is none
    is_answer: bool
    author: str  # as the page shows it
    region: str  # only where the level shows it and it may be told
    anonymity: str
    imported: bool
    made: datetime
    edited: bool
    language: str
    text: str
    removed: bool
    mark: str
    marked: datetime | None


def exported_comments(comments: list[PostComment], authors: Authors) -> list[ExportedComment]:
    numbers = {comment.id: number for number, comment in enumerate(comments, 1)}
    return [exported_comment(number, numbers.get(comment.to_id, 0), comment, authors) for number, comment in enumerate(comments, 1)]


def exported_comment(number: int, to: int, comment: PostComment, authors: Authors) -> ExportedComment:
    shown = comment.shows_text_to(None)
    return ExportedComment(number, to, bool(comment.to_id), authors.shown(comment), authors.told_region(comment.region_id) if comment.anonymity == REGION_ONLY else "",
                           comment.anonymity, comment.imported, comment.made_at, comment.edited_at is not None, comment.language, comment.text if shown else "", not shown,
                           comment.mark, comment.marked_at)


def gone_from(post_ids) -> tuple[int, int]:
    """(how many comments on these posts are hidden, how many deleted): they stay behind. Emptied places count as neither."""
    said = PostComment.text != ""
    deleted, hidden = sa.and_(said, PostComment.deleted_at.is_not(None)), sa.and_(said, PostComment.hidden_at.is_not(None), PostComment.deleted_at.is_(None))
    rows = sa.select(sa.func.count(sa.case((hidden, 1))), sa.func.count(sa.case((deleted, 1)))).where(PostComment.post_id.in_(post_ids))
    return tuple(db.session.execute(rows).one())


def about_comment(comment: ExportedComment) -> str:
    """What stands over it: who, when, and whether it answered the question."""
    said = [_("An answer") if comment.is_answer else "", printable(comment.author), day_of(comment.made), _("edited") if comment.edited else "", marked_words(comment)]
    return " · ".join(filter(None, said))


def marked_words(comment: ExportedComment) -> str:
    if not comment.mark:
        return ""
    words = _("Official answer") if comment.mark == OFFICIAL else _("This answered the question")
    return f"{words}, {day_of(comment.marked)}" if comment.marked else words


def comment_data(comment: ExportedComment) -> dict:
    """As a file says it: only what is so, and no `name` where none may be told."""
    named = comment.anonymity == NAMED
    told = {"number": comment.number, "language": comment.language, "anonymity": comment.anonymity, "written": told_moment(comment.made, named)}
    more = {"text": comment.text, "answers": comment.to, "edited": comment.edited, "removed": comment.removed, "mark": comment.mark, "imported": comment.imported,
            "region": comment.region, "name": comment.author if named and not comment.imported else ""}
    return told | {name: value for name, value in more.items() if value}


def told_moment(at: datetime, named: bool) -> str:
    """Only where names are shown is the time finer than the day."""
    return at.isoformat(timespec="seconds") if named else at.date().isoformat()
