"""Numbers as people write them: 3,5 or 3.5, −2 with any minus, 1 000 with spaces between the thousands. What stands beside a number is refused in words."""
import re
from decimal import Decimal, InvalidOperation

from flask_babel import gettext as _

LETTERS_AT_MOST, DIGITS_AT_MOST = 40, 20
MINUS = str.maketrans(dict.fromkeys("−–‐‑﹣-", "-"))
SPACE = re.compile(r"(?<=\d)[\s\u00a0\u2007\u2009\u202f'’](?=\d{3}(?!\d))")
NUMBER = re.compile(r"[+-]?(?:\d+(?:[.,]\d*)?|[.,]\d+)", re.ASCII)
KEPT = re.compile(r"-?\d{1,20}(?:\.\d{1,20})?", re.ASCII)


class NoNumber(ValueError):
    """`str()` says why, to whoever wrote it."""


def read_number(text: str) -> Decimal:
    """Raises NoNumber."""
    plain = " ".join(text.translate(MINUS).split())
    if not plain:
        raise NoNumber(_("Write a number."))
    if len(plain) > LETTERS_AT_MOST:
        raise NoNumber(_("The number is too long: at most %(number)s digits.", number=DIGITS_AT_MOST))
    together = re.sub(r"^([+-]) (?=\d)", r"\1", SPACE.sub("", plain))
    if NUMBER.fullmatch(together):
        if sum(letter.isdecimal() for letter in together) > DIGITS_AT_MOST:
            raise NoNumber(_("The number is too long: at most %(number)s digits.", number=DIGITS_AT_MOST))
        return Decimal(together.replace(",", ".").rstrip("."))
    begins = NUMBER.match(together)
    if begins is None:
        raise NoNumber(_("Write the number in digits."))
    rest = together[begins.end():].strip()
    if rest[:1] in ".,":
        raise NoNumber(_("Write the number with one comma or point at most, and the thousands without them."))
    if not any(letter.isdecimal() for letter in rest):
        raise NoNumber(_("Write only the number, without “%(rest)s”.", rest=rest))
    raise NoNumber(_("Write one number only."))


def kept(number: Decimal) -> str:
    """As it stands in JSON: 3.5, -2, 0."""
    text = format(number.normalize(), "f")
    return "0" if text in ("-0", "") else text


def read_kept(text) -> Decimal | None:
    try:
        return Decimal(text) if isinstance(text, str) and KEPT.fullmatch(text) else None
    except InvalidOperation:  # which the pattern does not let happen
        return None


def said(text: str, language: str) -> str:
    """A kept number as it is read in that language."""
    if language not in ("fi", "sv"):
        return text.replace("-", "−")
    return text.replace("-", "−").replace(".", ",")
