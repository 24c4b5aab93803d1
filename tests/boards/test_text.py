"""What people write: limits to the character, every alphabet, hostile text, links, languages."""
import unicodedata
from urllib.parse import quote_from_bytes

import html5lib
import pytest

from tests.support.cast import AINO, ORJAN
from tests.support.visitor import BY_SCRIPT, FROM_HERE

URLENCODED = "application/x-www-form-urlencoded"


@pytest.fixture
def aino(enter):
    return enter(AINO)


def write(board, visitor, text, **form):
    return visitor.send(board.composer(), text=text, **{"colour": "sun", "language": "fi", **form})


def text_of(board, visitor, note=None):
    """The note's text as it stands on the page, and its element."""
    page = visitor.open(board.path)
    item = page.one(f"note-{note}") if note else page.all("li", data_note=True)[-1]
    [paragraph] = [p for p in item.iter("p") if "text" in p.get("class").split()]
    return "".join(paragraph.itertext()), paragraph


FULL = {"letters": "ä" * 1000, "emoji": "👍" * 1000, "letters made of two": "a\u0308" * 1000, "marks that stay apart": "q\u0303" * 500,
        "line breaks of Windows": "x" + "\r\n" * 998 + "y", "spaces around it": "  " + "x" * 1000 + "\n\n", "control characters between": "x\x00\x07" * 1000}


@pytest.mark.every_case
@pytest.mark.parametrize("text", FULL.values(), ids=FULL)
def test_a_thousand_characters_fit(board, aino, text):
    assert write(board, aino, text).status == 201
    assert 998 <= len(text_of(board, aino)[0]) <= 1000


@pytest.mark.parametrize("text", ["ä" * 1001, "👍" * 1001, "q\u0303" * 501, "x" * 100_000], ids=["letters", "emoji", "marks", "far too much"])
def test_one_more_is_refused_and_nothing_is_cut(board, aino, text):
    assert write(board, aino, text).status == 422
    refused = aino.post(board.composer(), text=text, colour="sun", language="fi")
    assert refused.status == 422 and refused.typed == [text]
    note = board.note(aino, "Lyhyt")
    assert aino.send(f"/notes/{note}", text=text, version=1, colour="sun", language="fi").status == 422
    assert text_of(board, aino)[0] == "Lyhyt"


def test_what_no_text_has_is_taken_out(board, aino):
    write(board, aino, " \ufeffNolla\x00 kello\x07 \x1b[31m poisto\x7f \x85\u2028rivi\u2029rivi\rrivi ")
    text = text_of(board, aino)[0]
    assert not set(text) & set("\x00\x07\x1b\x7f\x85\u2028\u2029\r")
    assert "Nolla" in text and text.endswith("\nrivi\nrivi\nrivi")


NO_TEXT = {"high surrogate": b"\xed\xa0\x80", "low surrogate": b"\xed\xb2\xa9x", "no UTF-8": b"\xff\xfe", "half a letter": b"\xc3", "percent": b"%ZZ"}


@pytest.mark.every_case
@pytest.mark.parametrize("raw", NO_TEXT.values(), ids=NO_TEXT)
def test_bytes_that_are_no_text_do_no_harm(board, aino, raw):
    body = b"text=Alku+" + quote_from_bytes(raw).encode() + b"+loppu&colour=sun&language=fi"
    seen = aino.ask("POST", board.composer(), {**BY_SCRIPT, "Content-Type": URLENCODED}, data=body)
    assert seen.status == 201
    text = text_of(board, aino)[0]
    assert text.startswith("Alku ") and text.endswith(" loppu")


ALPHABETS = ["Ääkköset ja ÅÄÖ åäö", "Привет, мир", "漢字かな交じり文", "שלום עולם", "مرحبا بالعالم", "👩🏽‍🚀 🏳️‍🌈 🇫🇮 e\u0301",
             "\u202eoikealta\u202c vasemmalle", "a\u200bb\u00adc\ufeffd",
             "½ ∑ ≠ ∞ 𝔘𝔫𝔦", "I\u0307ıİ ß ﬁ", "&amp; &lt;b&gt; &#65; %41 \\n {{ 7*7 }} {% raw %} ${x} %(title)s %s"]


def test_every_alphabet_comes_back_as_it_was(board, aino):
    for text in ALPHABETS:
        note = board.note(aino, text)
        shown, paragraph = text_of(board, aino, note)
        assert shown == unicodedata.normalize("NFC", text).strip(), text
        assert paragraph.get("dir") == "auto"
        assert aino.open(f"/notes/{note}").form(f"/notes/{note}").values["text"] == shown


