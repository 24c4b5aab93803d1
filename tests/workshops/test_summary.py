"""The summary: made from the notes, written on by facilitators, read by everybody when it is published. Never with names."""
import re

import pytest
import sqlalchemy as sa
from flask_babel import force_locale, gettext

from lti_tool.boards import Board, Note, Phase, Vote
from lti_tool.db import db, transaction
from lti_tool.live import Viewpoint
from lti_tool.web.slots import slot
from lti_tool.workshops.summary import VERSIONS_KEPT
from tests.support.bulk import counted, writing
from tests.support.cast import AINO, EEVA, MARJA, ORJAN
from tests.support.rows import rows, rows_with

pytestmark = pytest.mark.usefixtures("in_english")


@pytest.fixture
def aino(enter, workshop):
    return enter(AINO)


def make(board, visitor=None, **form):
    return (visitor or board.marja).post(f"{board.path}/summary", **form)


def composer(board, language="fi"):
    return board.marja.open(f"{board.path}/summary?language={language}")


def text_of(board, language="fi") -> str:
    """What stands in the composer, as lines."""
    return composer(board, language).typed[0]


def own_words(app, text: str, language="fi") -> str:
    """One of the words that the tool itself puts into the text, in the text's language."""
    with app.test_request_context(), force_locale(language):
        return gettext(text)


def version_of(board, language="fi") -> str:
    return next(field.get("value") for field in composer(board, language).all("input", name="version"))


def save(board, html, language="fi", visitor=None, **form):
    return (visitor or board.marja).send(f"{board.path}/summary/{language}", **{"text": html, "text-format": "html", "version": 0, **form})


def publish(board, language="fi", **form):
    assert board.marja.post(f"{board.path}/summary/{language}/publication", **form).status == 303


def vote_for(app, board, **votes):
    """note-number=votes: shown to everybody."""
    with writing(app):
        phase = db.session.scalar(sa.select(Phase).filter_by(board_id=board.id))
        phase.votes_each, phase.votes_shown = 3, True
        for note, number in votes.items():
            db.session.add_all(Vote(note_id=int(note[1:]), voter=f"{note}-{place}", phase_id=phase.id) for place in range(number))


def test_it_is_made_by_one_click_and_saved_as_a_document_by_another(workshop, aino):
    workshop.note(aino, "Kahvit perjantaisin")
    made = workshop.marja.open(make(workshop).leads_to)
    assert made.status == 200 and "Kahvit perjantaisin" in made.typed[0]
    [word] = [link for link in made.links if "summary.docx" in link]
    assert workshop.marja.open(word).data[:2] == b"PK"


def test_its_button_stands_on_the_board_in_the_phase_that_is_for_it(app, workshop, aino):
    address = f"{workshop.path}/summary"
    assert not workshop.marja.open(workshop.path).all("form", action=address)
    with writing(app):
        db.session.scalar(sa.select(Phase).filter_by(board_id=workshop.id)).kind = "summary"
    assert not aino.open(workshop.path).all("form", action=address)
    page = workshop.marja.open(workshop.path)
    assert workshop.marja.press(page, address).path == address
    assert "Go on with the summary" in workshop.marja.open(workshop.path).text


def test_headings_prompts_and_notes_become_a_text_with_links_to_their_sources(app, workshop, aino, enter):
    workshop.marja.post(f"/columns/{workshop.columns[0]}", **{"title-fi": "Toimii", "prompt-fi": "Mitä kannattaa jatkaa?", "colour": "sun"})
    first, second = workshop.note(aino, "Kahvit perjantaisin\nja torstaisin"), workshop.note(enter(ORJAN), "En mall för alla", language="sv")
    make(workshop)
    source = own_words(app, "source")
    assert text_of(workshop) == (f"## Toimii\n\nMitä kannattaa jatkaa?\n\n- Kahvit perjantaisin\n  ja torstaisin {source}\n- En mall för alla {source}\n\n"
                                 "## Takkuaa\n\nEi lappuja.")
    html = composer(workshop).html
    assert f'href="{workshop.path}#note-{first}"' in html and f'<span lang="sv">En mall för alla</span> <a href="{workshop.path}#note-{second}"' in html


