"""GIFT, Moodle's text format: what is taken over, what is told, and that nothing is lost silently on either way."""
import time
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lti_tool.documents import FileCannotBeTaken
from lti_tool.questions import PartWords, Words, as_json, from_json
from lti_tool.questions.exports import as_gift
from lti_tool.questions.imports import read_gift
from lti_tool.questions.words import as_lines
from lti_tool.web.rich_text import read_html
from lti_tool.web.rich_text_plain import read_plain

from .conftest import SIGNS, TEXTS, matching, multiple, number, one_of_each, ordering, short, single, truth, words

QUICK = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def read(text: str):
    return read_gift(text.encode(), "fi")


def one(text: str):
    found = read(text)
    assert len(found.questions) == 1, found.told
    return found.questions[0], [told.sentence for told in found.told]


def said(question, number: str) -> tuple:
    return tuple(vars(question.words["fi"].part(number)).values())


def test_choices_come_with_their_feedback_and_shares():
    question, told = one("::Havainto::Kumpi on havainto? {\n  // vihje\n  =Kirje oli auki. # Sen näki.\n  ~%50%Ehkä\n  ~Ei pärjää \\= arvio#Se on\n  arvio.\n####Kiitos!}")
    assert (question.kind, question.title, as_lines(question.words["fi"].text)) == ("single_choice", "Havainto", "Kumpi on havainto?")
    assert [(option.share, *said(question, option.id)) for option in question.parts] == [(100, "Kirje oli auki.", "Sen näki."), (50, "Ehkä", ""), (0, "Ei pärjää = arvio", "Se on\narvio.")]
    assert question.words["fi"].feedback == "<p>Kiitos!</p>" and told == ["1 line of comments was passed over."]


def test_several_right_answers_count_as_they_do_here():
    question, told = one("Mitkä? {~%50%A ~%50%B ~%-50%C ~%-50%D}")
    assert question.kind == "multiple_choice" and [option.right for option in question.parts] == [True, True, False, False] and told == []
    _question, told = one("Mitkä? {~%70%A ~%30%B ~C}")
    assert "weights were not taken over" in told[0]


@pytest.mark.parametrize(("text", "is_true", "feedback"), [("{T}", True, ("", "")), ("{FALSE#Ei ole.#Aivan.}", False, ("Ei ole.", "Aivan.")), ("{TRUE##Oikein}", True, ("Oikein", "")), ("{false}", False, ("", ""))])
def test_true_and_false(text, is_true, feedback):
    question, _told = one(f"Asiakas saa lukea kirjaukset. {text}")
    assert question.kind == "true_false" and question.is_true == is_true
    assert (said(question, "true")[1], said(question, "false")[1]) == feedback


def test_pairs_share_what_reads_the_same_and_keep_what_belongs_to_none():
    question, told = one("Yhdistä. {=Kirje oli auki -> Havainto\n=Ovi oli lukossa->havainto =Ei pärjää -> Arvio = -> Suunnitelma}")
    assert question.kind == "matching" and len(question.parts) == 3 and len(question.targets) == 3 and told == []
    assert question.parts[0].target == question.parts[1].target != question.parts[2].target


def test_numbers_and_texts():
    question, told = one("Montako? {#=%100%1,5:0.1#Oikein =%50%1..2#Melkein ~#Laske}")
    assert [(part.value, part.tolerance, part.share) for part in question.parts] == [("1.5", "0.1", 100), ("1.5", "0.5", 50)] and said(question, "otherwise")[1] == "Laske" and told == []
    assert one("Pii? {#3.141..3.142}")[0].mark("3.1415").right and one("Vuosi? {#1822:5}")[0].mark("1827").right and one("Paljon? {#1e3}")[0].mark("1000").right
    question, _told = one("Mikä? {=THL =%50%Terveyden*#Lyhemmin =%0%*#Ei}")
    assert question.mark("thl").right and question.mark("Terveyden ja").fraction == .5 and said(question, "otherwise")[1] == "Ei"
    question, told = one("Laki tuli voimaan vuonna {=2000 =2001}. Niin.")
    assert as_lines(question.words["fi"].text) == "Laki tuli voimaan vuonna _____. Niin." and "there is a gap" in told[0]


