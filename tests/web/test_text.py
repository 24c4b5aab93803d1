"""Every text that people write: cleaned of what no text has, refused when it is too long, never cut."""
import pytest

from lti_tool.db import Wording
from lti_tool.web import Unsuitable, take_language, take_text, take_wording
from lti_tool.web.text import clean

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
CLEANED = {
    "blank edges": ("  \n Kirjataan yhdessä \t\n", "Kirjataan yhdessä"),
    "line breaks of every kind": ("a\r\nb\rc\u2028d\u2029e", "a\nb\nc\nd\ne"),
    "letters in pieces": ("A\u0308iti ja A\u030ake", "Äiti ja Åke"),
    "NUL and other controls": ("a\x00b\x07c\x1b[31md\x7fe\x85f", "abc[31mdef"),
    "half a surrogate pair": ("a\ud83db", "ab"),
    "tabs stay": ("a\tb", "a\tb"),
    "emoji of several characters stay whole": ("👩‍👧‍👦 🏳️‍🌈 1️⃣", "👩‍👧‍👦 🏳️‍🌈 1️⃣"),
    "right-to-left text stays": ("שלום و", "שלום و"),
}


@pytest.fixture
def form(app):
    """form(text="...") is a request with that form; use it with `with`."""
    return lambda **fields: app.test_request_context(method="POST", data=fields)


@pytest.mark.parametrize(("written", "kept"), CLEANED.values(), ids=CLEANED)
def test_is_cleaned(written, kept, database_url):
    assert clean(written) == kept
    assert clean(kept) == kept


def test_a_text_of_just_the_limit_is_taken_and_one_more_is_refused_with_how_much_is_too_much(form):
    with form(text="ä" * 1000):
        assert take_text("text", 1000) == "ä" * 1000
    with form(text="ä" * 1012), pytest.raises(Unsuitable) as refused:
        take_text("text", 1000)
    assert "12" in refused.value.sentence and "1000" in refused.value.sentence
    assert (refused.value.status, refused.value.field) == (422, "text")


def test_the_limit_counts_what_is_kept(form):
    with form(text="  " + "A\u0308" * 1000 + "\r\n"):
        assert len(take_text("text", 1000)) == 1000


@pytest.mark.parametrize("nothing", ["", "   ", "\r\n\t", "\x00", "\u200b", "\ufeff \u200d"], ids=repr)
def test_a_required_text_must_say_something_that_can_be_seen(form, nothing):
    with form(text=nothing):
        take_text("text", 10)
        with pytest.raises(Unsuitable):
            take_text("text", 10, required=True)


def test_emoji_newer_than_this_python_says_something(form):
    with form(text="\U0001fae9"):
        assert take_text("text", 10, required=True) == "\U0001fae9"


def test_one_line_stays_one_line(form):
    with form(title="Aamukahvi\n ja\tpulla"):
        assert take_text("title", 120, one_line=True) == "Aamukahvi ja pulla"


def test_a_field_that_is_not_there_is_an_empty_text(form):
    with form():
        assert take_text("text", 10) == ""


def test_a_text_is_in_a_language_that_is_used_here(form):
    with form(language="sv"):
        assert take_language() == "sv"
    with form():
        assert take_language(default="en") == "en"
    with form(language="de"), pytest.raises(Unsuitable):
        take_language()


def test_versions_in_languages_that_the_form_does_not_show_are_kept(form):
    before = Wording({"fi": "Vanha", "sv": "Gammal"})
    with form(**{"title-fi": "Uusi"}):
        assert take_wording("title", 120, ["fi", "sv"], before) == {"fi": "Uusi", "sv": "Gammal"}
    with form(**{"title-fi": "Uusi", "title-sv": ""}):
        assert take_wording("title", 120, ["fi", "sv"], before) == {"fi": "Uusi"}
    with form(**{"title-en": "New"}):
        assert take_wording("title", 120, ["fi", "sv"], before) == before


def test_a_required_wording_needs_one_version(form):
    with form(**{"title-fi": " ", "title-sv": ""}), pytest.raises(Unsuitable):
        take_wording("title", 120, ["fi", "sv"], required=True)
    with form(**{"title-fi": "", "title-sv": "Ny"}):
        assert take_wording("title", 120, ["fi", "sv"], required=True) == {"sv": "Ny"}
