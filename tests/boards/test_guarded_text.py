"""What people write on boards is asked about when it may hold a client's data: in every field, in every language, with and without JavaScript."""
import logging

import pytest

from tests.support.cast import AINO, ORJAN
from tests.support.page import words_of
from tests.support.rows import rows_with

CODE, NUMBER, ADDRESS = "131052-308T", "040 123 4567", "asiakas@esimerkki.fi"
TEXT = f"Kotikäynti sovittu, asiakas {CODE} pyysi soittoa."
BLANKED = "Kotikäynti sovittu, asiakas [peitetty] pyysi soittoa."
sqlite = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


@pytest.fixture
def aino(enter):
    return enter(AINO)


def texts(board, visitor) -> list[str]:
    page = visitor.open(board.path)
    return [words_of(paragraph) for note in page.all("li", data_note=True) for paragraph in note.iter("p") if "text" in paragraph.get("class").split()]


def marked(seen) -> list[str]:
    return [mark.text for mark in seen.all("mark")]


def test_a_note_with_an_identity_code_is_not_kept_before_its_author_has_decided(board, aino, app):
    asked = aino.send(board.composer(), text=TEXT, colour="sun", language="fi")
    assert (asked.status, asked.headers["X-Dialog"]) == (422, "guard")
    assert marked(asked) == [CODE] and words_of(asked.all("div", data_field="text")[0]).endswith("pyysi soittoa.")
    assert texts(board, aino) == []
    assert rows_with(app, [CODE]) == []


def test_a_note_is_sent_anyway(board, aino):
    assert aino.send(board.composer(), text=TEXT, colour="sun", language="fi", sent_anyway=CODE).status == 201
    assert texts(board, aino) == [TEXT]


def test_a_note_is_blanked_out(board, aino, app):
    assert aino.send(board.composer(), text=TEXT, colour="sun", language="fi", blanked="yes").status == 201
    assert texts(board, aino) == [BLANKED]
    assert rows_with(app, [CODE]) == []


def test_a_second_edit_asks_again(board, aino):
    note = board.note(aino, TEXT, sent_anyway=CODE)
    form = {"colour": "sun", "language": "fi"}
    assert aino.send(f"/notes/{note}", text=TEXT + " Eilen.", version="1", **form).status == 422
    assert aino.send(f"/notes/{note}", text=f"{TEXT} {NUMBER}", version="1", sent_anyway=CODE, **form).status == 422
    assert texts(board, aino) == [TEXT]
    assert aino.send(f"/notes/{note}", text=TEXT + " Eilen.", version="1", sent_anyway=CODE, **form).status == 200
    assert texts(board, aino) == [TEXT + " Eilen."]


def test_the_same_act_may_be_sent_again_once_its_author_has_decided(board, aino):
    """The page uses its operation id again only for the very same words."""
    form = {"text": TEXT, "colour": "sun", "language": "fi", "op": "operation-of-a-page"}
    assert aino.send(board.composer(), **form).status == 422
    assert aino.send(board.composer(), sent_anyway=CODE, **form).status == 201
    assert aino.send(board.composer(), sent_anyway=CODE, **form).status == 201
    assert texts(board, aino) == [TEXT]


def test_removing_for_good_is_no_sending(board, aino, app):
    note = board.note(aino, f"{TEXT} {NUMBER}", sent_anyway=f"{CODE}\n{NUMBER}")
    assert board.marja.send(f"/notes/{note}/removal", what="part", taken_out=CODE).status == 200
    assert rows_with(app, [CODE]) == []
    assert board.marja.read(f"/notes/{note}/removal").all("textarea", data_unguarded=True)
    assert board.marja.send(f"/notes/{note}/removal", what="all").status == 200
    assert rows_with(app, [CODE, NUMBER]) == []


FIELDS = {  # address, field
    "title of a board": ("{path}/settings", "title-sv"), "prompt of a board": ("{path}/settings", "prompt-fi"), "meaning of a colour": ("{path}/settings", "colour-sun-fi"),
    "title of a new column": ("{path}/columns", "title-fi"), "prompt of a column": ("/columns/{column}", "prompt-sv"), "title of an activity": ("{activity}", "title-fi"),
    "title of a new activity": ("{home}/activities", "title-fi"),
}


@pytest.mark.parametrize(("path", "field"), FIELDS.values(), ids=FIELDS)
@sqlite
def test_every_field_of_a_facilitator_is_guarded(board, path, field, app):
    path = path.format(path=board.path, column=board.columns[0], activity=board.activity, home=board.home)
    form = {"title-fi": "Otsikko", "kind": "board", "colour": "sun", field: f"Soita {NUMBER}"}
    assert board.marja.post(path, **form).status == 422
    assert rows_with(app, [NUMBER]) == []
    assert board.marja.post(path, sent_anyway=NUMBER, **form).status == 303
    assert len(rows_with(app, [NUMBER])) >= 1


