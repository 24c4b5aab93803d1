"""The logo of an organisation: written anew, seen by those it belongs to, kept as long as it is one, at the end of what is exported."""
import base64
import io
import os
import zipfile

import docx
import pytest
import sqlalchemy as sa
from docx.oxml.ns import qn
from PIL import Image

from lti_tool.db.chores import do_chores
from lti_tool.files import Attachment, StoredFile
from lti_tool.people import Organisation
from tests.support.cast import AINO, EEVA, MARJA
from tests.support.files import GOOD, phone_photo, picture
from tests.support.platform import LearningPlatform
from tests.support.visitor import Visitor

pytestmark = pytest.mark.usefixtures("in_english")

WORDS = {"alternative-fi": "Etelä-Savon hyvinvointialue", "alternative-sv": "Södra Savolax välfärdsområde"}


def upload(visitor, console, data=None, name="logo.png", **words):
    sent = {} if data is None else {"file": (io.BytesIO(data), name)}
    return visitor.ask("POST", console.path("organisation/logo"), data={**(words or WORDS), **sent})


def logo_path(console) -> str:
    return f"/organisations/{console.ask(sa.select(Organisation.id))}/logo"


def files_in(app) -> list:
    return sorted(path for path in app.extensions["files_folder"].rglob("*") if path.is_file())


def image_of(data):
    return Image.open(io.BytesIO(data))


def test_members_of_the_platform_s_courses_see_it_and_nobody_else(otto, console, enter, kaisa, liisa, tapio, app, platform):
    assert upload(otto, console, picture("PNG", (300, 100))).status == 303
    for member in (otto, enter(AINO), enter(EEVA), enter(MARJA), kaisa):
        seen = member.open(logo_path(console))
        assert (seen.status, seen.headers["Content-Type"]) == (200, "image/png")
        assert image_of(seen.data).size == (300, 100)
        assert seen.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"
    for stranger in (liisa, tapio):
        assert stranger.open(logo_path(console)).status == 404
    assert Visitor(app, platform, None).open(logo_path(console)).status == 401


def test_the_page_shows_it_with_its_words(otto, console):
    upload(otto, console, picture("PNG", (300, 100)))
    [image] = [image for image in otto.open(console.path("organisation")).all("img") if image.get("src") == logo_path(console)]
    assert image.get("alt") == "Etelä-Savon hyvinvointialue"


@pytest.mark.parametrize(("kind", "name"), [("JPEG", "logo.jpg"), ("PNG", "logo.png"), ("WEBP", "logo.webp")])
def test_every_kind_of_picture_is_taken_and_written_anew(otto, console, kind, name):
    assert upload(otto, console, picture(kind, (200, 80)), name).status == 303
    assert image_of(otto.open(logo_path(console)).data).format == kind


def test_nothing_that_came_along_with_a_photo_is_kept(otto, console):
    upload(otto, console, phone_photo(), "kuva.jpg")
    data = otto.open(logo_path(console)).data
    assert b"Virtanen" not in data and not image_of(data).getexif()


def test_a_large_one_is_sent_small(otto, console):
    upload(otto, console, picture("PNG", (2000, 500)))
    assert image_of(otto.open(logo_path(console)).data).size == (480, 120)


