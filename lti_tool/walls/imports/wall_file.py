"""The file of a wall or a template (docs/formats.md), read into what it says. Raises FileCannotBeTaken with everything that is wrong."""
from typing import NamedTuple

from flask_babel import gettext as _

from ...activities import TITLE_LIMIT
from ...activities.anonymity import NAMED
from ...activities.colours import COLOURS
from ...db import Wording
from ...documents.place import Findings, Place
from ...documents.strict_json import FileCannotBeTaken, parse
from ..field import CHOICE, HINT_LIMIT, KINDS, OPTION_LIMIT, OPTIONS_AT_MOST, Field
from ..field import TITLE_LIMIT as QUESTION_LIMIT
from ..layout import FORMAT, VERSION, FieldLayout, ThemeLayout, WallLayout
from ..licence import LICENCES, NONE, OWN, WORDS_LIMIT
from ..theme import TITLE_LIMIT as THEME_LIMIT
from ..theme import Theme
from ..wall import EVERYBODY, LEVELS, POST, POSTING, PURPOSE_LIMIT, SHARED
from .post_file import FiledPost, read_post

POSTS_AT_MOST = 10_000


class WallFile(NamedTuple):
    title: Wording
    purpose: Wording
    layout: WallLayout
    posts: list[FiledPost]
    left_out: dict[str, int]  # "name", "steps", "attachments" -> in how many posts; "names of comments" -> how many
    ignored: list[str]  # places that say nothing to us

    @property
    def comment_total(self) -> int:
        return sum(len(post.comments) for post in self.posts)


def read_file(data: bytes) -> WallFile:
    return read(parse(data))


def read_template(data: dict) -> WallFile:
    """What the tool itself has kept."""
    return read(data)


def read(data) -> WallFile:
    findings, left_out = Findings(), {}
    file = Place(data, "", findings)
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise FileCannotBeTaken(_("It is JSON, but not the file of a wall: “format” is not “%(format)s”.", format=FORMAT))
    if type(data.get("version")) is not int or data["version"] != VERSION:
        raise FileCannotBeTaken(_("It was made by another version of this tool: “version” is not %(version)s.", version=VERSION))
    file.must_be_object("format", "version", "title", "purpose", "shared", "anonymity", "posting", "approves_first", "comments", "steps", "licence", "own_licence", "topics",
                        "form", "posts", "exported")
    title, purpose = file.part("title").wording(TITLE_LIMIT, required=True, one_line=True), file.part("purpose").wording(PURPOSE_LIMIT)
    layout = read_layout(file)
    posts = [read_post(post, layout, left_out) for post in file.part("posts").rows(POSTS_AT_MOST, _("there are too many posts (at most %(number)s).", number=POSTS_AT_MOST))]
    findings.must_be_none()
    return WallFile(title, purpose, layout, posts, left_out, findings.ignored)


def read_layout(file: Place) -> WallLayout:
    return WallLayout(
        shared=file.part("shared").choice(SHARED, POST), anonymity=file.part("anonymity").choice(LEVELS, NAMED), posting=file.part("posting").choice(POSTING, EVERYBODY),
        approves_first=file.part("approves_first").flag(False), takes_comments=file.part("comments").flag(True), takes_steps=file.part("steps").flag(False),
        licence=file.part("licence").choice(LICENCES, NONE),
        own_licence=file.part("own_licence").wording(WORDS_LIMIT, required=file.part("licence").value == OWN, one_line=True),
        themes=read_themes(file.part("topics")), fields=read_fields(file.part("form")))


def read_themes(place: Place) -> tuple[ThemeLayout, ...]:
    return tuple(ThemeLayout(theme.part("title").wording(THEME_LIMIT, required=True, one_line=True), theme.part("colour").choice(COLOURS, COLOURS[0]))
                 for theme in place.rows(Theme.AT_MOST, _("there are too many topics (at most %(number)s).", number=Theme.AT_MOST))
                 if theme.must_be_object("title", "colour"))


def read_fields(place: Place) -> tuple[FieldLayout, ...]:
    fields = [read_field(field) for field in place.rows(2 * Field.AT_MOST, too_many_questions())]
    if sum(1 for field in fields if field.asked) > Field.AT_MOST:
        place.wrong(too_many_questions())
    return tuple(fields)


def too_many_questions() -> str:
    return _("there are too many questions (at most %(number)s).", number=Field.AT_MOST)


def read_field(place: Place) -> FieldLayout:
    if not place.must_be_object("title", "hint", "kind", "required", "options", "taken_away"):
        return FieldLayout(Wording(), Wording(), KINDS[0])
    kind, options = place.part("kind").choice(KINDS), place.part("options")
    chosen = tuple(option.wording(OPTION_LIMIT, required=True, one_line=True)
                   for option in options.rows(OPTIONS_AT_MOST, _("there are too many answers to choose from (at most %(number)s).", number=OPTIONS_AT_MOST)))
    if kind == CHOICE and len(chosen) < 2:
        options.wrong(_("a choice needs at least two answers."))
    return FieldLayout(place.part("title").wording(QUESTION_LIMIT, required=True, one_line=True), place.part("hint").wording(HINT_LIMIT), kind,
                       place.part("required").flag(False), chosen if kind == CHOICE else (), not place.part("taken_away").flag(False))
