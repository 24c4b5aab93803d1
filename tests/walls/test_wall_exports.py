"""Walls that leave the tool: each format is opened by whatever reads it, and none says more than the wall does."""
import csv
import html
import io
import json
import zipfile

import docx
import html5lib
import openpyxl
import pytest

from lti_tool.db import Wording, db
from lti_tool.lti import Platform
from lti_tool.people import Organisation
from lti_tool.walls import Wall
from tests.support.bulk import writing
from tests.support.cast import AINO, EEVA, MARJA, ORJAN

FORMATS = ("html", "docx", "csv", "xlsx", "json", "zip")
every_format = pytest.mark.parametrize("ending", FORMATS)
HOSTILE = '<script>alert(1)</script> =HYPERLINK("x") \x0b\u202e'

pytestmark = pytest.mark.usefixtures("in_english")


@pytest.fixture
def marja(wall, enter):
    """Reads English."""
    return enter(MARJA._replace(locale="en"))


@pytest.fixture
def aino(enter, board):
    return enter(AINO)


@pytest.fixture
def orjan(enter, board):
    return enter(ORJAN)


def exported(visitor, wall, ending):
    seen = visitor.open(f"{wall.path}/export.{ending}")
    assert seen.status == 200, seen.text
    return seen


def everything_in(data: bytes) -> str:
    """All of a file's text, of what is packed in it too."""
    if not data.startswith(b"PK"):
        return data.decode("utf-8-sig")
    packed = zipfile.ZipFile(io.BytesIO(data))
    assert packed.testzip() is None
    return html.unescape("\n".join(name + packed.read(name).decode("utf-8", "replace") for name in packed.namelist()))