@pytest.mark.parametrize(("data", "name"), [
    (GOOD["ohje.pdf"], "ohje.pdf"), (b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", "logo.svg"), (b"<script>alert(1)</script>", "logo.png"),
    (GOOD["ohje.pdf"], "logo.png"), (b"", "logo.png"), (b"x" * (2 * 1024 * 1024 + 1), "logo.png")], ids=["pdf", "svg", "html", "pdf as png", "empty", "too large"])
def test_anything_else_is_refused_in_words_and_the_old_one_stays(otto, console, data, name):
    upload(otto, console, picture("PNG", (300, 100)))
    before = console.everything()
    seen = upload(otto, console, data, name)
    assert seen.status == 422
    assert console.everything() == before
    assert image_of(otto.open(logo_path(console)).data).size == (300, 100)


def test_it_needs_words_for_those_who_do_not_see_it(otto, console):
    assert upload(otto, console, picture("PNG"), **{"alternative-fi": " "}).status == 422
    assert upload(otto, console, picture("PNG"), **{"alternative-fi": "x" * 251}).status == 422
    assert console.ask(sa.select(sa.func.count()).select_from(Organisation)) == 0


def test_its_words_can_be_changed_alone_and_a_first_one_must_be_chosen(otto, console):
    assert upload(otto, console).status == 422  # there is no picture yet
    upload(otto, console, picture("PNG", (300, 100)))
    assert upload(otto, console, **{"alternative-fi": "Uudet sanat"}).status == 303
    [image] = [image for image in otto.open(console.path("organisation")).all("img") if image.get("src") == logo_path(console)]
    assert image.get("alt") in ("Uudet sanat", WORDS["alternative-sv"])
    assert image_of(otto.open(logo_path(console)).data).size == (300, 100)


def test_another_takes_its_place_and_the_bytes_of_the_first_go(otto, console, app):
    upload(otto, console, picture("PNG", (300, 100)))
    before = files_in(app)
    upload(otto, console, picture("PNG", (301, 100)))
    assert len(files_in(app)) == 1 and files_in(app) != before
    assert console.ask(sa.select(sa.func.count()).select_from(StoredFile)) == 1
    otto.post(console.path("organisation/logo/removal"))
    assert files_in(app) == [] and otto.open(logo_path(console)).status == 404
    assert otto.post(console.path("organisation/logo/removal")).status == 303  # a second tab


def test_it_is_not_tidied_away_as_a_file_that_nobody_attached(otto, console, app, clock):
    upload(otto, console, picture("PNG", (300, 100)))
    clock.forward(days=40)
    for path in files_in(app):
        os.utime(path, (path.stat().st_mtime - 40 * 86400,) * 2)
    assert do_chores(app) == []
    otto.launch()
    assert image_of(otto.open(logo_path(console)).data).size == (300, 100)


def test_the_same_picture_on_a_note_stays_when_the_logo_goes_and_the_other_way_round(otto, console, app, board, enter):
    data, aino = picture("PNG", (300, 100)), enter(AINO)
    note = board.note(aino)
    aino.send(f"/notes/{note}/attachments", file=(io.BytesIO(data), "kuva.png"), alternative="Kuva")
    upload(otto, console, data)
    assert len(files_in(app)) == 1
    otto.post(console.path("organisation/logo/removal"))
    assert len(files_in(app)) == 1 and aino.open("/attachments/1/small").status == 200
    upload(otto, console, data)
    board.marja.post(f"/notes/{note}/removal", sure="yes")
    with console.writing() as session:
        session.execute(sa.delete(Attachment))
    do_chores(app)
    assert otto.open(logo_path(console)).status == 200


def filled(otto, console, data=None, name="logo.png"):
    otto.post(console.path("organisation"), **{"way_to_end": "anonymise", "funding-fi": "Euroopan unionin osarahoittama", "funding-sv": "Medfinansieras av Europeiska unionen"})
    upload(otto, console, data or picture("PNG", (300, 100)), name)


def test_an_exported_page_ends_with_the_funding_line_and_the_logo(otto, console, board, enter):
    filled(otto, console)
    orjan = enter(MARJA._replace(locale="sv"))
    seen = orjan.open(f"{board.path}/export.html")
    [footer] = seen.all("footer")
    assert "Medfinansieras av Europeiska unionen" in "".join(footer.itertext())
    [image] = list(footer.iter("img"))
    assert image.get("alt") == WORDS["alternative-sv"] and (image.get("width"), image.get("height")) == ("300", "100")
    kind, _comma, data = image.get("src").partition(",")
    assert kind == "data:image/png;base64" and image_of(base64.b64decode(data)).size == (300, 100)
    english = enter(MARJA._replace(locale="en")).open(f"{board.path}/export.html").all("footer")[0]
    [line] = [element for element in english.iter("span")]
    assert (line.get("lang"), line.text) == ("fi", "Euroopan unionin osarahoittama")  # said to be in another language


def test_so_does_the_page_in_the_packet(otto, console, board):
    filled(otto, console)
    packet = zipfile.ZipFile(io.BytesIO(board.marja.open(f"{board.path}/export.zip").data))
    [page] = [packet.read(name).decode() for name in packet.namelist() if name.endswith(".html")]
    assert "Euroopan unionin osarahoittama" in page and "data:image/png;base64," in page


@pytest.mark.parametrize(("kind", "name"), [("JPEG", "logo.jpg"), ("PNG", "logo.png"), ("WEBP", "logo.webp")])
@pytest.mark.parametrize("size", [(300, 100), (1000, 10), (10, 900)], ids=["usual", "long", "high"])
def test_a_document_ends_with_them_too(otto, console, board, kind, name, size):
    filled(otto, console, picture(kind, size), name)
    document = docx.Document(io.BytesIO(board.marja.open(f"{board.path}/export.docx").data))
    assert document.paragraphs[-2].text == "Euroopan unionin osarahoittama"
    [shape] = document.inline_shapes
    assert shape._inline.docPr.get("descr") == WORDS["alternative-fi"]
    assert shape.width.mm <= 60.1 and shape.height.mm <= 20.1
    assert document.element.body[-1].tag == qn("w:sectPr")


def test_without_them_nothing_is_added(board):
    assert not board.marja.open(f"{board.path}/export.html").all("footer")
    assert len(docx.Document(io.BytesIO(board.marja.open(f"{board.path}/export.docx").data)).inline_shapes) == 0


def test_a_board_can_be_exported_when_the_logo_s_bytes_are_lost(otto, console, board, app):
    filled(otto, console)
    for path in files_in(app):
        path.unlink()
    assert "Euroopan unionin osarahoittama" in board.marja.open(f"{board.path}/export.html").text
    assert board.marja.open(f"{board.path}/export.docx").status == 200
    assert otto.open(logo_path(console)).status == 404


def test_a_course_of_another_platform_does_not_end_with_it(otto, console, app, elsewhere):
    filled(otto, console)
    assert isinstance(elsewhere, LearningPlatform)
    marja = Visitor(app, elsewhere, MARJA).launch()
    course = marja.submit(marja.address, opens="home").path
    board = marja.post(f"{course}/activities", **{"kind": "board", "title-fi": "Toisen taulu"}).leads_to
    assert marja.open(f"{board}/export.html").status == 200
    assert not marja.open(f"{board}/export.html").all("footer")
