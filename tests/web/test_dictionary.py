"""Browsers that keep what pages have in common get a page as the difference to that, and nobody's words are in what they keep."""
import base64
import hashlib

import pytest
import zstandard

from tests.support.cast import AINO
from tests.support.platform import TOOL
from tests.support.visitor import FROM_HERE

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
TAKES = {**FROM_HERE, "Accept-Encoding": "gzip, deflate, br, zstd, dcb, dcz"}


@pytest.fixture
def aino(enter, board):
    return enter(AINO)


@pytest.fixture
def kept(aino, board):
    """The dictionary that the board's page names."""
    [link] = aino.open(board.path).all("link", rel="compression-dictionary")
    return aino.open(link.get("href"))


def having(dictionary) -> dict:
    return {**TAKES, "Available-Dictionary": f":{base64.b64encode(hashlib.sha256(dictionary.data).digest()).decode()}:"}


def opened(data, dictionary) -> bytes:
    assert data[:8] == bytes.fromhex("5e2a4d1820000000") and data[8:40] == hashlib.sha256(dictionary.data).digest()
    with_it = zstandard.ZstdCompressionDict(dictionary.data, dict_type=zstandard.DICT_TYPE_RAWCONTENT)
    return zstandard.ZstdDecompressor(dict_data=with_it).decompress(data[40:])


def ask(visitor, path, headers):
    return visitor.client.get(path, base_url=TOOL, headers=headers, buffered=True)


def test_browsers_keep_it_for_ever_and_know_what_it_is_for(kept, aino):
    assert kept.headers["Use-As-Dictionary"] == 'match="/*", match-dest=("document" "iframe")'
    assert "immutable" in kept.headers["Cache-Control"]
    small = ask(aino, kept.path, {"Accept-Encoding": "br"})
    assert small.headers["Content-Encoding"] == "br" and len(small.data) < len(kept.data) / 3


def test_who_has_it_gets_the_same_page_in_fewer_bytes(board, aino, kept):
    board.note(aino, "Yhteinen tapa kirjata")
    plain, small, by_difference = (ask(aino, board.path, headers) for headers in (FROM_HERE, TAKES, having(kept)))
    assert by_difference.headers["Content-Encoding"] == "dcz"
    assert {"accept-encoding", "available-dictionary"} <= {name.lower() for name in by_difference.vary}
    assert opened(by_difference.data, kept) == plain.data
    assert len(by_difference.data) < len(small.data) * 0.75


def test_pages_of_other_kinds_and_languages_are_sent_so_too(board, aino, kept):
    aino.submit("/me/settings", language="sv")
    for path in (board.home, board.path):
        sent = ask(aino, path, having(kept))
        assert sent.headers["Content-Encoding"] == "dcz" and 'lang="sv"' in opened(sent.data, kept).decode()


@pytest.mark.parametrize("told", ["", ":AAAA:", "x", ":" + base64.b64encode(bytes(32)).decode() + ":"])
def test_who_has_another_one_gets_the_page_as_ever(board, aino, told):
    assert ask(aino, board.path, {**TAKES, "Available-Dictionary": told}).headers["Content-Encoding"] == "br"


def test_who_does_not_take_it_gets_the_page_as_ever(board, aino, kept):
    assert ask(aino, board.path, {**having(kept), "Accept-Encoding": "gzip, br"}).headers["Content-Encoding"] == "br"


def test_what_a_stranger_s_words_stand_in_is_not_compressed_with_it(board, aino, kept):
    sent = ask(aino, f"{board.path}?from=guess", {**having(kept), "Sec-Fetch-Site": "cross-site"})
    assert "Content-Encoding" not in sent.headers


def test_nothing_of_anybody_is_in_it(board, aino, app):
    board.note(aino, "Vain tällä taululla")
    ask(aino, board.path, FROM_HERE)
    [link] = aino.open(board.path).all("link", rel="compression-dictionary")
    text = aino.open(link.get("href")).html
    assert "<li class=\"note" in text and "Lisää lappu" in text
    for private in ("Vain tällä", "Aino", "Sarapuisto", "Toimii", "Marja"):
        assert private not in text


def test_one_of_another_version_is_not_found(aino):
    assert aino.open("/static/dictionaries/fi-00000000").status == 404
