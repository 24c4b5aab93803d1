"""A check-in on a scale from 1 to 5: each chooses a number, all see how many chose each, and nobody sees who."""
import io
import json
import re

import pytest

from lti_tool.boards import Board
from lti_tool.boards.phase import END_LIMIT
from lti_tool.boards.scale import ScaleAnswer
from lti_tool.db import db
from tests.support.bulk import writing
from tests.support.cast import AINO, EEVA, MARJA, ORJAN

pytestmark = pytest.mark.usefixtures("in_english")
QUESTION, NEXT = "Millainen olo on?", "Mitä opimme?"
FILE = {"format": "workshop-board", "version": 1, "title": {"fi": "Työpaja"}, "workshop": True, "phases": [
    {"title": {"fi": "Aloitus"}, "kind": "checkin", "prompt": {"fi": QUESTION}, "scale": True, "scale_low": {"fi": "väsynyt"}, "scale_high": {"fi": "virkeä"}},
    {"title": {"fi": "Yhdessä"}, "kind": "joint", "prompt": {"fi": NEXT}, "columns": [{"title": {"fi": "Toimii"}}]}]}


class CheckIn:
    """A workshop whose first phase asks for a number."""

    def __init__(self, marja, home, file=FILE):
        seen = bring(marja, home, file)
        self.home, self.path = home, next(link for link in seen.links if re.fullmatch(r"/boards/\d+", link or ""))
        self.number = int(self.path.rpartition("/")[2])
        assert marja.post(f"/activities/{self.number}/state", state="open").status == 303
        numbers = [re.search(rf'name="{name}" value="(\d+)"', marja.open(self.path).html) for name in ("from", "phase")]
        self.phase, self.following = (int(found.group(1)) for found in numbers)

    def answer(self, visitor, value, phase=None):
        return visitor.send(f"{self.path}/scale", phase=str(phase or self.phase), value=str(value))

    def go(self, marja, there, seen_at):
        assert marja.send(f"{self.path}/shown-phase", phase=str(there), **{"from": str(seen_at)}).status == 200

    def said(self, visitor, view="") -> str:
        """What is told of the answers."""
        return visitor.open(self.path + view).words("scale-result")

    def change(self, marja, **form):
        return marja.press(marja.open(f"/phases/{self.phase}"), f"/phases/{self.phase}", **form)

    def everybody_answers(self, people, values):
        for visitor, value in zip(people, values):
            assert self.answer(visitor, value).status == 200


def bring(marja, home, file, **how):
    return marja.ask("POST", f"{home}/boards", data={"file": (io.BytesIO(json.dumps(file).encode()), "a.json"), "anyway": "yes"}, follow_redirects=True, **how)


def chosen(visitor, path) -> list[str]:
    """The number that is pressed."""
    place = visitor.open(path).one("scale")
    return [button.get("value") for button in place.iter("button") if button.get("aria-pressed") == "true"]


def counts(seen) -> list[str]:
    return [cell.text_content().strip() for cell in seen.one("scale-result").iter("td")]


@pytest.fixture
def marja(board):
    return board.marja


@pytest.fixture
def aino(enter, board):
    return enter(AINO)


@pytest.fixture
def people(enter, aino):
    """Three who take part."""
    return [aino, enter(ORJAN), enter(AINO._replace(sub="user-78", given_name="Liisa"))]


@pytest.fixture
def checkin(board, marja):
    return CheckIn(marja, board.home)


def rows(app) -> list[tuple[int, int]]:
    with app.app_context():
        return [(answer.person_id, answer.value) for answer in db.session.scalars(db.select(ScaleAnswer).order_by(ScaleAnswer.value))]


def test_one_press_answers_another_changes_it_and_a_third_takes_it_back(checkin, aino):
    assert chosen(aino, checkin.path) == []
    for value in (2, 5):
        seen = checkin.answer(aino, value)
        assert seen.status == 200 and {target for target, _swap in seen.parts} == {"#scale", "#scale-result"}
        assert chosen(aino, checkin.path) == [str(value)]
    assert "1 answer" in checkin.said(aino)
    assert checkin.answer(aino, "").status == 200
    assert chosen(aino, checkin.path) == [] and "0 answers" in checkin.said(aino)


def test_it_is_a_plain_form_without_script(checkin, aino):
    page = aino.open(checkin.path)
    form = page.form(f"{checkin.path}/scale")
    assert [value for name, value in form.buttons if name == "value"] == ["", "1", "2", "3", "4", "5"]
    seen = aino.press(page, f"{checkin.path}/scale", button=("value", "4"))
    assert seen.path == checkin.path and chosen(aino, checkin.path) == ["4"]


