"""How much a page asks of the database does not grow with what it shows."""
from datetime import timedelta

import pytest
import sqlalchemy as sa

from lti_tool.boards import Note
from lti_tool.db import Wording, db, now
from lti_tool.grades import Score
from lti_tool.grades.grading import Grading
from lti_tool.people import Membership, Person
from lti_tool.recall import CardWords, RecallCard
from lti_tool.recall.card import make_card
from lti_tool.recall.choice import RecallChoice
from lti_tool.recall.giving import give_cards
from lti_tool.search import rebuild

from tests.support.bulk import counted, many_boards, many_files, many_forms, many_groups, many_hidden, many_listed, many_notes, many_people, many_posts, many_responses, many_stacks, many_workshops, writing
from tests.support.bulk_learners import many_learners
from tests.support.cast import AINO

FEW, MANY = 10, 500


@pytest.fixture
def database_url(sqlite_url):
    """The questions are the same for both databases: one is enough."""
    return sqlite_url


@pytest.fixture
def aino(board, enter):
    visitor = enter(AINO)
    visitor.open(board.home)
    return visitor


def asked(app, visitor, path) -> int:
    """How many statements the page takes. What is remembered for some seconds only is asked for each time."""
    visitor.open(path)
    app.extensions["lti_frame_origins"].clear()
    with counted(app) as statements:
        seen = visitor.open(path)
    assert seen.status == 200
    return len(statements)


RESPONSES, NOTES, DELETED, BOARDS, GONE, PEOPLE, STACKS, HIDDEN = (
    many_responses, many_notes, lambda *how: many_notes(*how, deleted=True), many_boards, lambda *how: many_boards(*how, deleted=True), many_people,
    many_stacks, many_hidden)


def found_posts(app, board, count) -> None:
    many_posts(app, board, count)
    with writing(app):
        rebuild()


def graded(app, board, count) -> None:
    """All of the course's people have taken part, and the platform was told."""
    many_people(app, board, count)
    with writing(app):
        db.session.merge(Grading(activity_id=board.id, is_on=True, asked=["note", "vote", "own_tick"], every=True))
        db.session.flush()
        known = sa.select(Score.person_id).where(Score.activity_id == board.id)
        people = db.session.scalars(sa.select(Membership.person_id).where(Membership.course_id == board.course, Membership.person_id.not_in(known))).all()
        db.session.execute(sa.insert(Score), [dict(activity_id=board.id, person_id=person, given=1, maximum=1, state="sent", waiting_since=now(), sent_at=now()) for person in people])


def many_cards(app, board, count) -> None:
    """Each made from a note of its own, all of them Aino's to remember."""
    many_notes(app, board, count)
    with writing(app):
        known = sa.select(RecallCard.note_id).where(RecallCard.note_id.is_not(None))
        notes = db.session.scalars(sa.select(Note.id).where(Note.activity_id == board.id, Note.id.not_in(known))).all()
        aino, words = db.session.scalar(sa.select(Person.id).where(Person.subject == AINO.sub)), Wording({"fi": "Sanat"})
        db.session.merge(RecallChoice(id=1, course_id=board.course, person_id=aino, takes="all"))
        for note in notes:
            give_cards([make_card(board.course, "notes", note, CardWords(words, words))], [aino], timedelta())


