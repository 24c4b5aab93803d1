"""Catalogues: everything is translated, nothing is stale, and what is filled in stays what is filled in."""
import re
from functools import cache

import pytest
from babel.messages.pofile import read_po

from lti_tool.settings import read
from tests.support.messages import ROOT, extracted

FOLDER = ROOT / "lti_tool" / "translations"
LANGUAGES = [language for language in read("default")["languages"] if language != "en"]  # the messages themselves are English
PLACEHOLDER = re.compile(r"%\((\w+)\)\w|\{(\w+)\}")


@cache
def catalogue(language):
    with (FOLDER / language / "LC_MESSAGES" / "messages.po").open("rb") as file:
        return read_po(file, locale=language)


def messages(catalog):
    """Without the header."""
    return {message.id: message for message in catalog if message.id}


def placeholders(text):
    return {name or braced for name, braced in PLACEHOLDER.findall(text)}


def forms(value):
    return list(value) if isinstance(value, (list, tuple)) else [value]


def test_there_is_a_catalogue_for_every_language_of_the_interface():
    assert {path.name for path in FOLDER.iterdir() if path.is_dir()} == set(LANGUAGES)
    assert len(messages(extracted())) > 200  # the sources were found


@pytest.mark.parametrize("language", LANGUAGES)
class TestCatalogue:
    def test_has_every_message_of_the_sources_and_no_other(self, language):
        there, wanted = messages(catalogue(language)), messages(extracted())
        assert sorted(map(str, wanted.keys() - there.keys())) == []
        assert sorted(map(str, there.keys() - wanted.keys())) == []
        assert sorted(map(str, catalogue(language).obsolete)) == []

    def test_says_something_for_every_message_and_is_sure_of_it(self, language):
        for message in messages(catalogue(language)).values():
            assert not message.fuzzy, message.id
            assert all(text.strip() for text in forms(message.string)), message.id

    def test_has_the_plural_forms_of_its_language(self, language):
        assert catalogue(language).num_plurals == 2
        wanted = messages(extracted())
        for message in messages(catalogue(language)).values():
            assert message.pluralizable == wanted[message.id].pluralizable, message.id
            assert len(forms(message.string)) == (2 if message.pluralizable else 1), message.id

    def test_fills_in_what_the_message_fills_in(self, language):
        for message in messages(catalogue(language)).values():
            singular, *plural = forms(message.id)
            for text, english in zip(forms(message.string), [singular, *plural]):
                assert placeholders(text) == placeholders(english), f"{english!r} became {text!r}"
                assert "%" not in PLACEHOLDER.sub("", text.replace("%%", "")), f"a lonely percent sign in {text!r}"

    def test_keeps_blank_edges(self, language):
        for message in messages(catalogue(language)).values():
            for text, english in zip(forms(message.string), forms(message.id)):
                assert (text[:1].isspace(), text[-1:].isspace()) == (english[:1].isspace(), english[-1:].isspace()), english


def test_english_is_what_the_sources_say():
    """No message is a mere key, and its placeholders have names that a translator understands."""
    for message in messages(extracted()).values():
        for text in forms(message.id):
            assert not re.search(r"%[sd]|%\(\w?\)", text), text
            assert " " in text or text[:1].isupper() or text.islower(), text
