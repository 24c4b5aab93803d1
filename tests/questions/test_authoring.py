"""The author's form: nothing that was typed is lost, each fault stands by its field, and everything works without script."""
import re
from types import SimpleNamespace

import html5lib
import pytest
from flask import render_template_string
from flask_babel import force_locale
from werkzeug.datastructures import MultiDict

from lti_tool.questions import KINDS, PartWords, QuestionIsUnfinished, begin, edited, save
from lti_tool.web import ClientData, Unsuitable
from tests.architecture.test_html import faults as faults_of_page

from .conftest import matching, multiple, number, one_of_each, ordering, short, single, truth, words

PAGE = """<!doctype html><html lang="{{ current_language() }}"><head><title>x</title></head><body>{{ icons() }}<main><h1>x</h1>
{%- from "questions/_ask.html" import ask -%}{%- from "questions/_told.html" import told -%}{%- from "questions/_edit.html" import edit_fields with context -%}
{{ body }}</main></body></html>"""


def page(body: str, read_in="en", **values):
    with force_locale(read_in):
        html = render_template_string(PAGE.replace("{{ body }}", body), **values)
        assert faults_of_page(SimpleNamespace(html=html), read_in) == []
    return html5lib.parse(html, namespaceHTMLElements=False)


def edit(question, language="fi", faults=(), focus="", shown="en"):
    return page('<form method="post" action="/x">{{ edit_fields(question, language, ["fi", "sv"], faults, focus) }}</form>', shown, question=question, language=language, faults=list(faults), focus=focus)


def typed(tree, press="") -> MultiDict:
    """What a browser would send of the form."""
    sent = []
    for field in tree.iter():
        name, kind = field.get("name") if isinstance(field.tag, str) else None, field.get("type")
        if field.tag == "input" and name and (kind not in ("radio", "checkbox") or field.get("checked") is not None):
            sent.append((name, field.get("value", "")))
        elif field.tag == "textarea":
            sent.append((name, field.text or ""))
        elif field.tag == "select":
            options = list(field.iter("option"))
            chosen = next((one for one in options if one.get("selected") is not None), options[0])
            sent.append((name, chosen.get("value", chosen.text)))
    assert not press or any(button.get("value") == press for button in tree.iter("button")), press
    return MultiDict(sent + ([("arrange", press)] if press else []))


def again(question, form, language="fi"):
    return edited(form, question.kind, language, question)


@pytest.mark.parametrize("question", one_of_each(), ids=lambda question: question.kind)
def test_the_form_gives_back_what_it_shows(question):
    done = again(question, typed(edit(question)))
    assert done.question == question and done.faults == [] and not done.arranged


@pytest.mark.parametrize("kind", KINDS)
def test_an_empty_question_is_told_what_it_lacks_and_keeps_what_is_there(kind):
    begun = begin(kind)
    form = typed(edit(begun))
    form["title"], form["feedback"] = "Nimi", "Kaikille"
    done = edited(form, kind, "fi")
    assert done.question.id == begun.id and done.question.title == "Nimi" and done.question.words["fi"].feedback == "<p>Kaikille</p>"
    assert {"text"} <= {fault.field for fault in done.faults}
    tree = edit(done.question, faults=done.faults, shown="fi")  # each fault leads to its field
    assert len([a for a in tree.iter("a") if (a.get("href") or "").startswith("#")]) == len(done.faults)
    with pytest.raises(QuestionIsUnfinished):
        save(form, kind, "fi")


def test_answers_are_added_moved_and_taken_away_by_buttons():
    question = single()
    form = typed(edit(question), "up bbbb")
    form["text-cccc"] = "Muutettu"
    done = again(question, form)
    assert done.arranged and [part.id for part in done.question.parts] == ["bbbb", "aaaa", "cccc"] and done.question.words["fi"].part("cccc").text == "Muutettu"
    more = again(done.question, typed(edit(done.question), "add"))
    assert len(more.question.parts) == 4 and more.focus == f"text-{more.question.parts[-1].id}"
    assert "autofocus" in next(one for one in edit(more.question, focus=more.focus).iter("input") if one.get("id") == more.focus).attrib
    saved = again(more.question, typed(edit(more.question)))
    assert len(saved.question.parts) == 3 and saved.faults == []  # the empty line was no mistake
    fewer = again(saved.question, typed(edit(saved.question), "remove cccc"))
    assert [part.id for part in fewer.question.parts] == ["bbbb", "aaaa"] and "cccc" not in fewer.question.words["fi"].parts
    pairs = again(matching(), typed(edit(matching()), "remove aaaa"))
    assert pairs.question.targets == ("t111", "t222", "t333") and again(pairs.question, typed(edit(pairs.question), "remove cccc")).question.targets == ("t222", "t333")
    assert len(again(matching(), typed(edit(matching()), "add-target")).question.targets) == 4


def test_a_second_language_shares_what_is_right():
    question = matching()
    form = typed(edit(question, "sv"))
    for name, value in ({"text": "Para ihop", "text-aaaa": "Brevet var öppet", "match-aaaa": "Iakttagelse", "text-bbbb": "Klarar sig inte", "match-bbbb": "Bedömning", "text-cccc": "Dörren var låst", "match-cccc": "Iakttagelse"}).items():
        form[name] = value
    half = again(question, form, "sv")
    assert half.faults == [] and half.question.missing(["fi", "sv"]) == ["sv"]  # the target to which nothing belongs has no Swedish yet
    form["text-t333"] = "Plan"
    done = again(question, form, "sv").question
    assert done.languages == ("fi", "sv") and done.structure() == question.structure() and done.words["fi"] == question.words["fi"]
    form["match-cccc"] = "Gissning"  # in Swedish the two differ now: then they are two
    parted = again(question, form, "sv").question
    assert parted.parts[0].target == "t111" != parted.parts[2].target and parted.missing(["fi", "sv"]) == ["fi"]


