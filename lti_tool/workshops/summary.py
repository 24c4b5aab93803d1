"""The summary of a workshop: one text for each language of the course, every saved version of it, and the notes it was made from.

Names of authors are never in it. What members read is the version that was published; what is written afterwards is a draft until it is published too.
"""
from datetime import timedelta

import sqlalchemy as sa
from flask_babel import gettext as _
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ..boards import Board
from ..db import Instant, db, now
from ..web import Refusal, RichText
from ..web.rich_text import read_html

TEXT_LIMIT, VERSIONS_KEPT = 40_000, 100
SITTING = timedelta(minutes=10)  # what is saved while typing becomes one version


class SummaryWasChanged(Refusal):
    """Somebody else saved the text meanwhile. Both are shown; the person decides, and neither is lost."""

    status = 409
    template = "workshops/_summary_conflict.html"
    is_dialog = True

    def __init__(self, text, yours):
        super().__init__()
        self.text, self.yours = text, yours

    def words(self):
        return (_("The summary has been changed meanwhile"), _("Somebody saved a change of their own. Your text is safe."),
                _("Choose which one goes on. The other stays among the earlier versions."))

    def details(self):
        return {"text": self.text, "yours": self.yours}


class SummaryIsNotPublished(Refusal):
    status = 404

    def words(self):
        return (_("The summary has not been published yet"), _("The facilitators are still working on it, or have not begun."),
                _("It can be read here when it is published. The board shows a link to it then."))


class Summary(db.Model):
    __tablename__ = "summary"
    id: Mapped[int] = mapped_column(primary_key=True)
    board_id: Mapped[int] = mapped_column(sa.ForeignKey("board.id", ondelete="CASCADE"), unique=True)
    made_at: Mapped[object] = mapped_column(Instant)
    board: Mapped[Board] = relationship()
    __table_args__ = {"sqlite_autoincrement": True}

    @property
    def texts(self) -> dict[str, "SummaryText"]:
        """By language, as far as they are begun."""
        return {text.language: text for text in db.session.scalars(sa.select(SummaryText).filter_by(summary_id=self.id).order_by(SummaryText.id))}

    def text_in(self, language: str) -> "SummaryText":
        """The text in that language, begun with the first word that is saved."""
        text = self.texts.get(language)
        if text is None:
            text = SummaryText(summary_id=self.id, language=language, left_out={})
            db.session.add(text)
            db.session.flush()
        return text

    def keep_sources(self, words: dict[int, str]) -> None:
        """note -> its words, as they were taken into a text; each once."""
        known = {(source.note_id, source.words) for source in db.session.scalars(sa.select(SummarySource).filter_by(summary_id=self.id))}
        db.session.add_all(SummarySource(summary_id=self.id, note_id=note, words=said) for note, said in words.items() if (note, said) not in known)