def test_most_votes_come_first_and_what_has_none_is_left_out_and_said(app, workshop, aino):
    few, many, none = (workshop.note(aino, text) for text in ("Vähän ääniä", "Paljon ääniä", "Ei ääniä"))
    vote_for(app, workshop, **{f"n{few}": 1, f"n{many}": 3})
    make(workshop)
    lines = text_of(workshop)
    assert lines.index("Paljon ääniä (3 ääntä)") < lines.index("Vähän ääniä (1 ääni)") and "Ei ääniä" not in lines
    assert "1 note without votes" in composer(workshop).text


def test_totals_that_are_not_shown_are_not_told_and_order_nothing(app, workshop, aino):
    few, many = (workshop.note(aino, text) for text in ("Ensimmäinen", "Toinen"))
    vote_for(app, workshop, **{f"n{many}": 3})
    with writing(app):
        db.session.scalar(sa.select(Phase).filter_by(board_id=workshop.id)).votes_shown = False
    make(workshop)
    assert text_of(workshop).index("Ensimmäinen") < text_of(workshop).index("Toinen") and "ään" not in text_of(workshop)


def test_a_stack_is_one_point_with_what_lies_on_it(app, workshop, aino):
    top, below = workshop.note(aino, "Otsikkolappu"), workshop.note(aino, "Sen alla")
    with writing(app):
        db.session.get(Note, below).stack_id = top
    vote_for(app, workshop, **{f"n{top}": 2})
    make(workshop)
    assert re.search(r"- Otsikkolappu \(2 ääntä, 2 [^)]+\) \w+\n  - Sen alla \w+\n", text_of(workshop))


def test_facilitators_choose_columns_how_many_and_whether_votes_are_told(app, workshop, aino):
    notes = [workshop.note(aino, f"Lappu {number}") for number in range(4)]
    workshop.note(aino, "Toisen sarakkeen lappu", column=1)
    vote_for(app, workshop, **{f"n{note}": 1 for note in notes})
    page = composer(workshop)
    workshop.marja.press(page, f"{workshop.path}/summary", column=workshop.columns[0], most="2")
    text = composer(workshop).text
    assert text_of(workshop).count("Lappu ") == 2 and "Toisen sarakkeen" not in text_of(workshop)
    assert "2 notes further down" in text and "Columns that were not chosen: Takkuaa" in text
    make(workshop, chosen="yes", column=workshop.columns[0], most="4")
    assert "ääni" not in text_of(workshop)


@pytest.mark.parametrize("form", [{"most": "0"}, {"most": "51"}, {"most": "many"}, {"most": "-1"}, {"column": []}, {"language": "en"}, {"language": "de"}])
def test_a_choice_that_cannot_be_is_refused(workshop, form):
    assert make(workshop, **{"chosen": "yes", "column": workshop.columns, "most": "5", **form}).status == 422


@pytest.mark.parametrize("level", ["named", "region", "peers", "everybody"])
def test_no_name_and_no_region_is_ever_in_it(app, workshop, enter, level):
    workshop.marja.post(f"{workshop.path}/settings", **{"title-fi": "Kirjaaminen", "anonymity": level})
    aino = enter(AINO)
    workshop.note(aino, "Salainen ajatus")
    make(workshop)
    publish(workshop)
    files = [workshop.marja.open(f"{workshop.path}/summary.{ending}").data for ending in ("html", "md")]
    pages = [text_of(workshop), enter(ORJAN).open(f"{workshop.path}/summary").words("main"), *(data.decode() for data in files)]
    assert all("Salainen ajatus" in page for page in pages)
    assert not any(name in page for page in pages for name in ("Aino", "Sarapuisto", "Pohjois-Savo"))
    assert not any(AINO.sub in where or "author" in where for where in rows_with(app, ["Salainen ajatus"]))


