"""Where two texts of one step differ: what stands now, and what somebody typed meanwhile. Field by field and language by language, for all kinds of steps alike."""
from typing import NamedTuple

from flask import current_app
from flask_babel import gettext as _

from ..activities import Activity
from ..activities.activity import TITLE_LIMIT
from ..db import db
from ..feedback.asking import kind_words
from ..recall.card import BACK_LIMIT, FRONT_LIMIT
from ..web import current_language, language_name
from ..web.rich_text import read_html
from ..web.rich_text_plain import as_plain
from .kinds.page import SOURCES_LIMIT, TRANSCRIPT_LIMIT
from .kinds.scenario import CHOICE_LIMIT, PART_LIMIT, TOLD_LIMIT
from .kinds.step_kind import TEXT_LIMIT, fielded

QUESTION, RICH, ASKED = ("contents", "question"), ("contents", "text"), ("contents", "questions")
ONE_LINE = {"title": TITLE_LIMIT, "words": CHOICE_LIMIT}
LIMITS = {**ONE_LINE, "text": PART_LIMIT, "told": TOLD_LIMIT, "transcript": TRANSCRIPT_LIMIT, "sources": SOURCES_LIMIT, "front": FRONT_LIMIT, "back": BACK_LIMIT}  # what can be written further
UNSAID = ("id", "key", "kind", "version", "structure")


def field_words() -> dict[str, str]:
    return {"title": _("Name of the step"), "minutes": _("Minutes it takes"), "needed": _("Has to be done to finish the module"), "backgrounds": _("For whom is it meant?"),
            "checked_on": _("Last checked on"), "keeper": _("Who keeps the step up to date"), "text": _("Text"), "video": _("Address of a video"),
            "transcript": _("What is said in it, as text"), "sources": _("Sources"), "recall": _("Recall cards from this step"), "front": _("The question"), "back": _("The answer"),
            "parts": _("The case"), "choices": _("Choices"), "words": _("What one can do"), "told": _("What comes of it"), "to": _("Then"), "occasion": _("When is it answered?"),
            "in_check": _("Stands in the short check at the start"), "recalled": _("Returns to its learners as a recall card"), "question": _("Question of the step"),
            "questions": _("What is asked"), "kind": _("How it is answered"), "wall": _("A wall to which it can be sent")}


def one_of(listed: str, number: int) -> str:
    """What a thing in a list is called."""
    return {"parts": _("Part %(number)s", number=number), "choices": _("Choice %(number)s", number=number), "recall": _("Card %(number)s", number=number),
            "questions": _("Question %(number)s", number=number)}.get(listed, str(number))


class Difference(NamedTuple):
    path: tuple
    theirs: object  # None: there is no such thing
    mine: object
    typed: bool  # mine is not what the form held at first

    @property
    def name(self) -> str:
        """For fields of forms."""
        return ".".join(map(str, self.path))

    @property
    def language(self) -> str:
        return self.path[-1] if self.path[-1] in current_app.config["LANGUAGES"] else ""

    @property
    def field(self) -> str:
        return self.path[-2 if self.language else -1]

    @property
    def is_rich(self) -> bool:
        return self.path[:2] == RICH

    @property
    def limit(self) -> int:
        """0 for what is chosen and not written further here."""
        return 0 if self.path[:2] == QUESTION or not self.language else TEXT_LIMIT if self.is_rich else LIMITS.get(self.field, 0)

    @property
    def is_one_line(self) -> bool:
        return self.field in ONE_LINE

    @property
    def label(self) -> str:
        words, said = field_words(), []
        for at, key in enumerate(self.path):
            if isinstance(key, int):
                said[-1] = one_of(self.path[at - 1], key + 1)
            elif key == self.language:
                said.append(language_name(key))
            elif key in words and not (said and self.path[:2] == QUESTION) and self.path[:2] + (key,) != (*ASKED, "words"):
                said.append(words[key])
        return " · ".join(said) or _("Contents of the step")

    @property
    def fields(self) -> tuple[dict, dict]:
        """Theirs and mine, as fields for rich text take them."""
        return fielded(self.theirs or ""), fielded(self.mine or "")

    def says_the_same(self, text) -> bool:
        """As mine, whatever the editor made of its markup."""
        return read_html(text or "").text == read_html(self.mine or "").text if self.is_rich else (text or None) == (self.mine or None)

    def shown(self, value) -> str:
        """As lines of text, for what is not written further here."""
        if self.field == "to":
            return _("Part %(number)s", number=value) if value else _("the case ends")
        if self.field == "wall":
            wall = value and db.session.get(Activity, value)
            return str(wall.title.best(current_language())) if wall else "–"
        if self.field == "kind":
            return kind_words().get(value, "–")
        return "\n".join(lines_of(value)) or "–"


def lines_of(value) -> list[str]:
    if isinstance(value, dict):
        return [line for key, one in value.items() if key not in UNSAID for line in lines_of(one)]
    if isinstance(value, list):
        return [line for one in value for line in lines_of(one)]
    if isinstance(value, bool):
        return [_("Yes") if value else _("No")]
    return [as_plain(read_html(value)) if str(value).startswith("<") else str(value)] if value else []


def differences(theirs, mine, at_first, path=()) -> list[Difference]:
    """`at_first` is what the form held from which `mine` was sent."""
    if (theirs or None) == (mine or None):
        return []
    if isinstance(theirs, dict) and isinstance(mine, dict) and not is_whole(path, theirs, mine):
        inside = at_first if isinstance(at_first, dict) else {}
        return [one for key in {**theirs, **mine} for one in differences(theirs.get(key), mine.get(key), inside.get(key), (*path, key))]
    if are_alike(theirs, mine):
        inside = at_first if are_alike(theirs, at_first) else [None] * len(theirs)
        return [one for place, (there, here) in enumerate(zip(theirs, mine)) for one in differences(there, here, inside[place], (*path, place))]
    return [Difference(path, theirs, mine, (mine or None) != (at_first or None))]


def is_whole(path: tuple, theirs: dict, mine: dict) -> bool:
    """A question is put together of two only where both have the same answers to choose from, and its words in one language belong together."""
    if path == QUESTION:
        return any(theirs.get(key) != mine.get(key) for key in UNSAID)
    return path[:2] == QUESTION and len(path) > len(QUESTION) + 1


def are_alike(one, other) -> bool:
    """Lists of the same things in the same order."""
    return (isinstance(one, list) and isinstance(other, list) and len(one) == len(other) and all(isinstance(thing, dict) for thing in [*one, *other])
            and [(thing.get("key"), thing.get("id")) for thing in one] == [(thing.get("key"), thing.get("id")) for thing in other])


def put(values, path: tuple, value) -> None:
    """None takes it away."""
    for key in path[:-1]:
        values = values[key] if isinstance(values, list) else values.setdefault(key, {})
    if value is None or value == "" and path[-1] in current_app.config["LANGUAGES"]:
        values.pop(path[-1], None)
    else:
        values[path[-1]] = value
