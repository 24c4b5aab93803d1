"""The shape of the walls' texts: what a post says in each language, and who has come how far with it."""
from typing import NamedTuple


class Practice(NamedTuple):
    """A good practice in one language, in the order of its form. Longer texts are typed as people type them: "- " begins a point of a list, "1. " a step."""

    title: str
    problem: str
    whom: str
    how: str
    proof: str = ""
    tips: str = ""
    more: str = ""  # a link


class Question(NamedTuple):
    title: str
    asked: str
    tried: str = ""
    needed: str = ""  # by when


class Post(NamedTuple):
    author: str  # key of a person in demo.people
    themes: tuple  # places in the ready wall's list; the first is the one under which it stands
    days_ago: int
    texts: dict  # language -> Practice or Question
    need: str = ""  # keys of those who have the same need,
    will: str = ""  # will try,
    tried: str = ""  # have tried,
    works: str = ""  # say that it works with them
    state: str = "published"
    pinned: bool = False
    featured: bool = False
    edited: int | None = None  # days ago
