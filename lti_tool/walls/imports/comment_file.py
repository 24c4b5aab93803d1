"""What was said about one post of a wall's file. An answer names the comment it answers by its number: one that stands before it, and is no answer itself."""
from datetime import datetime
from typing import NamedTuple

from flask import current_app
from flask_babel import gettext as _

from ...documents.place import Place
from ...people.listed import NAME_LIMIT
from ..comment import COMMENT_LIMIT
from ..layout import WallLayout
from ..marking import MARKS
from ..wall import LEVELS, QUESTION

COMMENTS_AT_MOST, NUMBER_AT_MOST, FILED_NAME_LIMIT = 2000, 1_000_000, 400


class FiledComment(NamedTuple):
    text: str
    language: str
    anonymity: str
    region: str
    written: datetime | None
    edited: bool
    removed: bool
    mark: str
    to: int | None = None  # place of the one it answers, from 0


def read_comments(place: Place, layout: WallLayout) -> tuple[FiledComment, ...]:
    comments, places = [], {}
    for row in place.rows(COMMENTS_AT_MOST, _("there are too many comments (at most %(number)s).", number=COMMENTS_AT_MOST)):
        if not row.must_be_object("number", "text", "language", "anonymity", "written", "answers", "edited", "removed", "mark", "imported", "region", "name"):
            continue
        to = answered(row.part("answers"), places)
        number = row.part("number").number(1, NUMBER_AT_MOST)
        if to is None and number:
            places[number] = len(comments)
        comments.append(read_comment(row, layout, to))
    return tuple(comments)


def answered(place: Place, places: dict[int, int]) -> int | None:
    number = place.number(1, NUMBER_AT_MOST)
    if number is not None and number not in places:
        place.wrong(_("the file has no such comment before this one."))
    return places.get(number)


def read_comment(place: Place, layout: WallLayout, to: int | None) -> FiledComment:
    removed, text = place.part("removed").flag(False), place.part("text")
    if removed and text.value and not text.is_missing:
        text.wrong(_("what was removed for good has no text."))
    place.part("name").text(FILED_NAME_LIMIT)
    place.part("imported").flag(False)
    languages = current_app.config["LANGUAGES"]
    mark = place.part("mark").choice(("", *MARKS), "")
    return FiledComment(
        "" if removed else text.text(COMMENT_LIMIT, required=True), place.part("language").choice(languages, languages[0]), place.part("anonymity").choice(LEVELS, layout.anonymity),
        place.part("region").text(NAME_LIMIT, one_line=True), place.part("written").moment(), place.part("edited").flag(False), removed,
        mark if layout.shared == QUESTION else "", to)
