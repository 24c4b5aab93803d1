"""One place of a file that is read: its value, and where it stands. What is wrong is gathered, so that all of it can be said at once."""
from datetime import date, datetime, time, timezone
from unicodedata import category

from flask import current_app
from flask_babel import gettext as _
from flask_babel import ngettext

from ..db import Wording, now
from ..web.text import clean
from .strict_json import FileCannotBeTaken, shortened

TOLD_AT_MOST = 8
MISSING = object()
EARLIEST = datetime(2000, 1, 1, tzinfo=timezone.utc)


class Findings:
    """What was wrong in a file, and what was passed over, each with its place."""

    def __init__(self):
        self.wrong, self.ignored, self.more = [], [], 0

    @property
    def count(self) -> int:
        return len(self.wrong) + self.more

    def must_be_none(self) -> None:
        """Raises FileCannotBeTaken."""
        if self.wrong:
            count = self.count
            raise FileCannotBeTaken(ngettext("There is %(num)s place in it to mend.", "There are %(num)s places in it to mend.", count), self.wrong)


class Place:
    def __init__(self, value, path: str, findings: Findings):
        self.value, self.path, self.findings = value, path, findings

    def wrong(self, sentence: str) -> None:
        if len(self.findings.wrong) < TOLD_AT_MOST:
            self.findings.wrong.append((self.path, sentence))
        else:
            self.findings.more += 1

    @property
    def is_missing(self) -> bool:
        return self.value is MISSING

    def part(self, name: str) -> "Place":
        """The value of that name; missing where there is none."""
        value = self.value.get(name, MISSING) if isinstance(self.value, dict) else MISSING
        return Place(value, f"{self.path}.{name}".lstrip("."), self.findings)

    def must_be_object(self, *known: str) -> bool:
        """Says what else stands in it: that is passed over, and told."""
        if not isinstance(self.value, dict):
            self.wrong(_("an object is needed here: { … }"))
            return False
        self.findings.ignored += [f"{self.path}.{shortened(name)}".lstrip(".") for name in self.value if name not in known]
        return True

    def rows(self, at_most: int, words: str, required: bool = False) -> list["Place"]:
        """The places of a list; `words` say what there would be too many of."""
        if self.is_missing and not required:
            return []
        if not isinstance(self.value, list):
            self.wrong(_("a list is needed here: [ … ]"))
            return []
        if len(self.value) > at_most:
            self.wrong(words)
            return []
        return [Place(value, f"{self.path}[{number}]", self.findings) for number, value in enumerate(self.value)]

    def text(self, limit: int, required: bool = False, one_line: bool = False) -> str:
        if self.is_missing and not required:
            return ""
        if not isinstance(self.value, str):
            self.wrong(_("a text is needed here."))
            return ""
        text = clean(self.value)
        if one_line:
            text = " ".join(text.split())
        if len(text) > limit:
            self.wrong(ngettext("The text is %(num)s character too long (at most %(limit)s).", "The text is %(num)s characters too long (at most %(limit)s).",
                                len(text) - limit, limit=limit))
        elif required and all(c.isspace() or category(c) == "Cf" for c in text):  # also when only what is invisible stands there
            self.wrong(_("There is no text yet."))
        return text

    def wording(self, limit: int, required: bool = False, one_line: bool = False) -> Wording:
        """A text for each language: {"fi": …, "sv": …}."""
        if self.is_missing and not required:
            return Wording()
        languages = current_app.config["LANGUAGES"]
        if not self.must_be_object(*languages):
            return Wording()
        wording = Wording({language: self.part(language).text(limit, one_line=one_line) for language in languages if language in self.value})
        if required and not wording:
            self.wrong(_("There is no text yet."))
        return wording

    def choice(self, options, default: str | None = None) -> str:
        if self.is_missing and default is not None:
            return default
        if self.value not in options or not isinstance(self.value, str):
            self.wrong(_("one of these is needed here: %(options)s.", options=", ".join(options)))
            return default or options[0]
        return self.value

    def flag(self, default: bool) -> bool:
        if self.is_missing:
            return default
        if not isinstance(self.value, bool):
            self.wrong(_("true or false is needed here."))
        return bool(self.value)

    def number(self, lowest: int, highest: int, default: int | None = None) -> int | None:
        if self.is_missing:
            return default
        if type(self.value) is not int or not lowest <= self.value <= highest:
            self.wrong(_("a whole number from %(lowest)s to %(highest)s is needed here.", lowest=lowest, highest=highest))
            return default
        return self.value

    def moment(self) -> datetime | None:
        """A day ("2026-11-21", its beginning in UTC) or an instant with its zone; never later than now."""
        if self.is_missing:
            return None
        try:
            if len(self.value) == len("2026-11-21"):
                at = datetime.combine(date.fromisoformat(self.value), time(), timezone.utc)
            else:
                at = datetime.fromisoformat(self.value)
            if at < EARLIEST:  # which an instant without its zone cannot be asked
                raise ValueError
            return min(at.astimezone(timezone.utc), now())
        except (TypeError, ValueError, OverflowError):
            self.wrong(_("a day (2026-11-21) or an instant with its zone (2026-11-21T15:30:00+02:00) is needed here."))
            return None