def test_the_question_its_ends_and_who_sees_what_stand_beside_the_buttons(checkin, aino):
    words = aino.open(checkin.path).words("scale")
    for said in (QUESTION, "väsynyt", "virkeä", "Others see how many chose each number, never who."):
        assert said in words
    assert "no columns yet" not in aino.open(checkin.path).text, "the buttons are what is asked"


def test_ends_that_are_not_named_have_words_all_the_same(checkin, marja, aino):
    assert checkin.change(marja, **{"scale_low-fi": "", "scale_high-fi": ""}).status == 200
    assert "badly" in aino.open(checkin.path).words("scale") and "very well" in aino.open(checkin.path).words("scale")
    checkin.change(marja, **{"scale_low-fi": "uupunut"})
    assert "uupunut" in aino.open(checkin.path).words("scale") and "very well" not in aino.open(checkin.path).words("scale")


def test_fewer_than_three_answers_are_shown_to_nobody(checkin, marja, people):
    checkin.everybody_answers(people[:2], (5, 5))
    for visitor, view in ((marja, ""), (marja, "/screen"), (people[0], ""), (people[2], "")):
        assert "2 answers" in checkin.said(visitor, view) and counts(visitor.open(checkin.path + view)) == []
    checkin.answer(people[2], 1)
    for visitor, view in ((marja, ""), (marja, "/screen"), (people[0], "")):
        assert counts(visitor.open(checkin.path + view)) == ["1", "0", "0", "0", "2"]
    checkin.answer(people[2], "")
    assert counts(marja.open(checkin.path)) == []


def test_the_picture_is_a_table_for_whoever_hears_it(checkin, marja, people):
    checkin.everybody_answers(people, (1, 4, 4))
    table, = [table for table in marja.open(checkin.path).all("table") if table.get("class") == "bars"]
    assert "How many chose each number" in table.find("caption").text_content() and "3 answers" in table.find("caption").text_content()
    assert [head.text_content().split()[0] for head in table.iter("th") if head.get("scope") == "col"] == ["Number", "1", "2", "3", "4", "5"]
    assert all(svg.get("aria-hidden") == "true" for svg in table.iter("svg"))


def test_open_pages_hear_of_answers_and_not_whose_they_are(checkin, marja, people):
    checkin.everybody_answers(people, (3, 3, 4))
    for visitor in (marja, people[1]):
        page = visitor.open(checkin.path)
        since, place = page.one("live").get("data-seq"), page.one("live").get("data-changes")
        checkin.answer(people[0], 4)
        heard = visitor.open(f"{place}?since={since}")
        assert [target for target, _swap in heard.parts] == ["#scale-result"] and counts(heard) == ["0", "0", "1", "2", "0"]
        assert "Aino" not in heard.text
        checkin.answer(people[0], 3)


def test_ones_other_page_shows_ones_own_answer(checkin, aino, enter):
    other = enter(AINO)
    live = other.open(checkin.path).one("live")
    checkin.answer(aino, 2)
    heard = other.open(f"{live.get('data-changes')}?since={live.get('data-seq')}")
    assert [button.get("value") for button in heard.one("scale").iter("button") if button.get("aria-pressed") == "true"] == ["2"]


def test_while_notes_are_hidden_only_facilitators_see_the_numbers(checkin, marja, people):
    checkin.everybody_answers(people, (1, 1, 5))
    page = people[0].open(checkin.path)
    marja.send(f"{checkin.path}/hiding", hidden="yes")
    heard = people[0].open(f"{page.one('live').get('data-changes')}?since={page.one('live').get('data-seq')}")
    assert "#scale-result" in {target for target, _swap in heard.parts} and counts(heard) == []
    assert counts(people[0].open(checkin.path)) == counts(marja.open(f"{checkin.path}/screen")) == counts(marja.open(f"{checkin.path}?as=participant")) == []
    assert "shown with the notes" in checkin.said(people[0])
    assert counts(marja.open(checkin.path)) == ["2", "0", "0", "0", "1"] and "Participants see this when the notes are shown." in checkin.said(marja)
    assert "väsynyt" not in marja.open(f"{checkin.path}/export.csv").text
    marja.send(f"{checkin.path}/hiding", hidden="no")
    assert counts(people[0].open(checkin.path)) == ["2", "0", "0", "0", "1"]