def test_authors_have_read_that_their_notes_may_be_used(board, app, enter):
    said = "The summary may use your note, without your name."
    aino = enter(AINO)
    assert said not in aino.open(board.path).text
    with writing(app):
        db.session.get(Board, board.id).made_as_workshop = True
    assert said in aino.open(board.path).text


def test_hidden_deleted_and_removed_notes_are_never_taken(app, workshop, aino):
    shown, deleted, removed = (workshop.note(aino, text) for text in ("Näkyvä", "Poistettu lappu", "Asiakas Virtanen"))
    aino.send(f"/notes/{deleted}/deletion")
    workshop.marja.send(f"/notes/{removed}/removal", what="all")
    make(workshop)
    assert "Näkyvä" in text_of(workshop) and "Poistettu lappu" not in text_of(workshop) and "Virtanen" not in text_of(workshop)
    assert "1 deleted note" in composer(workshop).text and "1 note whose text was removed for good" in composer(workshop).text
    workshop.marja.send(f"{workshop.path}/hiding", hidden="yes")
    make(workshop)
    assert text_of(workshop) == "" and "2 notes that are not shown to everybody yet" in composer(workshop).text


def test_a_board_that_is_no_workshop_has_none(board, enter):
    for path in (f"{board.path}/summary", f"{board.path}/summary.md"):
        assert board.marja.open(path).status == 404
    assert make(board).status == 404
    assert f"{board.path}/summary" not in board.marja.open(board.path).links


def test_nobody_but_facilitators_sees_a_draft(workshop, aino, enter):
    workshop.note(aino, "Luonnoksen sana")
    make(workshop)
    assert "has not been published yet" in aino.open(f"{workshop.path}/summary").text
    for path in ("summary", "summary?draft=yes", "summary?language=fi", *(f"summary.{ending}{how}" for ending in ("html", "md", "docx") for how in ("", "?draft=yes&language=fi"))):
        assert aino.open(f"{workshop.path}/{path}").status == 404
    for path in ("summary/fi/versions", "summary/fi/versions/1"):
        assert aino.open(f"{workshop.path}/{path}").status == 403
    for path in ("summary", "summary/fi", "summary/fi/publication", "summary/fi/versions/1/restoration"):
        assert aino.post(f"{workshop.path}/{path}", text="x").status == 403
        assert enter(EEVA._replace(role=MARJA.role)).post(f"{workshop.path}/{path}", text="x").status == 404


def test_members_read_what_was_published_not_what_is_written_since(workshop, aino):
    save(workshop, "<h2>Julkaistu teksti</h2>")
    publish(workshop)
    save(workshop, "<h2>Luonnos sen jälkeen</h2>", version=version_of(workshop))
    for path in ("summary", "summary.html", "summary.md"):
        seen = aino.open(f"{workshop.path}/{path}").html
        assert "Julkaistu teksti" in seen and "Luonnos sen jälkeen" not in seen
    assert "Luonnos sen jälkeen" in workshop.marja.open(f"{workshop.path}/summary.md?draft=yes&language=fi").html
    assert "changed since it was published" in composer(workshop).text
    publish(workshop, published="no")
    assert aino.open(f"{workshop.path}/summary").status == 404


def test_the_board_says_that_it_is_published_also_when_it_is_closed(workshop, aino):
    said = "The summary has been published"
    save(workshop, "<p>Teksti</p>")
    since = aino.open(workshop.path).one("live").get("data-seq")
    assert said not in aino.open(workshop.path).text
    publish(workshop)
    assert said in aino.open(f"{workshop.activity}/changes?since={since}").text
    workshop.close()
    assert said in aino.open(workshop.path).text and "Teksti" in aino.open(f"{workshop.path}/summary").text
    assert save(workshop, "<p>Vielä</p>", version=version_of(workshop)).status == 200  # facilitators go on when the board is closed


def test_save_and_publish_is_one_button(workshop, aino):
    make(workshop)
    page = composer(workshop)
    workshop.marja.press(page, f"{workshop.path}/summary/fi", button=("publish", "yes"), text="Valmis teksti")
    assert "Valmis teksti" in aino.open(f"{workshop.path}/summary").text


