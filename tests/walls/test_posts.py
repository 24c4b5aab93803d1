"""Posts: begun, kept as a draft while somebody types, published, changed, in two languages, deleted and restored."""
import pytest

from tests.support.cast import AINO, EEVA, ORJAN

pytestmark = pytest.mark.usefixtures("in_english")


@pytest.fixture
def aino(enter, board):
    return enter(AINO)


@pytest.fixture
def orjan(enter, board):
    return enter(ORJAN)


def test_a_post_is_written_in_one_form_and_everybody_reads_it(wall, aino, orjan):
    post = wall.post(aino, how="## Näin\n\n- ensin\n- sitten")
    seen = orjan.open(wall.path)
    assert "Kirjaamiskahvit" in seen.text and "Aino Sarapuisto" in seen.text
    page = orjan.open(post)
    assert "Kirjaamiskahvit" in page.text and "<li><p>ensin</p></li>" in page.html


def test_what_is_typed_is_kept_as_a_draft_that_nobody_else_sees(wall, aino, orjan):
    post = wall.begin(aino)
    asked = wall.questions(aino, post)
    kept = aino.post(f"{post}/texts/fi", {"Accept": "application/json"}, title="Puolik", autosave="yes", **{f"answer-{asked[0]}": "Ensin"})
    assert kept.status == 200 and "Draft saved" in kept.text
    assert "Puolik" in aino.open(f"{post}/edit").html and "Puolik" in aino.open(wall.path).text
    for other in (orjan, wall.marja):
        assert other.open(post).status == other.open(f"{post}/edit").status == 404
        assert "Puolik" not in other.open(wall.path).text
    assert wall.begin(aino) != post


def test_an_untouched_draft_is_used_again(wall, aino):
    assert wall.begin(aino) == wall.begin(aino)


def test_what_has_to_be_answered_is_asked_for_before_others_see_it(wall, aino):
    post = wall.begin(aino)
    asked = wall.questions(aino, post)
    seen = aino.send(f"{post}/texts/fi", title="Kahvit", publish="yes", **{f"answer-{asked[0]}": "Ongelma oli"})
    assert seen.status == 422 and "has to be answered" in seen.text
    assert wall.marja.open(post).status == 404


def test_a_change_is_typed_beside_what_stands_until_it_is_published(wall, aino, orjan):
    post = wall.post(aino)
    asked = wall.questions(aino, post)
    aino.post(f"{post}/texts/fi", title="Uusi nimi", **{f"answer-{asked[2]}": "Toisin"})
    assert "Uusi nimi" not in orjan.open(post).text
    version = aino.open(f"{post}/edit").form(f"{post}/texts/fi").values["version"]
    assert aino.post(f"{post}/texts/fi", title="Uusi nimi", publish="yes", version=version, **{f"answer-{asked[2]}": "Toisin"}).status == 303
    assert "Uusi nimi" in orjan.open(post).text and "edited" in wall.marja.open(post).text


def test_two_who_change_it_at_once_see_both_texts(wall, aino):
    post = wall.post(aino)
    asked = wall.questions(aino, post)
    for title, status in (("Ensimmäinen", 303), ("Toinen", 409)):
        seen = wall.marja.post(f"{post}/texts/fi", title=title, publish="yes", version="1", **{f"answer-{asked[2]}": "Toisin"})
        assert seen.status == status, seen.text
    assert "Ensimmäinen" in seen.text and "Toinen" in seen.text
    assert "Ensimmäinen" in aino.open(post).text


def test_its_swedish_version_stands_beside_the_finnish_one(wall, aino, orjan):
    post = wall.post(aino)
    asked = wall.questions(aino, post)
    assert aino.post(f"{post}/texts/sv", title="Dokumentationskaffe", publish="yes", **{f"answer-{asked[2]}": "Vi läser tillsammans."}).status == 303
    assert "Dokumentationskaffe" in orjan.open(wall.path).text and "Kirjaamiskahvit" in aino.open(wall.path).text
    beside = orjan.open(f"{post}?language=sv&beside=fi")
    assert "Vi läser tillsammans." in beside.text and "Luetaan yhdessä" in beside.text


