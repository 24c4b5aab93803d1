"""Questions that come and go in files."""
import io

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


@pytest.mark.parametrize("data", [b"", b"\xff\xfe\x00G", b"{" * 5000, b'{"format": "else"}'])
def test_what_is_no_file_of_questions_changes_nothing(module, data):
    unit = module.unit()
    for name in ("a.json", "a.txt"):
        seen = sent(module, unit, data, name)
        assert seen.status in (200, 422) and ("0 kysymystä" in seen.text or seen.status == 422)
    assert module.marja.open(f"{module.path}/writing").all("h3") == []
