"""In which language an answer is: one's own choice, then the launch's locale, then the browser."""
import pytest

from lti_tool.web.language import choose_language, known
from tests.support.cast import AINO
from tests.support.platform import MISSING, TOOL

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


def language_of(visitor, path="/me", browser=None):
    return visitor.open(path, headers={"Accept-Language": browser} if browser else None).all("html")[0].get("lang")


def test_the_launch_wins_over_the_browser(enter):
    assert language_of(enter(AINO._replace(locale="sv")), browser="fi") == "sv"


def test_ones_own_choice_wins_over_the_launch_also_the_next_time(enter):
    aino = enter(AINO._replace(locale="sv"))
    aino.submit("/me/settings", language="en")
    assert language_of(aino, browser="fi") == "en"
    assert language_of(aino.launch(), browser="fi") == "en"


def test_who_takes_the_choice_back_gets_the_language_of_the_launch(enter):
    aino = enter(AINO._replace(locale="sv"))
    aino.submit("/me/settings", language="en")
    aino.submit("/me/settings", language="")
    assert language_of(aino, browser="fi") == "sv"


@pytest.mark.parametrize("locale", ["de", "", "klingon", "xx-YY"])
def test_a_locale_that_is_not_ours_leaves_it_to_the_browser(enter, locale):
    assert language_of(enter(AINO._replace(locale=locale)), browser="sv") == "sv"


def test_a_platform_that_says_no_locale_leaves_it_to_the_browser(enter):
    assert language_of(enter(AINO, launch_presentation=MISSING), browser="en") == "en"


@pytest.mark.parametrize(("browser", "language"), [
    ("sv-FI,sv;q=0.9,en;q=0.8", "sv"), ("en-GB", "en"), ("de,fr;q=0.9", "fi"), ("de,en;q=0.1", "en"), ("*", "fi"), ("", "fi"), ("x;;q=!", "fi"),
])
def test_strangers_get_the_language_of_their_browser_else_the_first(app, browser, language):
    answer = app.test_client().get("/me", base_url=TOOL, headers={"Accept-Language": browser})
    assert f'<html lang="{language}"' in answer.text


def test_every_way_to_write_a_language_is_understood(app):
    with app.app_context():
        assert [known(said) for said in ("fi", "fi-FI", "sv_fi", "SV", "en_GB.UTF-8", "", None, "f")] == ["fi", "fi", "sv", "sv", "en", None, None, None]


def test_outside_of_a_request_the_first_language_is_spoken(app):
    with app.app_context():
        assert choose_language() == "fi"


def test_a_refusal_is_in_the_language_of_whom_it_refuses(enter):
    aino = enter(AINO._replace(locale="sv"))
    for path in ("/boards/77", "/nowhere"):
        assert language_of(aino, path, browser="en") == "sv", path
