"""What facilitators write: one text in several languages, as one unchangeable value."""
from typing import NamedTuple


class Said(NamedTuple):
    """One version as it is shown: its text, its language, and whether the reader's own language was missing."""

    text: str
    language: str
    other: bool = False

    def __bool__(self):
        return bool(self.text)

    def __str__(self):
        return self.text


class Wording(dict):
    """Language -> text. Empty versions are left out. Change it by putting a new one in its place."""

    def __init__(self, versions=()):
        super().__init__({language: text for language, text in dict(versions).items() if text})

    def __setitem__(self, *_):
        raise TypeError("a Wording does not change: use with_version")

    def with_version(self, language: str, text: str) -> "Wording":
        return Wording({**self, language: text})

    def best(self, language: str, *others: str) -> Said:
        """The reader's version, else that of the first of `others` (the course's languages, its main one first) or any there is,
        marked as being in another language."""
        if language in self:
            return Said(self[language], language)
        for other in (*others, *self):
            if other in self:
                return Said(self[other], other, True)
        return Said("", language)

    def missing(self, languages) -> list[str]:
        """The languages of the course that have no version yet (none are missing where nothing is written)."""
        return [language for language in languages if language not in self] if self else []
