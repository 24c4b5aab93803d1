"""What is removed for good on the board goes from the summary too, from every version of it: where the exact words stand, a mark takes their place.

Words that were written anew by hand cannot be known; facilitators are told which summary a note went into, and look.
"""
import sqlalchemy as sa
from flask_babel import force_locale
from flask_babel import gettext as _

from ..boards import Note
from ..db import db
from ..recall import lose_words
from ..web import RichText
from ..web.rich_text import Block, Run
from ..web.taking_out import mark_in, places_of, replaced
from .summary import Summary, SummarySource, SummaryText, SummaryVersion

TELLING = 12  # characters: shorter words stand in a text for other reasons too, so they go only beside a link to the note


def hear_removal(part: str, texts: set[str], stays: str, words: str = "") -> None:
    """`texts`: what the note said before; `stays` is what is left of it, or nothing; `words`: those that were taken out of it, where something is left."""
    kind, _sep, number = part.partition(":")
    if kind == "note":
        take_out(db.session.get(Note, int(number)), texts, stays, words)


def take_out(note: Note, texts: set[str], stays: str = "", words: str = "") -> None:
    sources = [source for source in db.session.scalars(sa.select(SummarySource).filter_by(note_id=note.id)) if texts or places_of(words, source.words, longer=True)]
    texts = sorted({*texts, *(source.words for source in sources)} - {"", stays}, key=len, reverse=True)
    for source in sources:
        source.words = stays
    for text in texts_about(note.activity_id):
        current = text.current
        with force_locale(text.language):
            for version in text.versions:
                clear(version, version is current, text, lambda block: cleared_block(block, texts, stays or mark(), ending(note.activity_id, note.id), words, mark_in(text.language)))
    lose_words("summaries", [text.id for text in texts_about(note.activity_id)], texts, stays, words)
    db.session.flush()


def clear(version: SummaryVersion, is_current: bool, text: SummaryText, change) -> None:
    """The newest version gets another number: whoever has it open just now must not put the words back."""
    rich = version.rich
    cleared = rich.changed(change)
    if cleared == rich:
        return
    version.html = cleared.html
    if is_current:
        if text.published_number == version.number:
            text.published_number += 1
        version.number += 1


def mark() -> str:
    return _("[Removed for good]")


def texts_about(board_id: int) -> list[SummaryText]:
    return list(db.session.scalars(sa.select(SummaryText).join(Summary, Summary.id == SummaryText.summary_id).where(Summary.board_id == board_id)))


def ending(board_id: int, note_id: int) -> str:
    """How the address of a note ends, wherever the tool is installed."""
    return f"/boards/{board_id}#note-{note_id}"


def leads_to(href: str, endings) -> bool:
    return href.startswith("/") and href.endswith(endings)


def cleared_block(block: Block, texts, instead: str, end_of_address: str, words: str = "", mark_of_words: str = "") -> Block:
    """Whole texts first; then the words that were taken out, also with other endings, where they are quoted otherwise."""
    linked, runs = any(leads_to(href, end_of_address) for href in block.hrefs), block.runs
    for said, stands_there, longer in (*((text, instead, False) for text in texts), (words, mark_of_words, True)):
        if linked or len(said) >= TELLING:
            for start, end in reversed(places_of(said, "".join(run.text for run in runs), longer)):
                runs = tuple(replaced(runs, start, end, stands_there))
    return block if runs == block.runs else block._replace(runs=runs)


def without_removed(rich: RichText, board_id: int) -> RichText:
    """What comes from a page that was open before: points that lead to a note whose text is gone do not bring it back."""
    removed = tuple(ending(board_id, number) for number in db.session.scalars(sa.select(Note.id).where(Note.activity_id == board_id, Note.removed_at.is_not(None))))

    def without(block: Block) -> Block:
        links = [run for run in block.runs if removed and leads_to(run.href, removed)]
        return block._replace(runs=(Run(mark()), Run(" "), *links)) if links and mark() not in block.text else block
    return rich.changed(without)
