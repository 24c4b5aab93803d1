"""Feedback about accessibility arrives from everybody, is kept until it is handled, reaches whoever answers for it, and cannot be made endless."""
import pytest
import sqlalchemy as sa

from lti_tool.db import db, transaction
from lti_tool.db.chores import do_chores
from lti_tool.jobs import Job, work_off
from lti_tool.notices.feedback import PLATFORMS_AT_MOST, STRANGERS_AT_MOST, Feedback, feedback_of, unhandled_count
from tests.support.bulk import insert, writing
from tests.support.cast import EEVA
from tests.support.rows import rows, rows_with

pytestmark = pytest.mark.usefixtures("in_english")

TEXT = "Näppäimistöllä ei pääse valikkoon"


def kept(app, *keys):
    with app.app_context(), transaction(writes=False):
        return [(one.text, one.contact, one.language, one.handled_at is not None) for one in feedback_of(*keys)]


def many(app, count, issuer=None, client_id=None):
    with writing(app):
        at = app.extensions["clock"]()
        insert(Feedback, [dict(issuer=issuer, client_id=client_id, text="x", language="fi", contact="", made_at=at) for _one in range(count)])


def test_a_stranger_gives_it_without_saying_who_they_are(app, stranger):
    answer = stranger.post("/accessibility/feedback", text=TEXT)
    assert (answer.status, answer.leads_to) == (303, "/accessibility/feedback?sent=yes")
    assert "has arrived" in stranger.open(answer.leads_to).text
    assert kept(app, None, None) == [(TEXT, "", "en", False)]


def test_from_a_course_it_reaches_those_of_its_platform(app, board, aino, platform):
    page = aino.open(f"{board.home}/accessibility/feedback")
    seen = aino.press(page, f"{board.home}/accessibility/feedback", text=TEXT, contact="aino@people.example")
    assert "has arrived" in seen.text
    assert kept(app, platform.issuer, platform.client_id) == [(TEXT, "aino@people.example", "en", False)]
    assert kept(app, None, None) == [] and kept(app, platform.issuer, "another") == []


def test_nothing_says_who_of_the_course_gave_it(app, board, aino):
    aino.post(f"{board.home}/accessibility/feedback", text=TEXT)
    [row] = rows(app, "SELECT * FROM feedback")
    assert not any(word in str(row) for word in (aino.person.sub, aino.person.name))


@pytest.mark.parametrize(("form", "status"), [({}, 422), ({"text": "  "}, 422), ({"text": "x" * 2001}, 422), ({"text": "x", "contact": "x" * 201}, 422), ({"text": "x" * 2000}, 303)])
def test_what_does_not_fit_is_refused_and_kept_on_the_page(stranger, form, status):
    answer = stranger.post("/accessibility/feedback", **form)
    assert answer.status == status
    if form.get("text", "").strip() and status == 422:
        assert form["text"] in answer.typed


def test_a_client_s_data_is_asked_about_first(app, stranger):
    asked = stranger.post("/accessibility/feedback", text="Asiakas 131052-308T", contact="040 123 4567")
    assert asked.status == 422 and kept(app, None, None) == []
    form = asked.form("/accessibility/feedback")
    assert form.values["contact"] == "040 123 4567"  # that is what the field is for
    sent = stranger.post("/accessibility/feedback", **{**form.values, "blanked": "yes"})
    assert sent.status == 303 and "131052" not in kept(app, None, None)[0][0]


def test_what_strangers_cause_has_an_end(app, stranger):
    many(app, STRANGERS_AT_MOST)
    answer = stranger.post("/accessibility/feedback", text=TEXT)
    assert answer.status == 429 and TEXT in answer.typed
    with writing(app):
        db.session.scalars(sa.select(Feedback).limit(1)).one().handle()
    assert stranger.post("/accessibility/feedback", text=TEXT).status == 303


