"""A board as a workbook: a sheet that says what it is, and a sheet of notes to sort and filter."""
from flask_babel import gettext as _

from ...documents.printable import printable
from ...documents.workbook import workbook_of
from .contents import Export
from .table import heads, rows
from .words import chosen_facts, facts


def as_xlsx(export: Export) -> bytes:
    where = (_("The notes"), [_("They are on the next sheet: %(name)s.", name=_("Notes"))])
    return workbook_of(printable(export.board.title.best(*export.reading).text), [*facts(export), *chosen_facts(export), where], _("Notes"), heads(export), rows(export),
                       len(export.notes))
