"""One post of a wall's file: its texts by language, each with its answers to the questions of the file's form."""
from datetime import datetime
from typing import NamedTuple

from flask import current_app
from flask_babel import gettext as _
from flask_babel import ngettext

from ...activities.anonymity import NAMED
from ...documents.place import Place
from ...people.listed import NAME_LIMIT
from ...web.links import LINK_LIMIT, is_web_address
from ...web.rich_text import read_html
from ..field import CHOICE, FILE, LINK, LONG, SHORT_LIMIT
from ..layout import FieldLayout, WallLayout
from ..post import THEMES_AT_MOST
from ..post_text import TEXT_LIMIT, TITLE_LIMIT
from ..wall import LEVELS
from .comment_file import FiledComment, read_comments

HTML_LIMIT, FILED_NAME_LIMIT, NUMBER_AT_MOST = TEXT_LIMIT * 8, 400, 1_000_000
DROPPED = ("name", "steps", "attachments")  # these belong to where they were


class FiledText(NamedTuple):
    title: str
    answers: dict[int, str]  # place of the question, from 0 -> as a post keeps it


class FiledPost(NamedTuple):
    texts: dict[str, FiledText]
    themes: tuple[int, ...]  # places, from 0
    anonymity: str
    region: str
    published: datetime | None
    edited: bool
    archived: bool
    pinned: bool
    featured: bool
    removed: bool
    comments: tuple[FiledComment, ...] = ()


NO_POST = FiledPost({}, (), NAMED, "", None, False, False, False, False, False)


def read_post(place: Place, layout: WallLayout, left_out: dict) -> FiledPost:
    if not place.must_be_object("number", "anonymity", "texts", "published", "topics", "edited", "archived", "pinned", "featured", "removed", "imported", "region", "comments",
                                *DROPPED):
        return NO_POST
    for name in DROPPED:
        if place.value.get(name):
            left_out[name] = left_out.get(name, 0) + 1
    comments = place.value.get("comments")
    if isinstance(comments, list) and (named := sum(1 for comment in comments if isinstance(comment, dict) and comment.get("name"))):
        left_out["names of comments"] = left_out.get("names of comments", 0) + named
    place.part("number").number(1, NUMBER_AT_MOST)
    place.part("name").text(FILED_NAME_LIMIT)
    place.part("imported").flag(False)
    removed = place.part("removed").flag(False)
    return FiledPost(
        read_texts(place.part("texts"), layout, removed), read_topics(place.part("topics"), layout), place.part("anonymity").choice(LEVELS, layout.anonymity),
        place.part("region").text(NAME_LIMIT, one_line=True), place.part("published").moment(), place.part("edited").flag(False), place.part("archived").flag(False),
        place.part("pinned").flag(False), place.part("featured").flag(False), removed, read_comments(place.part("comments"), layout))


def read_texts(place: Place, layout: WallLayout, removed: bool) -> dict[str, FiledText]:
    languages = current_app.config["LANGUAGES"]
    if removed:
        if place.value and not place.is_missing:
            place.wrong(_("what was removed for good has no text."))
        return {}
    if place.is_missing or not place.must_be_object(*languages):
        place.wrong(_("There is no text yet."))
        return {}
    texts = {language: read_text(place.part(language), layout) for language in languages if language in place.value}
    if not texts:
        place.wrong(_("There is no text yet."))
    return texts


def read_text(place: Place, layout: WallLayout) -> FiledText:
    if not place.must_be_object("title", "answers"):
        return FiledText("", {})
    title, answers, length = place.part("title").text(TITLE_LIMIT, required=True, one_line=True), {}, 0
    given = place.part("answers")
    if not given.is_missing and given.must_be_object(*(str(number) for number in range(1, len(layout.fields) + 1))):
        for number, field in enumerate(layout.fields):
            answer, letters = read_answer(given.part(str(number + 1)), field)
            length += letters
            if answer:
                answers[number] = answer
    if length > TEXT_LIMIT:
        given.wrong(ngettext("The text is %(num)s character too long (at most %(limit)s).", "The text is %(num)s characters too long (at most %(limit)s).",
                             length - TEXT_LIMIT, limit=TEXT_LIMIT))
    return FiledText(title, answers)


def read_answer(place: Place, field: FieldLayout) -> tuple[str, int]:
    """(as a post keeps it, how many characters of text it has). Rich text is read and written anew: what may not stand in it is gone."""
    if place.is_missing or field.kind == FILE:
        return "", 0
    if field.kind == CHOICE:
        number = place.number(1, max(1, len(field.options)))
        return (str(number - 1) if number else ""), 0
    if field.kind == LONG:
        rich = read_html(place.text(HTML_LIMIT))
        return rich.html, len(rich.text)
    if field.kind == LINK:
        address = place.text(LINK_LIMIT, one_line=True)
        if address and not is_web_address(address):
            place.wrong(_("An address begins with https:// or http://."))
        return address, 0
    text = place.text(SHORT_LIMIT, one_line=True)
    return text, len(text)


def read_topics(place: Place, layout: WallLayout) -> tuple[int, ...]:
    rows = place.rows(THEMES_AT_MOST, _("Choose at most %(number)s topics.", number=THEMES_AT_MOST))
    if rows and not layout.themes:
        place.wrong(_("the file has no such topic."))
        return ()
    numbers = [row.number(1, len(layout.themes)) for row in rows]
    return tuple(dict.fromkeys(number - 1 for number in numbers if number))