def test_a_flood_of_strangers_keeps_no_member_from_giving_it_nor_the_other_way(app, board, aino, stranger, platform):
    many(app, STRANGERS_AT_MOST)
    assert aino.post(f"{board.home}/accessibility/feedback", text=TEXT).status == 303
    many(app, PLATFORMS_AT_MOST - 1, platform.issuer, platform.client_id)
    assert aino.post(f"{board.home}/accessibility/feedback", text=TEXT).status == 429


def test_only_members_give_it_for_a_course(app, board, enter, stranger):
    assert enter(EEVA).post(f"{board.home}/accessibility/feedback", text=TEXT).status == 404
    assert stranger.post(f"{board.home}/accessibility/feedback", text=TEXT).status == 401
    assert rows_with(app, [TEXT]) == []


def test_what_is_handled_waits_no_more_and_goes_after_a_year(app, stranger, clock):
    stranger.post("/accessibility/feedback", text="Ensimmäinen"), stranger.post("/accessibility/feedback", text="Toinen")
    with writing(app):
        first = feedback_of(None, None)[0]
        first.handle()
        at = first.handled_at
        first.handle()
        assert first.handled_at == at and unhandled_count(None, None) == 1
    assert [text for text, *_rest in kept(app, None, None)] == ["Toinen", "Ensimmäinen"]
    clock.forward(days=366)
    assert do_chores(app) == []
    assert [text for text, *_rest in kept(app, None, None)] == ["Toinen"]


def test_a_letter_tells_whoever_answers_for_accessibility(app, board, aino, organisation, letterbox):
    organisation(accessibility_contact="Saavutettavuusvastaava, vastaava@osaamiskeskus.example")
    app.config["LANGUAGES"] = ["en", "fi", "sv"]
    aino.post(f"{board.home}/accessibility/feedback", text=TEXT, contact="Aino, aino@people.example")
    assert letterbox.letters == []  # nobody waits for it
    assert work_off(app) == 1
    [(whom, letter)] = letterbox.letters
    assert whom == ["vastaava@osaamiskeskus.example"] and letter["Reply-To"] == "aino@people.example"
    assert TEXT in letter.get_content() and "Aino, aino@people.example" in letter.get_content() and "14 days" in letter.get_content()


def test_that_of_strangers_reaches_the_contact_of_the_settings(app, stranger, letterbox):
    app.config["HELP_CONTACT"] = "tuki@tool.example"
    stranger.post("/accessibility/feedback", text=TEXT, contact="Bcc: x@y.example\r\nSubject: moi")
    work_off(app)
    assert [whom for whom, _letter in letterbox.letters] == [["tuki@tool.example"]]


@pytest.mark.parametrize("contact", ["", "Soita 029 123 4567"])
def test_where_the_contact_is_no_address_it_waits_in_the_console(app, stranger, letterbox, contact):
    app.config["ACCESSIBILITY_CONTACT"] = contact
    stranger.post("/accessibility/feedback", text=TEXT)
    work_off(app)
    assert letterbox.letters == [] and len(kept(app, None, None)) == 1 and rows(app, "SELECT id FROM job") == []


def test_without_a_mail_server_nothing_is_planned(app, stranger):
    app.config["ACCESSIBILITY_CONTACT"] = "tuki@tool.example"
    stranger.post("/accessibility/feedback", text=TEXT)
    assert rows(app, "SELECT id FROM job") == []


def test_a_letter_that_is_not_taken_is_tried_again_and_names_nobody(app, stranger, letterbox, clock):
    app.config["ACCESSIBILITY_CONTACT"] = "tuki@tool.example"
    letterbox.refuses.add("tuki@tool.example")
    stranger.post("/accessibility/feedback", text=TEXT)
    work_off(app)
    with app.app_context(), transaction(writes=False):
        assert db.session.scalars(sa.select(Job.problem)).one() == "SMTPRecipientsRefused 550"
    letterbox.refuses.clear()
    clock.forward(minutes=2)
    work_off(app)
    assert len(letterbox.letters) == 1 and rows(app, "SELECT id FROM job") == []
