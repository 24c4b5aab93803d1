"""Who stands behind the courses: written by administrators, read by members, each platform's own."""
import pytest
import sqlalchemy as sa

from lti_tool.lti import Platform
from lti_tool.people import Organisation
from tests.support.cast import AINO
from tests.support.page import Seen
from tests.support.visitor import Visitor

pytestmark = pytest.mark.usefixtures("in_english")

FILLED = {"name": "Etelä-Savon hyvinvointialue", "help_contact": "Satu Tuki, 015 123 4567", "accessibility_contact": "saavutettavuus@example.fi",
          "privacy_contact": "tietosuoja@example.fi", "funding-fi": "Euroopan unionin osarahoittama", "funding-sv": "Medfinansieras av Europeiska unionen",
          "retention_months": "36", "way_to_end": "erase"}


def kept(console, platform) -> dict | None:
    with console.writing() as session:
        found = session.execute(sa.select(Organisation.__table__).filter_by(issuer=platform.issuer, client_id=platform.client_id)).mappings().one_or_none()
        return found and dict(found)


def test_what_is_filled_in_is_kept_and_stands_there_again(otto, console, platform):
    path = console.path("organisation")
    seen = otto.press(otto.open(path), path, **FILLED)
    assert "Saved." in seen.text
    organisation = kept(console, platform)
    assert {name: organisation[name] for name in FILLED if "-" not in name and name != "retention_months"} == {name: FILLED[name] for name in FILLED if "-" not in name and name != "retention_months"}
    assert organisation["retention_months"] == 36
    assert organisation["funding"] == {"fi": FILLED["funding-fi"], "sv": FILLED["funding-sv"]}
    again = otto.open(path).form(path).values
    assert {name: again[name] for name in FILLED} == FILLED


def test_nothing_is_kept_until_somebody_saves(otto, console, platform):
    otto.open(console.path("organisation"))
    assert kept(console, platform) is None


@pytest.mark.parametrize(("months", "means"), [("", None), ("0", 0), ("1", 1), ("120", 120)])
def test_months_may_be_empty_or_nought(otto, console, platform, months, means):
    assert otto.post(console.path("organisation"), **{**FILLED, "retention_months": months}).status == 303
    assert kept(console, platform)["retention_months"] == means


@pytest.mark.parametrize("wrong", [{"retention_months": "121"}, {"retention_months": "-1"}, {"retention_months": "2,5"}, {"retention_months": "²"}, {"retention_months": "kaksi"},
                                   {"way_to_end": "keep"}, {"way_to_end": ""}, {"name": "x" * 121}, {"help_contact": "x" * 201}, {"funding-fi": "x" * 301}])
def test_what_cannot_be_is_refused_in_words_with_what_was_typed_and_nothing_is_kept(otto, console, platform, wrong):
    seen = otto.post(console.path("organisation"), **{**FILLED, **wrong})
    assert seen.status == 422 and FILLED["accessibility_contact"] in seen.typed
    assert kept(console, platform) is None


def test_two_who_save_for_the_first_time_make_one(otto, console, platform):
    for months in ("12", "13"):
        otto.post(console.path("organisation"), **{**FILLED, "retention_months": months})
    assert kept(console, platform)["retention_months"] == 13


def test_it_is_the_platform_s_own(otto, liisa, tapio, console, elsewhere, sibling, platform):
    otto.post(console.path("organisation"), **FILLED)
    for visitor, other in ((liisa, elsewhere), (tapio, sibling)):
        assert FILLED["name"] not in visitor.open(console.path("organisation", other)).html
        visitor.post(console.path("organisation", other), **{**FILLED, "name": other.name})
    assert [kept(console, one)["name"] for one in (platform, elsewhere, sibling)] == [FILLED["name"], elsewhere.name, sibling.name]


def test_members_are_told_the_contact_of_their_platform_and_before_that_the_setting(otto, enter, board, console, app):
    aino = enter(AINO._replace(locale="en"))
    assert "If you need help, ask a facilitator" in aino.open(board.home).text
    app.config["HELP_CONTACT"] = "Palvelun tuki, 09 000"
    assert "Help: Palvelun tuki, 09 000" in aino.open(board.home).text
    otto.post(console.path("organisation"), **FILLED)
    for page in (board.home, board.path):
        assert "Help: Satu Tuki, 015 123 4567" in aino.open(page).text and "Palvelun tuki" not in aino.open(page).text


def test_a_refused_launch_names_the_contact_of_its_platform(otto, console, platform, app, liisa, elsewhere):
    app.config["HELP_CONTACT"] = "Palvelun tuki, 09 000"
    otto.post(console.path("organisation"), **FILLED)
    refused = Seen(platform.launch(app.test_client(), AINO, deployment_id="77"))
    assert "Satu Tuki" in refused.text and "Palvelun tuki" not in refused.text
    assert "Palvelun tuki" in Seen(elsewhere.launch(app.test_client(), AINO, deployment_id="77")).text
    assert "Palvelun tuki" in Seen(platform.ask(app.test_client(), AINO, iss="https://nobody.example")).text  # of no platform that is known


def test_a_course_that_no_link_leads_to_any_more_has_the_setting(enter, board, console, app):
    aino = enter(AINO._replace(locale="en"))
    app.config["HELP_CONTACT"] = "Palvelun tuki, 09 000"
    with console.writing() as session:
        session.execute(sa.text("DELETE FROM course_context"))
    assert "Help: Palvelun tuki" in aino.open(board.home).text


def test_an_operator_fills_it_in_too(kaisa, console, platform):
    assert kaisa.post(console.path("organisation"), **FILLED).status == 303
    assert kept(console, platform)["name"] == FILLED["name"]


def test_contacts_are_not_asked_about_as_if_they_were_a_client_s(otto, console):
    seen = otto.open(console.path("organisation"))
    assert all(seen.one(field).get("data-unguarded") is not None for field in ("name", "help_contact", "accessibility_contact", "privacy_contact"))


def test_hostile_text_is_text(otto, enter, board, console):
    otto.post(console.path("organisation"), **{**FILLED, "help_contact": "\"><script>alert(1)</script>", "name": "<img src=x onerror=alert(1)>"})
    assert "<script>alert" not in otto.open(console.path("organisation")).html
    assert "\"><script>alert(1)</script>" in Visitor(otto.app, otto.platform, AINO).launch().open(board.home).text
    assert console.ask(sa.select(sa.func.count()).select_from(Platform)) == 1
