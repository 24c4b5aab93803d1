"""The summary as a file that needs nothing else: a page, a text document, or marked-up text. Each says what it is of, what was left out, and who stands behind it."""
from functools import cached_property

from flask import current_app, render_template
from flask_babel import force_locale
from flask_babel import gettext as _
from flask_babel import ngettext

from ..boards import Board
from ..documents.backing import Backing, backing_of
from ..documents.printable import day_of, printable
from ..documents.text_document import WORD
from ..web import RichText
from ..web.rich_text import Block
from .summary import SummaryText, SummaryVersion, summary_of
from .summary_as_docx import summary_as_docx
from .summary_as_markdown import summary_as_markdown
from .summary_making import left_out_words
from .summary_page import sources_of


class ExportedSummary:
    """In the language of the text, whoever asks for it."""

    def __init__(self, board: Board, text: SummaryText, version: SummaryVersion):
        self.board, self.text, self.version, self.language = board, text, version, text.language
        self.reading = text.language, *board.course.languages

    @cached_property
    def title(self) -> str:
        return printable(self.board.title.best(*self.reading).text)

    @cached_property
    def rich(self) -> RichText:
        """Without the links to single notes, which only people of the course could follow; other addresses of the tool in full."""
        return self.version.rich.changed(outside)

    @cached_property
    def backing(self) -> Backing:
        return backing_of(self.board.course, self.reading)

    @property
    def facts(self) -> list[tuple[str, list[str]]]:
        at = self.text.published_at if self.text.published_number == self.version.number else None
        day = day_of(at or self.version.saved_at)
        sources = sources_of(self.text.summary)
        made_from = [(_("Made from"), [ngettext("%(num)s note", "%(num)s notes", sources)])] if sources else []
        left_out = [(_("Left out"), left_out_words(self.text.left_out, self.reading))] if self.text.left_out else []
        return [(_("Course"), [printable(self.board.course.title)]), (_("Published") if at else _("Draft of"), [day]), *made_from, *left_out]


def outside(block: Block) -> Block:
    kept = [run._replace(href=current_app.config["PUBLIC_URL"] + run.href if run.href.startswith("/") else run.href)
            for run in block.runs if not (run.href.startswith("/") and "#note-" in run.href)]
    if kept:
        kept[-1] = kept[-1]._replace(text=kept[-1].text.rstrip())
    return block._replace(runs=tuple(run._replace(text=printable(run.text)) for run in kept if run.text))


def summary_as_html(exported: ExportedSummary) -> bytes:
    return render_template("workshops/summary_export.html", exported=exported, language=exported.language).encode()


def in_its_language(make):
    def made(exported: ExportedSummary) -> bytes:
        with force_locale(exported.language):
            return make(exported)
    return made


MAKERS = {"html": (in_its_language(summary_as_html), "text/html; charset=utf-8"), "docx": (in_its_language(summary_as_docx), WORD),
          "md": (in_its_language(summary_as_markdown), "text/markdown; charset=utf-8")}


def pack_summary(board: Board):
    """(name, page) of each language that is published: a board's packet takes it along."""
    summary = summary_of(board.id)
    for language, text in (summary.texts if summary else {}).items():
        if (version := text.published) is not None:
            yield f"summary-{language}.html", MAKERS["html"][0](ExportedSummary(board, text, version))
