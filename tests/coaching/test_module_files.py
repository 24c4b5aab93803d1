"""Modules that leave in a file and come back: what is taken, what is listed as left out, and everything that is refused."""
import io
import json
import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lti_tool.coaching.kinds import KINDS
from tests.support.cast import EEVA, MARJA
from tests.support.files import GOOD
from tests.support.modules import make_module
from tests.support.rows import rows

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
TEXT = {"text": {"fi": "<p>Teksti</p>"}}
WORDS = {"fi": "Sanat"}


def send(visitor, home, data, **form):
    data = data if isinstance(data, bytes) else json.dumps(data, ensure_ascii=False).encode()
    return visitor.ask("POST", f"{home}/modules", data={"file": (io.BytesIO(data), "valmennus.json"), **form})


def module_of(seen) -> int:
    """The module that a file became."""
    assert seen.status == 200, seen.text
    return next(int(found[1]) for link in seen.links if (found := re.fullmatch(r"/modules/(\d+)/writing", link or "")))


def file(*steps, **more) -> dict:
    return {"format": "coaching-module", "version": 1, "title": WORDS, "units": [{"title": WORDS, "steps": [step(**one) for one in steps]}], **more}


def step(kind="page", contents=TEXT, **more) -> dict:
    return {"kind": kind, "title": WORDS, "contents": contents, **more}


def case(*parts) -> dict:
    """Of (key, where its choices lead)."""
    return {"kind": "scenario", "contents": {"text": {}, "parts": [{"key": key, "text": WORDS, "choices": [{"words": WORDS, "told": {}, "to": to} for to in leads]} for key, leads in parts]}}


def saved(visitor, number) -> dict:
    return json.loads(visitor.open(f"/modules/{number}/module.json").data)


def without_numbers(data: dict) -> dict:
    for unit in data["units"]:
        unit.pop("id")
        for one in unit["steps"]:
            for name in ("id", "keeper", "attachments"):
                one.pop(name, None)
            one["contents"].pop("wall", None)
    return data


@pytest.fixture
def marja(board, enter):
    """Reads English, so that these tests can read what is refused."""
    return enter(MARJA._replace(locale="en"))


def test_a_module_comes_back_as_it_left_but_for_what_belongs_to_its_course(board, marja, aino, app):
    number = make_module(board.home, marja, aino, "Näkö <b>& arvio")["module_id"]
    with_both = saved(marja, number)
    page = next(one for one in with_both["units"][0]["steps"] if one["kind"] == "page")
    marja.post(f"/steps/{page['id']}", version="2", needed="yes", **{"title-fi": "Sivu", "title-sv": "Sida", "text-fi": "## Otsikko\n\n- kohta", "text-sv": "På svenska", "video": "https://example.fi/v", "transcript-sv": "Talat",
               "keeper": "Verkosto", "minutes": "7", "background": "1", "checked_on": "2026-10-01", "point-0-front-fi": "Mitä?", "point-0-back-fi": "Näin."})
    assert marja.ask("POST", f"/steps/{page['id']}/attachments", data={"file": (io.BytesIO(GOOD["ohje.pdf"]), "ohje.pdf")}).status < 400
    left = saved(marja, number)
    assert {one["kind"] for one in left["units"][0]["steps"]} == set(KINDS) and left["units"][0]["steps"][0]["attachments"] == ["ohje.pdf"]
    seen = send(marja, board.home, left)
    came = module_of(seen)
    assert without_numbers(saved(marja, came)) == without_numbers(left)
    assert "The files of 1 step were left out" in seen.text and "Who keeps it up to date was left out of 1 step" in seen.text and "passed over" not in seen.text
    assert aino.open(f"/modules/{came}").status == 404, "a draft"
    assert marja.post(f"/modules/{came}/editions").status == 303
    assert rows(app, f"SELECT person_id FROM learner WHERE module_id = {came}") == []


