"""What the summary's pages show: which text for whom, and what is said about the other languages."""
import sqlalchemy as sa
from flask import request
from flask_babel import gettext as _
from markupsafe import Markup

from ..boards import Board, Note
from ..documents.backing import backing_of
from ..db import db
from ..live import new_operation
from ..people.membership import name_in_course
from ..web import current_language
from ..web.rich_text_plain import as_plain
from .summary import TEXT_LIMIT, Summary, SummaryIsNotPublished, SummarySource, SummaryText, SummaryVersion, summary_of
from .summary_making import NOTES_AT_FIRST, NOTES_AT_MOST, left_out_words


def shown(version: SummaryVersion) -> Markup:
    """Read and written anew, whatever stands in the row."""
    return Markup(version.rich.html)


def text_to_read(board: Board, wanted: str | None) -> tuple[SummaryText, SummaryVersion]:
    """The published version in that language, else in the reader's own, else in the course's. Raises SummaryIsNotPublished."""
    summary = summary_of(board.id)
    texts = {language: text for language, text in (summary.texts if summary else {}).items() if text.published_at}
    for language in (wanted, current_language(), *board.course.languages, *texts):
        if language in texts and (version := texts[language].published) is not None:
            return texts[language], version
    raise SummaryIsNotPublished


def reading_context(board: Board, text: SummaryText, version: SummaryVersion) -> dict:
    published = {language: other.published_at for language, other in text.summary.texts.items() if other.published_at}
    return {"text": text, "html": shown(version), "published": published, "remarks": remarks(board.course.languages, text, published),
            "sources": sources_of(text.summary), "left_out": left_out_words(text.left_out, reading(board)), "backing": backing_of(board.course, reading(board))}


def reading(board: Board) -> tuple[str, ...]:
    return current_language(), *board.course.languages


def remarks(languages, text: SummaryText, published: dict) -> list[str]:
    """About the languages that are missing or behind."""
    said = []
    for language in languages:
        at = published.get(language)
        if at is None or (language != text.language and at < text.published_at):
            said.append(follows(language))
        elif at > text.published_at:
            said.append(is_newer(language))
    return said


def follows(language: str) -> str:
    return {"fi": _("The Finnish version follows later."), "sv": _("The Swedish version follows later."), "en": _("The English version follows later.")}[language]


def is_newer(language: str) -> str:
    return {"fi": _("The Finnish version is newer."), "sv": _("The Swedish version is newer."), "en": _("The English version is newer.")}[language]


def sources_of(summary: Summary) -> int:
    """Of how many notes it was made."""
    return db.session.scalar(sa.select(sa.func.count(sa.distinct(SummarySource.note_id))).where(SummarySource.summary_id == summary.id))


def removed_sources(summary: Summary) -> int:
    return db.session.scalar(sa.select(sa.func.count(sa.distinct(SummarySource.note_id))).join(Note, Note.id == SummarySource.note_id)
                             .where(SummarySource.summary_id == summary.id, Note.removed_at.is_not(None)))


def composer_context(board: Board, wanted: str | None) -> dict:
    languages, summary = board.course.languages, summary_of(board.id)
    language = next(one for one in (wanted, current_language(), *languages) if one in languages)
    texts = summary.texts if summary else {}
    current = {other: version for other, text in texts.items() if (version := text.current) is not None}
    version, others = current.get(language), [other for other in languages if other != language and other in current]
    beside = request.args.get("beside") if request.args.get("beside") in others else next(iter(others), None)
    return {"shown_language": language, "languages": languages, "text": texts.get(language), "version": version, "plain": as_plain(version.rich) if version else "",
            "html": shown(version) if version else "", "status": {other: status(texts.get(other), current.get(other)) for other in languages},
            "beside": beside, "beside_html": shown(current[beside]) if beside else "", "limit": TEXT_LIMIT, "length": len(version.rich.text) if version else 0,
            "left_out": left_out_words(texts[language].left_out, reading(board)) if version and texts[language].left_out else [],
            "sources": sources_of(summary) if summary else 0, "removed": removed_sources(summary) if summary else 0,
            "columns": board.columns(), "phases": board.phases, "most": NOTES_AT_FIRST, "most_at_most": NOTES_AT_MOST, "op": new_operation(),
            "saved_by": name_in_course(board.course_id, version.saved_by) if version and version.saved_by else ""}


def status(text: SummaryText | None, current: SummaryVersion | None) -> str:
    """missing | draft | published | changed: what somebody who opens the tab will find."""
    if current is None:
        return "missing"
    if text.published_at is None:
        return "draft"
    return "published" if text.published_number == current.number else "changed"


def status_word(state: str) -> str:
    return {"missing": _("missing"), "draft": _("draft"), "published": _("published"), "changed": _("changed since it was published")}[state]
