"""The history says what was done, and by whom where the level of anonymity allows; one's own can be undone from it."""
import pytest

from tests.support.cast import AINO, EEVA, ORJAN


@pytest.fixture
def aino(enter):
    return enter(AINO)


def undo_forms(seen) -> list[str]:
    return [form.get("action") for form in seen.all("form") if form.get("action", "").startswith("/acts/")]


def test_it_tells_newest_first_who_did_what(board, aino):
    note = board.note(aino, "Kirjaamiskahvit")
    aino.send(f"/notes/{note}/position", column=board.columns[1], after="last")
    board.marja.send(f"/columns/{board.columns[0]}/lock", locked="yes")
    text = aino.open(f"{board.path}/history").text
    assert text.index("Sarake lukittu") < text.index("Lappu siirretty") < text.index("Lappu lisätty")
    assert "Aino Sarapuisto" in text and "Marja Kallioinen" in text and "Kirjaamiskahvit" in text


def test_one_s_own_last_act_can_be_undone_from_it(board, aino, enter):
    note = board.note(aino)
    aino.send(f"/notes/{note}/position", column=board.columns[1], after="last")
    page = aino.open(f"{board.path}/history")
    [undo] = undo_forms(page)  # the earlier act was overtaken by the later
    aino.press(page, undo)
    assert board.notes(aino, 0) == [note]
    assert undo_forms(enter(ORJAN).open(f"{board.path}/history")) == []


def test_what_a_reader_may_not_see_is_not_in_it(board, aino, enter):
    note = board.note(aino, "Poistettava")
    aino.send(f"/notes/{note}/deletion")
    assert "Poistettava" not in enter(ORJAN).open(f"{board.path}/history").text
    assert "Poistettava" in aino.open(f"{board.path}/history").text


def test_another_course_reads_nothing(board, enter):
    assert enter(EEVA).open(f"{board.path}/history").status == 404


def test_earlier_pages_are_reached_without_gap_or_double(board, aino):
    for number in range(70):
        board.note(aino, f"Lappu numero {number:02d}.")
    first = aino.open(f"{board.path}/history")
    [earlier] = [link for link in first.links if "before=" in link]
    second = aino.open(earlier)
    told = first.text + second.text
    assert all(told.count(f"numero {number:02d}.") == 1 for number in range(70))


@pytest.mark.every_case
@pytest.mark.parametrize("before", ["x", "-1", "999999999999999999999"])
def test_a_strange_page_number_is_no_error(board, aino, before):
    assert aino.open(f"{board.path}/history?before={before}").status == 200
