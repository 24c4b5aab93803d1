"""Ready, hand up, done: each says it of themselves; facilitators see how many are ready and whose hand is up, and nobody else sees anything."""
import pytest

from tests.boards.test_phases import Workshop
from tests.support.cast import AINO, EEVA, ORJAN
from tests.support.page import words_of

pytestmark = pytest.mark.usefixtures("in_english")


@pytest.fixture
def marja(board):
    return board.marja


@pytest.fixture
def aino(enter, board):
    return enter(AINO)


@pytest.fixture
def workshop(board, marja):
    return Workshop(marja, board.home)


def mark(visitor, workshop, kind, on="yes", phase=0):
    return visitor.send(f"{workshop.path}/marks", phase=str(workshop.phases[phase]), kind=kind, on=on)


def pressed(visitor, workshop) -> list[str]:
    return [words_of(button) for button in visitor.open(workshop.path).all("button") if button.get("aria-pressed") == "true" and words_of(button) in ("Raise your hand", "I am ready", "My pre-assignment is done")]


def test_one_says_that_one_is_ready_and_takes_it_back(workshop, aino):
    assert pressed(aino, workshop) == []
    assert mark(aino, workshop, "ready").status == 200
    assert pressed(aino, workshop) == ["I am ready"]
    assert mark(aino, workshop, "ready", on="no").status == 200
    assert pressed(aino, workshop) == []


def test_facilitators_see_how_many_are_ready_and_whose_hand_is_up_and_lower_it(workshop, marja, aino, enter):
    orjan = enter(ORJAN)
    mark(orjan, workshop, "hand")
    mark(aino, workshop, "hand")
    mark(aino, workshop, "ready")
    seen = marja.open(workshop.path)
    assert "Ready: 1" in seen.text and "Hands up: 2" in seen.text
    marks = seen.words("marks")
    assert marks.index("Örjan") < marks.index("Aino")
    of = seen.all("input", name="of")[0].get("value")
    assert marja.send(f"{workshop.path}/hands", of=of).status == 200
    assert "Hands up: 1" in marja.open(workshop.path).text
    assert pressed(orjan, workshop) == []


def test_participants_see_nobody_elses_marks(workshop, aino, enter):
    orjan = enter(ORJAN)
    mark(orjan, workshop, "hand")
    seen = aino.open(workshop.path)
    assert "Hands up" not in seen.text and "Örjan" not in seen.text
    since = seen.one("live").get("data-seq")
    mark(orjan, workshop, "ready")
    heard = aino.open(f"/activities/{workshop.number}/changes?since={since}")
    assert "marks" not in heard.text and "Örjan" not in heard.text


def test_a_mark_belongs_to_its_phase(workshop, marja, aino):
    mark(aino, workshop, "ready")
    workshop.go(marja, 1, 0)
    assert pressed(aino, workshop) == []
    assert mark(aino, workshop, "ready").status == 409, "of a phase that is over"
    workshop.go(marja, 0, 1)
    assert pressed(aino, workshop) == ["I am ready"]


def test_a_mark_that_there_is_not_is_refused(workshop, aino):
    assert mark(aino, workshop, "wise").status == 422
    assert mark(aino, workshop, "done").status == 409, "this is no pre-assignment"


def test_nobody_marks_in_a_closed_workshop_or_in_another_course(workshop, marja, aino, enter):
    assert mark(enter(EEVA), workshop, "ready").status == 404
    marja.post(f"/activities/{workshop.number}/state", state="closed")
    assert mark(aino, workshop, "ready").status == 409


def test_participants_lower_nobodys_hand(workshop, aino, enter):
    mark(enter(ORJAN), workshop, "hand")
    assert aino.send(f"{workshop.path}/hands", of="1").status == 403
