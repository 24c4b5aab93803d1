"""What an answer brings, and which answers are none."""
import pytest
from werkzeug.datastructures import MultiDict

from lti_tool.questions import is_arranged
from lti_tool.questions.decimals import NoNumber, read_number
from lti_tool.questions.likeness import is_like
from lti_tool.web import Unsuitable

from .conftest import matching, multiple, number, one_of_each, ordering, short, single, truth


@pytest.mark.parametrize(("question", "answer", "fraction"), [
    (single(), "aaaa", 1), (single(), "bbbb", 0), (single(), "cccc", .5), (single(), "gone", 0), (single(), None, 0),
    (multiple(), ["aaaa", "bbbb"], 1), (multiple(), ["aaaa"], .5), (multiple(), ["aaaa", "cccc"], 0), (multiple(), ["aaaa", "bbbb", "cccc"], .5),
    (multiple(), ["aaaa", "bbbb", "cccc", "dddd"], 0), (multiple(), ["dddd"], 0), (multiple(partial=False), ["aaaa"], 0), (multiple(partial=False), ["bbbb", "aaaa"], 1),
    (truth(), True, 1), (truth(), False, 0), (truth(), "true", 0),
    (matching(), {"aaaa": "t111", "bbbb": "t222", "cccc": "t111"}, 1), (matching(), {"aaaa": "t111", "bbbb": "t333", "cccc": "t222"}, 1 / 3), (matching(), {}, 0),
    (matching(partial=False), {"aaaa": "t111", "bbbb": "t222"}, 0),
    (ordering(), ["aaaa", "bbbb", "cccc", "dddd"], 1), (ordering(), ["dddd", "cccc", "bbbb", "aaaa"], 0), (ordering(), ["dddd", "aaaa", "bbbb", "cccc"], 2 / 3),
    (ordering(partial=False), ["dddd", "aaaa", "bbbb", "cccc"], 0),
    (number(), "3.5", 1), (number(), "3.6", 1), (number(), "3.61", .5), (number(), "-3.5", 0), (number(), "viisi", 0),
    (short(), "itsemääräämisoikeus ", 1), (short(), "itsemaaraamisoikeus", .5), (short(), "oikeus", 0), (short(case_matters=True), "itsemääräämisoikeus", .5),
])
def test_an_answer_brings_what_its_rule_says(question, answer, fraction):
    marked = question.mark(answer)
    assert marked.fraction == pytest.approx(fraction) and marked.right == (fraction == 1)
    assert all(number in (*question.worded, *question.fixed) for number, _right in marked.parts)


@pytest.mark.parametrize(("said", "pattern", "case", "like"), [
    ("  Ääni\u00a0 kuuluu ", "ääni kuuluu", False, True), ("aani kuuluu", "ääni kuuluu", False, False), ("a\u030angstrom", "Ångstrom", False, True), ("öl", "ol", False, False),
    ("idé", "ide", False, True), ("ide", "idé", False, True), ("Müller", "muller", False, True), ("žurnaali", "zurnaali", False, True), ("pöytä", "POYTA", False, False),
    ("ǟ", "ä", False, True), ("o\u0304\u0308", "ö", False, True), ("THL", "thl", True, False), ("idé", "ide", True, True), ("THL:n", "THL:n", True, True),
    ("ohje–kirja", "ohje-kirja", False, True), ("”näin”", '"näin"', False, True), ("hyvä kirjaus", "hyvä *", False, True), ("hyvä", "*hyvä*", False, True),
    ("hyvähyvä", "hyvä*hyvä", False, True), ("hyvä", "hyvä*hyvä", False, False), ("a*b", "a\\*b", False, True), ("axb", "a\\*b", False, False), ("keskiverto", "k*v*o", False, True),
    ("sana\u00adraja", "sanaraja", False, True), ("a" * 300, "*a" * 9 + "*b", False, False),
])
def test_short_texts_are_alike_as_finnish_and_swedish_readers_mean_it(said, pattern, case, like):
    assert is_like(said, pattern, case) == like


@pytest.mark.parametrize(("typed", "read"), [("3,5", "3.5"), ("3.5", "3.5"), (" −2 ", "-2"), ("–0,25", "-0.25"), ("1\u00a0000,5", "1000.5"), ("12 345 678", "12345678"), (",5", "0.5"), ("+7.", "7"), ("- 3", "-3")])
def test_numbers_are_read_as_they_are_written_here(typed, read):
    assert str(read_number(typed)) == read