def test_asked_in_words_and_again_on_the_scale_nothing_is_lost(checkin, marja, people):
    checkin.everybody_answers(people, (2, 3, 3))
    page = people[0].open(checkin.path)
    assert checkin.change(marja, scale="no").status == 200
    heard = people[0].open(f"{page.one('live').get('data-changes')}?since={page.one('live').get('data-seq')}")
    assert {"#scale", "#scale-result"} <= {target for target, _swap in heard.parts} and not heard.words("scale")
    assert chosen(people[0], checkin.path) == [] and not checkin.said(people[0])
    assert checkin.answer(people[0], 5).status == 409
    edit = marja.open(f"/phases/{checkin.phase}")
    assert edit.form(f"/phases/{checkin.phase}").values["scale_low-fi"] == "väsynyt"
    page = people[0].open(checkin.path)
    checkin.change(marja, scale="yes")
    heard = people[0].open(f"{page.one('live').get('data-changes')}?since={page.one('live').get('data-seq')}")
    assert [button.get("value") for button in heard.all("button") if button.get("aria-pressed") == "true"] == ["2"]
    assert counts(people[0].open(checkin.path)) == ["0", "1", "2", "0", "0"]


def test_a_phase_of_another_kind_asks_for_no_number(checkin, marja, aino):
    checkin.answer(aino, 3)
    checkin.change(marja, kind="joint")
    assert not checkin.said(aino) and checkin.answer(aino, 4).status == 409
    checkin.change(marja, kind="checkin")
    assert chosen(aino, checkin.path) == ["3"]


def test_a_new_check_in_can_begin_with_a_scale(board, marja, aino):
    seen = marja.post(f"{board.path}/phases", kind="checkin", scale="yes", **{"title-fi": "Aloitus", "scale_low-fi": "matala", "scale_high-fi": "korkea"})
    form = marja.open(seen.leads_to).form(seen.leads_to).values
    assert (form["scale"], form["scale_low-fi"], form["scale_high-fi"]) == ("yes", "matala", "korkea")
    assert "Scale from 1 to 5" in marja.open(f"{board.path}/phases").text


def test_a_board_with_one_phase_can_ask_too(app, board, aino):
    with writing(app):
        phase = db.session.get(Board, board.id).phase
        phase.kind, phase.scale, number = "checkin", True, phase.id
    assert aino.send(f"{board.path}/scale", phase=str(number), value="4").status == 200
    assert chosen(aino, board.path) == ["4"]


def test_end_words_that_are_too_long_are_refused_and_not_lost(checkin, marja):
    long = "x" * (END_LIMIT + 1)
    seen = marja.send(f"/phases/{checkin.phase}", kind="checkin", scale="yes", **{"title-fi": "Aloitus", "scale_high-fi": long})
    assert seen.status == 422 and "1 character too long" in seen.text
    assert marja.open(f"/phases/{checkin.phase}").form(f"/phases/{checkin.phase}").values["scale_high-fi"] == "virkeä"


@pytest.mark.parametrize("value", ["0", "6", "-1", "3.5", "٣", "3 ", "drop", "1e0", "9" * 50, "\x00"])
def test_what_is_no_number_of_the_scale_is_refused(app, checkin, aino, value):
    assert checkin.answer(aino, value).status in (400, 422) and rows(app) == []
    assert aino.send(f"{checkin.path}/scale", phase=str(checkin.phase)).status == 422


def test_an_answer_belongs_to_the_phase_that_was_seen(app, checkin, marja, aino):
    checkin.answer(aino, 3)
    page = aino.open(checkin.path)
    checkin.go(marja, checkin.following, checkin.phase)
    heard = aino.open(f"{page.one('live').get('data-changes')}?since={page.one('live').get('data-seq')}")
    assert not heard.words("scale") and not heard.words("scale-result")
    assert checkin.answer(aino, 5).status == 409 == checkin.answer(aino, 5, checkin.following).status
    checkin.go(marja, checkin.phase, checkin.following)
    assert chosen(aino, checkin.path) == ["3"]
    for phase in ("", "x", "999999", str(2**70)):
        assert aino.send(f"{checkin.path}/scale", phase=phase, value="1").status == 409


def test_the_same_press_sent_twice_counts_once(app, checkin, aino):
    for _again in range(2):
        assert aino.send(f"{checkin.path}/scale", op="the-same-press", phase=str(checkin.phase), value="4").status == 200
    assert len(rows(app)) == 1


def test_nobody_answers_in_a_closed_workshop_or_in_another_course(app, checkin, marja, aino, enter):
    assert checkin.answer(enter(EEVA), 3).status == 404
    marja.post(f"/activities/{checkin.number}/state", state="closed")
    assert checkin.answer(aino, 3).status == 409 and rows(app) == []
    assert not aino.open(checkin.path).words("scale")