def test_what_is_not_known_here_is_left_out_and_listed(board, marja):
    seen = send(marja, board.home, file({"kind": "puzzle"}, {"contents": TEXT | {"theme": 7}}, {"kind": "reflection", "contents": TEXT | {"wall": 7}}, {"colour": "red", "keeper": "Aino", "contents": {"text": {"fi": "Soita 040 123 4567", "fr": "Non"}}}, extra=1))
    assert "The step “Sanat” was left out: this tool does not know steps of the kind “puzzle”" in seen.text and "3 steps" in seen.text and "left out of 1 reflection" in seen.text and "may hold a client's data" in seen.text
    for name in ("extra", "units[0].steps[1].contents.theme", "units[0].steps[3].colour", "units[0].steps[3].contents.text.fr"):
        assert name in seen.text
    assert [one["kind"] for one in saved(marja, module_of(seen))["units"][0]["steps"]] == ["page", "reflection", "page"]


def test_backgrounds_keep_their_keys_and_new_ones_get_others(board, marja):
    number = module_of(send(marja, board.home, file({"backgrounds": ["health"]}, backgrounds={"health": WORDS, "3": {"sv": "Tre"}})))
    seen = marja.press(marja.open(f"/modules/{number}/settings"), f"/modules/{number}/settings", **{"background-2-fi": "Uusi"})
    assert seen.status < 400 and list(saved(marja, number)["backgrounds"]) == ["health", "3", "4"] and saved(marja, number)["units"][0]["steps"][0]["backgrounds"] == ["health"]


def test_sent_twice_it_comes_in_once_and_only_facilitators_bring_in(board, marja, aino, enter, app):
    assert module_of(send(marja, board.home, file({}), op="a" * 24)) and send(marja, board.home, file({}), op="a" * 24).status == 303
    assert (send(aino, board.home, file({})).status, send(enter(EEVA), board.home, file({})).status) == (403, 404)
    assert aino.open("/modules/2/module.json").status == 404 and len(rows(app, "SELECT id FROM module")) == 1


QUESTION = {"version": 1, "kind": "true_false", "id": "aaaa", "title": "", "points": 1, "structure": {"is_true": True}, "words": {"fi": {"text": "<p>Onko?</p>", "feedback": "", "parts": {}}}}
BAD = {
    "no JSON": (b"Valmennus", "reading stopped"),
    "another encoding": ('{"title": "Työ"}'.encode("latin-1"), "not text in UTF-8"),
    "deep nesting": (b'{"format": "coaching-module", "units": ' + b"[" * 100_000 + b"]" * 100_000 + b"}", "nested too deeply"),
    "a board": ({"format": "workshop-board", "version": 1}, "not the file of a module"),
    "a list": (b"[]", "not the file of a module"),
    "another version": (file() | {"version": 2}, "another version of this tool"),
    "no title": (file() | {"title": {"fi": " "}}, "title: There is no text yet"),
    "no parts": ({name: value for name, value in file().items() if name != "units"}, "units: a list is needed"),
    "parts that are none": (file() | {"units": [7]}, "units[0]: an object is needed"),
    "too many parts": (file() | {"units": [{"title": WORDS}] * 31}, "too many parts (at most 30)"),
    "too many steps": (file(*[{}] * 41), "units[0].steps: there are too many steps"),
    "a step without contents": (file({"contents": None}), "units[0].steps[0].contents: an object is needed"),
    "a text that is a number": (file({"contents": {"text": {"fi": 7}}}), "units[0].steps[0].contents.text.fi: a text is needed"),
    "too long a text": (file({"contents": {"text": {"fi": "a" * 20_001}}}), "1 character too long"),
    "a background that is not there": (file({"backgrounds": ["1"]}), "units[0].steps[0].backgrounds[0]: the file has no such background"),
    "a background without a number": (file(backgrounds={"x'": WORDS}), "backgrounds: “x'” is not known here"),
    "too many statements": (file(statements={str(number): WORDS for number in range(1, 14)}), "at most 12"),
    "needs that nobody meets": (file(needs={"share": 101}), "needs.share: a whole number from 0 to 100"),
    "a dangerous video": (file({"contents": TEXT | {"video": "javascript:alert(1)"}}), "contents.video: An address begins with https://"),
    "a card without its answer": (file({"contents": TEXT | {"recall": [{"id": "aaaa", "front": WORDS}]}}), "contents.recall[0].back: an object is needed here"),
    "two cards with one id": (file({"contents": TEXT | {"recall": [{"id": "aaaa", "front": WORDS, "back": WORDS}] * 2}}), "contents.recall[1].id: an id is needed"),
    "a question with more": (file({"kind": "question", "contents": {"question": QUESTION | {"hint": "x"}}}), "contents.question: “hint” is not known here"),
    "half a question": (file({"kind": "question", "contents": {"question": QUESTION | {"structure": {}}}}), "contents.question.structure.is_true: true or false is needed"),
    "a case in a circle": (file(case(("1", ["2"]), ("2", ["1"]))), "contents.parts: The parts 1, 2, 1 lead in a circle"),
    "a case that leads nowhere": (file(case(("1", ["3"]))), "leads to a part that is not there"),
    "a part that stands twice": (file(case(("1", ["2"]), ("1", [""]))), "contents.parts[1].key: a number in quotation marks"),
    "feedback of another kind": (file({"kind": "feedback", "contents": {"questions": [{"kind": "stars", "words": WORDS}]}}), "contents.questions[0].kind: one of these is needed here: rating, open"),
    "an occasion that is none": (file({"kind": "self_assessment", "contents": TEXT | {"occasion": "during"}}), "contents.occasion: one of these is needed here: before, after"),
}


