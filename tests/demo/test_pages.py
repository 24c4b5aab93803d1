"""Every page of the demo platform in each language, and what its settings do."""
import re

import html5lib
import pytest

from demo.platform.words import LANGUAGES, WORDS

from .test_copies import copy_of
from .test_deep_linking import GRADED

PATHS = [
    "/", "/?saved=1", "/as/aino/courses", "/as/marja/courses/1", "/as/aino/courses/1", "/as/marja/courses/11?copied=1", "/as/marja/courses/1?added=2",
    "/as/eeva/courses/2", "/as/marja/links/1", "/as/aino/links/101", "/as/aino/links/1/return?lti_msg=Hei", "/as/otto/tools",
    "/as/otto/tools/registration?url=https://standin.example/r", "/as/otto/tools/registration/start?url=https://standin.example/r",
    "/as/marja/courses/1/tools", "/as/marja/courses/1/add?section=1", "/as/marja/courses/1/add/2?section=1", "/as/marja/courses/1/copy",
    "/as/marja/courses/1?role=student", "/as/aino/courses/1/copy", "/nowhere", "/as/nobody/courses/1", "/as/marja/links/101/launch", "/storage"]


@pytest.fixture
def filled(tool, browser, set_options):
    """A platform where everything is there to be seen."""
    set_options("delegate", "large_course", "platform_storage")
    tool.answer(tool.question(), GRADED)
    copy_of(browser, "1")
    return browser


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_is_well_made_in_every_language(filled, language):
    for path in PATHS:
        answer = filled.get(f"{path}{'&' if '?' in path else '?'}lang={language}")
        assert answer.status_code in (200, 403, 404), path
        parser = html5lib.HTMLParser(strict=False, namespaceHTMLElements=False)
        page = parser.parse(answer.text)
        wrong = [code for _at, code, _more in parser.errors]
        assert wrong == [], (path, wrong)
        assert page.get("lang") == language, path
        numbers = [element.get("id") for element in page.iter() if element.get("id")]
        assert len(numbers) == len(set(numbers)), path
        for field in page.iter("input"):
            if field.get("type") not in ("hidden", "radio", "checkbox"):
                assert page.find(f".//label[@for='{field.get('id')}']") is not None, path
        assert not re.search(r"<script(?![^>]*src=)|\son\w+=|\sstyle=", answer.text), path  # all scripts and styles are files


def test_every_word_is_there_in_three_languages_with_the_same_gaps():
    for key, said in WORDS.items():
        assert len(said) == len(LANGUAGES) and all(said), key
        gaps = [sorted(re.findall(r"{(\w+)}", words)) for words in said]
        assert gaps[0] == gaps[1] == gaps[2], key


def test_the_course_says_what_happened(browser):
    assert "Activities added: 2" in browser.get("/as/marja/courses/1?added=2&lang=en").text
    assert "This is the course&#39;s new copy." in browser.get("/as/marja/courses/1?copied=1&lang=en").text
    assert "Activities added" not in browser.get("/as/marja/courses/1?added=x&lang=en").text


def test_a_language_is_changed_where_one_is(filled):
    page = filled.get("/as/marja/courses/1/add?section=2&lang=fi").text
    assert re.search(r'href="/as/marja/courses/1/add\?(lang=sv&amp;section=2|section=2&amp;lang=sv)', page)
    assert "saved" not in filled.get("/?saved=1&lang=sv").text.partition("<main")[0]


def test_the_settings_stay_as_they_were_chosen(browser, set_options):
    set_options("never", "platform_storage")
    page = browser.get("/?lang=en").text
    assert re.search(r'value="never" checked', page) and re.search(r'name="platform_storage" checked', page)
    assert not re.search(r'name="large_course" checked', page)
    set_options("always")
    assert not re.search(r'platform_storage" checked', browser.get("/").text)
    assert browser.post("/options", data={"privacy": "everything"}).status_code == 400


def test_the_course_page_shows_who_is_in_which_group(browser):
    page = browser.get("/as/aino/courses/1?lang=en").text
    groups = page.partition('<div class="groups">')[2]
    first, second = groups.split("number 2")
    assert "Aino Sarapuisto" in first and "Aino Sarapuisto" not in second
    assert "Örjan Strandvik" in first and "Örjan Strandvik" in second
    assert "There are 40 people in the course." in page


def test_the_large_course_lists_its_first_hundred(filled):
    page = filled.get("/as/marja/courses/1?lang=en").text
    assert "There are 2040 people" in page and "first 100" in page and len(page) < 200_000


def test_the_tools_word_on_the_way_back_stays_a_word(browser):
    page = browser.get("/as/aino/links/1/return", query_string={"lti_errormsg": "<script>alert(1)</script>"}).text
    assert "<script>alert" not in page