HOSTILE = ['<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', "</p></li></ol><h1>Ohi</h1>", "<!-- ", "]]>",
           "<hx-partial hx-target=\"#status\">x</hx-partial>",
           "javascript:alert(1)",
           "JaVaScRiPt://x%0aalert(1)", 'https://x"onmouseover="alert(1)', "https://x'onmouseover='alert(1)",
           "https://x`onmouseover=`1`",
           "https://x><script>alert(1)</script>", "data:text/html,<script>1</script>", "https://x&quot;onclick=&quot;1", "http://[::1]/\" style=\"x", "</textarea><b>",
           "data: hei\nevent: resync\nid: 1", "text\n\ndata: x", "\rdata: x\r\revent: resync"]


def test_hostile_text_is_only_text(board, aino):
    plain = len(aino.open(board.path).all("script"))
    for text in HOSTILE:
        note = board.note(aino, text)
        shown, paragraph = text_of(board, aino, note)
        assert shown == text.replace("\r", "\n").strip(), text
        for link in paragraph.iter("a"):
            assert link.get("href").startswith(("https://", "http://")) and set(link.keys()) == {"href", "target", "rel"}, text
        assert aino.open(f"/notes/{note}").form(f"/notes/{note}").values["text"] == shown
    for path in ("/me", f"/notes/{note}/position"):
        assert len(aino.open(path).all("script")) == plain
    page = aino.open(board.path)
    html5lib.HTMLParser(strict=True).parse(page.html)
    assert len(page.all("script")) == plain and len(page.all("h1")) == 1
    assert not [name for element in page.all() for name in element.keys() if name.startswith("on") or name == "style"]


def test_hostile_names_and_titles_are_only_text(board, aino):
    marja, hostile = board.marja, '"><img src=x onerror=alert(1)>'
    aino.post("/me/settings", name=hostile)
    board.note(aino)
    marja.post(f"{board.path}/settings", **{"title-fi": hostile, "prompt-fi": hostile, "colour-sun-fi": hostile})
    marja.post(f"/columns/{board.columns[0]}", **{"title-fi": hostile, "prompt-fi": hostile, "colour": "sun"})
    for path in (board.path, board.home, f"{board.home}/people", f"{board.path}/settings", f"/columns/{board.columns[0]}", "/me", f"{board.activity}/title"):
        page = marja.open(path)
        html5lib.HTMLParser(strict=True).parse(page.html)
        assert not [image for image in page.all("img") if image.get("src") == "x"], path
    assert marja.open(board.path).text.count(hostile) >= 5


def test_addresses_become_links_that_open_a_window(board, aino):
    for text, addresses in (("Ks. https://thl.fi/kirjaaminen?a=1&b=2#kohta.", ["https://thl.fi/kirjaaminen?a=1&b=2#kohta"]),
                            ("(http://a.example), https://b.example!", ["http://a.example", "https://b.example"]),
                            ("https://a.example\nhttps://ö.example/ä", ["https://a.example", "https://ö.example/ä"]),
                            ("www.thl.fi ftp://x.example mailto:aino //x.example", []), ("https:// http://", [])):
        note = board.note(aino, text)
        shown, paragraph = text_of(board, aino, note)
        assert shown == text
        assert [link.get("href") for link in paragraph.iter("a")] == addresses, text
        for link in paragraph.iter("a"):
            assert link.get("target") == "_blank" and {"noopener", "noreferrer"} <= set(link.get("rel").split())


def test_a_note_s_language_is_told_to_those_who_read_in_another(board, aino, enter):
    orjan = enter(ORJAN)
    finnish, swedish = board.note(aino, "Suomeksi"), board.note(aino, "På svenska", language="sv")
    assert text_of(board, aino, finnish)[1].get("lang") is None
    assert text_of(board, aino, swedish)[1].get("lang") == "sv"
    assert text_of(board, orjan, finnish)[1].get("lang") == "fi"
    assert text_of(board, orjan, swedish)[1].get("lang") is None


def test_a_note_without_a_language_is_in_that_of_the_course_or_of_the_note(board, aino):
    assert aino.send(board.composer(), text="Ilman kieltä", colour="sun").status == 201
    note = board.note(aino, "På svenska", language="sv")
    assert aino.send(f"/notes/{note}", text="Igen", version=1, colour="sun").status == 200
    assert text_of(board, aino, note)[1].get("lang") == "sv"


@pytest.mark.parametrize("headers", [FROM_HERE, BY_SCRIPT], ids=["plain", "by script"])
def test_what_is_far_too_large_is_refused_before_it_is_read(board, aino, headers):
    seen = aino.ask("POST", board.composer(), headers, data={"text": "x" * 3_000_000})
    assert seen.status == 413
    assert aino.open(board.path).numbers("note") == []


def test_a_form_in_parts_is_read_like_any_other(board, aino):
    seen = aino.ask("POST", board.composer(), BY_SCRIPT, data={"text": "Osissa", "colour": "sun", "language": "fi"}, content_type="multipart/form-data")
    assert seen.status == 201
    assert aino.ask("POST", board.composer(), BY_SCRIPT, json={"text": "JSON"}).status == 422
