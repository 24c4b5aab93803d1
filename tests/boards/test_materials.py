"""Materials of a phase: links and files that everybody reads above the columns, kept by facilitators."""
import io
import json
import zipfile

import pytest

from lti_tool.boards.material import MATERIALS_AT_MOST
from lti_tool.db.chores import do_chores
from tests.support.bulk import counted
from tests.support.cast import AINO
from tests.support.files import BAD, GOOD
from tests.support.scene import PEKKA

from .test_preparing import order

pytestmark = pytest.mark.usefixtures("in_english")
LINK = {"called-fi": "Kirjaamisen opas", "called-sv": "Guide", "url": "https://example.fi/opas?a=1", "keeper": "Kirjaamisen tiimi", "updated_on": "2026-10-01"}


@pytest.fixture
def marja(board):
    return board.marja


@pytest.fixture
def aino(enter, board):
    return enter(AINO)


@pytest.fixture
def phase(board, marja):
    return order(marja, board.path)[0]


def add(marja, phase, **form):
    return marja.post(f"/phases/{phase}/materials", **form)


def number_of(marja, phase) -> int:
    return max(int(link.split("/")[2]) for link in marja.open(f"/phases/{phase}").links if (link or "").startswith("/materials/"))


def test_a_link_stands_above_the_columns_for_everybody(board, marja, aino, phase):
    since = aino.open(board.path).one("live").get("data-seq")
    assert add(marja, phase, **LINK).leads_to == f"/phases/{phase}#materials"
    for seen in (aino.open(board.path), aino.open(f"{board.activity}/changes?since={since}")):
        assert LINK["url"] in seen.links and "Kirjaamisen opas" in seen.text and "Kirjaamisen tiimi" in seen.text and "1 Oct 2026" in seen.text


def test_a_file_is_read_by_whoever_sees_the_board(board, marja, aino, enter, phase):
    assert add(marja, phase, file=(io.BytesIO(GOOD["ohje.pdf"]), "Ohje.pdf"), **{"called-fi": "Ohje"}).status == 303
    link = next(link for link in aino.open(board.path).links if link.startswith("/attachments/"))
    assert aino.open(link).data == GOOD["ohje.pdf"]
    assert enter(PEKKA).open(link).status == 404
    marja.post(f"/materials/{number_of(marja, phase)}/deletion")
    assert aino.open(link).status == 404


def test_a_picture_needs_words_like_any_other(marja, phase):
    for alternative, status in (("", 422), ("Kaavio", 303)):
        assert add(marja, phase, file=(io.BytesIO(GOOD["kuva.jpg"]), "kuva.jpg"), alternative=alternative, **{"called-fi": "Kuva"}).status == status


@pytest.mark.parametrize("name", ["virus.exe", "kuva.svg"])
def test_a_file_that_is_none_of_the_kinds_is_refused(marja, phase, name):
    data = next(iter(BAD.values()))
    assert add(marja, phase, file=(io.BytesIO(data if isinstance(data, bytes) else b"MZ"), name), **{"called-fi": "x"}).status == 422
    assert "/materials/" not in " ".join(link or "" for link in marja.open(f"/phases/{phase}").links)


@pytest.mark.parametrize(("form", "words"), [
    ({"url": ""}, "Give the address"), ({"url": "javascript:alert(1)"}, "begins with https"), ({"url": "https://"}, "begins with https"),
    ({"url": "data:text/html,x"}, "begins with https"), ({"url": "//example.fi"}, "begins with https"), ({"url": "https://[x"}, "begins with https"),
    ({"url": "https://example.fi/" + "x" * 2000}, "too long"), ({"called-fi": "", "called-sv": ""}, "no text yet"), ({"called-fi": "x" * 121}, "too long"),
    ({"keeper": "x" * 81}, "too long"), ({"updated_on": "yesterday"}, "26.11.2026")])
def test_what_a_material_cannot_be_is_refused(marja, phase, form, words):
    refused = add(marja, phase, **{**LINK, **form})
    assert refused.status == 422 and words in refused.text


def test_a_link_and_a_file_are_two_materials(marja, phase):
    refused = add(marja, phase, file=(io.BytesIO(GOOD["ohje.pdf"]), "Ohje.pdf"), **LINK)
    assert refused.status == 422 and "either an address or a file" in refused.text


def test_a_material_is_changed_deleted_and_restored(board, marja, aino, phase):
    add(marja, phase, **LINK)
    number = number_of(marja, phase)
    marja.press(marja.open(f"/materials/{number}"), f"/materials/{number}", **{"called-fi": "Uusi opas", "url": "https://example.fi/uusi"})
    assert "https://example.fi/uusi" in aino.open(board.path).links and "Uusi opas" in aino.open(board.path).text
    marja.post(f"/materials/{number}/deletion")
    assert "Uusi opas" not in aino.open(board.path).text and marja.open(f"/materials/{number}").status == 409
    marja.press(marja.open(f"/phases/{phase}"), f"/materials/{number}/restoration")
    assert "Uusi opas" in aino.open(board.path).text


def test_a_material_with_a_file_keeps_it_when_its_words_change(board, marja, aino, phase):
    add(marja, phase, file=(io.BytesIO(GOOD["ohje.pdf"]), "Ohje.pdf"), **{"called-fi": "Ohje"})
    number = number_of(marja, phase)
    assert marja.post(f"/materials/{number}", **{"called-fi": "Toinen", "url": "https://example.fi"}).status == 303
    seen = aino.open(board.path)
    assert "Toinen" in seen.text and "https://example.fi" not in seen.links and any(link.startswith("/attachments/") for link in seen.links)


