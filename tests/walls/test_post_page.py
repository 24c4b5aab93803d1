"""A post that is taken along: as a page to print, and as a document, each with its source and its licence."""
import io

import docx
import pytest

from lti_tool.db import db
from lti_tool.walls import Post, Wall
from tests.support.bulk import writing
from tests.support.cast import AINO, EEVA, ORJAN

pytestmark = pytest.mark.usefixtures("in_english")
sqlite = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


@pytest.fixture
def aino(enter, board):
    return enter(AINO)


@pytest.fixture
def orjan(enter, board):
    return enter(ORJAN._replace(locale="en"))


def text_of(seen) -> str:
    assert seen.status == 200, seen.text
    return "\n".join(paragraph.text for paragraph in docx.Document(io.BytesIO(seen.data)).paragraphs)


def both(visitor, post, query="") -> tuple[str, str]:
    """What its page and its document say."""
    page = visitor.open(f"{post}/page{query}")
    assert page.status == 200, page.text
    return page.text, text_of(visitor.open(f"{post}.docx{query}"))


def test_everybody_who_sees_it_takes_it_with_its_source_and_licence(app, wall, aino, orjan):
    with writing(app):
        db.session.get(Wall, wall.id).licence = "by"
    post = wall.post(aino, how="- ensin\n- sitten")
    seen = orjan.open(post)
    assert f"{post}/page?language=fi" in seen.links and f"{post}.docx?language=fi" in seen.links
    for said in both(orjan, post):
        for words in ("Kirjaamiskahvit", "ensin", "Source", "Aino Sarapuisto", "CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/"):
            assert words in said


def test_it_comes_in_the_language_that_is_asked_for(wall, aino, orjan):
    post = wall.post(aino)
    asked = wall.questions(aino, post)
    aino.post(f"{post}/texts/sv", title="Dokumentationskaffe", publish="yes", **{f"answer-{asked[2]}": "Vi läser tillsammans."})
    for said in both(orjan, post, "?language=sv"):
        assert "Vi läser tillsammans." in said and "Luetaan yhdessä" not in said
    for said in both(orjan, post, "?language=fi"):
        assert "Luetaan yhdessä" in said and "Vi läser" not in said
    for said in both(orjan, post, "?language=xx"):
        assert "Kirjaamiskahvit" in said


def test_region_only_is_region_only_on_paper(app, wall, aino, orjan):
    with writing(app):
        db.session.get(Wall, wall.id).anonymity = "region"
    post = wall.post(aino)
    for said in both(orjan, post):
        assert "Sarapuisto" not in said and "Region not told" in said


def test_who_does_not_see_it_does_not_take_it(wall, aino, orjan, enter):
    post = wall.post(aino)
    for path in (f"{post}/page", f"{post}.docx"):
        assert enter(EEVA).open(path).status == 404
    aino.post(f"{post}/deletion")
    draft = wall.begin(aino)
    aino.post(f"{draft}/texts/fi", title="Kesken")
    for path in (f"{post}/page", f"{post}.docx", f"{draft}/page", f"{draft}.docx"):
        assert orjan.open(path).status == 404
    for path in (f"{draft}/page", f"{draft}.docx"):
        assert aino.open(path).status == 404  # nothing of it stands yet


@sqlite
def test_hostile_words_are_words(wall, aino, orjan):
    post = wall.post(aino, title="<script>alert(1)</script>", how="<img src=x onerror=alert(2)> \x0b [x](javascript:alert(3))")
    page = orjan.open(f"{post}/page")
    assert "<script>alert" not in page.html and "<img src=x" not in page.html and "<script>alert(1)</script>" in text_of(orjan.open(f"{post}.docx"))


def test_what_was_removed_for_good_is_a_mark(app, wall, aino, orjan):
    from lti_tool.db import now
    post = wall.post(aino)
    with writing(app):
        db.session.get(Post, int(post.rpartition("/")[2])).removed_at = now()
    for said in both(orjan, post):
        assert "Removed for good" in said and "Luetaan yhdessä" not in said and "Kirjaamiskahvit" not in said
