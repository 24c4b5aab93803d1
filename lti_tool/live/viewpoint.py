"""Who looks, and what all who look alike share."""
from typing import NamedTuple


class Viewpoint(NamedTuple):
    """From where a part is seen. `person` is None for what everyone of the role sees alike."""

    role: str
    language: str
    person: int | None = None

    @property
    def facilitates(self) -> bool:
        return self.role == "facilitator"


class Viewer(NamedTuple):
    """One open page: a person in a course, listening to a topic."""

    topic: int
    course: int
    person: int
    role: str
    language: str

    @property
    def own(self) -> Viewpoint:
        return Viewpoint(self.role, self.language, self.person)

    def hears(self, audience: str) -> Viewpoint | None:
        """From where this viewer sees a change for that audience (words: everyone, facilitators, person:7), or None."""
        words = audience.split()
        if f"person:{self.person}" in words:
            return self.own
        if "everyone" in words or f"{self.role}s" in words:
            return Viewpoint(self.role, self.language)
        return None
