"""A board as one page that needs nothing else: for reading, printing, and for screen readers."""
from flask import render_template

from ...documents.printable import printable
from ...web import current_language
from .contents import Export
from .words import about, chosen_words, facts, material_facts, removed_words, text_of


def as_html(export: Export, places: dict[int, str] | None = None) -> bytes:
    """`places`: attachment -> where the file lies beside the page, when it does."""
    return render_template("boards/export.html", export=export, places=places or {}, facts=facts(export), about=about, text_of=text_of, printable=printable,
                           removed_words=removed_words(), material_facts=material_facts, chosen_words=chosen_words, language=current_language()).encode()
