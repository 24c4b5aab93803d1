"""The accessibility statement has the parts that Act 306/2019 and the model statement of the EU ask for, and says nothing that is not so."""
from datetime import date

import pytest

from lti_tool.notices import dates
from tests.support.cast import EEVA

pytestmark = pytest.mark.usefixtures("in_english")


def test_it_was_not_checked_in_the_future():
    assert dates.STATEMENT_PREPARED <= dates.STATEMENT_CHECKED <= date.today()
    assert dates.NOTICE_WRITTEN <= date.today()


def test_its_days_are_on_the_page(stranger):
    page = stranger.open("/accessibility")
    for day in (dates.STATEMENT_PREPARED, dates.STATEMENT_CHECKED):
        assert f"{day.day} {day:%b %Y}" in page.text


@pytest.mark.parametrize("words", [
    "306/2019", "meets them in part", "WCAG 2.1", "WCAG 2.2", "WCAG 1.1.1", "disproportionate burden", "Chromium only", "screen reader", "assessed it themselves", "axe-core",
    "within 14 days", "Finnish Transport and Communications Agency Traficom", "Digital Accessibility Supervision Unit", "PO Box 320, 00059 TRAFICOM",
    "saavutettavuus@traficom.fi", "029 534 5000"])
def test_every_part_is_there(stranger, words):
    assert words in stranger.open("/accessibility").text


def test_it_leads_to_the_feedback_of_the_same_place(board, aino, stranger):
    assert "/accessibility/feedback" in stranger.open("/accessibility").links
    assert f"{board.home}/accessibility/feedback" in aino.open(f"{board.home}/accessibility").links


def test_the_organisation_answers_in_its_courses(app, board, aino, organisation, stranger, enter):
    organisation(name="Osaamiskeskus", accessibility_contact="saavutettavuus@osaamiskeskus.example")
    page = aino.open(f"{board.home}/accessibility")
    assert "as Osaamiskeskus offers them" in page.text and "saavutettavuus@osaamiskeskus.example" in page.text
    assert "Osaamiskeskus" not in stranger.open("/accessibility").text
    assert enter(EEVA).open(f"{board.home}/accessibility").status == 404 and stranger.open(f"{board.home}/accessibility").status == 401


def test_every_entry_of_the_contents_leads_somewhere(stranger):
    for path in ("/accessibility", "/privacy"):
        page = stranger.open(path)
        targets = [link.get("href")[1:] for link in page.all("a") if (link.get("href") or "").startswith("#")]
        assert len(targets) > 6 and all(page.one(target) is not None for target in targets)
