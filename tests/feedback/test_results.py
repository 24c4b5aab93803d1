"""What is shown of the answers, and from when on: nothing of fewer than five, and never one person's answers more."""
import csv
import io
import zipfile

import pytest

from lti_tool.feedback.results import drawn, mean_of, said_mean
from tests.support.cast import AINO, MARJA, ORJAN
from tests.support.feedback import answer, answer_all, answer_as, crowd, make_form
from tests.support.rows import rows, rows_with

pytestmark = pytest.mark.usefixtures("in_english")


@pytest.fixture
def form(board):
    return make_form(board)


def shown(visitor, form) -> int:
    """From how many people's answers the page shows results; 0 for none."""
    page = visitor.open(f"/feedback/{form}")
    said = [words for words in page.text.partition("From the answers of ")[2].split()[:1]]
    tables = page.all("table", class_="plain spread")
    assert bool(said) == bool(tables)
    return int(said[0]) if said else 0


def close(board, form):
    assert board.marja.post(f"/feedback/{form}/state", open="no").status == 303


def reopen(board, form):
    assert board.marja.post(f"/feedback/{form}/state", open="yes").status == 303


def export(visitor, form) -> list[list[str]]:
    return list(csv.reader(io.StringIO(visitor.open(f"/feedback/{form}/results.csv").data.decode("utf-8-sig")), delimiter=";"))


@pytest.mark.parametrize(("number", "open_shows", "closed_shows"), [(0, 0, 0), (4, 0, 0), (5, 0, 5), (9, 0, 9), (10, 5, 10), (11, 5, 11), (14, 5, 14), (15, 10, 15)])
def test_results_follow_in_steps_of_five_one_step_behind_and_all_at_closing(board, form, app, number, open_shows, closed_shows):
    answer_all(app, board, form, [4] * number)
    assert shown(board.marja, form) == open_shows
    close(board, form)
    assert shown(board.marja, form) == closed_shows


def test_nothing_at_all_is_said_of_four(board, form, app):
    answer_all(app, board, form, [1, 2, 2, 3], ["Neljän salaisuus"])
    close(board, form)
    said = [board.marja.open(path) for path in (f"/feedback/{form}", f"/feedback/{form}/results.html", f"/feedback/{form}/results.csv", f"{board.home}/feedback")]
    for page in said:
        assert page.status == 200 and "Neljän salaisuus" not in page.html and "2,0" not in page.html and "2.0" not in page.html
    assert "Fewer than five people have answered" in said[0].text and "under five" in said[3].text
    assert export(board.marja, form)[-1] == ["Shown from five answers on."]


def test_the_number_of_those_who_have_answered_grows_by_five(board, form, app):
    """Or one could watch who makes it grow."""
    people, said = crowd(app, board, 11), []
    for person in people:
        answer_as(app, form, person)
        banner = board.marja.open(f"/feedback/{form}").text
        said.append(next(number for number in (10, 5, 0) if (f"At least {number} people" if number else "Fewer than five people") in banner))
    assert said == [0, 0, 0, 0, 5, 5, 5, 5, 5, 10, 10]


def test_what_is_shown_never_grows_by_fewer_than_five_whatever_facilitators_press(board, form, app):
    """Between any two answers the form is closed and opened again: no two sights of it differ by four people or fewer."""
    people, seen = crowd(app, board, 23), [0]
    for number, person in enumerate(people):
        answer_as(app, form, person, 1 + number % 5, f"Teksti {number}")
        if number % 3 == 0:
            close(board, form)
            seen.append(shown(board.marja, form))
            reopen(board, form)
        seen.append(shown(board.marja, form))
    steps = [after - before for before, after in zip(seen, seen[1:])]
    assert all(step == 0 or step >= 5 for step in steps) and seen[-1] >= 15


def test_after_a_reopening_four_more_wait_and_the_fifth_lets_them_in(board, form, app):
    answer_all(app, board, form, [5] * 7)
    close(board, form)
    reopen(board, form)
    answer_all(app, board, form, [1] * 4)
    close(board, form)
    assert shown(board.marja, form) == 7
    reopen(board, form)
    answer_all(app, board, form, [1])
    close(board, form)
    assert shown(board.marja, form) == 12


def test_two_facilitators_who_close_at_once_close_it_once(board, enter, form, app):
    answer_all(app, board, form, [5, 5, 4, 4, 4])
    other = enter(MARJA._replace(sub="user-77"))
    close(board, form)
    before = rows(app, "SELECT closed_at FROM feedback_form")
    assert other.post(f"/feedback/{form}/state", open="no").status == 303
    assert rows(app, "SELECT closed_at FROM feedback_form") == before and shown(other, form) == 5


