"""The platform copies a course: links with the same custom parameters under other ids, in a context that names those it was copied from."""
from .cast import MARJA
from .deep_linking import answer_in, choose, opened_link, question
from .page import Seen
from .visitor import Visitor

COPY = "kkv-2"


def given_links(enter, *keys, person=MARJA, **how) -> list[dict]:
    """The items of links which a facilitator chose inside the platform."""
    visitor = enter(person, **question(), **how)
    return answer_in(choose(visitor, *keys), visitor).items


def in_copy(enter, person, item, link="c1", history="kkv", course=COPY, **how) -> Visitor:
    """Somebody opens the copy of a link in the copied course."""
    return opened_link(enter, person, item, link, course=course, custom={"history": history} if history else {}, **how)


def decide(visitor: Visitor, page: Seen, choice: str) -> Seen:
    """Presses the button of the question what comes along; where that leads."""
    path = page.path
    return visitor.press(page, path, choice=choice)


def asked(visitor: Visitor) -> Seen:
    """Where the launch leads, with redirects followed."""
    return visitor.ask("GET", visitor.address, follow_redirects=True)