def test_formats_are_taken_as_they_are_meant():
    question, told = one("[html]<p>Kumpi <b>on</b><img src='@@PLUGINFILE@@/a.png'> <script>alert(1)</script>&auml;</p>{=<i>Yksi</i>#[plain]<b> ~Kaksi}")
    assert question.words["fi"].text == "<p>Kumpi <strong>on</strong> ä</p>" and said(question, question.parts[0].id) == ("Yksi", "<b>")
    assert len(told) == 3 and "Pictures" in told[0] and "<script>" in told[1] and "plain text" in told[2]
    assert one("[plain]Onko <b> tagi?{=Yksi ~Kaksi}")[0].words["fi"].text == "<p>Onko &lt;b&gt; tagi?</p>"
    assert "Markdown" in one("[markdown]**Lihava**{=Yksi ~Kaksi}")[1][0] and one("Rivi\\nToinen\\\\{=Yksi ~Kaksi}")[0].words["fi"].text == "<p>Rivi<br>Toinen\\</p>"


@pytest.mark.parametrize(("text", "why"), [
    ("$CATEGORY: tom/dick", "Categories"), ("Pelkkä kuvaus.", "description"), ("Kerro. {}", "essay"), ("Kerro. {####Palaute}", "essay"), ("Auki {=a", "never closed"), ("Kiinni =a}", "closes nothing"),
    ("A {=a} ja {=b}", "several gaps"), ("A {=a {=b} }", "several gaps"), ("Mikä? {~a ~b}", "which answer is right"), ("Mikä? {=a}{", "several gaps"), ("Mikä? {=a ~}", "no text yet"), ("{=a ~b}", "what is asked"),
    ("Mikä? {=a ~a}", "says the same"), ("Yhdistä {=a -> b =c}", "arrow -> is missing"), ("Yhdistä {=a -> b}", "At least"), ("Luku? {#viisi}", "is no number"), ("Luku? {#}", "At least"), ("Luku? {#5..3}", "ends before"),
    ("Luku? {#1:-2}", "zero or more"), ("::Nimi ei lopu {=a ~b}", "does not end"), ("Mikä? {=" + "x" * 501 + " ~b}", "too long"), ("Mikä? {" + "~a" * 40 + "}", "more than 20"), ("x" * 60_001, "far too long"),
    ("Luku? {#1 ~#a ~#b}", "one answer more"), ("Luku? {#1e99}", "too long"), ("Mikä? {=%50%a}", "which answer is right"),
])
def test_what_cannot_be_taken_over_is_told_with_its_line(text, why):
    found = read(f"Ensin? {{=kyllä ~ei}}\r\n\r\n// kommentti\r\n{text}\r\n\r\nLopuksi? {{T}}")
    told = [one for one in found.told if not one.taken]
    assert len(found.questions) == 2 and len(told) == 1 and told[0].line == 4 and why in told[0].sentence, found.told
    assert len(told[0].beginning) <= 62


@pytest.mark.parametrize(("data", "why"), [("Mikä? {=a ~b}".encode("utf-16"), "UTF-16"), ("Mikä on ä? {=a}".encode("latin-1"), "line 1"), (b"ok\n\xff\n", "line 2"), (b"", "empty"), (b"\xef\xbb\xbf \n", "empty"), (b"a\0b", "Line 1"),
                                           ("ok\n\ufdd0".encode(), "Line 2"), (b"x" * 2_000_001, "too large"), (b"a {T}\n\n" * 501, "too many"), (b"\x89PNG\r\n\x1a\n\0\0", "UTF-8")])
def test_what_is_no_gift_file_is_refused_in_words(data, why):
    with pytest.raises(FileCannotBeTaken) as refused:
        read_gift(data, "fi")
    assert why in refused.value.sentence


def test_a_bom_is_no_letter():
    assert read_gift("\ufeffMikä? {=a ~b}".encode(), "fi").questions[0].words["fi"].text == "<p>Mikä?</p>"


