"""lti-tool operators: naming, listing, dismissing."""
import pytest
from click.testing import CliRunner

from lti_tool.access.commands import operators
from tests.support.cast import AINO, OTTO

ISSUER = "https://moodle.example"


@pytest.fixture
def run(app):
    def run(*words):
        with app.app_context():
            return CliRunner().invoke(operators, words)
    return run


def sees_the_operators_pages(visitor):
    return visitor.open("/console/platforms").status == 200


def test_who_is_named_runs_the_installation_at_once_and_who_is_dismissed_no_longer(run, enter):
    otto, aino = enter(OTTO), enter(AINO)
    assert not sees_the_operators_pages(aino)
    assert run("name", ISSUER, AINO.sub).output == "Aino Sarapuisto is an operator now.\n"
    assert sees_the_operators_pages(aino) and not sees_the_operators_pages(otto)
    assert run("name", ISSUER, AINO.sub).output == "Aino Sarapuisto is an operator already.\n"
    assert f"{ISSUER} {AINO.sub}  Aino Sarapuisto, since " in run("list").output
    assert run("dismiss", ISSUER, AINO.sub).exit_code == 0
    assert not sees_the_operators_pages(aino)
    assert "Nobody is an operator yet" in run("list").output


def test_who_has_not_been_here_yet_is_named_with_a_word_of_care(run, enter):
    named = run("name", ISSUER, OTTO.sub)
    assert named.exit_code == 0 and "see that both are written right" in named.output
    assert "has not been here yet" in run("list").output
    assert sees_the_operators_pages(enter(OTTO))


def test_the_same_user_id_of_another_platform_is_somebody_else(run, enter):
    run("name", "https://elsewhere.example", AINO.sub)
    assert not sees_the_operators_pages(enter(AINO))


def test_those_of_the_settings_are_listed_and_dismissed_there(app, run):
    app.config["OPERATORS"] = [f"{ISSUER} {OTTO.sub}"]
    assert f"{ISSUER} {OTTO.sub}  has not been here yet, in the settings" in run("list").output
    refused = run("dismiss", ISSUER, OTTO.sub)
    assert refused.exit_code == 1 and "LTI_TOOL_OPERATORS" in refused.output


@pytest.mark.parametrize("words", [("name", "", "7"), ("name", ISSUER, " "), ("name", ISSUER), ("dismiss", ISSUER, "nobody")])
def test_what_cannot_be_meant_is_refused(run, words):
    assert run(*words).exit_code != 0
    assert "Nobody is an operator yet" in run("list").output
