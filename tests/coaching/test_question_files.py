"""Questions that come and go in files."""
import io
import json

import pytest

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
GIFT = """// a comment
::Havainto:: Kumpi on havainto? { =Näin kolme kirjettä # Sen näit. ~Ei selviydy # Se on arvio. }

::Essee:: Kerro omin sanoin. {}

Maa on pyöreä. {T}
"""


def sent(module, unit, data, name="kysymykset.txt"):
    return module.marja.ask("POST", f"/units/{unit}/questions", data={"file": (io.BytesIO(data), name), "language": "fi"})


def test_gift_becomes_steps_and_what_is_not_taken_over_is_listed(module, aino):
    unit = module.unit()
    seen = sent(module, unit, GIFT.encode())
    assert seen.status == 200 and "2 kysymystä" in seen.text and "Kerro omin sanoin" in seen.text
    module.publish()
    assert "Havainto" in aino.open(module.path).text and "Maa on pyöreä" in aino.open(module.path).text
    gift = module.marja.open(f"{module.path}/questions.gift").response.text
    assert "::Havainto::" in gift and "Näin kolme kirjettä" in gift
    other = module.unit("Toinen")
    ours = module.marja.open(f"{module.path}/questions.json").response.data
    assert "2 kysymystä" in sent(module, other, ours, "kysymykset.json").text


@pytest.mark.parametrize("data", [b"", b"\xff\xfe\x00G", b"{" * 5000, b'{"format": "else"}', "Työ? {=ä ~ö}".encode("latin-1"), b"Ty\0? {T}", b"a" * 2_200_000, b"a {T}\n\n" * 501,
                                  b'{"format": "questions", "version": 1, "questions": ' + b"[" * 100_000 + b"]" * 100_000 + b"}"])
def test_what_is_no_file_of_questions_changes_nothing(module, data):
    unit = module.unit()
    for name in ("a.json", "a.txt"):
        seen = sent(module, unit, data, name)
        assert seen.status in (200, 413, 422) and ("0 kysymystä" in seen.text or seen.status > 200)
    assert module.marja.open(f"{module.path}/writing").all("h3") == []


def test_hostile_text_of_a_file_is_only_text_to_author_and_learner(module, aino):
    unit, harm = module.unit(), '<p onclick="x()">Kumpi<script>x()</script><img src=x onerror=x()><a href="javascript:x()">?</a></p>'
    assert "1 kysymys" in sent(module, unit, f"::<script>x()</script>:: [html]{harm.replace('=', chr(92) + '=')} {{ ~[html]<b onclick\\=x()>Sen</b> =Oikea <script>y()</script> }}".encode()).text
    ours = json.loads(module.marja.open(f"{module.path}/questions.json").data)
    ours["questions"][0]["words"]["fi"] |= {"text": harm, "feedback": harm}
    assert "1 kysymys" in sent(module, unit, json.dumps(ours).encode(), "kysymykset.txt").text, "ours is known by what it holds"
    module.publish()
    module.begin(aino)
    steps = [link for link in aino.open(module.path).links if "/steps/" in link]
    for page in {*steps, f"{module.path}/writing"}:
        html = (module.marja if "writing" in page else aino).open(page).html
        assert "<script>x" not in html and "<script>y" not in html and "onerror" not in html and "javascript:x" not in html and "<p onclick" not in html and "<b onclick" not in html