def csv_rows(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"))


def table_of(data: bytes) -> list[dict]:
    rows = csv_rows(data)
    head = rows.index([]) + 1
    return [dict(zip(rows[head], row)) for row in rows[head + 1:]]


def set_wall(app, wall, **values):
    with writing(app):
        for name, value in values.items():
            setattr(db.session.get(Wall, wall.id), name, value)


@every_format
def test_a_wall_leaves_in_each_format_with_what_is_posted_on_it(wall, aino, marja, ending):
    wall.post(aino, title="Kirjaamiskahvit", how="## Näin\n\n- ensin luetaan\n- sitten puhutaan")
    seen = exported(marja, wall, ending)
    assert f".{ending}" in seen.headers["Content-Disposition"]
    said = everything_in(seen.data)
    for words in ("Kirjaamiskahvit", "ensin luetaan", "Aino Sarapuisto"):
        assert words in said


@every_format
def test_only_facilitators_take_a_wall_along(wall, aino, enter, ending):
    assert aino.open(f"{wall.path}/export.{ending}").status == aino.open(f"{wall.path}/export").status == 403
    assert enter(EEVA).open(f"{wall.path}/export.{ending}").status == 404


@every_format
def test_what_others_do_not_see_does_not_leave_and_is_told(app, wall, aino, marja, ending):
    draft = wall.begin(aino)
    aino.post(f"{draft}/texts/fi", title="Luonnokseni on salainen")
    deleted = wall.post(aino, title="Poistettu juttu")
    aino.post(f"{deleted}/deletion")
    set_wall(app, wall, approves_first=True)
    wall.post(aino, title="Odottava juttu")
    said = everything_in(exported(marja, wall, ending).data)
    for words in ("Luonnokseni", "Poistettu juttu", "Odottava juttu"):
        assert words not in said
    if ending not in ("json",):
        assert "Drafts, which only their authors see" in said and "1 post that waits for a facilitator" in said and "1 deleted post" in said
    told = marja.open(f"{wall.path}/export")
    assert "1 deleted post" in told.text and "Drafts" in told.text


def test_data_says_what_was_left_out(app, wall, aino, marja):
    aino.post(f"{wall.begin(aino)}/texts/fi", title="Kesken")
    aino.post(f"{wall.post(aino, title='Pois')}/deletion")
    assert json.loads(exported(marja, wall, "json").data)["exported"]["left_out"] == {
        "drafts": True, "waiting": 0, "hidden": 0, "deleted": 1, "names": False, "hidden_comments": 0, "deleted_comments": 0, "contents_of_files": 0}


@every_format
def test_no_name_leaves_a_wall_that_shows_regions(app, wall, aino, marja, ending):
    set_wall(app, wall, anonymity="region")
    wall.post(aino)
    said = everything_in(exported(marja, wall, ending).data)
    assert "Sarapuisto" not in said and "Kirjaamiskahvit" in said
    if ending != "json":
        assert "The names of those whose level of anonymity hides them" in said


@every_format
def test_licence_and_funding_line_stand_on_it(app, wall, aino, marja, ending):
    with writing(app):
        platform = db.session.query(Platform).one()
        db.session.add(Organisation(issuer=platform.issuer, client_id=platform.client_id, name="Hanke", funding=Wording({"en": "Funded by the EU"}), logo_alternative=Wording(),
                                    help_contact="", accessibility_contact="", privacy_contact="", way_to_end="anonymise"))
    set_wall(app, wall, licence="by-sa")
    wall.post(aino)
    said = everything_in(exported(marja, wall, ending).data)
    if ending == "json":
        assert json.loads(said)["licence"] == "by-sa"
    else:
        assert "CC BY-SA 4.0" in said and "creativecommons.org/licenses/by-sa/4.0" in said
    if ending in ("html", "docx", "zip"):
        assert "Funded by the EU" in said


@every_format
def test_hostile_words_are_words(wall, aino, marja, ending):
    post = wall.begin(aino)
    asked = wall.questions(aino, post)
    seen = aino.post(f"{post}/texts/fi", title=f"=1+1 {HOSTILE}"[:110], publish="yes", **{f"answer-{asked[2]}": '<p>Näin</p><script>alert(2)</script><a href="javascript:alert(3)">linkki</a>',
                                                                                f"answer-{asked[2]}-format": "html", f"answer-{asked[1]}": "=cmd|' /C calc'!A0"})
    assert seen.status == 303
    data = exported(marja, wall, ending).data
    if ending == "html":
        page = html5lib.parse(data.decode(), namespaceHTMLElements=False)
        assert not list(page.iter("script")) and not any("javascript:" in (link.get("href") or "") for link in page.iter("a"))
    if ending == "csv":
        assert not any(value.startswith(("=", "+", "@")) for row in csv_rows(data) for value in row)
    if ending == "xlsx":
        cells = [cell for sheet in openpyxl.load_workbook(io.BytesIO(data)) for row in sheet.iter_rows() for cell in row]
        assert any("=1+1" in str(cell.value) for cell in cells) and not any(cell.data_type == "f" for cell in cells)
    if ending == "docx":
        assert "<script>alert(1)</script>" in "\n".join(paragraph.text for paragraph in docx.Document(io.BytesIO(data)).paragraphs)
    if ending == "json":
        assert "javascript:" not in data.decode() and "alert(2)" not in data.decode()


def test_steps_are_told_by_region_in_each_table(wall, aino, orjan, marja):
    post = wall.post(aino)
    orjan.post(f"{post}/steps", on="works")
    [row] = table_of(exported(marja, wall, "csv").data)
    assert row["Works with us"].endswith(": 1") and "Ek" not in row["Works with us"]
    assert "Works with us: " in exported(marja, wall, "html").text
    [filed] = json.loads(exported(marja, wall, "json").data)["posts"]
    assert list(filed["steps"]) == ["works"] and filed["steps"]["works"][0]["people"] == 1


def test_each_language_of_a_post_is_a_row_and_a_text_of_its_own(wall, aino, marja):
    post = wall.post(aino)
    asked = wall.questions(aino, post)
    aino.post(f"{post}/texts/sv", title="Dokumentationskaffe", publish="yes", **{f"answer-{asked[2]}": "Vi läser."})
    rows = table_of(exported(marja, wall, "csv").data)
    assert [row["Title"] for row in rows] == ["Kirjaamiskahvit", "Dokumentationskaffe"] and {row["Number"] for row in rows} == {"1"}
    page = html5lib.parse(exported(marja, wall, "html").data.decode(), namespaceHTMLElements=False)
    assert {section.get("lang") for section in page.iter("section")} == {"fi", "sv"}
    document = docx.Document(io.BytesIO(exported(marja, wall, "docx").data))
    assert [p.text for p in document.paragraphs if p.style.name == "Heading 2"] == ["Kirjaamiskahvit", "Dokumentationskaffe"]


def test_what_was_answered_to_a_question_of_before_still_leaves(wall, aino, marja):
    post = wall.post(aino)
    wall.marja.post(f"/fields/{wall.questions(aino, post)[2]}/deletion")
    assert "Luetaan yhdessä" in exported(marja, wall, "html").text
    form = json.loads(exported(marja, wall, "json").data)["form"]
    assert [field.get("taken_away", False) for field in form] == [False] * (len(form) - 1) + [True]


def test_an_empty_wall_leaves_too(wall, marja):
    assert "No posts." in exported(marja, wall, "html").text
    for ending in FORMATS:
        exported(marja, wall, ending)


def test_the_licence_is_shown_below_the_wall(wall, aino, marja):
    form = {"title-fi": "Seinä", "licence": "by", "takes_comments": "yes", "takes_steps": "yes"}
    assert marja.post(f"{wall.path}/settings", **form).status == 303
    seen = aino.open(wall.path)
    assert "CC BY 4.0" in seen.text and "https://creativecommons.org/licenses/by/4.0/" in seen.links
    assert marja.post(f"{wall.path}/settings", **{**form, "licence": "own"}).status == 422
    assert marja.post(f"{wall.path}/settings", **{**form, "licence": "copyright"}).status == 422
    assert marja.post(f"{wall.path}/settings", **{**form, "licence": "own", "own_licence-fi": "Kysy ensin meiltä"}).status == 303
    assert "Kysy ensin meiltä" in marja.open(wall.path).text


def said(visitor, post, text, **more) -> str:
    seen = visitor.send(f"{post}/comments", text=text, **{"language": "fi", **more})
    assert seen.status == 201, seen.text
    return seen.headers["X-Comment"]


@every_format
def test_what_was_said_about_a_post_leaves_with_it_but_not_what_is_hidden_or_deleted(wall, aino, orjan, marja, ending):
    post = wall.post(aino)
    first = said(orjan, post, "Meillä <b>samoin</b> =1+1")
    said(aino, post, "Hienoa!", to=first, language="sv")
    aino.send(f"/post-comments/{said(aino, post, 'Kadonnut sana')}/deletion")
    marja.post(f"/moderated/post-comment/{said(aino, post, 'Piilotettu sana')}/hiding", reason="unkind")
    marja.post(f"/moderated/post-comment/{said(aino, post, 'Poistettu sana')}/final-removal")
    data = exported(marja, wall, ending).data
    told = everything_in(data)
    for gone in ("Kadonnut", "Piilotettu", "Poistettu sana"):
        assert gone not in told
    assert "Hienoa!" in told and "1 hidden comment" in told.replace('"hidden_comments": 1', "1 hidden comment") and "Meillä" in told
    assert "1 deleted comment" in told.replace('"deleted_comments": 1', "1 deleted comment")
    if ending == "csv":
        rows = csv_rows(data)
        own = [dict(zip(rows[at], row)) for at in [place + 1 for place, row in enumerate(rows) if row == []][1:] for row in rows[at + 1:]]
        assert [(row["Number"], row["Answers number"], row["Language"]) for row in own] == [("1", "", "suomi"), ("2", "1", "svenska"), ("3", "", "suomi")]
        assert "Removed for good" in own[2]["Comment"] and own[0]["Who"]
    if ending == "xlsx":
        book = openpyxl.load_workbook(io.BytesIO(data))
        assert [cell.value for cell in book["Comments"]["D"]][1:3] == ["Meillä <b>samoin</b> =1+1", "Hienoa!"] and book["Posts"].max_row == 2
    if ending == "docx":
        lines = [p for p in docx.Document(io.BytesIO(data)).paragraphs if "List Bullet" in p.style.name][-3:]
        assert [p.style.name for p in lines] == ["List Bullet", "List Bullet 2", "List Bullet"] and "Meillä <b>samoin</b> =1+1" in lines[0].text


def test_each_page_of_choices_says_what_is_left_out_in_truth(wall, aino, marja):
    said(aino, wall.post(aino), "Vielä tästä")
    assert "Left out Nothing" in marja.open(f"{wall.path}/export").text
    assert "Comments" in exported(marja, wall, "html").text and "Left out Nothing" in exported(marja, wall, "html").text


@every_format
def test_comments_on_a_wall_of_regions_leave_without_names(app, wall, aino, marja, ending):
    set_wall(app, wall, anonymity="region")
    said(aino, wall.post(aino), "Meillä samoin")
    told = everything_in(exported(marja, wall, ending).data)
    assert "Meillä samoin" in told and "Sarapuisto" not in told
    if ending == "json":
        [comment] = json.loads(told)["posts"][0]["comments"]
        assert len(comment["written"]) == len("2026-11-21") and "name" not in comment
