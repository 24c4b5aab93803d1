"""Texts as words that are searched for. Made here and not by the databases, so that both know the same words and find the same.

Case and accents aside; å ä ö are letters of their own. Signs part words, and are none.
"""
import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

LETTERS_AT_MOST = 40  # of a word: what comes behind them tells no words apart
WORDS_ASKED_AT_MOST = 10
WORD = re.compile(r"[^\W_]+(?:[\u0300-\u036f]+[^\W_]*)*")  # letters and digits, with accents that stand behind them: mostly one run, read at once
KEPT = frozenset("abcdefghijklmnopqrstuvwxyz0123456789åäö")


class Place(NamedTuple):
    """Where a word stands in a text that is composed (NFC)."""

    word: str
    start: int
    end: int


def composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def places(text: str) -> Iterator[Place]:
    """Of a composed text."""
    for found in WORD.finditer(text):
        if word := kept_as(found[0][:LETTERS_AT_MOST]):
            yield Place(word, *found.span())


@lru_cache(20_000)
def kept_as(word: str) -> str:
    """With a letter in front: what begins with digits, as 1e5x, PostgreSQL would take apart. Letters of other scripts by their number: not every
    database knows them all as letters."""
    letters = "".join(map(letter, word.lower()))
    return "w" + letters if letters else ""


def letter(sign: str) -> str:
    if sign in KEPT:
        return sign
    plain = "".join(part for part in unicodedata.normalize("NFD", sign) if unicodedata.category(part)[0] != "M").lower()
    return "".join(part if part in KEPT else f"x{ord(part):05x}" for part in plain)


def words_of(*texts: str) -> str:
    """Each word once, in the order in which they come."""
    return " ".join(dict.fromkeys(place.word for text in texts for place in places(composed(text))))


def words_asked(text: str) -> list[str]:
    """The beginnings of words that somebody looks for: all of them have to be there. Those that another one begins with say nothing more."""
    words = list(dict.fromkeys(place.word for place in places(composed(text))))[:WORDS_ASKED_AT_MOST]
    return [word for word in words if not any(other != word and other.startswith(word) for other in words)]
