"""The page on which a course is searched: what stands on it, where its links lead, and how it is narrowed down."""
import pytest
from click.testing import CliRunner

from lti_tool.activities.anonymity import LEVELS, NAMED
from lti_tool.cli import lti_tool
from tests.support.bulk import many_notes, many_posts
from tests.support.rows import rows

pytestmark = pytest.mark.usefixtures("in_english")


def test_a_link_lands_on_the_thing(board, wall, aino, orjan, look_for):
    note, post = board.note(aino, "Kahvit ja pulla"), wall.post(aino, title="Kahvihetki")
    assert set(look_for(orjan, "kahvi").addresses) == {f"{board.path}#note-{note}", f"{post}?language=fi"}
    assert f'id="note-{note}"' in orjan.open(board.path).html and "Kahvihetki" in orjan.open(f"{post}?language=fi").text


def test_it_says_where_a_thing_stands_and_who_wrote_it(board, wall, aino, orjan, look_for):
    board.note(aino, "Kahvit ja pulla")
    wall.post(aino, title="Kahvihetki")
    text = look_for(orjan, "kahvi").seen.text
    assert text.count("Aino Sarapuisto") == 3 and "Toimii" in text and "2 found" in text  # the third: to be chosen


def test_what_was_looked_for_is_marked_and_nothing_is_markup(board, wall, aino, orjan, look_for):
    board.note(aino, "<b>Kahvi</b> & <script>alert(1)</script>")
    wall.post(aino, title="<img src=x> kahvi & \"pulla\"")
    html = look_for(orjan, "kahvi alert").seen.html
    assert "&lt;b&gt;<mark>Kahvi</mark>&lt;/b&gt; &amp; &lt;script&gt;<mark>alert</mark>(1)" in html
    html = look_for(orjan, "kah <script>\"'>").seen.html
    assert "<script>\"" not in html
    assert "&lt;img src=x&gt; <mark>kahvi</mark> &amp;" in look_for(orjan, "kah").seen.html


def test_of_a_long_text_the_part_around_the_word_is_shown(wall, aino, orjan, look_for):
    wall.post(aino, how="Alku tässä. " + "Täytettä riittää. " * 100 + "Kultajyvä lopussa. " + "Perään muuta. " * 50)
    page = look_for(orjan, "kultaj")
    assert "<mark>Kultajyvä</mark>" in page.seen.html and "Alku tässä" not in page.seen.text and page.seen.text.count("Täytettä") < 20


def test_each_language_is_found_and_says_which_it_is(wall, aino, orjan, look_for):
    post = wall.post(aino)
    asked = wall.questions(aino, post)
    assert aino.post(f"{post}/texts/sv", title="Dokumentationskaffe", publish="yes", **{f"answer-{asked[2]}": "Vi läser tillsammans."}).status == 303
    page = look_for(orjan, "dokumentationskaf")
    assert page.addresses == [f"{post}?language=sv"] and '<li lang="sv">' in page.seen.html
    assert look_for(orjan, "dokument", language="fi").addresses == []
    assert look_for(orjan, "dokument", language="sv").addresses == page.addresses


def test_it_is_narrowed_to_a_kind_a_wall_a_topic_and_a_step(board, wall, aino, orjan, look_for, app):
    note, post = board.note(aino, "Kahvit ja pulla"), wall.post(aino, title="Kahvihetki")
    [theme] = rows(app, "SELECT min(id) FROM theme")[0]
    other = wall.post(aino, title="Kahvitauko", theme=str(theme))
    assert [len(look_for(orjan, "kahvi", kind=kind).addresses) for kind in ("note", "post_text", "summary_text", "nonsense")] == [1, 2, 0, 3]
    assert len(look_for(orjan, "kahvi", **{"in": wall.id}).addresses) == 2
    assert look_for(orjan, "kahvi", **{"in": board.id}).addresses == [f"{board.path}#note-{note}"]
    assert len(look_for(orjan, "kahvi", **{"in": 99999}).addresses) == 3
    assert look_for(orjan, "kahvi", step="works").addresses == []
    orjan.send(f"{other}/steps", on="works")
    assert [address for address in look_for(orjan, "kahvi", step="works").addresses] == [f"{other}?language=fi"]
    assert len(look_for(orjan, "kahvi", theme="x' OR 1=1").addresses) == 3
    assert f"{post}?language=fi" not in look_for(orjan, "kahvi", theme=theme).addresses


def test_an_author_can_be_chosen_where_names_are_shown(board, aino, orjan, look_for):
    board.note(aino, "Kahvit ja pulla")
    other = board.note(orjan, "Kahvit ilman pullaa")
    page = look_for(aino, "kahvit")
    numbers = {option.text: option.get("value") for option in page.seen.all("option") if option.text in ("Aino Sarapuisto", "Örjan Strandvik")}
    assert look_for(aino, "kahvit", author=numbers["Örjan Strandvik"]).addresses == [f"{board.path}#note-{other}"]
    assert look_for(aino, "kahvit", author="77").addresses == []


@pytest.mark.parametrize("level", [level for level in LEVELS if level != NAMED])
def test_nobody_finds_out_who_wrote_what_has_no_name_on_it(board, aino, orjan, look_for, level):
    board.marja.submit(f"{board.path}/settings", **{"title-fi": "Taulu", "anonymity": level})
    board.note(aino, "Kahvit ja pulla")
    for visitor in (orjan, board.marja):
        page = look_for(visitor, "kahvit")
        assert len(page.addresses) == 1 and "Aino" not in page.seen.text
        assert all(look_for(visitor, "kahvit", author=number).addresses == [] for number in range(1, 5))


def test_there_are_pages_of_twenty(app, board, aino, look_for):
    many_notes(app, board, 45)
    rebuild(app)
    pages = [look_for(aino, "lappu", page=page) for page in (1, 2, 3)]
    assert [len(page.addresses) for page in pages] == [20, 20, 5] and len({address for page in pages for address in page.addresses}) == 45
    assert "45 found" in pages[0].seen.text and "Page 3 of 3" in pages[2].seen.text
    assert len(look_for(aino, "lappu", page=99).addresses) == 5 and len(look_for(aino, "lappu", page="x").addresses) == 20


def test_very_many_are_not_counted_to_the_end(app, board, aino, look_for):
    many_posts(app, board, 300)
    rebuild(app)
    assert "More than 200 found" in look_for(aino, "käytäntö").seen.text


def rebuild(app):
    ran = CliRunner().invoke(lti_tool, ["rebuild-search"], obj=app)
    assert ran.exit_code == 0, ran.output
    return ran.output


def test_empty_and_unfound_are_said_and_help(board, aino, look_for):
    assert "Search the course" in aino.open(f"{board.home}/search").text
    assert "Nothing was found" in look_for(aino, "puuttuu").seen.text
    assert "There is no word in that" in look_for(aino, "***").seen.text
    assert "Search the whole course" in look_for(aino, "puuttuu", kind="note").seen.text


def test_the_home_a_board_and_a_wall_lead_to_it(board, wall, aino):
    assert f'action="{board.home}/search"' in aino.open(board.home).html
    assert f'href="{board.home}/search"' in aino.open(board.path).html
    assert f'href="{board.home}/search?in={wall.id}"' in aino.open(wall.path).html
