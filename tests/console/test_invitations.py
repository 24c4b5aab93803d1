"""Invitations of platforms: made by operators, told once, withdrawn."""
from urllib.parse import parse_qs, urlsplit

import pytest
import sqlalchemy as sa

from lti_tool.lti.invitation import Invitation, find_invitation, spend
from tests.support.page import words_of
from tests.support.platform import TOOL
from tests.support.rows import rows_with

pytestmark = pytest.mark.usefixtures("in_english")

PATH = "/console/invitations"


def made(kaisa, host="moodle.example") -> str:
    """The address of a new one."""
    seen = kaisa.press(kaisa.open(PATH), PATH, host=host)
    assert seen.status == 200
    return seen.one("invitation-address").get("value")


def listed(seen) -> list[str]:
    return [words_of(row) for row in seen.all("li", class_="task")]


def code_in(address) -> str:
    return parse_qs(urlsplit(address).query)["invitation"][0]


def test_its_address_is_told_once_in_a_field_that_can_be_copied_and_kept_nowhere(kaisa, app, console):
    address = made(kaisa)
    assert address.startswith(f"{TOOL}/lti/register?invitation=")
    with console.writing():
        assert find_invitation(code_in(address)).is_good
    assert rows_with(app, [code_in(address)]) == []
    assert code_in(address) not in kaisa.open(PATH).html
    seen = kaisa.ask("POST", PATH, data={"host": "moodle.example"})
    assert seen.one("invitation-address").get("readonly") is not None
    assert seen.all("button", data_copy="#invitation-address")


def test_the_list_tells_of_each_what_became_of_it(kaisa, console, clock):
    address, withdrawn = made(kaisa), made(kaisa, "https://Lärplattform.example/admin/")
    number = console.ask(sa.select(sa.func.max(Invitation.id)))
    assert "good until" in listed(kaisa.open(PATH))[0] and "xn--lrplattform-l8a.example" in listed(kaisa.open(PATH))[0]
    seen = kaisa.press(kaisa.open(PATH), f"{PATH}/{number}/withdrawal")
    assert "withdrawn" in listed(seen)[0] and "good until" in listed(seen)[1]
    with console.writing():
        assert not find_invitation(code_in(withdrawn)).is_good
        assert spend(find_invitation(code_in(address)).id, console.number)
    row = listed(kaisa.open(PATH))[1]
    assert "used" in row and row.endswith("by Oppimisalusta")
    made(kaisa, "kolmas.example")
    clock.forward(days=15)
    kaisa.launch()
    assert "ended" in listed(kaisa.open(PATH))[0] and "without being used" in listed(kaisa.open(PATH))[0]
    assert not kaisa.open(PATH).all("form", action=f"{PATH}/{number + 1}/withdrawal")


def test_withdrawing_one_that_was_used_changes_nothing(kaisa, console):
    address = made(kaisa)
    with console.writing():
        number = find_invitation(code_in(address)).id
        spend(number, console.number)
    before = console.everything()
    assert kaisa.post(f"{PATH}/{number}/withdrawal").status == 303
    assert console.everything() == before
    assert kaisa.post(f"{PATH}/999/withdrawal").status == 404


@pytest.mark.parametrize("host", ["", "  ", "kaksi sanaa", "moodle.example?x", "-moodle.example", "moodle.example:port", "\"><script>", "x" * 254, "x" * 300, "ä" * 70 + ".example"])
def test_what_is_no_host_is_refused_in_words(kaisa, console, host):
    seen = kaisa.post(PATH, host=host)
    assert seen.status == 422 and "<script>" not in seen.html.replace("<script src", "")
    assert console.everything()["invitation"] == []


def test_an_administrator_of_a_platform_can_make_none(otto, console):
    assert otto.post(PATH, host="moodle.example").status == 404 == otto.open(PATH).status
    assert console.everything()["invitation"] == []
