"""A workshop while people come and go: many at once, and a facilitator who leaves in the middle."""
import pytest
import sqlalchemy as sa

from lti_tool.db import db, transaction
from lti_tool.people import Membership
from tests.boards.test_phases import Workshop, write
from tests.db.test_many_writers import all_at_once
from tests.support.cast import AINO, FACILITATOR, Person
from tests.support.visitor import Visitor

from .test_groups import make, own_group

pytestmark = pytest.mark.usefixtures("in_english")
LATE = [Person(f"user-7{n:02}", f"Osallistuja{n:02}", "Testinen") for n in range(12)]
SECOND = Person("user-3", "Kerttu", "Kosonen", FACILITATOR)


@pytest.fixture
def workshop(board):
    made = Workshop(board.marja, board.home)
    made.go(board.marja, 1, 0)  # the discussion
    return made


def test_many_who_arrive_at_once_are_all_there_once_and_their_groups_stay_even(app, platform, board, workshop):
    make(board.marja, workshop, number=4, who="nobody")
    there, statuses = [], []

    def arrive(person):
        visitor = Visitor(app, platform, person).launch()
        statuses.extend([visitor.open(workshop.path).status, visitor.send(f"{workshop.path}/groups/own").status])
        there.append(visitor)

    all_at_once([lambda person=person: arrive(person) for person in LATE])
    assert set(statuses) == {200}
    groups = [own_group(visitor, workshop) for visitor in there]
    assert [groups.count(f"Group {n}") for n in (1, 2, 3, 4)] == [3, 3, 3, 3]
    listed = board.marja.open(f"{board.home}/people").text
    assert all(one.name in listed for one in LATE)
    with app.app_context(), transaction(writes=False):
        assert db.session.scalar(sa.select(sa.func.count()).select_from(Membership)) == 1 + len(LATE)


def test_when_a_facilitator_leaves_in_the_middle_the_workshop_goes_on_and_another_takes_over(board, workshop, enter, clock):
    """Their timer runs, what they paused stays paused, what they present stays presented; who facilitates beside them needs nothing of theirs."""
    marja, aino = board.marja, enter(AINO)
    column = workshop.columns(aino)[-1]
    note = write(aino, column, "Kirjaamiskahvit")
    marja.send(f"{workshop.path}/timer", minutes="10")
    marja.send(f"/notes/{note}/presented")
    marja.send(f"{workshop.path}/freeze", frozen="yes")
    marja.client.delete_cookie("__Host-visit", domain="tool.example")
    clock.forward(minutes=4)
    seen = aino.open(workshop.path)
    assert "Writing is paused" in seen.text and "Kirjaamiskahvit" in seen.words("bar"), seen.text
    kerttu = enter(SECOND)
    assert kerttu.send(f"{workshop.path}/freeze").status == 200
    assert write(aino, column, "Jatketaan")
    assert kerttu.send(f"{workshop.path}/timer", more="1").status == 200
    assert workshop.go(kerttu, 2, 1).status == 200
    assert "Kirjaamiskahvit" not in aino.open(workshop.path).words("bar")