def test_a_language_that_is_missing_or_behind_is_said(app, workshop, aino, enter, clock):
    save(workshop, "<p>Suomeksi</p>")
    publish(workshop)
    orjan = enter(ORJAN)
    seen = orjan.open(f"{workshop.path}/summary")
    assert seen.all("article", lang="fi") and own_words(app, "The Swedish version follows later.", "sv") in seen.text
    clock.forward(minutes=5)
    save(workshop, "<p>På svenska</p>", "sv")
    publish(workshop, "sv")
    assert "På svenska" in orjan.open(f"{workshop.path}/summary").text
    assert "The Swedish version is newer." in aino.open(f"{workshop.path}/summary?language=fi").text
    assert "The Finnish version follows later." in aino.open(f"{workshop.path}/summary?language=sv").text


def test_the_other_language_stands_beside_and_can_be_copied(workshop):
    save(workshop, "<p>Suomenkielinen <strong>teksti</strong></p>")
    page = composer(workshop, "sv")
    made = workshop.marja.press(page, f"{workshop.path}/summary/sv")
    assert made.typed[0] == "Suomenkielinen teksti" and made.all("div", lang="fi", role="group") and "<strong>teksti</strong>" in made.html


def test_two_who_save_at_once_see_both_and_lose_nothing(workshop, enter):
    save(workshop, "<p>Alku</p>")
    otto = enter(MARJA._replace(sub="user-3", given_name="Outi"))
    assert save(workshop, "<p>Marjan teksti</p>", version=1).status == 200
    conflict = save(workshop, "<p>Oudin teksti</p>", visitor=otto, version=1)
    assert conflict.status == 409 and "Marjan teksti" in conflict.text and "Oudin teksti" in conflict.text
    assert text_of(workshop) == "Marjan teksti"
    page = otto.post(f"{workshop.path}/summary/fi", text="Oudin teksti", version="1")
    assert page.status == 409 and "Oudin teksti" in page.text
    otto.press(page, f"{workshop.path}/summary/fi")
    assert text_of(workshop) == "Oudin teksti"
    versions = workshop.marja.open(f"{workshop.path}/summary/fi/versions")
    assert len([link for link in versions.links if re.search(r"versions/\d+$", link)]) == 3


def test_what_is_saved_while_typing_is_one_version(app, workshop, clock):
    save(workshop, "<p>Alku</p>")
    data = {"Accept": "application/json"}
    number = 1
    for text in ("A", "AB", "ABC"):
        seen = save(workshop, f"<p>{text}</p>", version=number, autosave="yes", headers=data)
        assert seen.status == 200, seen.html
        number = seen.response.json["version"]
    assert rows(app, "SELECT count(*) FROM summary_version") == [(2,)]
    assert save(workshop, "<p>Vanha</p>", version=number - 1, autosave="yes", headers=data).status == 409
    clock.forward(minutes=20)
    save(workshop, "<p>ABCD</p>", version=number, autosave="yes", headers=data)
    assert rows(app, "SELECT count(*) FROM summary_version") == [(3,)]


def test_an_earlier_version_is_looked_at_and_restored(workshop, aino):
    save(workshop, "<p>Ensimmäinen</p>")
    save(workshop, "<p>Toinen</p>", version=1)
    listed = workshop.marja.open(f"{workshop.path}/summary/fi/versions")
    assert "Marja Kallioinen" in listed.text
    assert "Ensimmäinen" in workshop.marja.open(f"{workshop.path}/summary/fi/versions/1").text
    workshop.marja.press(listed, f"{workshop.path}/summary/fi/versions/1/restoration")
    assert text_of(workshop) == "Ensimmäinen"
    assert workshop.marja.open(f"{workshop.path}/summary/fi/versions/77").status == 404
    assert "Toinen" in workshop.marja.open(f"{workshop.path}/summary/fi/versions/2").text


