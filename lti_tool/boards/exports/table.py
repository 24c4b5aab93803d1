"""A board as rows: one for each note. For the formats of spreadsheets."""
from flask_babel import gettext as _

from ...activities.anonymity import level_word
from ...documents.printable import printable
from ...documents.workbook import Head
from ...web import language_name
from .contents import Export, ExportedNote
from .words import text_of, written_words


def heads(export: Export) -> list[Head]:
    said = [Head(_("Number"), 9)] + ([Head(_("Phase"), 20)] if len(export.phases) > 1 else [])
    said += [Head(_("Column"), 24), Head(_("Text"), 70), Head(_("Language"), 11), Head(_("Colour"), 14), Head(_("Who"), 24), Head(_("Anonymity"), 22),
             Head(_("Written"), 20), Head(_("Edited"), 10), Head(_("Lies on number"), 12)]
    said += [Head(_("Votes"), 9)] if has_votes(export) else []
    said += [Head(_("Comments"), 50)] if any(note.comments for note in export.notes) else []
    return said + ([Head(_("Files"), 30)] if export.left_out.files else [])


def rows(export: Export):
    votes, comments, files = has_votes(export), any(note.comments for note in export.notes), export.left_out.files
    words, yes, several = {level: level_word(level) for level in export.levels}, _("yes"), len(export.phases) > 1
    for phase in export.phases:
        phase_title = printable(phase.phase.title.best(*export.reading).text)
        for column in phase.columns:
            title = printable(column.column.title.best(*export.reading).text)
            for note in column.notes:
                row = [note.number, *([phase_title] if several else []), title, text_of(note), language_name(note.language), printable(export.colours[note.colour]),
                       printable(note.author), words[note.anonymity], written_words(note), yes if note.edited else "", note.stack if note.stack else ""]
                row += [note.votes if note.votes is not None else ""] if votes else []
                row += [comments_in_a_cell(note)] if comments else []
                yield row + ([printable("\n".join(note.attachments))] if files else [])


def comments_in_a_cell(note: ExportedNote) -> str:
    return "\n".join(printable(f"{said.author}: {said.text}" if said.author else said.text) for said in note.comments)


def has_votes(export: Export) -> bool:
    return any(note.votes is not None for note in export.notes)