@sqlite
def test_a_display_name_is_one_s_own(board, aino):
    assert aino.post("/me/settings", name="Aino 040 123 4567").status == 303


QUESTIONS = {"fi": ("[peitetty]", "henkilötunnukselta ja puhelinnumerolta"), "sv": ("[dolt]", "en personbeteckning och ett telefonnummer"),
             "en": ("[hidden]", "a personal identity code and a phone number")}


@pytest.mark.parametrize("language", QUESTIONS)
@sqlite
def test_the_question_is_asked_and_blanked_out_in_the_reader_s_language(board, enter, language):
    block, kinds = QUESTIONS[language]
    somebody = enter(ORJAN._replace(locale=language))
    text = f"{CODE} {NUMBER}"
    asked = somebody.send(board.composer(), text=text, colour="sun", language=language)
    assert kinds in asked.text and marked(asked) == [CODE, NUMBER]
    assert kinds in somebody.post(board.composer(), text=text, colour="sun", language=language).text
    somebody.send(board.composer(), text=text, colour="sun", language=language, blanked="yes")
    assert texts(board, somebody) == [f"{block} {block}"]


def plain(board, aino, text=TEXT):
    page = aino.press(aino.open(board.path), board.composer(), text=text, colour="leaf", language="sv")
    assert page.status == 422
    return page


def test_without_javascript_the_page_asks_with_everything_that_was_sent(board, aino):
    page = plain(board, aino)
    form = page.form(board.composer())
    assert marked(page) == [CODE] and page.typed == [TEXT]
    assert {"text": TEXT, "colour": "leaf", "language": "sv"}.items() <= form.values.items()
    assert CODE not in (page.headers.get("Location") or "") + page.path + page.response.request.query_string.decode()
    assert page.headers["Cache-Control"] == "no-store"


def pressed(aino, page, board, button=None, **filled):
    return aino.press(page, board.composer(), button, **filled)


def test_without_javascript_it_is_sent_anyway(board, aino):
    page = pressed(aino, plain(board, aino), board, ("sent_anyway", CODE))
    assert page.path == board.path and texts(board, aino) == [TEXT]
    [note] = page.numbers("note")
    assert "leaf" in page.one(f"note-{note}").get("class") and page.all("p", lang="sv")


def test_without_javascript_it_is_blanked_out(board, aino):
    assert pressed(aino, plain(board, aino), board, ("blanked", "yes")).path == board.path
    assert texts(board, aino) == [BLANKED]


def test_without_javascript_it_is_edited_and_looked_at_again(board, aino):
    page = pressed(aino, plain(board, aino), board, text=f"Asiakas {NUMBER}")
    assert page.status == 422 and marked(page) == [NUMBER]
    assert pressed(aino, page, board, text="Asiakas pyysi soittoa").path == board.path
    assert texts(board, aino) == ["Asiakas pyysi soittoa"]


def test_without_javascript_several_fields_are_asked_about_one_after_the_other(board):
    marja, path = board.marja, f"{board.path}/settings"
    form = {"title-fi": f"Soita {NUMBER}", "title-sv": "Rubrik\nned", "prompt-fi": f"Kirjoita {ADDRESS}\n\nja muuta", "prompt-sv": f"Skriv {ADDRESS}"}
    page = marja.post(path, **form)
    assert page.status == 422 and marked(page) == [NUMBER]
    assert page.form(path).values["prompt-sv"] == form["prompt-sv"]
    page = marja.press(page, path, ("sent_anyway", NUMBER))
    assert page.status == 422 and marked(page) == [ADDRESS]
    agreed = page.form(path).values["sent_anyway"]
    page = marja.press(page, path, sent_anyway=[agreed, ADDRESS])  # the hidden field and the button
    assert page.path == board.path and NUMBER in page.text and f"Kirjoita {ADDRESS}" in page.words("bar")


def test_hostile_text_is_only_text_in_the_question(board, aino):
    hostile = f'"><img src=x onerror=alert(1)></textarea><b>{CODE}</b>'
    for asked in (plain(board, aino, hostile), aino.send(board.composer(), text=hostile, colour="sun", language="fi")):
        assert asked.all("img") == [image for image in asked.all("img") if image.get("src") != "x"] and asked.all("b") == []
    assert aino.post(board.composer(), text=hostile, colour="sun", language="fi").typed == [hostile]


