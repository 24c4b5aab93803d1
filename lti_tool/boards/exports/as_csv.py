"""A board as a table of text."""
from ...web.spreadsheet import csv_of
from .contents import Export
from .table import heads, rows
from .words import chosen_facts, facts


def as_csv(export: Export) -> bytes:
    about = [[what, line] for what, lines in [*facts(export), *chosen_facts(export)] for line in lines]
    return csv_of([*about, [], [head.words for head in heads(export)], *rows(export)])