class SummaryText(db.Model):
    __tablename__ = "summary_text"
    id: Mapped[int] = mapped_column(primary_key=True)
    summary_id: Mapped[int] = mapped_column(sa.ForeignKey("summary.id", ondelete="CASCADE"))
    language: Mapped[str]
    left_out: Mapped[dict] = mapped_column(sa.JSON)  # what was not taken from the board when the text was made: see summary_making.py
    published_number: Mapped[int | None]  # the version that members read
    published_at: Mapped[object | None] = mapped_column(Instant)
    summary: Mapped[Summary] = relationship()
    __table_args__ = (sa.UniqueConstraint("summary_id", "language"), {"sqlite_autoincrement": True})

    def in_sight_of(self, viewpoint) -> bool:
        return viewpoint.facilitates or (self.published_at is not None and self.summary.board.in_sight_of(viewpoint))

    @property
    def versions(self) -> list["SummaryVersion"]:
        """The newest first."""
        return list(db.session.scalars(sa.select(SummaryVersion).filter_by(text_id=self.id).order_by(SummaryVersion.number.desc())))

    @property
    def current(self) -> "SummaryVersion | None":
        return db.session.scalar(sa.select(SummaryVersion).filter_by(text_id=self.id).order_by(SummaryVersion.number.desc()).limit(1))

    @property
    def published(self) -> "SummaryVersion | None":
        return self.version(self.published_number) if self.published_number else None

    def version(self, number: int) -> "SummaryVersion | None":
        return db.session.scalar(sa.select(SummaryVersion).filter_by(text_id=self.id, number=number))

    def save(self, rich: RichText, by: int, number: int | None, kept: bool = True) -> "SummaryVersion":
        """On top of the version `number`, or whatever is there where it is None. Not `kept`: while somebody types, and overwritten as they go on.

        Raises SummaryWasChanged.
        """
        current, html = self.current, rich.html
        if current is None:
            return self.add_version(1, html, by, kept)
        if html == current.html:
            current.kept = current.kept or kept
            return current
        if number not in (None, current.number):
            raise SummaryWasChanged(self, rich)
        if current.goes_on(by):
            current.number, current.html, current.saved_at, current.kept = current.number + 1, html, now(), kept
            db.session.flush()
            return current
        return self.add_version(current.number + 1, html, by, kept)

    def add_version(self, number: int, html: str, by: int, kept: bool) -> "SummaryVersion":
        version = SummaryVersion(text_id=self.id, number=number, html=html, saved_by=by, saved_at=now(), kept=kept)
        db.session.add(version)
        db.session.flush()
        for old in self.versions[VERSIONS_KEPT:]:
            if old.number != self.published_number:
                db.session.delete(old)
        return version

    def publish(self) -> None:
        current = self.current
        current.kept = True
        self.published_number, self.published_at = current.number, now()

    def unpublish(self) -> None:
        self.published_number = self.published_at = None


class SummaryVersion(db.Model):
    __tablename__ = "summary_version"
    id: Mapped[int] = mapped_column(primary_key=True)
    text_id: Mapped[int] = mapped_column(sa.ForeignKey("summary_text.id", ondelete="CASCADE"))
    number: Mapped[int]  # goes up with every change: what is written on top of an earlier one is a conflict
    html: Mapped[str]
    saved_by: Mapped[int | None] = mapped_column(sa.ForeignKey("person.id", ondelete="SET NULL"), index=True)
    saved_at: Mapped[object] = mapped_column(Instant)
    kept: Mapped[bool]
    __table_args__ = (sa.UniqueConstraint("text_id", "number"), {"sqlite_autoincrement": True})

    @property
    def findable_number(self) -> int:
        """Of the text whose version it is: that is what the search finds."""
        return self.text_id

    @property
    def rich(self) -> RichText:
        return read_html(self.html)

    def goes_on(self, by: int) -> bool:
        """Whether what the same person saves now belongs to it."""
        return not self.kept and self.saved_by == by and now() - self.saved_at < SITTING


class SummarySource(db.Model):
    """A note whose words were taken into the summary, as they were then: when the note is removed for good they are looked for."""

    __tablename__ = "summary_source"
    id: Mapped[int] = mapped_column(primary_key=True)
    summary_id: Mapped[int] = mapped_column(sa.ForeignKey("summary.id", ondelete="CASCADE"), index=True)
    note_id: Mapped[int] = mapped_column(sa.ForeignKey("note.id", ondelete="CASCADE"), index=True)
    words: Mapped[str]
    __table_args__ = {"sqlite_autoincrement": True}


def summary_of(board_id: int) -> Summary | None:
    return db.session.scalar(sa.select(Summary).filter_by(board_id=board_id))


def begin_summary(board: Board) -> Summary:
    """The board's summary, begun when there is none."""
    summary = summary_of(board.id)
    if summary is None:
        summary = Summary(board_id=board.id, made_at=now())
        db.session.add(summary)
        db.session.flush()
    return summary


def publications(*where) -> dict[int, dict[str, object]]:
    """board -> {language: when it was published}, with one question."""
    found = {}
    rows = db.session.execute(sa.select(Summary.board_id, SummaryText.language, SummaryText.published_at).join(Summary, Summary.id == SummaryText.summary_id)
                              .where(*where))
    for board, language, at in rows:
        found.setdefault(board, {})[language] = at
    return found
