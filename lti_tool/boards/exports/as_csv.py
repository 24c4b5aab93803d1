"""A board as a table of text: UTF-8 with its mark, semicolons (as Finnish and Swedish spreadsheets read it), no formulas."""
import csv
import io

from .contents import Export
from .table import heads, rows
from .words import facts

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def as_csv(export: Export) -> bytes:
    out = io.StringIO()
    write = csv.writer(out, delimiter=";", quoting=csv.QUOTE_ALL, lineterminator="\r\n").writerow
    for what, lines in facts(export):
        for line in lines:
            write([harmless(what), harmless(line)])
    write([])
    write([harmless(head.words) for head in heads(export)])
    for row in rows(export):
        write([harmless(value) if isinstance(value, str) else value for value in row])
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def harmless(text: str) -> str:
    """A spreadsheet takes what begins like a formula for one; behind an apostrophe it is text."""
    return f"'{text}" if text.lstrip(" \u00a0").startswith(FORMULA) else text
