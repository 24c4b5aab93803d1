"""Certificates: who gets one, what its public address says, revoking and erasing."""
import io
import re
import sys

import pytest
from pypdf import PdfReader

from tests.support.cast import AINO
from tests.support.visitor import Visitor

on_one_database = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


@pytest.fixture
def given(module, aino, app):
    """(Aino's certificate page, its public address as a path)."""
    step = module.step(module.unit())
    module.publish()
    module.begin(aino)
    assert aino.open(f"{module.path}/certificate").status == 409, "nothing is finished yet"
    module.do(aino, step)
    page = aino.post(f"{module.path}/certificate", name="Aino Sarapuisto").headers["Location"]
    return page, re.search(r"/verify/[a-z0-9]+", aino.open(page).html)[0]


@on_one_database
def test_whoever_holds_it_sees_that_it_is_genuine_and_the_name_only_when_allowed(module, aino, app, given):
    page, public = given
    stranger = Visitor(app, None, None)
    assert "Aino Sarapuisto" in aino.open(page).text and "<svg" in aino.open(page).html
    seen = stranger.open(public, {"Accept-Language": "fi"}).text
    assert "Kirjaamisen perusteet" in seen and "Sarapuisto" not in seen
    aino.post(f"{module.path}/certificate", name="Aino S.", shows_name="yes")
    assert "Aino S." in stranger.open(public, {"Accept-Language": "sv"}).text


def test_guessed_and_forged_addresses_say_nothing(app, given):
    stranger = Visitor(app, None, None)
    said = set()
    for key in ("aaaaaaaaaaaaaaaaaaaa", "x" * 500, "%27%20OR%201=1", given[1][8:-1], f"{given[1][8:]}%00", "%00", "%ff", "%F0%9F%98%80", "İ" * 20, f"{given[1][8:]}%25"):
        seen = stranger.open(f"/verify/{key}", {"Accept-Language": "fi"})
        assert seen.status == 404 and "Kirjaamisen perusteet" not in seen.text, key
        said.add(seen.text)
    assert len(said) == 1, "what was never given and what was mistyped look alike"
    typed = given[1][8:].upper()
    assert stranger.open(f"/verify/{typed[:5]}-{typed[5:]}", {"Accept-Language": "fi"}).status == 200, "as it was read from paper"


@on_one_database
def test_a_revoked_one_says_so_until_it_holds_again(module, aino, orjan, app, given):
    page, public = given
    stranger = Visitor(app, None, None)
    assert orjan.open(page).status == 404 and aino.post(f"{page}/revocation").status == 403
    module.marja.post(f"{page}/revocation")
    assert "mitätöity" in stranger.open(public, {"Accept-Language": "fi"}).text
    module.marja.post(f"{page}/revocation", back="yes")
    assert "on aito" in stranger.open(public, {"Accept-Language": "fi"}).text


@on_one_database
def test_nobody_gets_one_for_another(module, orjan, given):
    assert orjan.post(f"{module.path}/certificate", name="Örjan").status == 409


@pytest.fixture
def pdf(aino, module):
    """pdf("Aino") is her certificate with that name, as it was downloaded."""
    def downloaded(page, name, **more):
        aino.post(f"{module.path}/certificate", name=name)
        seen = aino.open(f"{page}/certificate.pdf")
        return PdfReader(io.BytesIO(seen.data)) if seen.status == 200 else seen
    return downloaded


@on_one_database
def test_as_a_pdf_it_is_tagged_and_says_what_the_page_says(aino, enter, board, module, given, pdf):
    page, public = given
    seen = aino.open(page)
    assert f"{page}/certificate.pdf" in seen.links
    answer = aino.open(f"{page}/certificate.pdf")
    assert answer.headers["Content-Type"] == "application/pdf" and 'filename="Kirjaamisen-perusteet.pdf"' in answer.headers["Content-Disposition"]
    read = PdfReader(io.BytesIO(answer.data))
    root = read.trailer["/Root"]
    assert "/StructTreeRoot" in root and root["/Lang"] == "fi" and root["/MarkInfo"]["/Marked"] and root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert read.metadata.title == "Todistus: Kirjaamisen perusteet" and b"pdfuaid:part" in root["/Metadata"].get_data() and "/Alt" in tags(root["/StructTreeRoot"])
    text = " ".join(read.pages[0].extract_text().split())
    assert len(read.pages) == 1 and all(words in text for words in ("Todistus", "Aino Sarapuisto", "Kirjaamisen perusteet", public)), text
    swedish = PdfReader(io.BytesIO(enter(AINO._replace(locale="sv")).open(f"{page}/certificate.pdf").data))
    assert swedish.trailer["/Root"]["/Lang"] == "sv"
    module.marja.post(f"{page}/revocation")
    assert "mitätöity" in PdfReader(io.BytesIO(module.marja.open(f"{page}/certificate.pdf").data)).pages[0].extract_text()


def tags(element, deep=0) -> set:
    """All names that stand in a tree of tags."""
    element = element.get_object()
    if isinstance(element, list):
        return set().union(*(tags(one, deep + 1) for one in element)) if deep < 20 else set()
    return {*element, *(tags(element["/K"], deep + 1) if "/K" in element else ())} if isinstance(element, dict) and deep < 20 else set()


@on_one_database
@pytest.mark.parametrize("name", ['#read("/etc/passwd") #import "@preview/x:1.0.0"', "*Aino* $x$ _y_ `z` <b> \\ = [a] //", "W" * 80, "a b " * 20, '"}\\u0000', "Åsa Öhman-Ñandú"])
def test_a_name_is_never_markup_of_the_pdf(given, pdf, name):
    read = pdf(given[0], name)
    text = "".join(read.pages[0].extract_text().replace("\u200b", "").split())  # a word without an end may break anywhere
    assert len(read.pages) == 1 and "".join(name.split()) in text, text


@on_one_database
def test_a_letter_that_no_font_has_is_told_and_nothing_is_left_out(given, pdf):
    seen = pdf(given[0], "Aino \ue123\U000e0fff\ufdd0")
    assert seen.status == 409 and "PDF" in seen.text


@on_one_database
def test_without_the_extra_it_is_printed_from_the_page(monkeypatch, aino, orjan, given):
    page = given[0]
    assert orjan.open(f"{page}/certificate.pdf").status == 404, "only its holder and facilitators"
    monkeypatch.setitem(sys.modules, "typst", None)
    assert aino.open(f"{page}/certificate.pdf").status == 404 and f"{page}/certificate.pdf" not in aino.open(page).links and aino.open(page).status == 200