@pytest.mark.parametrize("text", ["{" * 1_900_000, "~" * 60_000, "a {" + "=a->" * 14_000 + "}", "\\" * 1_900_000, "[html]" + "<div>" * 11_000 + "{T}", "a {#" + "9" * 59_000 + "}", "%" * 59_000, "::" * 29_000, "a {=%" + "1" * 50_000 + "%}",
                                  "\n\n".join(["x"] * 500), "a{" + "<" * 59_000 + "=b ~c}", "a{=" + "*a" * 29_000 + "}"])
def test_hostile_files_are_told_quickly(text):
    begun = time.perf_counter()
    found = read(text)
    assert found.told and time.perf_counter() - begun < 5


@QUICK
@given(st.text("a~=#{}:\\%*[]->.\n$/T1 <&;", max_size=60) | TEXTS)
def test_whatever_the_file_says_each_block_is_a_question_or_told(text):
    try:
        found = read(text)
    except FileCannotBeTaken:
        return
    blocks = len([one for one in found.told if not one.taken]) + len(found.questions)
    lines = [line.strip() for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n")]
    assert blocks >= (1 if any(line and not line.startswith("//") for line in lines) else 0)
    for question in found.questions:
        assert from_json(as_json(question)) == question


def bare(question):
    """Without its ids: parts by their place."""
    numbers = {number: f"part{place:02}" for place, number in enumerate((*question.worded,))}
    structure = str(question.structure())
    for number, name in numbers.items():
        structure = structure.replace(repr(number), repr(name))
    version = question.in_language("fi")
    return (question.kind, question.title, structure, version.text, version.feedback, {numbers.get(number, number): part for number, part in version.parts.items() if part})


def test_what_gift_can_say_goes_out_and_comes_back():
    out = as_gift(one_of_each(), "fi")
    found = read(out.text)
    assert [bare(question) for question in found.questions] == [bare(question) for question in one_of_each() if question.kind != "ordering"]
    assert found.told == [] and [(left.number, left.whole) for left in out.left] == [(5, True)] and "no questions of this kind" in out.left[0].sentence


@pytest.mark.parametrize(("question", "why", "whole"), [
    (short(case_matters=True), "capital letters", False), (multiple(partial=False), "all right counts", False), (single(shuffles=False), "keep their order", False), (single(points=2), "points", False),
    (replace(single(), words={**single().words, "sv": words("Vad?", aaaa="Ja")}), "other languages", False), (ordering(), "this kind", True), (replace(single(), words={"sv": single().words["fi"]}), "in this language", True),
    (replace(short(), words={"fi": words("Mikä?", aaaa="a -> b")}), "arrow", True), (replace(matching(), words={"fi": Words("<p>x</p>", "", {number: PartWords("a->" + number) for number in matching().worded})}), "arrow", True)])
def test_what_gift_cannot_say_is_told(question, why, whole):
    left = as_gift([truth(), question], "fi").left
    assert [(one.number, one.whole) for one in left if why in one.sentence] == [(2, whole)], left


@QUICK
@given(SIGNS | TEXTS, st.lists(st.tuples(SIGNS | TEXTS, SIGNS | TEXTS), min_size=6, max_size=6, unique_by=lambda pair: " ".join(pair[0].split()).casefold()), st.sampled_from([single(), multiple(), truth(), matching(), number(), short()]))
def test_any_words_go_out_and_come_back(asked, texts, question):
    from lti_tool.web.text import clean

    parts = {number: PartWords(" ".join(clean(text).split()) if number in question.needed_in("fi") or question.kind == "short_text" and number not in question.fixed else "", clean(feedback) if question.kind != "matching" else "")
             for number, (text, feedback) in zip((*question.worded, *question.fixed), texts)}
    if question.kind == "number":
        parts = {number: replace(part, text="") for number, part in parts.items()}
    made = replace(question, title=" ".join(clean(asked).split()), words={"fi": Words(read_plain(asked).html, read_html(f"<p>{texts[0][1].replace('<', '')}</p>").html, parts)})
    if made.faults("fi"):
        return
    out = as_gift([made], "fi")
    if out.left:
        return
    found = read(out.text)
    assert [told for told in found.told if not told.taken] == [], out.text
    assert bare(found.questions[0]) == bare(from_json(as_json(made))), out.text
