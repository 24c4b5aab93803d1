"""Pictures and files on posts: attached where the post is written, seen with it, and gone with it."""
import io
import re
import zipfile

import pytest

from lti_tool.db import db, transaction
from lti_tool.files import Attachment, StoredFile
from lti_tool.files.removal import forget_old_files, purge_attachments
from tests.support.bulk import writing
from tests.support.cast import AINO, EEVA, MARJA, ORJAN
from tests.support.files import BAD, GOOD, phone_photo

pytestmark = pytest.mark.usefixtures("in_english")
sqlite = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


@pytest.fixture
def aino(enter, board):
    return enter(AINO)


@pytest.fixture
def orjan(enter, board):
    return enter(ORJAN)


@pytest.fixture
def marja(enter, board):
    return enter(MARJA._replace(locale="en"))


def attach(visitor, post, name="kuva.jpg", data=None, **form):
    """As our script sends it; pictures get words unless told otherwise."""
    return visitor.send(f"{post}/attachments", file=(io.BytesIO(GOOD[name] if data is None else data), name), **{"alternative": "Kaavio kulusta", **form})


def pictures(seen) -> list[tuple]:
    return [(image.get("src"), image.get("alt"), image.get("loading")) for image in seen.all("img") if "/attachments/" in image.get("src")]


def counted(app, noun=Attachment) -> int:
    with app.app_context(), transaction(writes=False):
        return db.session.query(noun).count()


def test_a_picture_stands_on_the_card_and_on_the_post(wall, aino, orjan):
    post = wall.post(aino)
    answer = attach(aino, post)
    assert answer.status == 200
    for seen in (answer, orjan.open(wall.path), orjan.open(post)):
        [(source, alternative, loading), *_more] = pictures(seen)
        assert (alternative, loading) == ("Kaavio kulusta", "lazy")
    assert orjan.open(source).status == 200 and orjan.open(f"{wall.path}?as=columns").status == 200


def test_files_are_counted_on_the_card_and_saved_from_the_post(wall, aino, orjan):
    post = wall.post(aino)
    attach(aino, post, "ohje.pdf")
    attach(aino, post)
    assert "2 filer" in orjan.open(wall.path).text
    [link] = [link.get("href") for link in orjan.open(post).all("a", class_="file")]
    assert orjan.open(link).response.data == GOOD["ohje.pdf"]


def test_it_works_without_script_and_keeps_what_was_typed(wall, aino):
    post = wall.begin(aino)
    asked = wall.questions(aino, post)
    form = aino.open(f"{post}/edit")
    assert "Save the draft, and add pictures and files" in form.html
    seen = aino.submit(f"{post}/texts/fi", title="Puolik", then="files", **{f"answer-{asked[0]}": "Ongelma"})
    assert seen.path == f"{post}/attachments" and "Puolik" in seen.text
    seen = aino.submit(f"{post}/attachments", file=(io.BytesIO(GOOD["kuva.jpg"]), "kuva.jpg"), alternative="Kaavio")
    assert seen.path == f"{post}/attachments" and [alt for _src, alt, _l in pictures(seen)] == ["Kaavio"]
    edit = aino.open(f"{post}/edit")
    assert "Puolik" in edit.html and "Ongelma" in edit.html and pictures(edit)


def test_the_files_of_a_draft_are_its_authors_alone(wall, aino, orjan):
    post = wall.begin(aino)
    since = orjan.open(wall.path).one("live").get("data-seq")
    [(source, _alt, _loading)] = pictures(attach(aino, post))
    assert orjan.open(source).status == wall.marja.open(source).status == 404 and aino.open(source).status == 200
    assert orjan.open(f"/activities/{wall.id}/changes?since={since}").status == 304  # nobody hears of it


def test_who_may_not_write_it_attaches_nothing(app, wall, aino, orjan, enter):
    post = wall.post(aino)
    assert attach(orjan, post).status == 403 and attach(enter(EEVA), post).status == 404 and orjan.open(f"{post}/attachments").status == 403
    wall.marja.post(f"{wall.path}/freeze", frozen="yes")
    assert attach(aino, post).status == 409
    wall.marja.post(f"{wall.path}/freeze", frozen="no")
    aino.post(f"{post}/deletion")
    assert attach(aino, post).status == 409 and counted(app) == 0


def test_three_files_and_no_more(wall, aino):
    post = wall.post(aino)
    for _time in range(3):
        assert attach(aino, post).status == 200
    assert attach(aino, post).status == 409


def test_sent_twice_it_is_one_file(app, wall, aino):
    post = wall.post(aino)
    for _time in range(2):
        assert attach(aino, post, op="0d5b7cf7-28ce-4d55-8e2c-1c1b2e0f0a02").status == 200
    assert counted(app) == 1