@sqlite
def test_the_words_of_the_course_are_asked_about_and_not_those_of_another(board, aino, app):
    marja, settings = board.marja, f"{board.home}/settings"
    assert marja.press(marja.open(settings), settings, guarded_words="Virta*\n  Kotipalvelu   Oy \nvirta*\n\n").path == board.home
    assert marja.open(settings).form(settings).values["guarded_words"].split("\n") == ["virta*", "Kotipalvelu Oy"]
    asked = aino.send(board.composer(), text="Virtasen asia, kotipalvelu oy", colour="sun", language="fi")
    assert asked.status == 422 and marked(asked) == ["Virtasen", "kotipalvelu oy"]
    assert aino.send(board.composer(), text="Virtasen asia", colour="sun", language="fi", sent_anyway="Virtasen").status == 201
    other = board.marja.launch(course="perehdytys", link="l9")
    assert marja.post(board.composer(), text="Virtasen asia", colour="sun", language="fi").status == 422
    assert other is marja


def test_the_word_list_is_kept_when_a_form_does_not_show_it(board):
    marja, settings = board.marja, f"{board.home}/settings"
    assert marja.post(settings, languages="fi", guarded_words="Koskela").status == 303
    assert marja.post(settings, languages="fi").status == 303
    assert marja.open(settings).form(settings).values["guarded_words"] == "Koskela"
    assert marja.post(settings, languages="fi", guarded_words="").status == 303
    assert marja.open(settings).form(settings).values["guarded_words"] == ""


@sqlite
def test_nobody_but_facilitators_can_read_the_word_list(board, aino):
    board.marja.post(f"{board.home}/settings", languages=["fi", "sv"], guarded_words="Salasana\nKoskela")
    for path in (board.path, board.home, f"{board.path}/parts", "/me", f"{board.path}/deleted", f"{board.activity}/changes?since=0"):
        assert "Salasana" not in aino.open(path).html
    assert aino.open(f"{board.home}/settings").status == 403
    assert "Salasana" not in aino.send(board.composer(), text="Koskela", colour="sun", language="fi").html


BAD_LISTS = {"too many": "\n".join(f"sana{number}" for number in range(201)), "too long": "x" * 61, "a star only": "*", "one letter": "a*",
             "a star in the middle": "Vir*nen"}


@pytest.mark.parametrize("words", BAD_LISTS.values(), ids=BAD_LISTS)
@sqlite
def test_a_word_list_that_cannot_be_used_is_refused_and_stays_typed(board, words):
    refused = board.marja.post(f"{board.home}/settings", languages="fi", guarded_words=words)
    assert refused.status == 422 and refused.typed == [words]
    assert board.marja.open(f"{board.home}/settings").form(f"{board.home}/settings").values["guarded_words"] == ""


@sqlite
def test_a_full_word_list_is_taken(board):
    words = [f"{number:03}{'x' * 57}" for number in range(200)]
    assert board.marja.post(f"{board.home}/settings", languages="fi", guarded_words="\r\n".join(words)).status == 303


@sqlite
def test_numbers_may_stand_in_the_word_list_itself(board):
    assert board.marja.post(f"{board.home}/settings", languages="fi", guarded_words=NUMBER).status == 303


@sqlite
def test_no_log_holds_what_was_found(board, aino, caplog):
    caplog.set_level(logging.DEBUG)
    aino.send(board.composer(), text=TEXT, colour="sun", language="fi")
    plain(board, aino)
    pressed(aino, plain(board, aino), board, ("sent_anyway", CODE))
    assert "refused ClientData: POST /columns/<int:column_id>/notes" in caplog.text
    assert CODE not in caplog.text and "Kotikäynti" not in caplog.text


@sqlite
def test_who_asks_for_data_hears_of_the_question_without_the_text(board, aino):
    answer = aino.post(board.composer(), headers={"Accept": "application/json"}, text=TEXT, colour="sun", language="fi")
    assert answer.status == 422 and CODE not in answer.html and set(answer.response.json) == {"error", "happened", "advice", "reference"}


def test_no_demo_text_would_be_asked_about(database_url):
    from demo import texts
    from lti_tool.web.guard import findings

    def strings(value):
        if isinstance(value, str):
            yield value
        elif isinstance(value, dict):
            yield from (text for inner in value.values() for text in strings(inner))
        elif isinstance(value, (list, tuple)):
            yield from (text for inner in value for text in strings(inner))

    written = [text for name, value in vars(texts).items() if not name.startswith("__") for text in strings(value)]
    assert len(written) > 100
    assert [text for text in written if findings(text)] == []
