"""The shape of the module's texts: what each step says in Finnish and in Swedish, each in its own words."""
from typing import NamedTuple

END = ""  # where a choice leads that ends the case


class Unit(NamedTuple):
    title: dict
    steps: tuple


class Step(NamedTuple):
    key: str  # how the demo's learners name it
    kind: str
    minutes: int
    title: dict
    text: dict = {}  # HTML
    more: dict = {}  # what its kind keeps besides
    checked: int | None = None  # days ago somebody looked whether it is still right
    backgrounds: tuple = ()


class Ask(NamedTuple):
    """A check question stands here: the one of that key."""

    key: str


def both(fi: str, sv: str) -> dict:
    return {"fi": fi, "sv": sv}


def page(key: str, minutes: int, title: dict, text: dict, checked: int, sources: dict | None = None, backgrounds: tuple = ()) -> Step:
    return Step(key, "page", minutes, title, text, {"sources": sources or {}, "video": "", "transcript": {}}, checked, backgrounds)


def assessment(key: str, occasion: str, title: dict, text: dict) -> Step:
    return Step(key, "self_assessment", 2, title, text, {"occasion": occasion})


def case(key: str, minutes: int, title: dict, text: dict, *parts: dict) -> Step:
    return Step(key, "scenario", minutes, title, text, {"parts": list(parts)}, 40)


def part(key: str, text: dict, *choices: dict) -> dict:
    return {"key": key, "text": text, "choices": list(choices)}


def choice(words: dict, to: str, told: dict) -> dict:
    return {"words": words, "told": told, "to": to}


class Answer(NamedTuple):
    """One of a question's answers: a text to choose, to order or to accept; `right` says whether, or (in pairs) to which target it belongs."""

    words: dict = {}
    feedback: dict = {}
    right: object = False


class Question(NamedTuple):
    key: str
    kind: str
    title: dict
    text: dict  # HTML
    answers: tuple
    feedback: dict = {}  # HTML, after every answer
    targets: tuple = ()  # of pairs
    otherwise: dict = {}  # to what fits none
    minutes: int = 1
