"""Boards that leave the tool: each format is opened by whatever reads it, and none says more than the board does."""
import csv
import html
import io
import json
import re
import zipfile
from urllib.parse import unquote

import docx
import html5lib
import openpyxl
import pytest
from docx.oxml.ns import qn

from lti_tool.activities.anonymity import HIDDEN_FROM_EVERYBODY, HIDDEN_FROM_PEERS, NAMED, REGION_ONLY
from lti_tool.boards import Board, Note
from lti_tool.boards.exports import Export
from lti_tool.boards.exports.as_csv import as_csv
from lti_tool.boards.exports.as_docx import as_docx
from lti_tool.boards.exports.as_html import as_html
from lti_tool.boards.exports.as_json import as_json
from lti_tool.boards.exports.as_xlsx import as_xlsx
from lti_tool.boards.exports.contents import ExportedNote, Said, export_of
from lti_tool.boards.exports.words import safe_name
from lti_tool.db import db, now, transaction
from lti_tool.files import Attachment
from lti_tool.people import Membership, Region
from tests.support.bulk import counted, many_notes, writing
from tests.support.cast import AINO, MARJA, ORJAN
from tests.support.files import GOOD
from tests.support.page import Seen

FORMATS = ("html", "docx", "csv", "xlsx", "json")  # a packet (ZIP) holds the first and the last of them
every_format = pytest.mark.parametrize("ending", FORMATS)


@pytest.fixture
def marja(board, enter):
    """Reads English."""
    return enter(MARJA._replace(locale="en"))


def exported(visitor, board, ending, query="") -> Seen:
    seen = visitor.open(f"{board.path}/export.{ending}{query}")
    assert seen.status == 200, seen.text
    return seen


def everything_in(data: bytes) -> str:
    """All of a file's text, of what is packed in it too."""
    if not data.startswith(b"PK"):
        return data.decode("utf-8-sig")
    packed = zipfile.ZipFile(io.BytesIO(data))
    assert packed.testzip() is None
    written = "\n".join(name + packed.read(name).decode("utf-8", "replace") for name in packed.namelist())
    return html.unescape(written)  # letters outside ASCII may stand there as numbers


def change(app, board, **values) -> None:
    with writing(app):
        for name, value in values.items():
            setattr(db.session.get(Board, board.id), name, value)


def set_phase(app, board, **values) -> None:
    with writing(app):
        for name, value in values.items():
            setattr(db.session.get(Board, board.id).phase, name, value)


def sheet_rows(data: bytes, sheet=1) -> list:
    return [list(row) for row in openpyxl.load_workbook(io.BytesIO(data)).worksheets[sheet].iter_rows(values_only=True)]