def test_a_hundred_versions_are_kept_and_the_published_one(app, workshop):
    save(workshop, "<p>Julkaistu</p>", publish="yes")
    for number in range(1, VERSIONS_KEPT + 5):
        save(workshop, f"<p>{number}</p>", version=number)
    assert rows(app, "SELECT count(*) FROM summary_version") == [(VERSIONS_KEPT + 1,)]
    assert "Julkaistu" in workshop.marja.open(f"{workshop.path}/summary?read=yes").text


@pytest.mark.parametrize("html", ["<script>alert(1)</script>a", "<p onclick=x style=y>a</p>", "<a href=javascript:alert(1)>a</a>", "<img src=x onerror=y>a", "<div>" * 10_000 + "a"])
def test_hostile_text_is_harmless_wherever_it_is_shown(workshop, aino, html):
    assert save(workshop, html, publish="yes").status == 200
    for visitor, path in ((workshop.marja, "summary"), (aino, "summary"), (aino, "summary.html"), (workshop.marja, "summary/fi/versions/1")):
        seen = visitor.open(f"{workshop.path}/{path}").html
        for words in ("alert(1)", "onclick", "onerror", "style=y"):
            assert words not in seen


def test_a_text_without_end_is_refused_and_kept(workshop):
    assert save(workshop, "<p>" + "x" * 40_001 + "</p>").status == 422
    assert save(workshop, "<p>a" * 90_000).status == 422
    typed = "y" * 40_001
    assert workshop.marja.post(f"{workshop.path}/summary/fi", text=typed).status == 422
    assert workshop.marja.send(f"{workshop.path}/summary/fi", text="x" * 1_100_000).status == 413


def test_client_data_is_asked_about_once_and_blanked_out_with_the_rest_untouched(workshop):
    html = "<h2>Otsikko</h2><p>Soita 040 123 4567</p><p><strong>Muu</strong></p>"
    asked = save(workshop, html)
    assert asked.status == 422 and "040 123 4567" in asked.text and asked.headers["X-Dialog"] == "guard"
    assert save(workshop, html, sent_anyway="040 123 4567").status == 200
    assert save(workshop, html.replace("Muu", "Toinen"), version=1).status == 200  # what stands there already is not asked about again
    assert save(workshop, html.replace("4567", "9999"), version=2, blanked="yes").status == 200
    seen = composer(workshop).html
    assert "9999" not in seen and "<strong>Muu</strong>" in seen and "<h2>Otsikko</h2>" in seen


def test_a_note_that_is_removed_for_good_leaves_every_version(app, workshop, aino):
    note, other = workshop.note(aino, "Asiakas Virtanen Kotikatu 5"), workshop.note(aino, "Muu lappu")
    make(workshop)
    publish(workshop)
    aino.send(f"/notes/{note}", text="Asiakas Virtanen Kotikatu 55", version=1, colour="sun", language="fi")
    open_page = version_of(workshop)
    typed = composer(workshop).typed[0]
    save(workshop, "<p>Johdanto. Asiakas Virtanen Kotikatu 5 kertoi.</p>", version=open_page)
    assert "took words from this note" in workshop.marja.open(f"/notes/{note}/removal").text
    assert "took words" not in workshop.marja.open(f"/notes/{workshop.note(aino, 'Uusi')}/removal").text
    workshop.marja.send(f"/notes/{note}/removal", what="all")
    assert rows_with(app, ["Virtanen"]) == []
    assert "Muu lappu" in aino.open(f"{workshop.path}/summary").text and "Virtanen" not in aino.open(f"{workshop.path}/summary").text
    assert f"Johdanto. {own_words(app, '[Removed for good]')} kertoi." in text_of(workshop)
    assert "has been removed for good" in composer(workshop).text
    late = workshop.marja.post(f"{workshop.path}/summary/fi", text=typed, version=open_page)
    assert late.status == 409  # who had it open is asked first
    save(workshop, f'<ul><li>Asiakas Virtanen Kotikatu 5 <a href="{workshop.path}#note-{note}">lähde</a></li></ul>', version=version_of(workshop))
    assert rows_with(app, ["Virtanen"]) == []


