"""One note before everybody, and a place to come to: an offer in the bar, gone when it is taken back or the workshop goes on."""
import pytest

from tests.boards.test_phases import Workshop, write
from tests.support.cast import AINO, EEVA

pytestmark = pytest.mark.usefixtures("in_english")
TEXT, ASKED = "Kirjaamiskahvit", "The facilitators ask everybody to come to:"


@pytest.fixture
def marja(board):
    return board.marja


@pytest.fixture
def aino(enter, board):
    return enter(AINO)


@pytest.fixture
def workshop(board, marja):
    return Workshop(marja, board.home)


@pytest.fixture
def note(workshop, marja, aino):
    """In the second phase, whose notes are seen."""
    workshop.go(marja, 1, 0)
    return write(aino, workshop.columns(aino)[0], TEXT)


def in_the_bar(visitor, workshop) -> str:
    return visitor.open(workshop.path).words("bar")


def test_a_presented_note_stands_in_everybodys_bar_until_it_is_taken_back(workshop, marja, aino, note):
    assert marja.send(f"/notes/{note}/presented").status == 200
    for visitor in (marja, aino):
        assert "Presented to everybody" in in_the_bar(visitor, workshop) and TEXT in in_the_bar(visitor, workshop)
    assert marja.send(f"{workshop.path}/presented").status == 200
    assert "Presented to everybody" not in in_the_bar(aino, workshop)


def test_what_is_hidden_or_gone_is_not_presented(workshop, marja, aino, note):
    marja.send(f"/notes/{note}/presented")
    marja.send(f"{workshop.path}/hiding", hidden="yes")
    assert TEXT not in in_the_bar(aino, workshop)
    assert marja.send(f"/notes/{note}/presented").status in (404, 409)
    marja.send(f"{workshop.path}/hiding", hidden="no")
    assert TEXT in in_the_bar(aino, workshop)
    aino.send(f"/notes/{note}/deletion")
    assert "Presented to everybody" not in in_the_bar(aino, workshop)


def test_what_is_presented_goes_with_its_phase(workshop, marja, aino, note):
    marja.send(f"/notes/{note}/presented")
    marja.send(f"/columns/{workshop.columns(marja)[0]}/call")
    workshop.go(marja, 0, 1)
    workshop.go(marja, 1, 0)
    assert "Presented to everybody" not in in_the_bar(aino, workshop) and ASKED not in in_the_bar(aino, workshop)


def test_everybody_is_asked_to_come_to_a_column_and_asked_no_longer(workshop, marja, aino):
    column = workshop.columns(marja)[1]
    assert marja.send(f"/columns/{column}/call").status == 200
    assert ASKED in in_the_bar(aino, workshop)
    assert f"#column-{column}" in aino.open(workshop.path).links
    marja.send(f"{workshop.path}/call")
    assert ASKED not in in_the_bar(aino, workshop)


def test_only_facilitators_present_and_ask(workshop, marja, aino, note, enter):
    column = workshop.columns(marja)[0]
    for address in (f"/notes/{note}/presented", f"/columns/{column}/call", f"{workshop.path}/presented", f"{workshop.path}/call"):
        assert aino.send(address).status == 403
    assert enter(EEVA).send(f"/notes/{note}/presented").status == 404


def test_a_column_of_another_phase_is_no_place_to_come_to(workshop, marja):
    away = workshop.columns(marja)[0]
    workshop.go(marja, 1, 0)
    assert marja.send(f"/columns/{away}/call").status == 409
