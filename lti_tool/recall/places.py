"""What recall puts on the pages of other rooms: today's cards and a question on the home, and the way to make a card from something."""
from flask import render_template

from ..people import Course
from ..web import current_language
from .card import has_cards_for_all
from .choice import OWN
from .follow_up import ANSWER_LIMIT, asked_now, since_words
from .reading import concerns, shown_first, today_of


def at_home(course: Course, membership, viewpoint) -> str:
    """Calm: nothing where nothing is asked today. That there are cards is offered once."""
    if viewpoint.facilitates or not concerns(course.id, membership.person_id):
        return ""
    today = today_of(course.id, membership.person_id)
    quiet, chosen = today.choice.is_quiet, today.choice.id is not None
    asked = None if quiet else asked_now(course.id, membership.person_id)
    offer = not chosen and today.choice.takes == OWN and has_cards_for_all(course.id)
    if not (today.all or asked or offer):
        return ""
    return render_template("recall/_home.html", course=course, today=today, asked=asked, offer=offer, language=current_language(),
                           reading=(current_language(), *course.languages), answer_limit=ANSWER_LIMIT, since_words=since_words, **shown_first(today))


def in_home_menu(course: Course) -> str:
    return render_template("recall/_home_menu.html", course=course)


def with_note(number: int, note=None, viewpoint=None) -> str:
    """In a note's menu; on a board once for all notes."""
    return make_link("notes", number, small=False) if note is None or viewpoint.facilitates else ""


def with_post(thing, viewpoint=None) -> str:
    return make_link("posts", thing.id) if viewpoint is not None and viewpoint.facilitates and thing.removed_at is None else ""


def with_summary(text, viewpoint) -> str:
    return make_link("summaries", text.id) if viewpoint.facilitates else ""


def make_link(kind: str, number: int, small: bool = True) -> str:
    return render_template("recall/_make.html", address=f"/recall/{kind}/{number}/card", small=small)
