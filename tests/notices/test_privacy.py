"""The privacy notice says what is really held, by whom, what for and how long; to everybody, and of a course to its members."""
import pytest

from lti_tool.boards import Board
from lti_tool.db import db, transaction
from tests.support.cast import AINO, EEVA, MARJA
from tests.support.visitor import Visitor

from .conftest import Stranger

pytestmark = pytest.mark.usefixtures("in_english")


def test_strangers_read_it_and_may_be_anywhere(stranger):
    page = stranger.open("/privacy")
    assert page.status == 200 and page.headers["Content-Security-Policy"].endswith("frame-ancestors https:")
    assert "Privacy notice" in page.text and "Ask" not in page.words("main").partition("On this page")[0]


def test_that_of_a_course_is_for_its_members(app, board, enter, aino, stranger):
    assert aino.open(f"{board.home}/privacy").status == 200
    assert enter(EEVA).open(f"{board.home}/privacy").status == 404
    assert stranger.open(f"{board.home}/privacy").status == 401


def test_it_names_every_table_with_what_it_is_for_and_how_long(app, board, aino):
    page = aino.open(f"{board.home}/privacy")
    with app.test_request_context(headers={"Accept-Language": "en"}):
        for held in app.extensions["held"]:
            for words in (held.title(), held.purpose(), held.kept()):
                assert words in page.text, f"{held.table}: {words}"


def test_every_cookie_that_is_set_is_explained(app, platform, board, enter):
    """Aino signs in and writes where no names are kept: then the browser has all cookies that there are."""
    with app.app_context(), transaction():
        db.session.get(Board, board.id).anonymity = "everybody"
    aino = Visitor(app, platform, AINO)
    platform.begin(aino.client, AINO)  # not answered: its cookie is still there
    aino.launch()
    board.note(aino)
    given = {name for _domain, _path, name in aino.client._cookies}
    told = [code.text.rstrip("…") for code in aino.open("/privacy").all("code")]
    assert len(given) == len(told) == 3
    assert all(any(name.startswith(known) for known in told) for name in given)


def test_the_organisation_and_its_contact_are_named_in_its_courses(app, board, aino, organisation, stranger):
    assert "ask a facilitator of your course" in aino.open(f"{board.home}/privacy").text
    app.config.update(HELP_CONTACT="Tuki, 015 123")
    assert "Tuki, 015 123" in aino.open(f"{board.home}/privacy").text
    app.config.update(PRIVACY_CONTACT="tietosuoja@tool.example")
    assert "tietosuoja@tool.example" in aino.open(f"{board.home}/privacy").text
    organisation(name="Kirjaamisen osaamiskeskus", privacy_contact="vastaava@osaamiskeskus.example")
    page = aino.open(f"{board.home}/privacy")
    assert "Kirjaamisen osaamiskeskus offers this course" in page.text and "vastaava@osaamiskeskus.example" in page.text
    assert "osaamiskeskus" not in stranger.open("/privacy").text and "tietosuoja@tool.example" in stranger.open("/privacy").text


def test_it_says_until_when_the_course_is_kept(app, board, aino, marja):
    app.config["RETENTION_MONTHS"] = 0
    assert "No end is set for this course." in aino.open(f"{board.home}/privacy").text
    app.config["RETENTION_MONTHS"] = 24
    page = aino.open(f"{board.home}/privacy")
    assert "That is 24 months after the last visit" in page.text and "the texts stay without them" in page.text
    marja.post(f"{board.home}/retention", until="organisation", way="erase")
    assert "everything in it is erased" in aino.open(f"{board.home}/privacy").text


@pytest.mark.parametrize("is_set_up", [False, True])
def test_it_says_of_addresses_and_mail_only_what_is_so(app, board, aino, is_set_up):
    if is_set_up:
        app.config.update(MAIL_SERVER="mail.example:25", MAIL_FROM="a@tool.example")
    page = aino.open(f"{board.home}/privacy")
    assert ("the address is not kept" in page.text) is not is_set_up
    assert ("E-mail leaves through the mail server" in page.text) is is_set_up


def test_it_leads_to_my_data_and_back_and_my_data_lead_to_it(board, aino):
    assert f"/me?from={board.home}/privacy" in aino.open(f"{board.home}/privacy").links
    assert "/privacy?from=/me" in aino.open("/me").links
    assert aino.open("/privacy?from=/me").links[1] == "/me"
    assert "https://evil.example" not in aino.open("/privacy?from=https://evil.example").html


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
@pytest.mark.parametrize("path", ["/privacy", "/accessibility", "/accessibility/feedback"])
def test_each_notice_says_in_which_language_it_is(app, board, enter, language, path):
    assert Stranger(app, language).open(path).tree.get("lang") == language
    assert enter(MARJA._replace(locale=f"{language}-FI")).open(board.home + path).tree.get("lang") == language
