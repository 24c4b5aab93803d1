"""Certificates: who gets one, what its public address says, revoking and erasing."""
import re

import pytest

from tests.support.visitor import Visitor

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


@pytest.fixture
def given(module, aino, app):
    """(Aino's certificate page, its public address as a path)."""
    step = module.step(module.unit())
    module.publish()
    module.begin(aino)
    assert aino.open(f"{module.path}/certificate").status == 409, "nothing is finished yet"
    module.do(aino, step)
    page = aino.post(f"{module.path}/certificate", name="Aino Sarapuisto").headers["Location"]
    return page, re.search(r"/verify/[a-z0-9]+", aino.open(page).html)[0]


def test_whoever_holds_it_sees_that_it_is_genuine_and_the_name_only_when_allowed(module, aino, app, given):
    page, public = given
    stranger = Visitor(app, None, None)
    assert "Aino Sarapuisto" in aino.open(page).text and "<svg" in aino.open(page).html
    seen = stranger.open(public, {"Accept-Language": "fi"}).text
    assert "Kirjaamisen perusteet" in seen and "Sarapuisto" not in seen
    aino.post(f"{module.path}/certificate", name="Aino S.", shows_name="yes")
    assert "Aino S." in stranger.open(public, {"Accept-Language": "sv"}).text


def test_guessed_and_forged_addresses_say_nothing(app, given):
    stranger = Visitor(app, None, None)
    for key in ("aaaaaaaaaaaaaaaaaaaa", "x" * 500, "%27%20OR%201=1", given[1][8:-1]):
        seen = stranger.open(f"/verify/{key}", {"Accept-Language": "fi"})
        assert seen.status == 404 and "Kirjaamisen perusteet" not in seen.text


def test_a_revoked_one_says_so_until_it_holds_again(module, aino, orjan, app, given):
    page, public = given
    stranger = Visitor(app, None, None)
    assert orjan.open(page).status == 404 and aino.post(f"{page}/revocation").status == 403
    module.marja.post(f"{page}/revocation")
    assert "mitätöity" in stranger.open(public, {"Accept-Language": "fi"}).text
    module.marja.post(f"{page}/revocation", back="yes")
    assert "on aito" in stranger.open(public, {"Accept-Language": "fi"}).text


def test_nobody_gets_one_for_another(module, orjan, given):
    assert orjan.post(f"{module.path}/certificate", name="Örjan").status == 409
