"""Finds in a text what may be a client's data: identity codes, phone numbers, e-mail addresses, words that the course has listed.

Only says where; the author decides. `frontend/js/findings.js` says the same of everything but the words,
and `tests/fixtures/guard.json` holds both to it.
"""
import re
from datetime import date
from typing import NamedTuple

from .phone_numbers import DASH, SPACE, phone_numbers

IDENTITY_CODE, EMAIL_ADDRESS, PHONE_NUMBER, LISTED_WORD = KINDS = ("identity code", "e-mail address", "phone number", "listed word")

UNSEEN = "\u00ad\u200b\u2060"  # what copying from other programs leaves between the characters
CENTURIES = {"+": 1800, **dict.fromkeys("-YXWVU", 1900), **dict.fromkeys("ABCDEF", 2000)}
CHECK_CHARACTERS = "0123456789ABCDEFHJKLMNPRSTUVWXY"
CODE = re.compile(rf"(?<![0-9])([0-9]{{6}})[{SPACE}{UNSEEN}]{{0,2}}([+{DASH}A-FU-Ya-fu-y])[{SPACE}{UNSEEN}]{{0,2}}([0-9]{{3}})"
                  r"([0-9A-FHJ-NPR-Ya-fhj-npr-y])(?![^\W_])")
NAME = r"(?:[^\W_]|[\u0300-\u036f._%+'\-])"
LABEL = r"(?:[^\W_]|[\u0300-\u036f\-])"
ADDRESS = re.compile(rf"(?<![^\W_])(?<![\u0300-\u036f_%+])[^\W_]{NAME}{{0,63}}(?:@| ?[(\[]at[)\]] ?)(?:{LABEL}{{1,63}}\.){{1,8}}"
                     r"(?:xn--[A-Za-z0-9-]{2,59}|(?:[^\W\d_]|[\u0300-\u036f]){2,24})")


class Finding(NamedTuple):
    kind: str
    start: int
    end: int


def findings(text: str, words=()) -> list[Finding]:
    """In the order of the text, none over another. `words` are those of the course; `*` at the end of one stands for any ending."""
    found, taken = [], bytearray(len(text))
    for kind, places in ((IDENTITY_CODE, identity_codes(text)), (EMAIL_ADDRESS, email_addresses(text)), (PHONE_NUMBER, phone_numbers(text)),
                         (LISTED_WORD, listed_words(text, words))):
        for start, end in places:
            if not any(taken[start:end]):
                taken[start:end] = b"\1" * (end - start)
                found.append(Finding(kind, start, end))
    return sorted(found, key=lambda finding: finding.start)


def blanked(text: str, found: list[Finding], block: str) -> str:
    """The text with `block` in the place of each finding."""
    for finding in reversed(found):
        text = text[:finding.start] + block + text[finding.end:]
    return text


def identity_codes(text: str):
    for match in CODE.finditer(text):
        birth, sign, number, check = match.groups()
        century = CENTURIES.get(sign.upper(), 1900)  # every other dash is a minus
        if (is_day(century + int(birth[4:]), int(birth[2:4]), int(birth[:2])) and int(number) >= 2
                and CHECK_CHARACTERS[int(birth + number) % 31] == check.upper()):
            yield match.span()


def is_day(year: int, month: int, day: int) -> bool:
    try:
        return bool(date(year, month, day))
    except ValueError:
        return False


def email_addresses(text: str):
    return (match.span() for match in ADDRESS.finditer(text))


def listed_words(text: str, words):
    patterns = [r"\s+".join(map(re.escape, word.removesuffix("*").split())) + (r"\w*" if word.endswith("*") else r"(?!\w)")
                for word in sorted(words, key=len, reverse=True)]  # the longer of two that begin alike
    if not patterns:
        return ()
    return (match.span() for match in re.finditer(rf"(?<!\w)(?:{'|'.join(patterns)})", text, re.IGNORECASE))
