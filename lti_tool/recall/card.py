"""A recall card: a question and its answer, made from something that stands in the course, and going with it."""
from typing import NamedTuple

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from ..access import Place
from ..db import Instant, Wording, Words, db, now
from ..people import Course
from .source import Link, links_to, source_of

FRONT_LIMIT, BACK_LIMIT = 300, 2000


class CardWords(NamedTuple):
    front: Wording
    back: Wording


def number_of(table: str):
    """Of the thing it was made from, where it is of that table. With it the card goes, however it goes."""
    return mapped_column(sa.ForeignKey(f"{table}.id", ondelete="CASCADE"), index=True)


class RecallCard(db.Model):
    """A kind of source has its number in a column of its own. A card of a module comes to its learners; any other to everybody who wants the course's cards."""

    __tablename__ = "recall_card"
    id: Mapped[int] = mapped_column(primary_key=True)
    course_id: Mapped[int] = mapped_column(sa.ForeignKey("course.id", ondelete="CASCADE"), index=True)
    module_id: Mapped[int | None] = number_of("activity")
    kind: Mapped[str]  # of its source
    note_id: Mapped[int | None] = number_of("note")
    post_id: Mapped[int | None] = number_of("post")
    summary_text_id: Mapped[int | None] = number_of("summary_text")
    step_id: Mapped[int | None] = number_of("step")
    key: Mapped[str] = mapped_column(default="")  # which of its source's, where the source itself holds cards
    front: Mapped[Wording] = mapped_column(Words)
    back: Mapped[Wording] = mapped_column(Words)
    made_at: Mapped[object] = mapped_column(Instant)
    deleted_at: Mapped[object | None] = mapped_column(Instant)
    held_at: Mapped[object | None] = mapped_column(Instant)  # something was taken out of its source: nobody gets it until a facilitator has looked at it
    __table_args__ = {"sqlite_autoincrement": True}

    @property
    def part(self) -> str:
        return f"recall-card:{self.id}"

    @property
    def source(self):
        return source_of(self.kind)

    @property
    def number(self) -> int:
        """Of the thing it was made from."""
        return getattr(self, self.source.column)

    def in_sight_of(self, viewpoint) -> bool:
        """Its pages are the facilitators'; learners meet it through what they remember of it."""
        return viewpoint.facilitates

    @property
    def is_given(self) -> bool:
        return self.deleted_at is None and self.held_at is None

    def write(self, words: CardWords) -> None:
        """By a facilitator, who has looked at it then."""
        self.front, self.back, self.held_at = words.front, words.back, None

    def hold(self) -> None:
        self.held_at = now()

    def delete(self) -> None:
        self.deleted_at = self.deleted_at or now()

    def restore(self) -> None:
        self.deleted_at = None

    @classmethod
    def place_of(cls, number: int) -> Place | None:
        row = db.session.execute(sa.select(Course.id, Course.topic_id).join(cls, cls.course_id == Course.id).where(cls.id == number)).one_or_none()
        return Place(*row) if row else None


def make_card(course_id: int, kind: str, number: int, words: CardWords, module_id: int | None = None, key: str = "") -> RecallCard:
    card = RecallCard(course_id=course_id, kind=kind, module_id=module_id, key=key, made_at=now(), **{source_of(kind).column: number}, **words._asdict())
    db.session.add(card)
    db.session.flush()
    return card


def cards_from(kind: str, numbers) -> list[RecallCard]:
    """Deleted ones, too."""
    return list(db.session.scalars(sa.select(RecallCard).where(RecallCard.kind == kind, getattr(RecallCard, source_of(kind).column).in_(numbers)).order_by(RecallCard.id)))


def cards_of(course_id: int, deleted: bool = False) -> list[RecallCard]:
    """The newest first."""
    return list(db.session.scalars(sa.select(RecallCard).where(RecallCard.course_id == course_id, RecallCard.deleted_at.is_not(None) if deleted else RecallCard.deleted_at.is_(None))
                                   .order_by(RecallCard.id.desc())))


def standing_among(cards) -> set[int]:
    """The numbers of those whose source everybody may read at present, and that wait for nobody: with one question for each kind of source."""
    by_kind = {}
    for card in cards:
        if card.is_given:
            by_kind.setdefault(card.kind, {}).setdefault(card.number, []).append(card.id)
    return {card for kind, found in by_kind.items() for number in source_of(kind).standing(list(found)) for card in found[number]}


def links_of(cards) -> dict[int, Link]:
    """card -> the way back to where it came from."""
    by_kind = {}
    for card in cards:
        by_kind.setdefault(card.kind, {}).setdefault(card.number, []).append(card.id)
    return {card: link for kind, found in by_kind.items() for number, link in links_to(kind, list(found)).items() for card in found[number]}


def has_cards_for_all(course_id: int) -> bool:
    """Whether there are cards that everybody can have."""
    return bool(standing_among(db.session.scalars(sa.select(RecallCard).where(RecallCard.course_id == course_id, RecallCard.module_id.is_(None), RecallCard.deleted_at.is_(None))
                                                  .order_by(RecallCard.id.desc()).limit(20))))
