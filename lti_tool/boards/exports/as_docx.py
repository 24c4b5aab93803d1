"""A board as a text document: real headings and lists, no tables, and every note in its own language for whoever has it read aloud."""
from flask_babel import gettext as _

from ...documents.printable import printable
from ...documents.text_document import LISTS, Body, add_backing, add_facts, is_rtl, line_break, new_document, run, saved
from .contents import Export, ExportedNote
from .words import about, chosen_words, facts, material_facts, removed_words, text_of


def as_docx(export: Export) -> bytes:
    document = new_document(printable(export.board.title.best(*export.reading).text))
    body = Body(document)
    body.said("Heading1", export.board.title.best(*export.reading))
    add_facts(body, facts(export))
    several = len(export.phases) > 1
    for number, phase in enumerate(export.phases, 1):
        if several:
            body.said("Heading2", phase.phase.title.best(*export.reading), otherwise=_("Phase %(number)s", number=number))
        body.said("Normal", phase.phase.prompt.best(*export.reading))
        if phase.chosen:
            body.add("Normal", run(_("How many chose each number"), bold=True))
        for line in chosen_words(phase, export):
            body.add("ListBullet", run(line))
        add_materials(body, phase, export)
        for column in phase.columns:
            body.said("Heading3" if several else "Heading2", column.column.title.best(*export.reading))
            body.said("Normal", column.column.prompt.best(*export.reading))
            for note in column.notes:
                add_note(body, note, export)
            if not column.notes:
                body.add("Normal", run(_("No notes."), quiet=True))
    add_backing(document, body, export)
    return saved(document)


def add_materials(body: Body, phase, export: Export) -> None:
    """Their titles, and where each is."""
    for material, file in phase.materials:
        title = material.title.best(*export.reading)
        where = [printable(file.name) if file else printable(material.url), material_facts(material)]
        body.add("ListBullet", run(printable(title.text), language=title.language), line_break(), run(" · ".join(filter(None, where)), quiet=True))


def add_note(body: Body, note: ExportedNote, export: Export) -> None:
    level = 1 if note.stack else 0
    text = text_of(note)
    rtl = is_rtl(text)
    body.add(LISTS[level], run(text, language=None if note.removed else note.language, rtl=rtl), line_break(), run(about(note, export.colours), quiet=True), bidi=rtl)
    for said in note.comments:
        words = removed_words() if said.removed else printable(said.text)
        who = [run(f"{printable(said.author)}: ", quiet=True)] if said.author else []
        body.add(LISTS[level + 1], *who, run(words, language=said.language, rtl=is_rtl(words)), bidi=is_rtl(words))