def test_a_mean_has_one_decimal_as_the_language_writes_it(board, enter, form, app):
    answer_all(app, board, form, [5, 5, 5, 4, 4, 4, 4])
    close(board, form)
    page = board.marja.open(f"/feedback/{form}")
    assert [row for row in (tuple(" ".join(cell.text_content().split()) for cell in row) for row in page.all("tr"))][1:] == [
        ("5 Excellent", "", "3"), ("4 Good", "", "4"), ("3 All right", "", "0"), ("2 Could be better", "", "0"), ("1 Not good", "", "0")]
    assert page.all("p", class_="mean")[0].text_content().split()[0] == "4.4"
    for language, mean in (("fi", "4,4"), ("sv", "4,4"), ("en", "4.4")):
        with app.test_request_context(headers={"Accept-Language": language}):
            assert said_mean(mean_of({5: 3, 4: 4})) == mean
    assert mean_of({5: 4}) is None and mean_of({5: 5}) == 5


def test_a_scale_that_fewer_than_five_have_answered_says_nothing(board, enter, app):
    form = make_form(board, own=[("rating", "Miten ryhmätyö sujui?")])
    answer(enter(AINO), form, "5", **{"rating-own1": "1"})
    answer_all(app, board, form, [5] * 5)
    close(board, form)
    page = board.marja.open(f"/feedback/{form}")
    assert "Fewer than five have answered this question." in page.text and len(page.all("table", class_="plain spread")) == 1
    assert ["Miten ryhmätyö sujui?", "Shown from five answers on."] in export(board.marja, form)


def test_participants_see_results_when_a_facilitator_shares_them_and_not_before_they_have_answered(board, enter, form, app):
    aino, orjan = enter(AINO), enter(ORJAN)
    answer_all(app, board, form, [4] * 9, ["Yhteinen ajatus"])
    answer(aino, form)
    board.marja.post(f"/feedback/{form}/reply", **{"reply-fi": "Ryhmille on enemmän aikaa"})
    assert "Yhteinen ajatus" not in aino.open(f"/feedback/{form}").text
    board.marja.post(f"/feedback/{form}/sharing", shared=["no", "yes"])
    seen = aino.open(f"/feedback/{form}").text
    assert "From the answers of 5 people" in seen and "You said, we changed" in seen and "Ryhmille on enemmän aikaa" in seen
    assert "Yhteinen ajatus" not in orjan.open(f"/feedback/{form}").text
    close(board, form)
    assert "Yhteinen ajatus" in orjan.open(f"/feedback/{form}").text
    assert "Remove for good" not in orjan.open(f"/feedback/{form}").text and "results.csv" not in orjan.open(f"/feedback/{form}").html
    board.marja.post(f"/feedback/{form}/sharing", shared="no")
    assert "Yhteinen ajatus" not in orjan.open(f"/feedback/{form}").text


def test_participants_lead_nothing(enter, form, board):
    aino = enter(AINO)
    for path in ("state", "sharing", "reply", "removal", "questions", "deletion", "restoration"):
        assert aino.post(f"/feedback/{form}/{path}", open="no", shared="yes", **{"title-fi": "x"}).status == 403
    for path in (f"/feedback/{form}/results.html", f"/feedback/{form}/results.csv", f"/feedback/{form}/questions", f"{board.home}/feedback"):
        assert aino.open(path).status == 403


def test_an_open_answer_is_removed_for_good_and_a_mark_stays(board, form, app):
    answer_all(app, board, form, [4] * 6, ["Asiakkaan nimi on Nimekäs", "Hyvä päivä"])
    close(board, form)
    page = board.marja.open(f"/feedback/{form}")
    keys = {key for key, in rows(app, "SELECT key FROM feedback_answer WHERE text LIKE 'Asiakkaan%'")}
    key = next(field.get("value") for field in page.all("input", name="answer") if field.get("value") in keys)
    assert board.marja.post(f"/feedback/{form}/removal", answer=key).status == 303
    assert rows_with(app, ["Nimekäs"]) == [] and "[Removed for good by a facilitator]" in board.marja.open(f"/feedback/{form}").text
    assert "Nimekäs" not in board.marja.open(f"/feedback/{form}/results.csv").text
    for wrong in (key, "", "x" * 32):
        assert board.marja.post(f"/feedback/{form}/removal", answer=wrong).status == 409
    assert rows_with(app, ["Hyvä päivä"]) == ["feedback_answer.text"]


def test_what_is_not_shown_yet_cannot_be_removed(board, form, app):
    answer_all(app, board, form, [4], ["Vielä piilossa"])
    (key,), = rows(app, "SELECT key FROM feedback_answer WHERE text IS NOT NULL")
    assert board.marja.post(f"/feedback/{form}/removal", answer=key).status == 409
    assert rows_with(app, ["Vielä piilossa"]) == ["feedback_answer.text"]


