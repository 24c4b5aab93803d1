"""E-mail addresses are kept only where mail is set up, and only what is one."""
import pytest

from lti_tool.db.chores import do_chores
from tests.support.cast import AINO
from tests.support.platform import MISSING
from tests.support.rows import rows

pytestmark = pytest.mark.usefixtures("in_english")


def kept(app):
    return rows(app, "SELECT email FROM person WHERE subject = 'user-11'")


def test_without_a_mail_server_none_is_kept(app, enter):
    enter(AINO)
    assert kept(app) == [(None,)]


def test_with_one_it_is_as_the_latest_launch_says(app, enter, letterbox):
    aino = enter(AINO)
    assert kept(app) == [(AINO.email,)] and AINO.email in aino.open("/me").text
    aino.launch(email="uusi@people.example")
    assert kept(app) == [("uusi@people.example",)]
    aino.launch(email=MISSING)
    assert kept(app) == [(None,)]


@pytest.mark.parametrize("email", ["", "Aino", "aino@people.example\nBcc: kaikki@people.example", "a@b.example, c@d.example", "x" * 300 + "@people.example"])
def test_what_is_no_plain_address_is_not_kept(app, enter, letterbox, email):
    enter(AINO).launch(email=email)
    assert kept(app) == [(None,)]


def test_those_that_were_kept_are_forgotten_when_mail_is_no_longer_set_up(app, enter, letterbox):
    enter(AINO)
    assert do_chores(app) == [] and kept(app) == [(AINO.email,)]
    app.config["MAIL_SERVER"] = ""
    assert do_chores(app) == [] and kept(app) == [(None,)]
