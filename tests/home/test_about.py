"""Region and role at work: asked once, after the first contribution; optional, from a list that the course's facilitators edit."""
import pytest

from tests.support.cast import AINO, EEVA, ORJAN


@pytest.fixture
def aino(enter):
    return enter(AINO)


def options(page, field) -> dict:
    return {option.text: option.get("value") for option in next(s for s in page.all("select") if s.get("name") == field).iter("option")}


def test_nobody_is_asked_before_their_first_note(board, aino):
    assert "Mistä olet mukana" not in aino.open(board.path).text


def test_the_answer_to_the_first_note_brings_the_question_and_so_does_the_page(board, aino, enter):
    answer = aino.send(board.composer(), text="Ensimmäinen", colour="sun", language="fi")
    assert ("#asking", "innerHTML") in answer.parts
    assert "Mistä olet mukana" in aino.open(board.path).text
    assert "Mistä olet mukana" not in enter(ORJAN).open(board.path).text


@pytest.mark.parametrize("answer", [{"later": "yes"}, {"region": "", "role": ""}])
def test_it_is_asked_once(board, aino, answer):
    board.note(aino)
    assert aino.send(f"/courses/{board.course}/about-me", **answer).status == 200
    assert ("#asking", "innerHTML") not in aino.send(board.composer(), text="Toinen", colour="sun", language="fi").parts
    assert "Mistä olet mukana" not in aino.open(board.path).text


def test_what_was_told_is_in_one_s_own_data_and_can_be_changed(board, aino):
    page = aino.open(f"/courses/{board.course}/about-me")
    aino.press(page, f"/courses/{board.course}/about-me", region=options(page, "region")["Kainuu"], role=options(page, "role")["Sosiaaliohjaaja"])
    assert "Kainuu" in aino.open("/me").text and "Sosiaaliohjaaja" in aino.open("/me").text
    page = aino.open(f"/courses/{board.course}/about-me")
    aino.press(page, f"/courses/{board.course}/about-me", region="", role="")
    assert "Kainuu" not in aino.open("/me").text


def test_the_list_begins_with_the_counties_helsinki_aland_national_and_private(board, aino, enter):
    page = aino.open(f"/courses/{board.course}/about-me")
    names = [name for name, value in options(page, "region").items() if value]
    assert len(names) == 25 and {"Kainuu", "Helsinki", "Ahvenanmaa", "Valtakunnallinen", "Yksityinen palveluntuottaja"} <= set(names)
    assert "Kajanaland" in options(enter(ORJAN).open(f"/courses/{board.course}/about-me"), "region")


@pytest.mark.every_case
@pytest.mark.parametrize("region", ["999999", "x", "-1"])
def test_what_is_not_on_the_list_is_refused_or_left_out(board, aino, region):
    assert aino.send(f"/courses/{board.course}/about-me", region=region).status in (200, 422)
    assert "999999" not in aino.open("/me").text


def test_a_region_of_another_course_is_refused(board, aino, enter):
    enter(EEVA)
    numbers = options(aino.open(f"/courses/{board.course}/about-me"), "region")
    other = max(int(value) for value in numbers.values() if value) + 5  # a number of the next course's list
    assert aino.send(f"/courses/{board.course}/about-me", region=str(other)).status == 422


def test_facilitators_edit_the_lists_and_participants_do_not(board, aino):
    path = f"/courses/{board.course}/lists"
    page = board.marja.open(path)
    kainuu = next(field.get("name") for field in page.all("input") if field.get("value") == "Kainuu" and field.get("name").endswith("-fi"))
    emptied = {kainuu: "", kainuu.replace("-fi", "-sv"): ""}
    board.marja.press(page, path, **emptied, **{"region-new0-fi": "Uusi alue"})
    names = options(aino.open(f"/courses/{board.course}/about-me"), "region")
    assert "Uusi alue" in names and "Kainuu" not in names
    assert aino.open(path).status == 403 and aino.post(path).status == 403


def test_a_region_taken_off_the_list_stays_with_those_who_told_it(board, aino):
    page = aino.open(f"/courses/{board.course}/about-me")
    aino.press(page, f"/courses/{board.course}/about-me", region=options(page, "region")["Kainuu"])
    path = f"/courses/{board.course}/lists"
    lists = board.marja.open(path)
    kainuu = next(field.get("name") for field in lists.all("input") if field.get("value") == "Kainuu" and field.get("name").endswith("-fi"))
    board.marja.press(lists, path, **{kainuu: "", kainuu.replace("-fi", "-sv"): ""})
    assert "Kainuu" in aino.open("/me").text


def test_a_list_that_grows_too_long_is_refused(board):
    path = f"/courses/{board.course}/lists"
    for _round in range(11):
        board.marja.post(path, **{f"region-new{place}-fi": "Alue" for place in range(3)})
    assert board.marja.post(path, **{f"region-new{place}-fi": "Alue" for place in range(3)}).status == 422
