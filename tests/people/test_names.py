"""How people are called: by the platform's name, by their own, or by a number that stays."""
import pytest

from tests.support.cast import AINO, MARJA, ORJAN
from tests.support.cast import Person as Actor
from tests.support.page import heading_of
from tests.support.platform import MISSING

NAMELESS = {"name": MISSING, "given_name": MISSING, "family_name": MISSING, "email": MISSING}
MARJA_IN_ENGLISH = MARJA._replace(locale="en")


def people_of(board, visitor=None) -> list[str]:
    """The names in the order of the page of people."""
    page = (visitor or board.marja).open(f"{board.home}/people")
    return [heading_of(item) for item in page.all("li", class_="task")]


def set_name(visitor, name):
    return visitor.post("/me/settings", name=name)


def test_without_name_and_address_everything_works(board, enter):
    aino = enter(AINO, **NAMELESS)
    number = board.note(aino, "Nimettä kirjoitettu")
    for path in (board.path, board.home, "/me", "/me/data.json", "/me/data.html", f"/notes/{number}", f"/notes/{number}/position", "/me/erasure"):
        assert aino.open(path).status == 200, path
    assert board.marja.open(f"{board.home}/people").status == 200


def test_who_has_no_name_is_called_by_a_number_that_stays(board, enter):
    marja = enter(MARJA_IN_ENGLISH)
    aino, orjan = enter(AINO, **NAMELESS), enter(ORJAN, **NAMELESS)
    note = board.note(aino, "Ensimmäinen")
    assert "Participant 2" in marja.open(board.path).words(f"note-{note}")
    orjan.post("/me/erasure", sure="yes")
    enter(Actor("user-14", "Nadja", "Holm"), **NAMELESS)
    aino.launch(**NAMELESS)
    assert "Participant 2" in marja.open(board.path).words(f"note-{note}")
    names = people_of(board, marja)
    assert "Participant 4" in names and "Participant 3" not in names  # a number is never given again


def test_a_name_that_the_platform_begins_to_send_is_taken(board, enter):
    aino = enter(AINO, **NAMELESS)
    note = board.note(aino)
    aino.launch()
    assert AINO.name in board.marja.open(board.path).words(f"note-{note}")
    aino.launch(**NAMELESS)  # and given back
    assert AINO.name not in board.marja.open(board.path).words(f"note-{note}")


@pytest.mark.every_case
@pytest.mark.parametrize("name", ["Aino S.", "Ä" * 80, "👩‍💻 Aino", "<b>Aino</b>", "نور", "Aino & \"Örjan\""])
def test_one_s_own_name_wins_over_the_platform_s(board, enter, name):
    aino = enter(AINO)
    note = board.note(aino)
    set_name(aino, name)
    assert name in board.marja.open(board.path).words(f"note-{note}")
    aino.launch()
    assert name in board.marja.open(board.path).words(f"note-{note}")
    set_name(aino, "  ")
    assert AINO.name in board.marja.open(board.path).words(f"note-{note}")


def test_a_name_of_81_characters_is_refused_not_cut(board, enter):
    aino = enter(AINO)
    refused = set_name(aino, "Ä" * 81)
    assert refused.status == 422
    assert "Ä" * 81 in refused.typed
    assert AINO.name in people_of(board)


def test_a_name_is_one_line_without_control_characters(board, enter):
    aino = enter(AINO)
    set_name(aino, " Aino\r\n\x00Maria\t\x07Sara ")
    assert "Aino Maria Sara" in people_of(board)


def test_names_are_sorted_as_finns_and_swedes_do(board, enter):
    names = ["Öberg Pia", "Zacharias Ali", "Åström Bo", "Äijälä Eki", "andersson eva", "Écolier Luc", "Edman Siv"]
    for number, name in enumerate(names):
        enter(Actor(f"user-5{number}", "", ""), name=name)
    assert people_of(board)[1:] == ["andersson eva", "Écolier Luc", "Edman Siv", "Zacharias Ali", "Åström Bo", "Äijälä Eki", "Öberg Pia"]


def test_numbers_are_sorted_as_numbers(board, enter):
    marja = enter(MARJA_IN_ENGLISH)
    for number in range(2, 12):
        enter(Actor(f"user-5{number}", "", ""), **NAMELESS)
    assert people_of(board, marja)[1:] == [f"Participant {number}" for number in range(2, 12)]


def test_who_has_erased_themselves_is_called_so_and_is_no_longer_listed(board, enter):
    aino = enter(AINO)
    note = board.note(aino)
    aino.post("/me/erasure", sure="yes", texts="leave")
    assert AINO.name not in people_of(board)
    assert "Somebody who has left" in enter(MARJA_IN_ENGLISH).open(board.path).words(f"note-{note}")
