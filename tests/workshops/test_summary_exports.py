"""The summary leaves as a page, a document and marked-up text: with real headings, lists and links, in its own language, and without what only the course may follow."""
import io
import zipfile

import html5lib
import pytest
import sqlalchemy as sa
from docx import Document
from docx.oxml.ns import qn

from lti_tool.db import Wording, db
from lti_tool.people import Organisation
from lti_tool.workshops.summary import SummaryText
from tests.architecture.test_html import faults
from tests.support.bulk import writing
from tests.support.cast import AINO, ORJAN
from tests.support.scene import a_file, insert

HTML = ('<h2>Mitä opimme</h2><p>Sana <strong>lihava <em>ja</em></strong> * _x_</p><ul><li><p>yksi</p><ol><li>sisällä</li><li>toinen</li></ol><p>jatkuu</p></li>'
        '<li>kaksi <span lang="sv">på svenska</span> <a href="https://thl.fi/?a=1&amp;b=2">THL</a> <a href="/boards/1#note-1">lähde</a></li></ul>'
        '<blockquote><p>Sanottua</p></blockquote><ol><li>uusi alku</li></ol><h3>Alempi</h3><p><a href="/boards/1">taulu</a></p><p>1. ei lista</p>')


@pytest.fixture
def aino(app, enter, workshop):
    aino = enter(AINO)
    with writing(app):
        insert(Organisation, issuer="https://moodle.example", client_id="client-1", name="Esimerkki", funding=Wording({"fi": "Rahoittaja: ministeriö", "sv": "Finansiär: ministeriet"}),
               logo_id=a_file(), logo_alternative=Wording({"fi": "Tunnus"}), help_contact="", accessibility_contact="", privacy_contact="", way_to_end="anonymise")
    workshop.marja.post(f"{workshop.path}/summary/fi", **{"text": HTML, "text-format": "html", "publish": "yes"})
    return aino


def test_the_document_has_real_headings_lists_and_links(workshop, aino):
    answer = aino.open(f"{workshop.path}/summary.docx")
    assert answer.headers["Content-Disposition"].startswith('attachment; filename="Rakenteinen-kirjaaminen-fi.docx"')
    document = Document(io.BytesIO(answer.data))
    lines = [(p.style.name, p.text) for p in document.paragraphs]
    assert lines[:10] == [
        ("Heading 1", lines[0][1]), ("Heading 2", "Mitä opimme"), ("Normal", "Sana lihava ja * _x_"), ("List Bullet", "yksi"), ("List Number 2", "sisällä"), ("List Number 2", "toinen"),
        ("List Continue", "jatkuu"), ("List Bullet", "kaksi på svenska THL"), ("Quote", "Sanottua"), ("List Number", "uusi alku")]
    assert [link.address for p in document.paragraphs for link in p.hyperlinks] == ["https://thl.fi/?a=1&b=2", "https://tool.example/boards/1"]
    assert [run.get(qn("w:val")) for run in document.element.body.iter(qn("w:lang"))] == ["sv-FI"]
    assert document.core_properties.language == "fi-FI" and document.core_properties.author == ""
    assert "Rahoittaja: ministeriö" in [text for _style, text in lines] and document.inline_shapes[0]._inline.docPr.get("descr") == "Tunnus"
    numbers = [p._p.pPr.numPr.numId.val for p in document.paragraphs if p.style.name.startswith("List Number")]
    assert len(set(numbers)) == 2, "each numbered list begins with one"


def test_the_document_looks_well_and_says_nothing_of_another_one(app, workshop, aino):
    data = aino.open(f"{workshop.path}/summary.docx").data
    document = Document(io.BytesIO(data))
    assert document.core_properties.title == "Rakenteinen kirjaaminen"
    assert document.core_properties.created.date() == document.core_properties.modified.date() == app.extensions["clock"]().date()
    assert not [name for name in zipfile.ZipFile(io.BytesIO(data)).namelist() if "thumbnail" in name]
    fonts = document.styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:rFonts')}")
    assert fonts.get(qn("w:asciiTheme")) == document.styles["Heading 1"].element.rPr.rFonts.get(qn("w:asciiTheme")), "headings and text in one typeface"
    assert all(document.styles[f"Heading {level}"].paragraph_format.space_after for level in (1, 2, 3)) and document.styles["Quote"].paragraph_format.left_indent
    assert [field.get(qn("w:instr")) for field in document.sections[0].footer._element.iter(qn("w:fldSimple"))] == ["PAGE"]
    assert not [p for p in document.paragraphs if not p.text and not p._p.findall(f".//{qn('w:drawing')}")], "nothing but the logo stands in a paragraph without words"