def test_materials_go_and_come_with_their_phase(board, marja, aino, phase):
    add(marja, phase, **LINK)
    number = number_of(marja, phase)
    marja.post(f"{board.path}/phases", kind="joint")
    marja.post(f"/phases/{phase}/deletion")
    assert "Kirjaamisen opas" not in aino.open(board.path).text and aino.open(f"/materials/{number}").status == 404
    assert marja.post(f"/materials/{number}/restoration").status == 409


def test_a_deleted_material_is_gone_after_thirty_days(app, marja, phase, clock):
    add(marja, phase, **LINK)
    number = number_of(marja, phase)
    marja.post(f"/materials/{number}/deletion")
    clock.forward(days=31)
    assert do_chores(app) == []
    assert marja.launch().post(f"/materials/{number}/restoration").status == 404


def test_a_phase_has_twenty_materials_at_most(marja, phase):
    for _number in range(MATERIALS_AT_MOST):
        assert add(marja, phase, **LINK).status == 303
    assert add(marja, phase, **LINK).status == 409


def test_a_board_without_materials_asks_nothing_and_with_many_no_more_than_with_one(app, board, marja, aino, phase):
    def asked() -> int:
        aino.open(board.path)
        with counted(app) as statements:
            assert aino.open(board.path).status == 200
        return len(statements)

    none = asked()
    add(marja, phase, file=(io.BytesIO(GOOD["ohje.pdf"]), "Ohje.pdf"), **{"called-fi": "Ohje"})
    one = asked()
    for _number in range(8):
        add(marja, phase, file=(io.BytesIO(GOOD["ohje.pdf"]), "Ohje.pdf"), **{"called-fi": "Ohje"})
        add(marja, phase, **LINK)
    assert none < one == asked() <= none + 2
    for number in range(1, 18):
        marja.post(f"/materials/{number}/deletion")
    assert asked() == none


def test_words_that_may_be_a_client_s_are_asked_about_first(marja, phase):
    asked = add(marja, phase, **{**LINK, "called-fi": "Asiakas 131052-308T"})
    assert asked.status == 422 and "131052-308T" in asked.text + "".join(asked.typed)
    assert add(marja, phase, anyway="yes", **{**LINK, "called-fi": "Asiakas 131052-308T"}).status in (303, 422)


def test_a_copy_has_the_links_and_the_files(board, marja, phase):
    add(marja, phase, **LINK)
    add(marja, phase, file=(io.BytesIO(GOOD["ohje.pdf"]), "Ohje.pdf"), **{"called-fi": "Ohje"})
    marja.post(f"{board.activity}/copy")
    seen = marja.open(f"/boards/{board.id + 1}")
    file = next(link for link in seen.links if link.startswith("/attachments/"))
    assert LINK["url"] in seen.links and marja.open(file).data == GOOD["ohje.pdf"] and file not in marja.open(board.path).links


def test_sent_again_it_is_one_material(marja, phase):
    for _time in range(2):
        marja.send(f"/phases/{phase}/materials", op="operation-again", **LINK)
    assert len([link for link in marja.open(f"/phases/{phase}").links if (link or "").startswith("/materials/")]) == 1


def test_participants_and_strangers_keep_no_materials(marja, aino, enter, phase):
    add(marja, phase, **LINK)
    number = number_of(marja, phase)
    for somebody, status in ((aino, 403), (enter(PEKKA), 404)):
        assert somebody.open(f"/materials/{number}").status == status
        for act in ("", "/deletion", "/restoration"):
            assert somebody.post(f"/materials/{number}{act}", **LINK).status == status


def test_materials_are_in_every_export_for_people_and_links_in_the_file_that_comes_back(board, marja, phase):
    add(marja, phase, **LINK)
    add(marja, phase, file=(io.BytesIO(GOOD["ohje.pdf"]), "Ohje.pdf"), **{"called-fi": "Ohje"})
    page = marja.open(f"{board.path}/export.html")
    assert LINK["url"] in page.links and "Kirjaamisen tiimi" in page.text and "Ohje.pdf" in page.text
    assert json.loads(marja.open(f"{board.path}/export.json").data)["phases"][0]["materials"] == [
        {"title": {"fi": LINK["called-fi"], "sv": LINK["called-sv"]}, "url": LINK["url"], "keeper": LINK["keeper"], "updated": LINK["updated_on"]}]
    with zipfile.ZipFile(io.BytesIO(marja.open(f"{board.path}/export.zip").data)) as packet:
        assert packet.read("materials/1-Ohje.pdf") == GOOD["ohje.pdf"]
    assert marja.open(f"{board.path}/export.docx").status == 200


def test_a_file_of_a_material_is_deleted_by_facilitators_only(marja, aino, board, phase):
    add(marja, phase, file=(io.BytesIO(GOOD["ohje.pdf"]), "Ohje.pdf"), **{"called-fi": "Ohje"})
    number = next(link for link in aino.open(board.path).links if link.startswith("/attachments/")).split("/")[2]
    assert aino.send(f"/attachments/{number}/deletion").status == 403
    assert marja.send(f"/attachments/{number}/deletion").status == 200
    assert marja.post(f"/attachments/{number}/restoration").leads_to.startswith(f"/phases/{phase}")
