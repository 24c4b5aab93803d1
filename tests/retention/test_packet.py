"""Everything of a course in one file: a page that leads to each activity, and for each what its own export gives."""
import pytest

import io
import json
import zipfile

import html5lib

from tests.support.cast import AINO

pytestmark = pytest.mark.usefixtures("in_english")


def opened(seen) -> zipfile.ZipFile:
    assert seen.status == 200, seen.text
    packed = zipfile.ZipFile(io.BytesIO(seen.data))
    assert packed.testzip() is None
    return packed


def test_it_holds_every_board_with_its_files_and_a_page_that_leads_there(app, board, marja, lived):
    marja.post(f"{board.home}/activities", **{"kind": "board", "title-fi": "Rakenteinen kirjaaminen"})
    seen = marja.open(f"{board.home}/retention/everything.zip")
    assert seen.headers["Content-Type"] == "application/zip" and "Kirjaamisen-kehitt" in seen.headers["Content-Disposition"]
    packed = opened(seen)
    names = packed.namelist()
    assert len(names) == len(set(names)) and len({name.partition("/")[0] for name in names if "/" in name}) == 2  # two boards of one name
    index = packed.read("index.html").decode()
    html5lib.HTMLParser(strict=True).parse(index)
    pages = [link.get("href") for link in html5lib.parse(index, namespaceHTMLElements=False).iter("a")]
    assert len(pages) == 2 and all(page in names for page in pages)
    first = packed.read(pages[0]).decode()
    for words in ("Ainon uusi ajatus", "Örjans tanke", "Ainon kommentti"):
        assert words in first
    folder = pages[0].rpartition("/")[0]
    assert [name for name in names if name.startswith(f"{folder}/files/") and name.endswith(".jpg")]
    picture = next(image.get("src") for image in html5lib.parse(first, namespaceHTMLElements=False).iter("img"))
    assert f"{folder}/{picture}" in names  # the page finds its picture where it lies
    data = json.loads(packed.read(next(name for name in names if name.endswith(".json") and name.startswith(folder))))
    assert data["format"] == "workshop-board" and data["exported"]["notes"] == 2


def test_what_is_deleted_and_what_names_are_hidden_is_not_in_it(app, board, marja, lived, enter):
    packed = opened(marja.open(f"{board.home}/retention/everything.zip"))
    everything = "".join(packed.read(name).decode("utf-8", "replace") for name in packed.namelist())
    assert "Poistettu ajatus" not in everything and AINO.sub not in everything and AINO.email not in everything


def test_a_course_without_activities_gives_a_page_that_says_so(app, enter, platform):
    from tests.support.cast import MARJA
    marja = enter(MARJA._replace(locale="en"))
    packed = opened(marja.open("/courses/1/retention/everything.zip"))
    assert packed.namelist() == ["index.html"] and "There is none yet." in packed.read("index.html").decode()