PAGES = {  # what there are many of, the page, who reads it, and how many statements it may take at most (BEGIN is one)
    "the home with many boards": (BOARDS, "{home}", "aino", 22),
    "the home for a facilitator": (BOARDS, "{home}", "marja", 21),
    "the home with many notes": (NOTES, "{home}", "aino", 22),
    "the board": (NOTES, "{path}", "aino", 23),
    "the board for a facilitator": (NOTES, "{path}", "marja", 19),
    "the board's columns anew": (NOTES, "{path}/parts", "aino", 20),
    "what was deleted from the board": (DELETED, "{path}/deleted", "marja", 14),
    "what was deleted from the course": (GONE, "{home}/deleted", "marja", 10),
    "the people": (PEOPLE, "{home}/people", "marja", 13),
    "the people with a long roster": (many_listed, "{home}/people", "marja", 13),
    "the groups of the platform": (many_groups, "{home}/groups", "marja", 12),
    "the board with many people": (PEOPLE, "{path}", "aino", 23),
    "the board with many files": (many_files, "{path}", "aino", 23),
    "my data with many files": (many_files, "/me", "aino", 60),
    "the board with many comments and reactions": (RESPONSES, "{path}", "aino", 23),
    "a wall": (many_posts, "/walls/900", "aino", 30),
    "a wall by topic": (many_posts, "/walls/900?as=columns", "aino", 31),
    "a wall for a facilitator": (many_posts, "/walls/900", "marja", 30),
    "a post": (many_posts, "/posts/900", "aino", 26),
    "what is new": (many_posts, "{home}/new", "aino", 24),
    "what was saved": (many_posts, "{home}/saved", "aino", 14),
    "where practices work": (many_posts, "/walls/900/steps", "aino", 11),
    "the home with a full wall": (many_posts, "{home}", "aino", 34),
    "the search": (found_posts, "{home}/search?q=yhdess", "aino", 17),
    "the search, narrowed down": (found_posts, "{home}/search?q=k%C3%A4yt&author=2&language=sv&in=900", "aino", 19),
    "the comments of a note": (RESPONSES, "/notes/{note}/comments", "aino", 16),
    "my data with many comments and reactions": (RESPONSES, "/me", "aino", 60),
    "my data": (NOTES, "/me", "aino", 60),
    "my data as data": (NOTES, "/me/data.json", "aino", 59),
    "what a link may open": (BOARDS, "/placements/1", "marja", 10),
    "the dialog for moving": (NOTES, "/notes/{note}/position", "aino", 15),
    "the dialog for putting together": (NOTES, "/notes/{note}/stack", "aino", 15),
    "a board full of stacks and votes": (STACKS, "{path}", "aino", 25),
    "a board with shown totals for a facilitator": (STACKS, "{path}?sort=votes", "marja", 22),
    "a board that hides its notes": (HIDDEN, "{path}", "aino", 23),
    "my data with many votes": (STACKS, "/me", "aino", 60),
    "the home with many feedback forms": (many_forms, "{home}", "aino", 23),
    "the feedback of a course": (many_forms, "{home}/feedback", "marja", 12),
    "the results of a feedback form": (many_forms, "/feedback/1", "marja", 12),
    "the privacy notice of a course": (PEOPLE, "{home}/privacy", "aino", 9),
    "a series": (many_workshops, "/series/1", "aino", 17),
    "a series for a facilitator": (many_workshops, "/series/1", "marja", 17),
    "the series of a course": (many_workshops, "{home}/series", "aino", 15),
    "the workshops of a series": (many_workshops, "/series/1/workshops", "marja", 15),
    "the home with a series": (many_workshops, "{home}", "aino", 25),
    "the board with many actions": (many_workshops, "{path}", "aino", 24),
    "who has taken part": (graded, "{activity}/grades", "marja", 13),
    "a learner's recall": (many_cards, "{home}/recall", "aino", 16),
    "the home with recall": (many_cards, "{home}", "aino", 27),
    "the recall cards of a course": (many_cards, "{home}/recall/cards", "marja", 16),
    "how long a course is kept": (PEOPLE, "{home}/retention", "marja", 9),
    "a module": (many_learners, "/modules/900", "aino", 14),
    "a module for a facilitator": (many_learners, "/modules/900", "marja", 14),
    "a step of a module": (many_learners, "/modules/900/steps/900", "aino", 12),
    "the learners of a module": (many_learners, "/modules/900/learners", "marja", 16),
}


@pytest.mark.parametrize(("fill", "path", "who", "most"), PAGES.values(), ids=PAGES)
def test_a_page_asks_as_little_of_five_hundred_as_of_ten(app, board, aino, fill, path, who, most):
    visitor = aino if who == "aino" else board.marja
    path = path.format(home=board.home, path=board.path, activity=board.activity, note=board.note(aino))
    fill(app, board, FEW)
    few = asked(app, visitor, path)
    fill(app, board, MANY)
    many = asked(app, visitor, path)
    assert few == many
    assert many <= most


def test_hearing_of_many_changes_asks_no_more_than_one_question_for_each(app, board, aino):
    """Changed notes are read one by one; what they share is read once."""
    since = board.marja.open(board.path).one("live").get("data-seq")
    for _note in range(3):
        board.note(aino)
    three = asked(app, board.marja, f"{board.activity}/changes?since={since}")
    for _note in range(20):
        board.note(aino)
    assert asked(app, board.marja, f"{board.activity}/changes?since={since}") <= three + 2 * 20


def test_showing_all_notes_asks_no_more_on_a_full_board(app, board, aino):
    def showing():
        board.marja.send(f"{board.path}/hiding", hidden="yes")
        with counted(app) as statements:
            assert board.marja.send(f"{board.path}/hiding", hidden="no").status == 200
        return len(statements)

    few = showing()
    many_stacks(app, board, MANY)
    many = showing()
    assert many == showing() <= few + 8


def test_writing_a_note_asks_no_more_on_a_full_board(app, board, aino):
    def writing():
        with counted(app) as statements:
            board.note(aino)
        return len(statements)

    writing()
    few = writing()
    many_notes(app, board, MANY)
    assert writing() == few <= 30