HOSTILE = "<script>alert(1)</script> <img src=x onerror=alert(2)>"


def test_script_in_texts_is_text_everywhere(board, enter, app):
    form = make_form(board, title=HOSTILE, own=[("rating", HOSTILE)])
    answer_all(app, board, form, [4] * 5, [HOSTILE, '=HYPERLINK("https://evil.example")'])
    board.marja.post(f"/feedback/{form}/reply", **{"reply-fi": HOSTILE})
    board.marja.post(f"/feedback/{form}/sharing", shared="yes")
    aino = enter(AINO)
    pages = [aino.open(f"/feedback/{form}"), aino.open(board.home)]
    close(board, form)
    pages += [visitor.open(f"/feedback/{form}") for visitor in (aino, board.marja)]
    pages += [board.marja.open(path) for path in (f"/feedback/{form}/results.html", f"/feedback/{form}/questions", f"{board.home}/feedback")]
    for page in pages:
        assert page.status == 200 and "<script>alert" not in page.html and "<img src=x" not in page.html
    assert all(HOSTILE in page.text for page in pages if page.path != f"/feedback/{form}/questions")  # there it stands in fields
    assert any(row[1:2] == ["'=HYPERLINK(\"https://evil.example\")"] for row in export(board.marja, form))


def test_the_table_holds_what_the_page_shows(board, form, app):
    answer_all(app, board, form, [5, 5, 4, 4, 3, 3], ["Lisää aikaa; ja taukoja", "Toinen"])
    close(board, form)
    table = export(board.marja, form)
    assert table[0] == ["Feedback form", "Rakenteinen kirjaaminen"] and ["How useful was this?", "6", "4.0", "2", "2", "2", "0", "0"] in table
    assert {tuple(row) for row in table if row[:1] == ["What would you change?"]} == {("What would you change?", "Lisää aikaa; ja taukoja", "suomi"), ("What would you change?", "Toinen", "suomi")}
    page = board.marja.open(f"/feedback/{form}/results.html")
    assert "attachment" in page.headers["Content-Disposition"] and "Lisää aikaa; ja taukoja" in page.text and "From the answers of 6 people" in page.text
    assert not page.all("script") and not page.all("link")


def test_the_packet_of_a_course_holds_the_results_that_are_shown(board, form, app):
    few = make_form(board, title="Vähän vastauksia")
    answer_all(app, board, form, [5] * 5, ["Mukaan pakettiin"])
    answer_all(app, board, few, [5] * 4, ["Ei mihinkään"])
    for one in (form, few):
        close(board, one)
    with zipfile.ZipFile(io.BytesIO(board.marja.open(f"{board.home}/retention/everything.zip").data)) as packet:
        pages = {name: packet.read(name).decode() for name in packet.namelist() if name.endswith(".html")}
    assert "Mukaan pakettiin" in pages["feedback/1.html"] and "feedback/1.html" in pages["index.html"] and "feedback/2.html" not in pages
    assert not any("Ei mihinkään" in page for page in pages.values())


def test_the_trend_lays_forms_beside_each_other_and_leaves_gaps(board, app):
    values = [[5, 5, 4, 4, 4], [4, 4], [3, 3, 3, 3, 4], [5] * 5]
    forms = []
    for place, given in enumerate(values):
        forms.append(make_form(board, title=f"Työpaja {place + 1}"))
        answer_all(app, board, forms[-1], given)
        close(board, forms[-1])
    make_form(board, title="Ei vielä auki", state="draft")
    page = board.marja.open(f"{board.home}/feedback")
    rows_shown = [[" ".join(cell.text_content().split()) for cell in row] for row in page.all("tr")[1:]]
    assert [row[1:4] for row in rows_shown] == [["Työpaja 1", "4.4", "5"], ["Työpaja 2", "–Not shown", "under five"], ["Työpaja 3", "3.2", "5"], ["Työpaja 4", "5.0", "5"]]
    chart, = page.all("svg", class_="chart")
    assert len(list(chart.iter("circle"))) == 3 and len(list(chart.iter("polyline"))) == 1, "the line is broken at the gap"
    assert "Ei vielä auki" in page.text and page.text.count("Ei vielä auki") == 1


def test_the_picture_of_a_trend_says_where_points_lie(app):
    with app.test_request_context():
        from lti_tool.feedback.results import Point
        picture = drawn([Point(None, mean, 5) for mean in (5.0, 1.0, None, 3.0)])
    assert [down for _place, _across, down, _mean in picture.steps] == [28, 148, None, 88]
    assert picture.runs == ["76,28 148,148"] and len({across for _place, across, *_rest in picture.steps}) == 4