@pytest.mark.parametrize(("data", "words"), BAD.values(), ids=BAD)
def test_what_cannot_be_taken_is_told_with_its_place_and_nothing_is_made(board, marja, app, data, words):
    seen = send(marja, board.home, data)
    assert seen.status == 422 and words in seen.text, seen.text
    assert rows(app, "SELECT id FROM module") == [] == rows(app, "SELECT id FROM step")


def test_a_huge_file_is_refused_and_a_full_one_is_taken(board, marja, app):
    assert send(marja, board.home, b" " * 5_200_000).status == 413
    full = file() | {"units": [{"title": WORDS, "steps": [step(contents={"text": {"fi": f"<p>{'Sana ' * 100}</p>"}}) for _place in range(40)]} for _unit in range(30)]}
    module_of(send(marja, board.home, full))
    assert len(rows(app, "SELECT id FROM step")) == 1200


def test_hostile_text_is_only_text(board, marja, app):
    harm = '<p onclick="x()">Teksti<script>x()</script><img src=x onerror=x()><a href="javascript:x()">tästä</a></p>'
    number = module_of(send(marja, board.home, file({"contents": {"text": {"fi": harm}}}, {"kind": "question", "contents": {"question": QUESTION | {"words": {"fi": {"text": harm}}}}}, title={"fi": "<script>x()</script>"})))
    marja.post(f"/modules/{number}/editions")
    for one in [one["id"] for one in saved(marja, number)["units"][0]["steps"]]:
        for page in (f"/modules/{number}/steps/{one}", f"/steps/{one}", f"/modules/{number}/writing"):
            html = marja.open(page).html
            assert "onclick" not in html and "onerror" not in html and "javascript:x" not in html and "<script>x" not in html


anything = st.recursive(st.none() | st.booleans() | st.integers(-3, 9) | st.sampled_from(["", "1", "fi", "page", "scenario", "question", "<b>x"]),
                        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["title", "kind", "contents", "parts", "question", "text", "fi", "key", "choices", "to", "recall", "words", "1"]), inner, max_size=4), max_leaves=12)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(kind=st.sampled_from(list(KINDS)), contents=anything, more=st.dictionaries(st.sampled_from(["minutes", "backgrounds", "checked_on", "needed", "title"]), anything, max_size=2), listed=anything)
def test_whatever_stands_in_a_file_it_is_taken_or_refused_in_words(board, marja, kind, contents, more, listed):
    seen = send(marja, board.home, file({"kind": kind, "contents": contents, **more}, backgrounds=listed, statements=listed))
    assert seen.status in (200, 422), seen.text
    if seen.status == 200:
        number = module_of(seen)
        assert marja.open(f"/modules/{number}/writing").status == 200 and marja.post(f"/modules/{number}/editions").status in (303, 409)