@pytest.mark.parametrize(("typed", "why"), [("5 km", "without “km”"), ("5 %", "without “%”"), ("", "Write a number"), ("viisi", "in digits"), ("1.000,5", "one comma"), ("3 4", "one number only"),
                                            ("1e5", "one number only"), ("9" * 21, "too long"), ("9" * 4000, "too long"), ("٣", "in digits"), ("NaN", "in digits")])
def test_what_is_no_number_is_refused_in_words(typed, why):
    with pytest.raises(NoNumber) as refused:
        read_number(typed)
    assert why in str(refused.value)


def form(**fields) -> MultiDict:
    return MultiDict([(name.replace("_", "-"), one) for name, value in fields.items() for one in (value if isinstance(value, list) else [value])])


GIVEN = [(single(), form(question_single01="aaaa"), "aaaa"), (multiple(), form(question_multiple=["bbbb", "aaaa"]), ["aaaa", "bbbb"]), (truth(), form(question_truth001="false"), False),
         (matching(), form(question_matching_aaaa="t111", question_matching_bbbb="t222", question_matching_cccc="t333"), {"aaaa": "t111", "bbbb": "t222", "cccc": "t333"}),
         (ordering(), form(question_ordering=["dddd", "aaaa", "bbbb", "cccc"]), ["dddd", "aaaa", "bbbb", "cccc"]), (number(), form(question_number01="3,50"), "3.5"),
         (short(), form(question_short001="  Itse\n määrää "), "Itse määrää")]


@pytest.mark.parametrize(("question", "sent", "answer"), GIVEN, ids=lambda value: getattr(value, "kind", ""))
def test_an_answer_comes_with_a_form_and_is_read_again_from_what_was_kept(question, sent, answer):
    assert question.answer_from(sent) == answer == question.read_answer(answer)
    assert question.mark(question.right_answer() if question.kind != "short_text" else "Itsemääräämisoikeus").right
    for bad in (MultiDict(), form(**{question.name.replace("-", "_"): "<script>"})):
        if question.kind != "short_text" or not bad:
            if question.kind == "ordering" and bad:
                continue
            with pytest.raises(Unsuitable) as refused:
                question.answer_from(bad)
            assert refused.value.field.startswith(question.name) and refused.value.sentence


@pytest.mark.parametrize("kept", [None, 3, 1e9, [], {}, [1], [[]], {"aaaa": []}, {"aaaa": "gone"}, "", "gone", True and "x" * 10_000, ["gone"]])
def test_what_is_no_answer_is_none_and_brings_nothing(kept):
    for question in one_of_each():
        read = question.read_answer(kept)
        assert question.kind == "short_text" or read is None
        assert question.mark(read).fraction == 0


def test_things_are_put_in_order_by_buttons_or_numbers_without_script():
    question, order = ordering(), ["dddd", "aaaa", "bbbb", "cccc"]
    pressed = form(question_ordering=order, question_ordering_move="dddd later")
    assert is_arranged(question, pressed) and question.draft_from(pressed) == ["aaaa", "dddd", "bbbb", "cccc"]
    assert not is_arranged(question, form(question_ordering=order))
    numbered = form(question_ordering=order, question_ordering_dddd="4", question_ordering_aaaa="2", question_ordering_bbbb="3", question_ordering_cccc="4")
    assert question.answer_from(numbered) == ["aaaa", "bbbb", "cccc", "dddd"]  # to the end, behind the one that stood there
    assert question.draft_from(form(question_ordering=order, question_ordering_cccc="1")) == ["cccc", "dddd", "aaaa", "bbbb"]
    for hostile in (form(question_ordering=["gone", "aaaa", "aaaa"], question_ordering_aaaa="9" * 900), form(question_ordering=order, question_ordering_move="aaaa \0")):
        assert sorted(question.draft_from(hostile)) == sorted(order)


def test_answers_stand_in_an_order_of_each_persons_own_that_stays():
    question = multiple()
    orders = {tuple(question.shown(f"person {one}")) for one in range(40)}
    assert len(orders) > 5 and question.shown("person 1") == question.shown("person 1")
    assert multiple(shuffles=False).shown("x") == ["aaaa", "bbbb", "cccc", "dddd"]
    assert all(ordering().shown(f"person {one}") != ordering().right_answer() for one in range(100))