def test_an_act_is_undone(wall, aino, orjan):
    post = wall.post(aino)
    asked = wall.questions(aino, post)
    aino.post(f"{post}/texts/fi", title="Väärin", publish="yes", version="1", **{f"answer-{asked[2]}": "Väärin"})
    page = aino.open(aino.post(f"{post}/deletion").headers["Location"])
    assert orjan.open(post).status == 404
    undo = next(form.get("action") for form in page.all("form") if "/undo" in form.get("action"))
    assert aino.post(undo).status == 303
    assert orjan.open(post).status == 200


def test_a_post_that_was_published_too_early_is_a_draft_again(wall, aino, orjan):
    post = wall.begin(aino)
    asked = wall.questions(aino, post)
    page = aino.open(aino.post(f"{post}/texts/fi", title="Liian aikaisin", publish="yes", **{f"answer-{asked[2]}": "Kesken"}).headers["Location"])
    assert orjan.open(post).status == 200
    assert aino.post(next(form.get("action") for form in page.all("form") if "/undo" in form.get("action"))).status == 303
    assert orjan.open(post).status == 404 and "Liian aikaisin" not in orjan.open(wall.path).text
    assert "Liian aikaisin" in aino.open(f"{post}/edit").html and "Kesken" in aino.open(f"{post}/edit").html


def test_a_deleted_post_is_restored_by_its_author_but_not_what_a_facilitator_deleted(wall, aino, orjan):
    post = wall.post(aino)
    aino.post(f"{post}/deletion")
    assert "Kirjaamiskahvit" in aino.open(f"{wall.path}/deleted").text and "Kirjaamiskahvit" not in orjan.open(f"{wall.path}/deleted").text
    assert aino.post(f"{post}/restoration").status == 303
    wall.marja.post(f"{post}/deletion")
    assert aino.post(f"{post}/restoration").status == 403
    assert wall.marja.post(f"{post}/restoration").status == 303
    assert orjan.open(post).status == 200


def test_others_change_nothing(wall, aino, orjan, enter):
    post = wall.post(aino)
    for path in ("/texts/fi", "/state", "/pin", "/feature", "/deletion", "/restoration"):
        assert orjan.post(post + path, title="x", publish="yes", state="archived").status == 403
        assert enter(EEVA).post(post + path).status == 404


def test_hostile_text_is_harmless(wall, aino, orjan):
    post = wall.post(aino, title="<script>alert(1)</script>", **{"answer-format": "html"})
    asked = wall.questions(aino, post)
    evil = '<p onclick="x()">Hei</p><script>alert(1)</script><a href="javascript:alert(1)">linkki</a><img src="data:x">'
    seen = aino.post(f"{post}/texts/fi", title="Hei", publish="yes", version="1", **{f"answer-{asked[2]}": evil, f"answer-{asked[2]}-format": "html"})
    assert seen.status == 303
    html = orjan.open(post).html
    assert "onclick" not in html and "javascript:" not in html and "alert(1)" not in html and "data:x" not in html


@pytest.mark.parametrize("day", ["20261-11-26", "1999-12-31", "2101-01-01", "26.11.20266"])
def test_a_year_that_cannot_be_meant_is_refused_in_words(wall, day):
    seen = wall.marja.post(f"{wall.path}/settings", **{"title-fi": "Seinä", "closes_on": day})
    assert seen.status == 422 and "Give a year from 2000 to 2100." in seen.text


def test_answers_to_choose_from_are_taken_as_every_text_is(wall, aino):
    """What no text holds goes; a line that is empty is refused, so that no answer moves into another's place."""
    def ask(options):
        return wall.marja.post(f"{wall.path}/fields", kind="choice", **{"title-fi": "Vaihe", "options-fi": options})
    assert ask("\r\nKokeilu\r\nKäytössä").status == 422 and ask("Kokeilu\n\nKäytössä").status == 422
    assert ask("Kok\x00eilu\nKäytössä").status == 303
    assert "Kokeilu" in aino.open(f"{wall.begin(aino)}/edit").text
