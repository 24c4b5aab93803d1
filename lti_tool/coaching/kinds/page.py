"""A page: text to read, with pictures and files beside it, perhaps a video, and where it comes from."""
from flask_babel import gettext as _

from ...db import Wording
from ...recall.card import BACK_LIMIT, FRONT_LIMIT
from ...web import take_wording
from ...web.links import take_link
from .filed import read_link
from .key_points import POINTS_AT_MOST, read_points, take_points
from .step_kind import StepKind

TRANSCRIPT_LIMIT, SOURCES_LIMIT = 20_000, 2000


class Page(StepKind):
    name = "page"
    icon = "file"

    def word(self):
        return _("Page")

    def hint(self):
        return _("Text to read, with pictures, files or a video.")

    def take(self, before, languages):
        held = super().take(before, languages)
        if points := take_points(before.get("recall", []), languages):
            held["recall"] = points
        else:
            held.pop("recall", None)
        return {**held, "video": take_link("video"), "transcript": dict(take_wording("transcript", TRANSCRIPT_LIMIT, languages, Wording(before.get("transcript", {})))),
                "sources": dict(take_wording("sources", SOURCES_LIMIT, languages, Wording(before.get("sources", {}))))}

    def read(self, place):
        held = super().read(place, "video", "transcript", "sources", "recall")
        if points := read_points(place.part("recall")):
            held["recall"] = points
        read = {"video": read_link, "transcript": lambda words: dict(words.wording(TRANSCRIPT_LIMIT)), "sources": lambda words: dict(words.wording(SOURCES_LIMIT))}
        return held | {name: how(place.part(name)) for name, how in read.items() if name in place.value}

    def said(self, contents, language):
        return [*super().said(contents, language), *(contents.get(name, {}).get(language, "") for name in ("transcript", "sources"))]

    def for_author(self, contents):
        return {**super().for_author(contents), "transcript_limit": TRANSCRIPT_LIMIT, "sources_limit": SOURCES_LIMIT, "points_most": POINTS_AT_MOST, "front_limit": FRONT_LIMIT, "back_limit": BACK_LIMIT}