def csv_rows(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"))


# --- how the files come ---

@every_format
def test_a_file_is_saved_under_the_board_s_title_and_kept_nowhere_else(board, marja, ending):
    seen = exported(marja, board, ending)
    assert seen.headers["Content-Disposition"] == f'attachment; filename="Rakenteinen-kirjaaminen.{ending}"'
    assert seen.headers["Cache-Control"] == "no-store" and seen.headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize(("title", "name"), [
    ("Työpaja 5: Mitä seuraavaksi?", "Työpaja-5-Mitä-seuraavaksi.csv"), ("../../etc/passwd", "etc-passwd.csv"), ("...", "board.csv"), ("", "board.csv"),
    ('a"; filename="b.exe', "a-filename-b-exe.csv"), ("\u202egpj.exe", "gpj-exe.csv"), ("x" * 500, "x" * 60 + ".csv"), ("😀 ok", "ok.csv")])
def test_a_file_s_name_holds_nothing_dangerous(title, name):
    assert safe_name(title, "csv") == name


def test_a_title_in_other_letters_reaches_the_browser(board, marja):
    marja.post(f"{board.path}/settings", **{"title-fi": "Työpaja ä"})
    assert "filename*=UTF-8''Ty%C3%B6paja-%C3%A4.html" in exported(marja, board, "html").headers["Content-Disposition"]


@every_format
def test_everything_of_the_board_is_in_every_format(app, board, marja, enter, ending):
    aino = enter(AINO)
    marja.post(f"{board.path}/settings", **{"title-fi": "Toukokuun taulu", "prompt-fi": "Mikä auttaa asiakasta?", "colour-leaf-fi": "Oivallus"})
    board.note(aino, "Kirjaamiskahvit\njoka perjantai", colour="leaf"), board.note(aino, "På svenska", column=1, language="sv")
    seen = exported(marja, board, ending)
    words = everything_in(seen.data)
    for word in ("Toukokuun taulu", "Kirjaamisen kehittäjäverkosto", "Kirjaamiskahvit", "joka perjantai", "På svenska", "Oivallus", AINO.name):
        assert word in words or word in seen.text, word
    if ending in ("html", "docx", "json"):
        assert "Mikä auttaa asiakasta?" in words


@every_format
def test_each_begins_by_saying_what_it_is(app, board, marja, enter, ending):
    change(app, board, anonymity=HIDDEN_FROM_PEERS)
    aino = enter(AINO)
    board.note(aino), aino.send(f"/notes/{board.note(aino)}/deletion")
    seen = exported(marja, board, ending)
    if ending == "json":
        told = json.loads(seen.data)
        assert told["anonymity"] == "peers" and told["exported"]["notes"] == 1 and told["exported"]["left_out"]["deleted_notes"] == 1
        return
    if ending == "docx":
        beginning = " ".join(paragraph.text for paragraph in docx.Document(io.BytesIO(seen.data)).paragraphs[:9])
    elif ending == "xlsx":
        beginning = " ".join(str(value) for row in sheet_rows(seen.data, 0) for value in row)
    else:
        beginning = seen.text[:1500]
    for words in ("Rakenteinen kirjaaminen", "Kirjaamisen kehittäjäverkosto", "Exported", "Hidden from the other participants", "1 deleted note", "The names of those"):
        assert words in beginning, words


# --- anonymity ---

@every_format
@pytest.mark.parametrize("level", [REGION_ONLY, HIDDEN_FROM_PEERS, HIDDEN_FROM_EVERYBODY])
def test_no_byte_of_a_file_tells_who_wrote_where_names_are_hidden(app, board, marja, enter, ending, level):
    change(app, board, anonymity=level)
    aino = enter(AINO)
    number = board.note(aino, "Nimettä kirjoitettu")
    aino.send(f"/notes/{number}", text="Nimettä muokattu", version="1", colour="leaf", language="fi")
    board.note(enter(ORJAN), "Utan namn", column=1, language="sv")
    words = everything_in(exported(marja, board, ending).data)
    assert "Nimettä muokattu" in words
    for person in (AINO, ORJAN):
        for secret in (person.name, person.family_name, person.given_name, person.sub, person.email):
            assert secret not in words, secret
    assert not re.search(r"Participant \d", words)
    with app.app_context(), transaction(writes=False):
        at = db.session.get(Note, number).made_at
    if level != NAMED and ending == "json":
        assert json.loads(words)["phases"][0]["columns"][0]["notes"][0]["written"] == at.date().isoformat()


@every_format
def test_names_are_in_it_where_everybody_sees_them(board, marja, enter, ending):
    board.note(enter(AINO))
    assert AINO.name in everything_in(exported(marja, board, ending).data)


@every_format
@pytest.mark.parametrize(("people", "shown"), [(2, False), (3, True)])
def test_a_region_is_told_only_if_three_people_are_of_it(app, board, marja, enter, ending, people, shown):
    aino, _orjan = enter(AINO), enter(ORJAN)
    change(app, board, anonymity=REGION_ONLY)
    with writing(app):
        kainuu = db.session.query(Region).filter_by(course_id=board.course).order_by(Region.position).all()[4]
        members = db.session.query(Membership).filter_by(course_id=board.course).order_by(Membership.id.desc()).all()
        assert kainuu.name["en"] == "Kainuu" and len(members) == 3
        for member in members[:people]:
            member.region_id = kainuu.id
    board.note(aino)
    assert ("Kainuu" in everything_in(exported(marja, board, ending).data)) is shown


@every_format
def test_notes_that_are_hidden_still_are_in_no_file(app, board, marja, enter, ending):
    board.note(enter(AINO), "Salattu vielä"), board.note(marja, "Fasilitaattorin oma", column=1)
    set_phase(app, board, hides_notes=True)
    words = everything_in(exported(marja, board, ending).data)
    assert "Salattu" not in words and "Fasilitaattorin oma" not in words
    assert '"hidden_notes": 2' in words if ending == "json" else "2 notes that are not shown to everybody yet" in words
    set_phase(app, board, reveals_at=now_of(app))
    assert "Salattu" in everything_in(exported(marja, board, ending).data)


def now_of(app):
    with app.app_context():
        return now()


@every_format
def test_deleted_notes_and_columns_are_in_no_file(board, marja, enter, ending):
    aino = enter(AINO)
    aino.send(f"/notes/{board.note(aino, 'Poistettu lappu')}/deletion")
    board.note(aino, "Poistetun sarakkeen lappu", column=1)
    marja.post(f"/columns/{board.columns[1]}/deletion")
    words = everything_in(exported(marja, board, ending).data)
    assert "Poistettu lappu" not in words and "Poistetun" not in words and "Takkuaa" not in words
    assert '"deleted_notes": 2' in words if ending == "json" else "2 deleted notes" in words


@every_format
def test_what_was_removed_for_good_is_its_mark(app, board, marja, enter, ending):
    number = board.note(enter(AINO), "Asiakkaan nimi")
    with writing(app):
        gone = db.session.get(Note, number)
        gone.text, gone.removed_at = "", now()
    words = everything_in(exported(marja, board, ending).data)
    assert '"removed": true' in words if ending == "json" else "[Removed for good by a facilitator]" in words


def test_nobody_else_s_board_and_no_participant_s_hands(board, enter):
    aino = enter(AINO)
    assert [aino.open(f"{board.path}/export{rest}").status for rest in ("", ".html", ".json")] == [403] * 3
    assert board.marja.open(f"{board.path}/export.exe").status == 404


# --- what is chosen ---

def test_only_chosen_columns_come_along_and_the_file_says_which_not(board, marja, enter):
    aino = enter(AINO)
    board.note(aino, "Mukana"), board.note(aino, "Jää pois", column=1)
    page = marja.open(f"{board.path}/export")
    assert {box.get("value") for box in page.all("input", name="column")} == {str(number) for number in board.columns}
    for ending in FORMATS:
        words = everything_in(exported(marja, board, ending, f"?chosen=yes&columns=2&column={board.columns[0]}").data)
        assert "Mukana" in words and "Jää pois" not in words
        assert "Takkuaa" in words  # as what was left out
    assert len(json.loads(words)["phases"][0]["columns"]) == 1


def test_a_file_of_no_columns_is_not_made(board, marja):
    assert marja.open(f"{board.path}/export.html?chosen=yes&columns=2").status == 422


def test_votes_that_are_not_shown_are_said_to_be_left_out(app, board, marja):
    set_phase(app, board, votes_each=3)
    assert "their totals are not shown on the board" in exported(marja, board, "html").text
    set_phase(app, board, votes_shown=True)
    assert "totals are not shown" not in exported(marja, board, "html").text
    assert "Votes" in exported(marja, board, "html", f"?chosen=yes&column={board.columns[0]}").text


# --- each format ---

def test_the_page_is_sound_and_asks_nobody_for_anything(board, marja, enter):
    aino = enter(AINO)
    board.note(aino, "<script>alert(1)</script>"), board.note(aino, "På svenska", language="sv")
    seen = exported(marja, board, "html")
    html5lib.HTMLParser(strict=True).parse(seen.html)
    assert seen.tree.get("lang") == "en"
    assert [len(seen.all(tag)) for tag in ("main", "header", "nav", "h1", "script", "link", "img")] == [1, 1, 1, 1, 0, 0, 0]
    assert not re.search(r'(src|href)="(?!#)|url\(|@import', seen.html)
    assert "<script>alert(1)</script>" in seen.text
    assert [text.get("lang") for text in seen.all("p", class_="text")] == ["fi", "sv"]
    assert [heading.tag for heading in seen.tree.iter() if str(heading.tag) in ("h1", "h2", "h3")] == ["h1", "h2", "h2"]


def test_the_document_has_headings_lists_languages_and_no_author(board, marja, enter):
    aino = enter(AINO)
    board.note(aino, "Suomeksi\nkaksi riviä"), board.note(aino, "שלום", column=1), board.note(aino, "English", language="en")
    read = docx.Document(io.BytesIO(exported(marja, board, "docx").data))
    assert [(p.style.name, p.text) for p in read.paragraphs if p.style.name.startswith("Heading")] == [
        ("Heading 1", "Rakenteinen kirjaaminen"), ("Heading 2", "Toimii"), ("Heading 2", "Takkuaa")]
    notes = [p for p in read.paragraphs if p.style.name == "List Bullet"]
    assert [p.text.split("\n")[0] for p in notes] == ["Suomeksi", "English", "שלום"]
    languages = [[lang.get(qn("w:val")) for lang in p._p.iter(qn("w:lang"))] for p in notes]
    assert languages == [["fi-FI"], [], ["fi-FI"]]
    assert notes[2]._p.find(f".//{qn('w:bidi')}") is not None and notes[0]._p.find(f".//{qn('w:bidi')}") is None
    assert (read.core_properties.title, read.core_properties.language, read.core_properties.author) == ("Rakenteinen kirjaaminen", "en-GB", "")
    assert read.styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:lang')}").get(qn("w:val")) == "en-GB"
    assert len(read.tables) == 0


FORMULAS = ["=HYPERLINK(\"http://evil.example\")", "+1+1", "-2+3", "@SUM(A1)", "  =1+1", "＝1+1", "=cmd|' /C calc'!A0"]


@pytest.mark.parametrize("formula", FORMULAS)
def test_no_note_becomes_a_formula(board, marja, enter, formula):
    aino = enter(AINO, name=formula, given_name=formula, family_name="")
    board.note(aino, formula)
    marja.post(f"/columns/{board.columns[0]}", **{"title-fi": formula, "colour": "sun"})
    marja.post(f"{board.path}/settings", **{"title-fi": formula, "colour-sun-fi": formula})
    rows = csv_rows(exported(marja, board, "csv").data)
    assert "'" + formula.strip() in {value for row in rows for value in row}
    assert not [value for row in rows for value in row if re.match(r"[=+\-@\t\r＝＋－＠]", value)]
    read = openpyxl.load_workbook(io.BytesIO(exported(marja, board, "xlsx").data))
    cells = [cell for sheet in read for row in sheet.iter_rows() for cell in row]
    assert formula.strip() in {cell.value for cell in cells}
    assert {cell.data_type for cell in cells} <= {"s", "inlineStr", "n"}  # n: numbers, and cells without anything
    assert "<f>" not in everything_in(exported(marja, board, "xlsx").data)


def test_a_cell_that_looks_like_an_error_is_text(board, marja, enter):
    board.note(enter(AINO), "#REF!")
    cell = next(cell for row in openpyxl.load_workbook(io.BytesIO(exported(marja, board, "xlsx").data)).worksheets[1] for cell in row if cell.value == "#REF!")
    assert cell.value == "#REF!"


def test_the_table_as_text_reads_back_whole(board, marja, enter):
    aino = enter(AINO)
    nasty = 'Lainaus "näin"; puolipiste\nja toinen rivi, ’pilkku’'
    board.note(aino, nasty), board.note(aino, "Toinen", column=1, language="sv")
    data = exported(marja, board, "csv").data
    assert data.startswith(b"\xef\xbb\xbf")
    rows = csv_rows(data)
    head = rows.index([])
    assert rows[head + 1] == ["Number", "Column", "Text", "Language", "Colour", "Who", "Anonymity", "Written", "Edited", "Lies on number"]
    assert [row[:4] + row[5:7] for row in rows[head + 2:]] == [["1", "Toimii", nasty, "suomi", AINO.name, "With names"],
                                                                ["2", "Takkuaa", "Toinen", "svenska", AINO.name, "With names"]]


def test_the_workbook_can_be_sorted_and_filtered(board, marja, enter):
    board.note(enter(AINO), "Yksi"), board.note(enter(AINO), "Kaksi")
    book = openpyxl.load_workbook(io.BytesIO(exported(marja, board, "xlsx").data))
    assert book.sheetnames == ["About this file", "Notes"]
    sheet = book["Notes"]
    assert sheet.auto_filter.ref == "A1:J3" and sheet.freeze_panes == "A2"
    assert sheet["A1"].font.bold and sheet["C2"].alignment.wrap_text and sheet.column_dimensions["C"].width == 70
    assert [[cell.value for cell in row][:3] for row in sheet.iter_rows()] == [["Number", "Column", "Text"], [1, "Toimii", "Yksi"], [2, "Toimii", "Kaksi"]]
    assert book.properties.creator in ("", None)


HOSTILE = "\x0b\x1f\ufffe\uffff\ud800\U0001ffff</w:t><x>&amp;]]>\u202e\u2028{{ 1 }}😀"


@every_format
def test_what_xml_refuses_is_dropped(app, board, marja, enter, ending):
    number = board.note(enter(AINO))
    with writing(app):  # as an older version may have stored it
        db.session.get(Note, number).text = "Alku " + HOSTILE.replace("\ud800", "") + " loppu"
    seen = exported(marja, board, ending)
    if ending == "docx":
        assert any("Alku </w:t><x>&amp;]]>" in p.text and "loppu" in p.text for p in docx.Document(io.BytesIO(seen.data)).paragraphs)
    elif ending == "xlsx":
        assert any("Alku </w:t><x>&amp;]]>" in str(value) for row in sheet_rows(seen.data) for value in row)
    elif ending == "html":
        html5lib.HTMLParser(strict=True).parse(seen.html)
    else:
        assert "Alku" in everything_in(seen.data)


# --- what other rooms will bring: comments, votes, files ---

@pytest.fixture
def full(app, board, enter):
    """An export with everything that one can hold."""
    board.note(enter(AINO), "Päällä")
    change(app, board, anonymity=NAMED)
    with app.test_request_context(headers={"Accept-Language": "en"}), transaction(writes=False):
        export = export_of(db.session.get(Board, board.id))
        first = export.notes[0]._replace(comments=(Said("Kommentti", "fi", "Örjan", NAMED), Said("", "fi", "", HIDDEN_FROM_PEERS, removed=True)), votes=4,
                                         files=(Attachment(id=1, name="ohje.pdf", alternative_text=""),))
        under = ExportedNote(2, "Alla", "sv", "drop", HIDDEN_FROM_PEERS, "", "", False, first.written, False, True, False, 1, votes=0)
        phase, = export.phases
        column = phase.columns[0]._replace(notes=[first, under])
        yield export._replace(phases=[phase._replace(columns=[column])], left_out=export.left_out._replace(files=1))


@pytest.mark.parametrize("make", [as_html, as_docx, as_csv, as_xlsx, as_json])
def test_comments_votes_and_files_are_in_every_format(full: Export, make):
    words = everything_in(make(full))
    for word in ("Päällä", "Alla", "Kommentti", "Örjan", "ohje.pdf"):
        assert word in words, word
    assert "4" in words and ("1 attached file" in words or make is as_json)


def test_a_stack_is_a_list_in_the_list(full):
    page = as_html(full).decode()
    html5lib.HTMLParser(strict=True).parse(page)
    tree = html5lib.parse(page, namespaceHTMLElements=False)
    inner, = [item for item in tree.iter("li") if item.get("class") == "note drop"]
    assert "Alla" in "".join(inner.itertext()) and len(tree.findall(".//li[@class='note sun']/ol/li")) == 1
    written = docx.Document(io.BytesIO(as_docx(full))).paragraphs
    begins = next(place for place, p in enumerate(written) if p.style.name == "Heading 2")  # before it is what the board is
    notes = [p for p in written[begins:] if p.style.name.startswith("List Bullet")]
    assert [(p.style.name, p.text.split("\n")[0].split(": ")[-1]) for p in notes] == [
        ("List Bullet", "Päällä"), ("List Bullet 2", "Kommentti"), ("List Bullet 2", "[Removed for good by a facilitator]"), ("List Bullet 2", "Alla")]


# --- many ---

@every_format
def test_five_thousand_notes_are_one_file(app, board, marja, enter, ending):
    enter(AINO)
    many_notes(app, board, 5000)
    seen = exported(marja, board, ending)
    if ending == "json":
        assert json.loads(seen.data)["exported"]["notes"] == 5000
    elif ending == "xlsx":
        assert len(sheet_rows(seen.data)) == 5001
    elif ending == "csv":
        assert len(csv_rows(seen.data)) > 5000
    else:
        assert everything_in(seen.data).count("Lappu ") == 5000


def test_an_export_asks_as_little_of_many_notes_as_of_few(app, board, marja, enter):
    def asked():
        app.extensions["lti_frame_origins"].clear()
        with counted(app) as statements:
            exported(marja, board, "html")
        return len(statements)

    enter(AINO)
    exported(marja, board, "html")
    many_notes(app, board, 10)
    few = asked()
    many_notes(app, board, 500)
    assert asked() == few <= 20


def test_the_packet_holds_the_page_with_its_pictures_the_files_and_the_data(board, enter, marja):
    aino = enter(AINO)
    note = board.note(aino, "Näin se näyttää")
    for name, words in (("kuva.jpg", {"alternative": "Kaavio kirjaamisen kulusta"}), ("ohje.pdf", {})):
        assert aino.send(f"/notes/{note}/attachments", file=(io.BytesIO(GOOD[name]), name), **words).status == 200
    packet = zipfile.ZipFile(io.BytesIO(exported(marja, board, "zip").response.data))
    assert packet.testzip() is None
    page_name, = (name for name in packet.namelist() if name.endswith(".html"))
    assert [name for name in packet.namelist() if name.endswith(".json")]
    page = html5lib.parse(packet.read(page_name), namespaceHTMLElements=False)
    picture, = page.iter("img")
    assert picture.get("alt") == "Kaavio kirjaamisen kulusta" and packet.read(unquote(picture.get("src"))).startswith(b"\xff\xd8")
    link, = (a for a in page.iter("a") if a.get("href").startswith("files/"))
    assert packet.read(unquote(link.get("href"))).startswith(b"%PDF-")
    assert all(not name.startswith("/") and ".." not in name for name in packet.namelist())
