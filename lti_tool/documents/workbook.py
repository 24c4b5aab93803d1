"""Workbooks (XLSX): a sheet that says what it is, and a sheet of rows to sort and filter. Every text is text, never a formula."""
import io
from typing import NamedTuple

from flask_babel import gettext as _
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter

from ..web import current_language

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CELL_AT_MOST = 32_767  # characters, by the format
HEAD, WRAP, PLAIN = Font(bold=True, color="FFFFFF"), Alignment(wrap_text=True, vertical="top"), Alignment(vertical="top")
GROUND = PatternFill("solid", fgColor="0F6CBF")


class Head(NamedTuple):
    """Of a column of a table."""

    words: str
    width: int  # in characters


class Sheet(NamedTuple):
    name: str
    heads: list[Head]
    rows: object
    number: int  # of its rows


def workbook_of(title: str, facts, name: str, heads: list[Head], rows, number: int, more: list[Sheet] = ()) -> bytes:
    """`facts` are [(what, its lines), ...]; `name` is what the sheet of rows is called, `number` how many rows there are. `more` sheets come behind it."""
    book = Workbook(write_only=True)
    properties = book.properties
    properties.creator, properties.title, properties.language = "", title, current_language()
    add_facts(book.create_sheet(_("About this file")), facts)
    for sheet in (Sheet(name, heads, rows, number), *more):
        add_rows(book.create_sheet(sheet.name), sheet.heads, sheet.rows, sheet.number)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def add_facts(sheet, facts) -> None:
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 18, 90
    for what, lines in facts:
        for index, line in enumerate(lines):
            sheet.append([cell(sheet, "" if index else what, font=Font(bold=True)), cell(sheet, line)])


def add_rows(sheet, heads: list[Head], rows, number: int) -> None:
    for place, head in enumerate(heads, 1):
        sheet.column_dimensions[get_column_letter(place)].width = head.width
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(heads))}{number + 1}"
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation = "landscape"
    sheet.append([cell(sheet, head.words, font=HEAD, fill=GROUND) for head in heads])
    for row in rows:
        sheet.append([cell(sheet, value) if isinstance(value, str) else number_cell(sheet, value) for value in row])


def cell(sheet, text: str, font=None, fill=None):
    made = WriteOnlyCell(sheet, value="")
    made._value, made.data_type = text[:CELL_AT_MOST], "s"  # given as it is: the library would make a formula of what begins like one
    made.alignment = WRAP
    if text.startswith(("=", "+", "-", "@")):
        made.quotePrefix = True  # so that it stays text when somebody edits the cell
    if font:
        made.font = font
    if fill:
        made.fill = fill
    return made


def number_cell(sheet, number: int):
    made = WriteOnlyCell(sheet, value=number)
    made.alignment = PLAIN
    return made
