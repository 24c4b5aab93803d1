"""What the script says: one file for each language, kept by browsers, and nothing in it is missing."""
import json
import re
from pathlib import Path

import pytest

from tests.support.cast import AINO

SCRIPTS = Path(__file__).parents[2] / "lti_tool" / "frontend" / "js"


@pytest.fixture
def aino(enter):
    return enter(AINO)


def address_on(page) -> str:
    return next(script.get("src") for script in page.all("script") if "/words/" in script.get("src"))


def words_at(visitor, address) -> dict:
    return json.loads(visitor.open(address).html.removeprefix("globalThis.words="))


@pytest.mark.parametrize(("language", "close"), [("fi", "Sulje"), ("sv", "Stäng"), ("en", "Close")])
def test_a_page_asks_for_the_words_of_its_language(board, aino, language, close):
    aino.submit("/me/settings", language=language)
    address = address_on(aino.open(board.path))
    assert f"/{language}-" in address
    assert words_at(aino, address)["close"] == close


def test_browsers_keep_them_for_ever_and_get_them_compressed(board, aino):
    address = address_on(aino.open(board.path))
    answers = {way: aino.open(address, headers={"Accept-Encoding": way}) for way in ("br", "gzip", "identity")}
    for way, answer in answers.items():
        assert "immutable" in answer.headers["Cache-Control"] and "Accept-Encoding" in answer.headers["Vary"]
        assert answer.headers["Content-Type"].startswith("text/javascript")
        assert answer.headers.get("Content-Encoding", "identity") == way
    assert len(answers["br"].data) < len(answers["gzip"].data) < len(answers["identity"].data)


@pytest.mark.parametrize("name", ["fi-00000000.js", "de-00000000.js", "fi", "../app.css", "fi-x/../../../default.toml"])
def test_what_is_not_there_is_not_found(aino, name):
    assert aino.open(f"/static/words/{name}").status == 404


def test_every_word_that_a_script_asks_for_is_there(board, aino):
    words = words_at(aino, address_on(aino.open(board.path)))
    asked = {key for file in SCRIPTS.glob("*.js") for key in re.findall(r'\bsay\("(\w+)"', file.read_text(encoding="utf-8"))}
    assert len(asked) > 30 and asked <= words.keys()
    assert all(words.values())
