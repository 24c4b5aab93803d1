"""Recall cards for facilitators: making one from a note, a post or a point of a summary, changing and deleting them; and what learners share with them."""
from flask import Blueprint, current_app, render_template, request, url_for

from ..access import FACILITATE, find, here
from ..db import Wording, db
from ..live import operation_done, remember_operation
from ..people import Course
from ..people.names import names_in
from ..web import current_language, leads_to, take_wording, thing_number
from .card import BACK_LIMIT, FRONT_LIMIT, CardWords, RecallCard, cards_from, cards_of, links_of, make_card, standing_among
from .follow_up import shared_answers, since_words
from .giving import give_to_all
from .reading import AT_LEAST, NOBODY, counts_of
from .source import find_source, link_to

recall_cards = Blueprint("recall_cards", __name__)
OF_SOURCE = "/recall/<source_kind>/<int:source_number>/card"


def context_of(course: Course) -> dict:
    return {"course": course, "reading": (current_language(), *course.languages), "language": current_language(), "viewpoint": here().own,
            "front_limit": FRONT_LIMIT, "back_limit": BACK_LIMIT}


def course_here() -> Course:
    return db.session.get(Course, here().course)


def to_cards(course_id: int, **how):
    return leads_to(url_for("recall_cards.show", course_id=course_id, **how))


@recall_cards.get("/courses/<int:course_id>/recall/cards")
def show(course_id):
    course = find(Course, course_id, to=FACILITATE)
    cards = cards_of(course.id)
    return render_template("recall/cards.html", cards=cards, links=links_of(cards), standing=standing_among(cards), counts=counts_of(course.id), nobody=NOBODY, at_least=AT_LEAST,
                           deleted=[card for card in cards_of(course.id, deleted=True) if card.source.written_here], shared=len(shared_answers(course.id)), **context_of(course))


@recall_cards.get("/courses/<int:course_id>/recall/practice")
def practice(course_id):
    """What learners put into practice, as far as they share it."""
    course = find(Course, course_id, to=FACILITATE)
    return render_template("recall/practice.html", answers=shared_answers(course.id), names=names_in(course.id), since_words=since_words, **context_of(course))


@recall_cards.get(OF_SOURCE)
def new(source_kind, source_number):
    source, thing = find_source(source_kind, source_number, to=FACILITATE)
    course, points = course_here(), source.points(thing)
    place = request.args.get("point", 0, thing_number)  # counted from 1
    point = points[place - 1] if 0 < place <= len(points) else None
    said = point or source.texts(thing)
    return render_template("recall/new.html", link=link_to(source, thing), thing=thing, points=points if point is None else [], said=said, action=request.path, languages=languages_of(course, said),
                           proposed=Wording({language: text for language, text in said.items() if len(text) <= BACK_LIMIT}), others=[card for card in cards_from(source_kind, [source_number]) if card.deleted_at is None],
                           **context_of(course))


def languages_of(course: Course, *wordings) -> list[str]:
    """The course's, and those in which something is said already."""
    return list(dict.fromkeys([*course.languages, *(language for wording in wordings for language in wording)]))


@recall_cards.post(OF_SOURCE)
def add(source_kind, source_number):
    """Sent twice, it is made once."""
    source, thing = find_source(source_kind, source_number, to=FACILITATE)
    course = course_here()
    if part := operation_done(here().topic):
        return to_cards(course.id, _anchor=part.replace(":", "-"))
    card = make_card(course.id, source_kind, source_number, words_taken(course))
    give_to_all(card)
    remember_operation(here().topic, card.part)
    return to_cards(course.id, _anchor=f"recall-card-{card.id}")


def words_taken(course: Course, card: RecallCard | None = None) -> CardWords:
    languages = languages_of(course, *((card.front, card.back) if card else ()))
    languages += [language for language in current_app.config["LANGUAGES"] if f"back-{language}" in request.form and language not in languages]  # the source's own
    return CardWords(take_wording("front", FRONT_LIMIT, languages, card and card.front, required=True), take_wording("back", BACK_LIMIT, languages, card and card.back, required=True))


@recall_cards.get("/recall-cards/<int:recall_card_id>")
def edit(recall_card_id):
    card = find(RecallCard, recall_card_id, to=FACILITATE)
    course = course_here()
    return render_template("recall/card.html", card=card, source=card.source, link=links_of([card])[card.id], languages=languages_of(course, card.front, card.back), **context_of(course))


@recall_cards.post("/recall-cards/<int:recall_card_id>")
def change(recall_card_id):
    """A card of a step is written in the step."""
    card = find(RecallCard, recall_card_id, to=FACILITATE)
    if card.source.written_here:
        card.write(words_taken(course_here(), card))
    return to_cards(card.course_id, _anchor=f"recall-card-{card.id}")


@recall_cards.post("/recall-cards/<int:recall_card_id>/deletion")
def delete(recall_card_id):
    card = find(RecallCard, recall_card_id, to=FACILITATE)
    if card.source.written_here:
        card.delete()
    return to_cards(card.course_id)


@recall_cards.post("/recall-cards/<int:recall_card_id>/restoration")
def restore(recall_card_id):
    card = find(RecallCard, recall_card_id, to=FACILITATE)
    if card.source.written_here:
        card.restore()
        give_to_all(card)
    return to_cards(card.course_id, _anchor=f"recall-card-{card.id}")