@pytest.mark.parametrize(("question", "field", "value", "fault", "sentence"), [
    (single(), "text", "x" * 2001, "text", "1 character too long"), (single(), "text-aaaa", "x" * 502, "text-aaaa", "2 characters too long"), (single(), "feedback-bbbb", "x" * 1001, "feedback-bbbb", "too long"),
    (single(), "share-aaaa", "50", "parts", "which answer is right"), (single(), "text-bbbb", "EHKÄ", "text-cccc", "says the same"), (single(), "text-aaaa", "", "text-aaaa", "no text yet"), (single(), "points", "monta", "points", "whole number"),
    (number(), "value-aaaa", "viisi", "value-aaaa", "in digits"), (number(), "tolerance-aaaa", "-1", "tolerance-aaaa", "zero or more"), (number(), "value-bbbb", "5 km", "value-bbbb", "without “km”"), (short(), "text-bbbb", "*" * 11, "text-bbbb", "stars"),
    (matching(), "match-bbbb", "", "match-bbbb", "no text yet"), (matching(), "text-bbbb", "kirje oli auki", "text-bbbb", "says the same"), (truth(), "feedback", "x" * 1001, "feedback", "too long"), (single(), "title", "x" * 121, "title", "too long")])
def test_what_is_wrong_is_told_by_its_field_and_stays_in_it(question, field, value, fault, sentence):
    form = typed(edit(question))
    form[field] = value
    done = again(question, form)
    assert [one.field for one in done.faults] == [fault] and sentence in done.faults[0].sentence
    if field != "points":
        tree = edit(done.question, faults=done.faults)
        assert field in ("text", "feedback") or fault == "parts" or next(one for one in tree.iter() if one.get("id") == fault).get("aria-describedby") == f"{fault}-fault"
        assert typed(tree)[field].replace("−", "-") == value


def test_hostile_forms_make_no_question_and_no_mishap():
    for question in one_of_each():
        form = MultiDict([("part", "x" * 99), ("part", "<b>")] + [("part", f"part{place}") for place in range(200)] + [("share-part1", "9" * 500), ("target-part1", "part1"), ("extra", "part1"), ("text", "<" * 300_000), ("text-format", "html")])
        assert again(question, form).faults
        assert edited(MultiDict({"arrange": "remove \0", "id": "true"}), question.kind, "fi").arranged
    with pytest.raises(Unsuitable):
        begin("cloze")


def test_client_data_is_asked_about_before_it_is_kept(app):
    form = typed(edit(single()))
    form["feedback-aaaa"] = "Soita 131052-308T"
    with pytest.raises(ClientData):
        again(single(), form)
    with app.test_request_context("/", method="POST", data={"sent_anyway": "131052-308T"}):
        kept = again(single(), form).question
        assert kept.words["fi"].part("aaaa").feedback == "Soita 131052-308T"
    again(kept, typed(edit(kept)))  # what stood there already is not asked about again


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_every_kind_is_asked_and_told(language):
    for question in one_of_each():
        asked = page('<form method="post" action="/x">{{ ask(question, reading, "seed", answer, fault) }}</form>', language, question=question, reading=[language, "fi"], answer=None, fault=Unsuitable(question.name, "Vastaa."))
        group = next(asked.iter("fieldset"))
        assert group.get("aria-labelledby") == f"{question.name}-asked" and group.get("aria-describedby") == f"{question.name}-fault" and group.get("lang") == (None if language == "fi" else "fi")
        for answer in (question.right_answer() if question.kind != "short_text" else "Itsemääräämisoikeus", None, question.read_answer(["bbbb", "aaaa"]), "0" if question.kind in ("number", "short_text") else None):
            again_asked = page('<form method="post" action="/x">{{ ask(question, reading, "seed", answer) }}</form>', language, question=question, reading=[language, "fi"], answer=answer)
            told = page("{{ told(question, answer, question.mark(answer), reading, level=2) }}", language, question=question, reading=[language, "fi"], answer=answer)
            assert "".join(next(told.iter("h2")).itertext()).strip()  # in words
            if answer is not None and answer == question.right_answer():
                assert question.answer_from(typed(again_asked)) == answer


def test_what_would_have_been_right_is_told_only_where_it_may_be():
    for reveals in (True, False):
        for question, wrong, right in ((single(), "bbbb", "Kirjeet olivat auki."), (multiple(), ["cccc"], "Right would be:"), (truth(), False, "Right would be:"), (ordering(), ["dddd", "aaaa"], "The right order:"),
                                       (number(), "9", "3.5"), (short(), "väärä", "Itsemääräämisoikeus"), (matching(), {"aaaa": "t222"}, "Right would be:")):
            told = page("{{ told(question, answer, question.mark(answer), ['fi'], reveals, 2) }}", question=question, answer=wrong, reveals=reveals)
            assert (right in "".join(told.itertext())) == reveals, question.kind


def test_words_of_authors_are_never_markup():
    question = single()
    question.words["fi"] = words("A &lt;b&gt;", aaaa=("<script>1</script>", "<img src=x>"), bbbb='"><i>', cccc="{{ 7 * 7 }}")
    tree = page("{{ ask(question, ['fi']) }}{{ told(question, 'aaaa', question.mark('aaaa'), ['fi'], True, 2) }}", question=question)
    assert not [one for one in tree.iter() if one.tag in ("script", "img", "i", "b")] and "49" not in "".join(tree.itertext())
    tree = edit(question)
    assert not [one for one in tree.iter() if one.tag in ("script", "img", "i")] and re.search(r"\{\{ 7", html5lib.serialize(tree))
    assert PartWords("x") and not PartWords()