def test_several_things_that_were_left_out_are_a_list(app, workshop, aino):
    with writing(app):
        db.session.scalar(sa.select(SummaryText).filter_by(language="fi")).left_out = {"unvoted": 12, "deleted": 1}
    document = Document(io.BytesIO(aino.open(f"{workshop.path}/summary.docx").data))
    lines = [(p.style.name, p.text) for p in document.paragraphs]
    place = lines.index(("Normal", "Pois jätetty:"))
    listed = [style for style, _text in lines[place + 1:]]
    assert len(listed) >= 2 and listed[:2] == ["List Bullet", "List Bullet"]


def test_the_page_is_sound_and_asks_for_nothing(workshop, aino):
    page = aino.open(f"{workshop.path}/summary.html")
    wrong = [fault for fault in faults(page, "fi") if "is inline" not in fault]  # it carries its looks with it
    assert wrong == []
    html5lib.HTMLParser(strict=True).parse(page.html)
    assert "note-1" not in page.html and 'href="https://tool.example/boards/1"' in page.html and "Rahoittaja: ministeriö" in page.text
    assert "src=\"data:image/" in page.html and "<script" not in page.html


def test_the_marked_up_text_says_the_same(workshop, aino):
    text = aino.open(f"{workshop.path}/summary.md").data.decode()
    assert "## Mitä opimme\n\nSana **lihava** ***ja*** \\* \\_x\\_\n\n- yksi\n    1. sisällä\n    2. toinen\n\n    jatkuu\n- kaksi på svenska [THL](<https://thl.fi/?a=1&b=2>)\n\n> Sanottua\n\n1. uusi alku\n\n### Alempi" in text
    assert "1\\. ei lista" in text and "Rahoittaja: ministeriö" in text and "note-1" not in text


def test_each_language_leaves_in_its_own_words(workshop, aino, enter):
    workshop.marja.post(f"{workshop.path}/summary/sv", **{"text": "<p>På svenska</p>", "text-format": "html", "publish": "yes"})
    orjan = enter(ORJAN)
    assert "Finansiär: ministeriet" in orjan.open(f"{workshop.path}/summary.md").data.decode()
    page = orjan.open(f"{workshop.path}/summary.html?language=fi")
    assert page.tree.get("lang") == "fi" and "Rahoittaja: ministeriö" in page.text
    assert Document(io.BytesIO(aino.open(f"{workshop.path}/summary.docx?language=sv").data)).core_properties.language == "sv-FI"


def test_what_was_left_out_is_said_in_every_file(workshop, aino, enter):
    workshop.note(aino, "Jää pois", column=1)
    workshop.marja.post(f"{workshop.path}/summary", chosen="yes", column=workshop.columns[0], most="5", language="sv")
    workshop.marja.post(f"{workshop.path}/summary/sv/publication")
    for ending in ("html", "md"):
        assert "Takkuaa" in aino.open(f"{workshop.path}/summary.{ending}?language=sv").data.decode()
    document = Document(io.BytesIO(aino.open(f"{workshop.path}/summary.docx?language=sv").data))
    assert any("Takkuaa" in p.text for p in document.paragraphs)


def test_an_empty_text_leaves_too(workshop, enter):
    workshop.marja.post(f"{workshop.path}/summary/fi", text="", publish="yes")
    for ending in ("html", "docx", "md"):
        assert workshop.marja.open(f"{workshop.path}/summary.{ending}?draft=yes").status == 200


def test_a_published_summary_goes_along_in_the_packet_of_its_board_and_its_course(workshop, aino):
    workshop.marja.post(f"{workshop.path}/summary/sv", **{"text": "<p>Utkast</p>", "text-format": "html"})
    for path in (f"{workshop.path}/export.zip", f"{workshop.home}/retention/everything.zip"):
        packet = zipfile.ZipFile(io.BytesIO(workshop.marja.open(path).data))
        [name] = [name for name in packet.namelist() if "summary-" in name]
        assert name.endswith("summary-fi.html") and "Mitä opimme" in packet.read(name).decode()
