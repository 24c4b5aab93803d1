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


NOBODY = -1  # a person that there never is: who looks as a participant, without being one


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

    @property
    def as_participant(self) -> "Viewer":
        """The same page as any participant sees it, with nothing of one's own on it."""
        return self._replace(role="participant", person=NOBODY)

    def hears(self, audience: str) -> Viewpoint | None:
        """From where this viewer sees a change for that audience (words: everyone, facilitators, person:7), or None."""
        words = audience.split()
        if f"person:{self.person}" in words:
            return self.own
        if "everyone" in words or f"{self.role}s" in words:
            return Viewpoint(self.role, self.language)
        return None
