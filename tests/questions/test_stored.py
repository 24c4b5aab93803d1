"""Questions as JSON: nothing is lost, and what is not a whole question is none."""
import copy
import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lti_tool.documents import FileCannotBeTaken
from lti_tool.questions import as_json, from_json
from lti_tool.questions.exports import as_file
from lti_tool.questions.imports import read_questions

from .conftest import matching, one_of_each, short, single, words

QUICK = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def test_a_question_comes_back_as_it_was():
    for question in one_of_each():
        assert from_json(json.loads(json.dumps(as_json(question)))) == question
    assert read_questions(as_file(one_of_each())) == one_of_each()


def test_versions_share_what_is_right_and_are_read_one_at_a_time():
    question = single()
    question.words["sv"] = words("Vilken är en iakttagelse?", aaaa="Breven var öppna.", bbbb="Hen klarar sig inte.")
    assert question.missing(["fi", "sv", "en"]) == ["sv", "en"]  # one answer has no Swedish yet
    assert question.said_of("aaaa", "text", "sv", "fi").language == "fi"
    question.words["sv"] = words("Vilken är en iakttagelse?", aaaa="Breven var öppna.", bbbb="Hen klarar sig inte.", cccc="Kanske")
    assert question.said("text", "sv").text == "<p>Vilken är en iakttagelse?</p>" and question.said("text", "en", "sv").other
    assert from_json(as_json(question)) == question
    both = short()
    both.words["sv"] = words("Vad?", aaaa="Självbestämmanderätt")
    assert both.mark("självbestämmanderätt").right and both.mark("itsemääräämisoikeus").right and not both.mark("sjalvbestammanderatt").right


def changed(path, value):
    data = copy.deepcopy(as_json(single()))
    *way, last = path
    place = data
    for name in way:
        place = place[name]
    place[last] = value
    return data


@pytest.mark.parametrize(("path", "value", "place"), [
    (["kind"], "cloze", "kind"), (["kind"], ["x"], "kind"), (["version"], 2, "version"), (["version"], True, "version"), (["extra"], 1, ""), (["points"], 0, "points"), (["points"], 10**30, "points"),
    (["id"], "A", "id"), (["id"], "true", "id"), (["id"], "format", "id"), (["id"], None, "id"), (["structure"], [], "structure"), (["structure", "options"], [], "structure.options"), (["structure", "options"], [{"id": "aaaa"}] * 21, "structure.options"),
    (["structure", "options"], [{"id": "aaaa", "share": 100}] * 2, "structure"), (["structure", "options", 0, "share"], 101, "structure.options[0].share"), (["structure", "options", 0, "share"], 50, "parts"),
    (["structure", "right"], 1, "structure"), (["words"], {"xx": {}}, "words"), (["words", "fi", "text"], "", "words.fi.text"), (["words", "fi", "text"], "<script>x</script>", "words.fi.text"),
    (["words", "fi", "text"], "x" * 2001, "words.fi.text"), (["words", "fi", "parts", "zzzz"], {"text": "x"}, "words.fi.parts"), (["words", "fi", "parts", "aaaa", "text"], "x" * 501, "words.fi.parts.aaaa.text"),
    (["words", "fi", "parts", "bbbb", "text"], "EHKÄ", "words.fi.text-cccc"), (["title"], "x" * 121, "title"), (["structure", "shuffles"], "yes", "structure.shuffles"),
])
def test_what_is_not_a_whole_question_is_refused_with_its_place(path, value, place):
    with pytest.raises(FileCannotBeTaken) as refused:
        from_json(changed(path, value))
    assert place in [where for where, _what in refused.value.faults], refused.value.faults


def test_nothing_harmful_comes_with_a_question():
    data = changed(["words", "fi", "text"], "<p onclick=x>A<script>alert(1)</script><a href='javascript:1'>b</a></p>")
    assert from_json(data).words["fi"].text == "<p>Ab</p>"


@pytest.mark.parametrize("data", [b"", b"\xff", b"[]", b"{}", b'{"format": "questions", "version": 1}', b'{"format": "questions", "version": 1, "questions": [{}]}', b'{"format": "questions", "version": 1, "questions": [null]}',
                                  b'{"format": "questions", "version": 1, "questions": [' + b"{}," * 600 + b"{}]}", b"[" * 100_000, b'{"format": "questions", "version": 1, "questions": [], "more": 1}'])
def test_broken_files_are_refused_in_words(data):
    with pytest.raises(FileCannotBeTaken) as refused:
        read_questions(data)
    assert refused.value.sentence


@QUICK
@given(st.data())
def test_whatever_stands_in_a_question_it_is_read_or_refused(data):
    value = data.draw(st.recursive(st.none() | st.booleans() | st.integers() | st.text(max_size=5), lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["id", "text", "items", "fi", "aaaa", "target"]), inner, max_size=3), max_leaves=6))
    question = data.draw(st.sampled_from([single(), matching(), *one_of_each()]))
    whole = as_json(question)
    place, names = whole, []
    while isinstance(place, (dict, list)) and place and (not names or data.draw(st.booleans())):
        names.append(data.draw(st.sampled_from(sorted(place) if isinstance(place, dict) else range(len(place)))))
        parent, place = place, place[names[-1]]
    parent[names[-1]] = value
    try:
        read = from_json(whole)
    except FileCannotBeTaken as refused:
        assert refused.faults
    else:
        assert from_json(as_json(read)) == read
