"""Cards that facilitators make from what stands in the course: they go with it, and keep nothing that was taken out of it."""
import re

import pytest

from tests.support.cast import EEVA
from tests.support.rows import rows, rows_with
from tests.walls.conftest import wall  # noqa: F401
from tests.workshops.conftest import workshop  # noqa: F401

pytestmark = [pytest.mark.usefixtures("in_english"), pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)]


@pytest.fixture
def note(board, aino):
    return board.note(aino, "Luetaan yhdessä Matin esimerkki ääneen")


def test_a_note_becomes_a_card_that_leads_back_to_it_and_facilitators_see_counts_only(cards, board, note, aino, orjan, enter):
    proposal = board.marja.open(f"/recall/notes/{note}/card")
    assert "Luetaan yhdessä Matin esimerkki ääneen" in proposal.text
    cards.want(aino)
    card = cards.make("notes", note)
    assert cards.shown(aino) == "Mistä kirjaamiskahveilla puhutaan?", "it comes to who wants the course's cards"
    assert f"{board.path}#note-{note}" in aino.open(cards.page).html and "Aino" not in re.search("<article.*?</article>", aino.open(cards.page).html, re.S)[0]
    cards.answer(aino, "forgot")
    listed = cards.list()
    assert "1 person has it" in listed.text and "Aino" not in listed.text and "known in" not in listed.text, "one person's answer would be theirs"
    for visitor, status in ((aino, 403), (enter(EEVA), 404)):
        for path in (f"/recall/notes/{note}/card", f"{cards.page}/cards", f"{cards.page}/practice"):
            assert visitor.open(path).status == status
    assert aino.open(f"/recall-cards/{card}").status == 404
    assert board.marja.post(f"/recall/notes/{note}/card", **{"front-fi": "Vain kysymys?"}).status == 422
    for path in ("/recall/steps/1/card", "/recall/nothings/1/card"):
        assert board.marja.open(path).status == 404


def test_a_card_goes_from_sight_with_its_source_and_comes_back_with_it(cards, board, note, aino):
    cards.want(aino)
    cards.make("notes", note)
    board.marja.post(f"/moderated/note/{note}/hiding", reason="wrong", text="")
    assert cards.shown(aino) is None and "nobody gets it now" in cards.list().text
    board.marja.post(f"/moderated/note/{note}/showing")
    assert cards.shown(aino)
    aino.send(f"/notes/{note}/deletion")
    assert cards.shown(aino) is None
    assert board.marja.open(f"/recall/notes/{note}/card").status in (404, 409)


def test_words_that_are_removed_for_good_live_on_in_no_card(cards, board, note, aino, app):
    cards.want(aino)
    cards.make("notes", note, "Kenen esimerkki luetaan?", "Luetaan yhdessä Matin esimerkki ääneen, siis matin oma.")
    board.marja.send(f"/notes/{note}/removal", what="part", taken_out="Matin")
    assert cards.shown(aino) is None and "look at the card" in cards.list().text
    assert not rows_with(app, ["Matin", "matin"])
    ((card,),) = rows(app, "SELECT id FROM recall_card")
    board.marja.post(f"/recall-cards/{card}", **{"front-fi": "Mitä luetaan?", "back-fi": "Esimerkki"})
    assert cards.shown(aino) == "Mitä luetaan?"
    board.marja.send(f"/notes/{note}/removal", what="all")
    assert rows(app, "SELECT id FROM recall_card") == [] and cards.shown(aino) is None


def test_a_card_of_a_post_and_of_a_point_of_a_summary(cards, board, wall, aino, note, app):  # noqa: F811
    cards.want(aino)
    post = wall.post(aino, "Kirjaamiskahvit", "Soita Matille joka perjantai.")
    assert "Soita Matille" in board.marja.open(f"/recall{post}/card").text and f"/recall{post}/card" in board.marja.open(post).html
    cards.make("posts", post.rpartition("/")[2], "Kenelle soitetaan?", "Soita Matille joka perjantai.")
    board.marja.post(f"/moderated/post/{post.rpartition('/')[2]}/redaction", taken_out="Matille")
    assert cards.shown(aino) is None and not rows_with(app, ["Matille"])


def test_a_deleted_card_can_be_restored_with_what_is_remembered(cards, board, note, aino, later):
    cards.want(aino)
    card = cards.make("notes", note)
    cards.answer(aino)
    later(days=10)
    board.marja.post(f"/recall-cards/{card}/deletion")
    assert cards.shown(aino) is None and "can be restored" in cards.list().text
    board.marja.post(f"/recall-cards/{card}/restoration")
    assert cards.shown(aino)


def test_a_point_of_a_summary_becomes_a_card_that_loses_what_is_removed_from_its_note(cards, workshop, note, aino, app):  # noqa: F811
    cards.want(aino)
    assert workshop.marja.post(f"{workshop.path}/summary").status == 303
    assert workshop.marja.post(f"{workshop.path}/summary/fi/publication").status == 303
    ((text,),) = rows(app, "SELECT id FROM summary_text")
    assert f"/recall/summaries/{text}/card" in workshop.marja.open(f"{workshop.path}/summary?read=yes&language=fi").html
    assert "card" not in aino.open(f"{workshop.path}/summary").text, "only facilitators make cards"
    point = next(link.get("href") for link in workshop.marja.open(f"/recall/summaries/{text}/card").all("a") if "Matin" in link.text_content())
    assert "Luetaan yhdessä Matin esimerkki ääneen" in workshop.marja.open(point).typed
    cards.make("summaries", text, "Mitä luetaan?", "Luetaan yhdessä Matin esimerkki ääneen")
    assert cards.shown(aino) == "Mitä luetaan?"
    workshop.marja.send(f"/notes/{note}/removal", what="all")
    assert cards.shown(aino) is None and not rows_with(app, ["Matin"])
