"""What the doctor found: in which state something is, in a sentence, and what is to be done."""
from typing import NamedTuple

GOOD, LOOK, BAD = "good", "look", "bad"


class Finding(NamedTuple):
    about: str
    state: str
    said: str
    todo: str = ""


def many(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def good(about: str, said: str) -> Finding:
    return Finding(about, GOOD, said)


def look(about: str, said: str, todo: str) -> Finding:
    """It works, and somebody should know it."""
    return Finding(about, LOOK, said, todo)


def bad(about: str, said: str, todo: str) -> Finding:
    """Something does not work, or is not safe."""
    return Finding(about, BAD, said, todo)
