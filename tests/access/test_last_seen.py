"""When somebody was last here is written after the answer, at most every ten minutes, and decides what is new to them."""
from lti_tool.access import Visit
from lti_tool.people import Membership
from tests.support.cast import AINO


def seen_at(rows, subject=AINO.sub):
    return next(m.seen_at for m in rows(Membership) if m.person.subject == subject)


def test_a_visit_is_noted_at_most_every_ten_minutes(board, enter, clock, rows):
    aino = enter(AINO)
    launched = seen_at(rows)
    clock.forward(minutes=9)
    aino.open(board.path)
    assert seen_at(rows) == launched
    clock.forward(minutes=2)
    aino.open(board.path)
    noted = seen_at(rows)
    assert noted > launched
    aino.open(board.path)
    assert seen_at(rows) == noted


def test_a_refused_request_is_no_visit(board, enter, clock, rows):
    aino = enter(AINO)
    launched = seen_at(rows)
    clock.forward(minutes=20)
    assert aino.open(f"{board.home}/people").status == 403
    assert seen_at(rows) == launched


def test_the_courses_of_a_person_are_noted_apart(board, enter, clock, rows):
    aino = enter(AINO)
    aino.launch(course="perehdytys", link="l9")
    elsewhere = aino.address
    before = {m.course_id: m.seen_at for m in rows(Membership) if m.person.subject == AINO.sub}
    clock.forward(minutes=20)
    aino.open(elsewhere)
    after = {m.course_id: m.seen_at for m in rows(Membership) if m.person.subject == AINO.sub}
    assert after.pop(board.course) == before.pop(board.course)
    assert list(after.values())[0] > list(before.values())[0]


def test_a_page_about_oneself_keeps_the_visit_alive(enter, clock, rows):
    aino = enter(AINO)
    began = rows(Visit)[0].seen_at
    clock.forward(minutes=11)
    aino.open("/me")
    assert rows(Visit)[0].seen_at > began
