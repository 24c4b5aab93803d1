"""The tool's keys: seen and renewed by operators, with words about what happens."""
import json

import pytest

from lti_tool.lti.key import published_keys, signing_key
from tests.support.page import words_of
from tests.support.platform import TOOL

pytestmark = pytest.mark.usefixtures("in_english")

PATH = "/console/keys"


def kids(app) -> list[str]:
    return [key["kid"] for key in json.loads(app.test_client().get("/lti/jwks", base_url=TOOL).text)["keys"]]


def rows(seen) -> list[str]:
    return [words_of(row) for row in seen.all("li") if "task" in (row.get("class") or "").split()]


def test_before_the_first_key_it_says_so(kaisa):
    assert "No key has been made yet" in kaisa.open(PATH).text


def test_the_key_that_signs_is_named(kaisa, app):
    [kid] = kids(app)
    [row] = rows(kaisa.open(PATH))
    assert kid in row and "Signs now" in row and "published without an end" in row


def test_a_new_key_is_published_at_once_and_signs_after_ten_minutes(kaisa, app, clock):
    [old] = kids(app)
    clock.forward(hours=1)
    seen = kaisa.press(kaisa.open(PATH), PATH, days="3")
    new = next(kid for kid in kids(app) if kid != old)
    assert kids(app) == [new, old]
    assert new in rows(seen)[0] and "Signs from" in rows(seen)[0] and "Signs now" in rows(seen)[1] and "published until" in rows(seen)[1]
    clock.forward(minutes=11)
    with app.app_context():
        assert signing_key()[0] == new
    assert "Signs now" in rows(kaisa.open(PATH))[0]
    clock.forward(days=4)
    assert kids(app) == [new]


def test_nought_days_take_the_earlier_ones_back_at_once(kaisa, app, clock):
    [old] = kids(app)
    clock.forward(hours=1)
    kaisa.post(PATH, days="0")
    assert len(kids(app)) == 1 and old not in kids(app)


@pytest.mark.every_case
@pytest.mark.parametrize("days", ["", "-1", "91", "2.5", "kaksi", "²", "9" * 40])
def test_what_is_no_number_of_days_makes_no_key(kaisa, app, days):
    [old] = kids(app)
    assert kaisa.post(PATH, days=days).status == 422
    assert kids(app) == [old]


def test_the_private_half_is_never_shown(kaisa, app):
    kids(app)
    with app.app_context():
        [key] = published_keys()
        secret, public = key.private_pem, key.public_jwk["n"]
    page = kaisa.open(PATH).html
    assert secret not in page and public not in page


def test_nobody_else_can_see_or_renew_them(otto, liisa, enter, app):
    [old] = kids(app)
    for visitor in (otto, liisa):
        assert visitor.open(PATH).status == 404 == visitor.post(PATH, days="0").status
    assert kids(app) == [old]