@sqlite
@pytest.mark.parametrize("name, data", BAD.values(), ids=BAD)
def test_what_lies_about_itself_is_refused_and_leaves_nothing(app, wall, aino, name, data):
    assert attach(aino, wall.post(aino), name, data).status == 422
    assert (counted(app), counted(app, StoredFile)) == (0, 0)


@sqlite
def test_words_for_a_picture_are_asked_for_and_the_place_is_not_kept(app, wall, aino):
    post = wall.post(aino)
    assert attach(aino, post, alternative="").status == 422
    assert attach(aino, post, data=phone_photo()).status == 200
    assert all(b"Exif" not in path.read_bytes() for path in app.extensions["files_folder"].rglob("*") if path.is_file())


def test_a_question_for_files_is_answered_by_one(wall, aino, marja):
    assert marja.post(f"{wall.path}/fields", kind="file", required="yes", **{"title-fi": "Kuva käytännöstä"}).status == 303
    post = wall.begin(aino)
    asked = wall.questions(aino, post)
    assert "Kuva käytännöstä" in aino.open(f"{post}/edit").text
    words = {"title": "Kahvit", "publish": "yes", f"answer-{asked[2]}": "Näin"}
    refused = aino.post(f"{post}/texts/fi", **words)
    assert refused.status == 422 and "has to be answered" in refused.text
    attach(aino, post)
    assert aino.post(f"{post}/texts/fi", **words).status == 303


def test_a_file_is_deleted_and_restored(wall, aino, orjan):
    post = wall.post(aino)
    [(source, *_rest), *_more] = pictures(attach(aino, post))
    file = re.search(r"/attachments/\d+", source)[0]
    assert aino.send(f"{file}/deletion").status == 200 and not pictures(orjan.open(post)) and orjan.open(source).status == 404
    assert aino.send(f"{file}/restoration").status == 200 and pictures(orjan.open(post))
    assert orjan.send(f"{file}/deletion").status == 403


def test_they_go_with_the_post_and_its_author(app, wall, aino, orjan, marja):
    post = wall.post(aino)
    [(source, *_rest), *_more] = pictures(attach(aino, post))
    aino.post(f"{post}/deletion")
    assert orjan.open(source).status == 404 and aino.open(source).status == 200  # it can be restored
    aino.post(f"{post}/restoration")
    assert "kuva.jpg" in aino.open("/me/data.json").text
    aino.post("/me/erasure", sure="yes", texts="erase")
    with writing(app):
        purge_attachments()
        forget_old_files()
    assert orjan.open(post).status == 404 and (counted(app), counted(app, StoredFile)) == (0, 0)


def test_they_leave_in_the_packet_with_the_wall_and_with_the_post(wall, aino, marja):
    post = wall.post(aino)
    attach(aino, post)
    attach(aino, post, "ohje.pdf")
    packed = zipfile.ZipFile(io.BytesIO(marja.open(f"{wall.path}/export.zip").data))
    names = packed.namelist()
    assert "files/1-1-kuva.jpg" in names and packed.read("files/1-2-ohje.pdf") == GOOD["ohje.pdf"]
    page = packed.read(next(name for name in names if name.endswith(".html"))).decode()
    assert 'src="files/1-1-kuva.jpg"' in page and 'alt="Kaavio kulusta"' in page
    assert "2 attached files" in marja.open(f"{wall.path}/export.html").text
    document = zipfile.ZipFile(io.BytesIO(aino.open(f"{post}.docx").data))
    assert any(name.startswith("word/media/") for name in document.namelist()) and "Kaavio kulusta" in document.read("word/document.xml").decode()
    [(source, alternative, _loading)] = pictures(aino.open(f"{post}/page"))
    assert alternative == "Kaavio kulusta" and aino.open(source).status == 200


def test_a_link_says_where_it_leads_and_that_it_opens_a_window(wall, aino, orjan, marja):
    marja.post(f"{wall.path}/fields", kind="link", **{"title-fi": "Video"})
    post = wall.begin(aino)
    asked = wall.questions(aino, post)
    for address, host, words in (("https://www.youtube.com/watch?v=1", "www.youtube.com", "Video, opens a new window"), ("https://exämple.fi/a", "xn--exmple-cua.fi", "Opens a new window")):
        version = aino.open(f"{post}/edit?language=fi").form(f"{post}/texts/fi").values["version"]
        assert aino.post(f"{post}/texts/fi", title="Kahvit", publish="yes", version=version, **{f"answer-{asked[2]}": "Näin", f"answer-{asked[-1]}": address}).status == 303
        seen = marja.open(post)
        assert host in seen.text and words in seen.text and not seen.all("iframe")
