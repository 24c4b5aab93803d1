"""Tables as text: UTF-8 with its mark, semicolons (as Finnish and Swedish spreadsheets read it), no formulas."""
import csv
import io

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def csv_of(rows) -> bytes:
    """`rows` hold texts and numbers."""
    out = io.StringIO()
    write = csv.writer(out, delimiter=";", quoting=csv.QUOTE_ALL, lineterminator="\r\n").writerow
    for row in rows:
        write([harmless(value) if isinstance(value, str) else value for value in row])
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def harmless(text: str) -> str:
    """A spreadsheet takes what begins like a formula for one; behind an apostrophe it is text."""
    return f"'{text}" if text.lstrip(" \u00a0").startswith(FORMULA) else text
