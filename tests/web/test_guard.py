"""The client-data guard finds what it should, leaves alone what it should, and keeps nothing of it."""
import json
from pathlib import Path

import pytest

from lti_tool.web import ClientData, Unsuitable, take_text, take_wording
from lti_tool.web.guard import KINDS, blanked, findings

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
CASES = json.loads((Path(__file__).resolve().parents[1] / "fixtures" / "guard.json").read_text(encoding="utf-8"))
CODE, NUMBER, ADDRESS = "131052-308T", "040 123 4567", "aino@esimerkki.fi"


def parts_of(text, words=()):
    return [[kind, text[start:end]] for kind, start, end in findings(text, words)]


def test_every_case_of_the_corpus_is_told_as_it_is(database_url):
    wrong = {}
    for case in CASES:
        text = case["text"] * case.get("times", 1)
        if (found := parts_of(text, case.get("words", ()))) != case["found"]:
            wrong[case["about"]] = found
    assert wrong == {}


def test_the_corpus_has_cases_of_every_kind_and_many_where_nothing_is_found(database_url):
    assert len(CASES) >= 250
    assert {kind for case in CASES for kind, _part in case["found"]} == set(KINDS)
    assert len([case for case in CASES if not case["found"]]) >= 100
    assert max(len(case["text"]) * case.get("times", 1) for case in CASES) >= 100_000


def test_findings_stand_in_order_and_never_over_one_another(database_url):
    for case in CASES:
        end = 0
        for finding in findings(case["text"], case.get("words", ())):
            assert end <= finding.start < finding.end <= len(case["text"]), case["about"]
            end = finding.end


def test_blanking_out_leaves_the_rest_as_it_is_and_nothing_to_find(database_url):
    text = f"A {CODE}, {NUMBER}\nja {ADDRESS}."
    assert blanked(text, findings(text), "[peitetty]") == "A [peitetty], [peitetty]\nja [peitetty]."
    assert findings(blanked(text, findings(text), "[peitetty]")) == []


def test_two_hundred_words_of_sixty_characters_are_looked_for(database_url):
    words = [f"{number:03}" + "x" * 57 for number in range(200)]
    assert parts_of(f"ja {words[199].upper()} ja {words[0]}", words) == [["listed word", words[199].upper()], ["listed word", words[0]]]


@pytest.fixture
def form(app):
    """form(text="...") is a request with that form; use it with `with`."""
    return lambda **fields: app.test_request_context(method="POST", data=fields, headers={"Accept-Language": "fi"})


def test_a_text_with_client_data_is_not_taken_until_its_author_has_decided(form):
    with form(text=f"Asiakas {CODE}"), pytest.raises(ClientData) as asked:
        take_text("text", 1000)
    assert (asked.value.status, asked.value.field) == (422, "text")
    with form(text=f"Asiakas {CODE}", sent_anyway=CODE):
        assert take_text("text", 1000) == f"Asiakas {CODE}"
    with form(text=f"Asiakas {CODE}", blanked="yes"):
        assert CODE not in take_text("text", 1000)


@pytest.mark.parametrize("agreed", ["", "yes", "1", NUMBER, CODE[:-1], f"{CODE} {NUMBER}"])
def test_agreeing_to_something_else_is_no_agreement(form, agreed):
    with form(text=f"Asiakas {CODE}", sent_anyway=agreed), pytest.raises(ClientData):
        take_text("text", 1000)


def test_only_what_the_author_has_not_agreed_to_is_asked_about(form):
    with form(text=f"{CODE} {NUMBER}", sent_anyway=CODE), pytest.raises(ClientData) as asked:
        take_text("text", 1000)
    assert [asked.value.text[f.start:f.end] for f in asked.value.found] == [NUMBER]
    with form(text=f"{CODE} {NUMBER}", sent_anyway=f"{CODE}\r\n{NUMBER}"):
        assert take_text("text", 1000) == f"{CODE} {NUMBER}"
    with form(text=f"{CODE} {NUMBER}", sent_anyway=[CODE, NUMBER]):
        assert take_text("text", 1000) == f"{CODE} {NUMBER}"


def test_agreement_counts_no_kinds_of_spaces(form):
    with form(text="040\u00a0123\u00a04567", sent_anyway="040 123 4567"):
        assert take_text("text", 1000) == "040\u00a0123\u00a04567"


def test_what_no_text_has_does_not_hide_a_code(form):
    with form(text="131052\x00-308\x07T"), pytest.raises(ClientData):
        take_text("text", 1000)


def test_a_field_can_be_left_unguarded(form):
    with form(name=NUMBER):
        assert take_text("name", 80, guarded=False) == NUMBER


def test_every_version_of_a_wording_is_guarded(form):
    for language in ("fi", "sv"):
        with form(**{"title-fi": "Otsikko", "title-sv": "Rubrik", f"title-{language}": f"Soita {NUMBER}"}), pytest.raises(ClientData) as asked:
            take_wording("title", 120, ["fi", "sv"])
        assert asked.value.field == f"title-{language}"


def test_too_long_a_text_is_refused_as_that_before_it_is_read(form):
    with form(text=CODE * 200), pytest.raises(Unsuitable):
        take_text("text", 1000)


def test_a_text_that_became_too_long_by_blanking_out_is_refused_and_not_cut(form, app):
    app.extensions["word_lists"].append(lambda: ["oy"])
    with form(text="oy " * 40, blanked="yes"), pytest.raises(Unsuitable):
        take_text("text", 120)