def test_a_part_that_is_removed_goes_from_the_summary_too(app, workshop, aino):
    note = workshop.note(aino, "Asiakas Virtanen haluaa nähdä kirjauksensa")
    make(workshop)
    workshop.marja.send(f"/notes/{note}/removal", what="part", taken_out="Virtanen")
    assert rows_with(app, ["Virtanen"]) == []
    assert "- Asiakas [fasilitaattorin peittämä kohta] haluaa nähdä kirjauksensa " in text_of(workshop)


def test_short_words_go_only_where_they_come_from_the_note(app, workshop, aino):
    note = workshop.note(aino, "Kahvit")
    make(workshop)
    save(workshop, f'<p>Kahvit ovat hyvä tapa.</p><ul><li>Kahvit <a href="{workshop.path}#note-{note}">lähde</a></li></ul>', version=version_of(workshop))
    workshop.marja.send(f"/notes/{note}/removal", what="all")
    text = text_of(workshop)
    assert "Kahvit ovat hyvä tapa." in text and "- Kahvit" not in text


@pytest.mark.every_case
@pytest.mark.parametrize(("way", "stays"), [("erase", False), ("leave", True)])
@pytest.mark.parametrize("level", ["named", "everybody"])
def test_who_erases_their_notes_takes_their_words_out_of_the_summary(app, workshop, enter, way, stays, level):
    workshop.marja.post(f"{workshop.path}/settings", **{"title-fi": "Kirjaaminen", "anonymity": level})
    aino = enter(AINO)
    workshop.note(aino, "Omia sanojani tässä lapussa")
    make(workshop)
    publish(workshop)
    assert "Omia sanojani" in aino.open("/me").text and "Words of your notes in summaries" in aino.open("/me").text
    assert aino.post("/me/erasure", sure="yes", texts=way).status == 303
    assert bool(rows_with(app, ["Omia sanojani"])) is stays


def test_facilitators_who_erase_themselves_leave_the_text(app, workshop):
    save(workshop, "<p>Yhteinen teksti</p>")
    workshop.marja.post("/me/erasure", sure="yes", texts="erase")
    assert rows(app, "SELECT saved_by, html FROM summary_version") == [(None, "<p>Yhteinen teksti</p>")]


def test_the_board_asks_the_database_one_question_for_it(app, workshop, aino):
    aino.open(workshop.path)
    with counted(app) as before:
        aino.open(workshop.path)
    save(workshop, "<p>Teksti</p>", publish="yes")
    save(workshop, "<p>Text</p>", "sv", publish="yes")
    with counted(app) as after:
        aino.open(workshop.path)
    assert len(after) <= len(before)
    assert sum("summary" in str(statement) for statement in after) == 1


def test_without_javascript_a_text_is_written_in_lines(workshop):
    make(workshop)
    page = composer(workshop)
    workshop.marja.press(page, f"{workshop.path}/summary/fi", text="## Mitä opimme\n\nPaljon.\n\n- yksi\n- kaksi")
    assert "<h2>Mitä opimme</h2><p>Paljon.</p><ul><li><p>yksi</p></li><li><p>kaksi</p></li></ul>" in composer(workshop).html


def test_a_series_gets_its_links_with_one_question(app, workshop, aino):
    save(workshop, "<p>Suomeksi</p>", publish="yes")
    save(workshop, "<p>På svenska</p>", "sv", publish="yes")
    with app.test_request_context(headers={"Accept-Language": "en"}), transaction(writes=False):
        board, viewpoint = db.session.get(Board, workshop.id), Viewpoint("participant", "en")
        board.course.title
        with counted(app) as statements:
            links = [slot("series workshop", board=board, viewpoint=viewpoint) for _time in range(3)]
    assert len([statement for statement in statements if "SELECT" in str(statement)]) == 1
    assert links[0] == links[2] and "The summary has been published" in links[0] and f"{workshop.path}/summary?language=sv" in links[0]
