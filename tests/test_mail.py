"""Letters leave by SMTP as they were meant, to one plain address each, and say nothing about anybody when they cannot."""
import pytest

from lti_tool.mail import NotSent, address_in, is_address, mail_is_set_up, send
from tests.support.letters import Letterbox


@pytest.fixture
def database_url(sqlite_url):
    """Nothing of this asks the database."""
    return sqlite_url


def test_a_letter_arrives_as_it_was_written(app, letterbox):
    with app.app_context():
        send("marja@people.example", "Kurssi ”Kirjaaminen” päättyy", "Hei,\n\nrivi, joka on pitkä: " + "sana " * 60 + "\n.\nörjan", answer_to="aino@people.example")
    [(whom, letter)] = letterbox.letters
    assert whom == ["marja@people.example"] and letter["To"] == "marja@people.example"
    assert letter["Subject"] == "Kurssi ”Kirjaaminen” päättyy" and letter["From"] == "Työtila <tyotila@tool.example>"
    assert letter["Reply-To"] == "aino@people.example" and letter["Auto-Submitted"] == "auto-generated" and letter["Message-ID"].endswith("@tool.example>")
    assert letter.get_content().splitlines()[-2:] == [".", "örjan"] and "sana " * 60 in letter.get_content()


def test_a_title_cannot_add_headers_of_its_own(app, letterbox):
    with app.app_context():
        send("marja@people.example", "Otsikko\r\nBcc: kaikki@people.example", "Teksti")
    [(whom, letter)] = letterbox.letters
    assert whom == ["marja@people.example"] and letter["Bcc"] is None and letter["Subject"] == "Otsikko Bcc: kaikki@people.example"


def test_what_went_wrong_is_told_without_an_address(app, letterbox):
    letterbox.refuses.add("marja@people.example")
    with app.app_context(), pytest.raises(NotSent) as problem:
        send("marja@people.example", "Otsikko", "Teksti")
    assert str(problem.value) == "SMTPRecipientsRefused 550" and problem.value.__cause__ is None


def test_a_server_that_is_away_is_a_problem_and_no_mishap(app):
    box = Letterbox().set_up(app)
    box.close()
    with app.app_context(), pytest.raises(NotSent, match="^ConnectionRefusedError$"):
        send("marja@people.example", "Otsikko", "Teksti")


def test_a_server_that_cannot_encrypt_gets_nothing_when_encryption_is_wanted(app, letterbox):
    app.config["MAIL_SECURITY"] = "starttls"
    with app.app_context(), pytest.raises(NotSent, match="^SMTPNotSupportedError$"):
        send("marja@people.example", "Otsikko", "Teksti")
    assert letterbox.letters == []


def test_without_a_server_mail_is_not_set_up(app):
    with app.app_context():
        assert not mail_is_set_up()


@pytest.mark.parametrize("text", ["marja@people.example", "m.k+1@a-b.people.example"])
def test_a_plain_address_is_one(text):
    assert is_address(text) and address_in(text) == text


@pytest.mark.parametrize("text", ["", None, 7, "marja", "a@b", "marja@people.example\nBcc: x@y.example", "Marja <marja@people.example>", "a@b.example, c@d.example", "ä@people.example",
                                  "x" * 65 + "@people.example", "a@" + "b." * 130 + "example"])
def test_anything_else_is_none(text):
    assert not is_address(text)


@pytest.mark.parametrize(("contact", "address"), [("Tuki, tuki@example.org, 029 123", "tuki@example.org"), ("Soita 029 123 4567", None), ("<tuki@example.org>", "tuki@example.org"), ("", None)])
def test_the_address_in_what_somebody_wrote_as_a_contact(contact, address):
    assert address_in(contact) == address
