"""At the foot of every page, small and quiet: the way to both notices, and who pays."""
import pytest

from lti_tool.files import StoredFile
from tests.support.bulk import insert, writing
from tests.support.cast import AINO

pytestmark = pytest.mark.usefixtures("in_english")

FUNDING = {"fi": "Euroopan unionin osarahoittama", "sv": "Medfinansieras av Europeiska unionen"}


def test_every_page_leads_to_both_notices_of_its_course(board, aino, marja):
    for visitor, path in ((aino, board.home), (aino, board.path), (aino, f"{board.path}/history"), (marja, f"{board.home}/settings"), (marja, f"{board.home}/people")):
        links = visitor.open(path).links
        assert {f"{board.home}/privacy", f"{board.home}/accessibility"} <= set(links), path


def test_pages_of_no_course_lead_to_those_for_everybody(board, aino, stranger):
    assert {"/privacy?from=/me", "/accessibility?from=/me"} <= set(aino.open("/me").links)
    assert {"/privacy", "/accessibility"} <= set(aino.open("/boards/99").links) & set(stranger.open(board.path).links) & set(stranger.open("/me/erased").links)


def test_on_boards_it_stands_in_the_view_menu_and_takes_nothing_from_the_board(board, aino):
    page = aino.open(board.path)
    assert page.all("footer") == []
    [foot] = page.all("div", class_="page-foot in-menu")
    assert {link.get("href") for link in foot.iter("a")} == {f"{board.home}/privacy", f"{board.home}/accessibility"}
    assert len(aino.open(board.home).all("footer")) == 1


def test_the_funding_line_is_in_the_reader_s_language_or_says_in_which(board, enter, organisation, stranger):
    organisation(funding=FUNDING)
    for language, shown, marked in (("fi", "fi", False), ("sv", "sv", False), ("en", "fi", True)):
        page = enter(AINO._replace(locale=f"{language}-FI")).open(board.home)
        assert FUNDING[shown] in page.text
        assert bool([span for span in page.all("span", lang=shown) if span.text == FUNDING[shown]]) is marked
    assert "osarahoittama" not in stranger.open(board.path).text


def test_the_logo_has_its_words(app, board, aino, organisation):
    with writing(app):
        [logo] = insert(StoredFile, [dict(digest="a" * 64, kind_name="png", size=10, width=10, height=10, made_at=app.extensions["clock"]())])
    organisation(logo_id=logo, logo_alternative={"fi": "Rahoittajan tunnus"})
    [image] = [image for image in aino.open(board.home).all("img") if "/logo" in image.get("src")]
    assert image.get("alt") == "Rahoittajan tunnus" and image.get("src").startswith("/organisations/")