def test_who_looks_on_leaves_no_trace(app, checkin, marja):
    page = marja.open(f"{checkin.path}?as=participant")
    assert marja.press(page, f"{checkin.path}/scale", button=("value", "1")).status == 409 and rows(app) == []
    assert not marja.open(checkin.path).words("scale"), "facilitators ask, and do not answer"


def test_facilitators_see_nobodys_own_answer(checkin, marja, people):
    checkin.everybody_answers(people, (5, 5, 5))
    for path in (checkin.path, f"{checkin.path}/screen", f"{checkin.path}/history", f"{checkin.home}/people"):
        assert not marja.open(path).all("button", name="value", aria_pressed="true") and "scale" not in marja.open(path).text.lower()


def test_an_answer_is_shown_to_whom_it_belongs_and_goes_with_them(app, checkin, people):
    checkin.everybody_answers(people, (2, 4, 4))
    assert "Numbers you chose in check-ins" in people[0].open("/me").text
    told = json.loads(people[0].open("/me/data.json").data)
    assert '"Answer": 2' in json.dumps(told) and '"Answer": 4' not in json.dumps(told)
    people[0].post("/me/erasure", sure="yes", texts="leave")
    assert [value for _person, value in rows(app)] == [4, 4] and counts(people[1].open(checkin.path)) == []


def test_the_file_carries_the_question_and_not_the_answers(app, checkin, marja, people):
    checkin.everybody_answers(people, (2, 4, 4))
    out = json.loads(marja.open(f"{checkin.path}/export.json").data)
    asked = out["phases"][0]
    assert (asked["scale"], asked["scale_low"], asked["scale_high"]) == (True, {"fi": "väsynyt"}, {"fi": "virkeä"})
    assert out["phases"][1]["scale"] is False and "scale_low" not in out["phases"][1]
    again = CheckIn(marja, checkin.home, out)
    assert "väsynyt" in people[0].open(again.path).words("scale") and "0 answers" in again.said(people[0])
    assert len(rows(app)) == 3


def test_a_copy_asks_the_same_and_has_no_answers(app, checkin, marja, people):
    checkin.everybody_answers(people, (2, 4, 4))
    marja.post(f"/activities/{checkin.number}/copy")
    with app.app_context():
        copy = db.session.scalars(db.select(Board).order_by(Board.id.desc())).first()
        phase, = [phase for phase in copy.phases if phase.asks_a_number]
        assert copy.id != checkin.number and phase.scale_low == {"fi": "väsynyt"} and phase.scale_high == {"fi": "virkeä"}
    assert len(rows(app)) == 3


@pytest.mark.parametrize(("given", "said"), [
    ({"scale": 1}, "phases[0].scale: true or false is needed here"), ({"scale": "yes"}, "phases[0].scale: true or false is needed here"),
    ({"scale_low": "väsynyt"}, "phases[0].scale_low: an object is needed here"), ({"scale_high": {"fi": 5}}, "phases[0].scale_high.fi: a text is needed here"),
    ({"scale_high": {"fi": "x" * 61}}, "phases[0].scale_high.fi: The text is 1 character too long (at most 60)")])
def test_what_is_wrong_in_a_file_is_said_with_its_place(board, marja, given, said):
    seen = bring(marja, board.home, {**FILE, "phases": [{**FILE["phases"][0], **given}]})
    assert seen.status == 422 and said in seen.text.replace(" : ", ": ")


@pytest.mark.parametrize("ending", ["html", "csv"])
def test_exports_for_people_tell_the_numbers_from_three_answers_on(checkin, marja, people, ending):
    checkin.everybody_answers(people[:2], (2, 4))
    assert "How many chose each number" not in marja.open(f"{checkin.path}/export.{ending}").html
    checkin.answer(people[2], 4)
    told = marja.open(f"{checkin.path}/export.{ending}").html
    assert all(line in told for line in ("How many chose each number", "1 (väsynyt): 0", "2: 1", "4: 2", "5 (virkeä): 0"))


@pytest.mark.parametrize("ending", ["docx", "xlsx", "zip"])
def test_the_other_exports_are_made_too(checkin, marja, people, ending):
    checkin.everybody_answers(people, (2, 4, 4))
    assert marja.open(f"{checkin.path}/export.{ending}").status == 200


def test_facilitators_who_join_later_lead_it_too(checkin, people, enter):
    checkin.everybody_answers(people, (2, 4, 4))
    other = enter(MARJA._replace(sub="user-77", given_name="Liisa"))
    assert counts(other.open(checkin.path)) == ["0", "1", "0", "2", "0"] and "data-dialog" in other.open(checkin.path).html
