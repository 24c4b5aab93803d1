"""JSON from strangers: what the standard leaves open (doubled names, NaN, endless nesting and numbers) is refused here."""
import json

from flask_babel import gettext as _

from ..web import Refusal

BYTES_AT_MOST = 5_000_000
DIGITS_AT_MOST = 20


class FileCannotBeTaken(Refusal):
    """What was sent is not a file of ours, or something in it cannot be taken. Nothing was changed."""

    status = 422
    template = "documents/_file_faults.html"

    def __init__(self, sentence: str, faults=()):
        """`faults` are (place in the file, what is wrong there)."""
        super().__init__()
        self.sentence, self.faults = sentence, faults

    def words(self):
        return _("The file cannot be taken"), self.sentence, _("Nothing was changed. Mend the file, or export it anew, and send it again.")

    def details(self):
        return {"faults": self.faults}


class Doubled(ValueError):
    pass


def parse(data: bytes):
    """Raises FileCannotBeTaken."""
    if len(data) > BYTES_AT_MOST:
        raise FileCannotBeTaken(_("The file is too large: %(megabytes)s MB is the most.", megabytes=BYTES_AT_MOST // 1_000_000))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise FileCannotBeTaken(_("It is not a JSON file: it is not text in UTF-8.")) from None
    if not text.strip():
        raise FileCannotBeTaken(_("The file is empty."))
    try:
        return json.loads(text, object_pairs_hook=without_doubles, parse_constant=refuse_constant, parse_int=short_number, parse_float=short_float)
    except Doubled as double:
        raise FileCannotBeTaken(_("The name “%(name)s” stands twice in the same place.", name=shortened(str(double)))) from None
    except RecursionError:
        raise FileCannotBeTaken(_("It is nested too deeply.")) from None
    except json.JSONDecodeError as error:
        raise FileCannotBeTaken(_("It is not JSON: reading stopped at line %(line)s, character %(place)s.", line=error.lineno, place=error.colno)) from None
    except ValueError:
        raise FileCannotBeTaken(_("It holds a number that cannot be read.")) from None


def without_doubles(pairs) -> dict:
    found = {}
    for name, value in pairs:
        if name in found:
            raise Doubled(name)
        found[name] = value
    return found


def refuse_constant(name):
    raise ValueError(name)  # NaN and Infinity are no JSON


def short_number(digits: str) -> int:
    if len(digits) > DIGITS_AT_MOST:
        raise ValueError(digits[:DIGITS_AT_MOST])
    return int(digits)


def short_float(digits: str) -> float:
    number = float(digits)
    if number in (float("inf"), float("-inf")):
        raise ValueError(digits[:DIGITS_AT_MOST])
    return number


def shortened(text: str, limit: int = 60) -> str:
    """For quoting what a file says in a sentence of ours."""
    plain = "".join(c if c.isprintable() else " " for c in text)
    return plain if len(plain) <= limit else plain[:limit] + " …"
