"""Cards come to people: those of a step to who has done it, those of the course to who wants them. Given once, a card stays theirs."""
from datetime import timedelta

import sqlalchemy as sa

from ..db import db
from ..web.days import today_here
from .card import CardWords, RecallCard, cards_from, make_card
from .choice import persons_who_take_all
from .memory import Memory

SOON = timedelta(days=1)  # what has just been learned is asked tomorrow


def give_cards(cards: list[RecallCard], persons, first_in: timedelta = SOON) -> None:
    """To those who do not have them yet."""
    persons = set(persons)
    if not cards or not persons:
        return
    known = {tuple(row) for row in db.session.execute(sa.select(Memory.card_id, Memory.person_id).where(Memory.card_id.in_([card.id for card in cards]), Memory.person_id.in_(persons)))}
    first = today_here() + first_in
    missing = [{"card_id": card.id, "person_id": person, "due_on": first, "times": 0} for card in cards for person in sorted(persons) if (card.id, person) not in known]
    if missing:
        db.session.execute(sa.insert(Memory), missing)


def give_to_all(card: RecallCard) -> None:
    give_cards([card], persons_who_take_all(card.course_id), timedelta())


def give_all_to(course_id: int, person_id: int) -> None:
    """Whatever there is for everybody."""
    cards = db.session.scalars(sa.select(RecallCard).where(RecallCard.course_id == course_id, RecallCard.module_id.is_(None), RecallCard.deleted_at.is_(None)))
    give_cards(list(cards), [person_id], timedelta())


def renew_cards(course_id: int, module_id: int, kind: str, held: dict[int, dict[str, CardWords]]) -> None:
    """What things of a module hold now: number of the thing -> {key: words}. The same key is the same card, and what people remember of it stays; what is gone is deleted."""
    known = {(card.number, card.key): card for card in db.session.scalars(sa.select(RecallCard).where(RecallCard.module_id == module_id, RecallCard.kind == kind))}
    for number, cards in held.items():
        for key, words in cards.items():
            card = known.pop((number, key), None)
            if card is None:
                make_card(course_id, kind, number, words, module_id, key)
            elif (card.front, card.back, card.deleted_at) != (*words, None):
                card.write(words)
                card.restore()
    for card in known.values():
        card.delete()
    db.session.flush()


def give_cards_of(kind: str, numbers, persons) -> None:
    """Those that these things hold, to who has done them."""
    give_cards([card for card in cards_from(kind, numbers) if card.deleted_at is None], persons)
